using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.OpenReferral;

internal static class OpenEntry
{
    /// <summary>One entry that may leave.</summary>
    /// <exception cref="NotFoundException">There is none of that number, or it never leaves.</exception>
    public static async Task<(OpenAsset Asset, IReadOnlyList<OpenSession> Hours, IReadOnlyDictionary<string, Postcode> Postcodes)> Read(
        IAbcdDbContext db, Viewer viewer, long? number, string what, CancellationToken token)
    {
        var id = new AssetId(number ?? throw new NotFoundException(what));
        var asset = await db.Assets.Shared(viewer.ProgrammeId).Where(a => a.Id == id).AsOpen(db).SingleOrDefaultAsync(token) ?? throw new NotFoundException(what);
        var hours = await OpenAssets.HoursOf(db, [id], token);
        return (asset, [.. hours[id]], await OpenAssets.PostcodesOf(db, [asset], token));
    }
}
