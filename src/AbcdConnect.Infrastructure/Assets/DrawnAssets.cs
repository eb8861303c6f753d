using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Assets;

internal static class DrawnAssets
{
    private const int ChunkSize = 2_000;

    /// <summary>Entries from before the map could be drawn and filtered get their point on its grid and their traits. Nothing that
    /// anybody typed changes, so nothing is written to the history of the entry.</summary>
    public static async Task DrawAssetsAsync(this AbcdDbContext db, CancellationToken token)
    {
        while (true)
        {
            var some = await db.Assets.Where(a => a.Traits == 0).OrderBy(a => a.Id).Take(ChunkSize).ToListAsync(token);
            if (some.Count == 0)
            {
                return;
            }

            var codes = some.Where(a => a.Latitude is null).Select(a => Words.Postcode(a.Postcode)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var postcodes = await db.Postcodes.AsNoTracking().Where(p => EF.Parameter(codes).Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, token);
            foreach (var asset in some)
            {
                var postcode = asset.Latitude is null && Words.Postcode(asset.Postcode) is { } code ? postcodes.GetValueOrDefault(code) : null;
                asset.Draw(postcode?.Latitude, postcode?.Longitude);
                asset.ReadTraits();
            }

            await db.SaveOnlyAsync(token);
            db.Forget();
        }
    }
}
