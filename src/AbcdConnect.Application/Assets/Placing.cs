using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>Says in which neighbourhood something lies: by its own point, else by its postcode's area code, else by its postcode's point.</summary>
internal sealed class Placing
{
    private readonly IPlaces places;
    private readonly Dictionary<string, NeighbourhoodId> byCode;

    private Placing(IPlaces places, Dictionary<string, NeighbourhoodId> byCode)
    {
        this.places = places;
        this.byCode = byCode;
    }

    public static async Task<Placing> Load(IAbcdDbContext db, IPlaceFinder finder, ProgrammeId programme, CancellationToken token)
    {
        var known = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme).OrderBy(n => n.Code)
            .Select(n => new { n.Id, n.Code, n.LsoaCodes, n.Version }).ToListAsync(token);
        var stamp = string.Join(' ', known.Select(n => $"{n.Id}.{n.Version}"));
        var prepared = finder.Remembered(programme, stamp);
        if (prepared is null)
        {
            var boundaries = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme && n.Boundary != null).OrderBy(n => n.Code)
                .Select(n => new PlaceBoundary(n.Id, n.Boundary!)).ToListAsync(token);
            prepared = finder.Prepare(programme, stamp, boundaries);
        }

        var codes = new Dictionary<string, NeighbourhoodId>(StringComparer.OrdinalIgnoreCase);
        foreach (var neighbourhood in known)
        {
            foreach (var lsoa in neighbourhood.LsoaCodes?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
            {
                codes.TryAdd(lsoa, neighbourhood.Id);
            }
        }

        foreach (var neighbourhood in known)
        {
            codes[neighbourhood.Code] = neighbourhood.Id;
        }

        return new Placing(prepared, codes);
    }

    /// <summary>The postcodes of these that the imported table knows. Texts that are no postcodes are passed over.</summary>
    public static async Task<Dictionary<string, Postcode>> Postcodes(IAbcdDbContext db, IEnumerable<string?> texts, CancellationToken token)
    {
        var codes = texts.Select(Words.Postcode).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return codes.Count == 0
            ? []
            : await db.Postcodes.AsNoTracking().Where(p => EF.Parameter(codes).Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, token);
    }

    /// <summary>For one record saved from a form: an answer already given stands.</summary>
    public static async Task<NeighbourhoodId?> Of(IAbcdDbContext db, IPlaceFinder finder, ProgrammeId programme, NeighbourhoodId? given, double? latitude, double? longitude, string? postcode, CancellationToken token)
    {
        if (given is not null || (latitude is null && Words.Postcode(postcode) is null))
        {
            return given;
        }

        var placing = await Load(db, finder, programme, token);
        var known = await Postcodes(db, [postcode], token);
        return placing.Of(latitude, longitude, known.Values.FirstOrDefault());
    }

    /// <summary>The middles of the neighbourhoods whose boundary is known.</summary>
    public IReadOnlyDictionary<NeighbourhoodId, (double Latitude, double Longitude)> Middles() =>
        byCode.Values.Distinct().Select(id => (Id: id, Middle: places.MiddleOf(id))).Where(n => n.Middle is not null).ToDictionary(n => n.Id, n => n.Middle!.Value);

    public string? OutlineOf(NeighbourhoodId neighbourhood) => places.OutlineOf(neighbourhood);

    public (double Latitude, double Longitude)? MiddleOf(NeighbourhoodId neighbourhood) => places.MiddleOf(neighbourhood);

    public NeighbourhoodId? Of(double? latitude, double? longitude, Postcode? postcode)
    {
        if (latitude is { } north && longitude is { } east)
        {
            return places.At(north, east) ?? Of(postcode);
        }

        return Of(postcode);
    }

    public NeighbourhoodId? Of(Postcode? postcode)
    {
        if (postcode is null)
        {
            return null;
        }

        if (postcode.AreaCode is { } area && byCode.TryGetValue(area, out var byArea))
        {
            return byArea;
        }

        return postcode.LsoaCode is { } lsoa && byCode.TryGetValue(lsoa, out var byLsoa) ? byLsoa : places.At(postcode.Latitude, postcode.Longitude);
    }
}

/// <summary>Boundaries or postcodes have come in: what lay in no neighbourhood and says where it is finds its place now.</summary>
internal static class UnplacedAssets
{
    /// <summary>How many found theirs. What somebody placed by hand stays where they said.</summary>
    public static async Task<int> Place(IAbcdDbContext db, IPlaceFinder finder, ProgrammeId programme, CancellationToken token)
    {
        var placing = await Placing.Load(db, finder, programme, token);
        var unplaced = await db.Assets
            .Where(a => a.ProgrammeId == programme && (a.NeighbourhoodId == null || a.MapX == null) && (a.Latitude != null || a.Postcode != null) && a.MergedInto == null && a.RejectedOn == null)
            .Select(a => a.Id)
            .ToListAsync(token);
        var found = 0;
        foreach (var ids in unplaced.Chunk(ImportRun.ChunkSize))
        {
            var chunk = ids.ToList();
            var some = await db.Assets.Where(a => EF.Parameter(chunk).Contains(a.Id)).ToListAsync(token);
            var postcodes = await Placing.Postcodes(db, some.Select(a => a.Postcode), token);
            foreach (var asset in some)
            {
                var postcode = Words.Postcode(asset.Postcode) is { } code ? postcodes.GetValueOrDefault(code) : null;
                asset.Draw(postcode?.Latitude, postcode?.Longitude);
                if (asset.NeighbourhoodId is null && placing.Of(asset.Latitude, asset.Longitude, postcode) is { } place)
                {
                    asset.Place(place);
                    found++;
                }
            }

            await db.SaveChangesAsync(token);
            db.Forget();
        }

        return found;
    }
}
