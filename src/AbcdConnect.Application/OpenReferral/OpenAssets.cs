using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>What of the asset map leaves the programme: groups, institutions, places, the local economy and culture. An individual's
/// entry never does, whatever it says. The one rule; everything that is shared goes through it.</summary>
internal static class OpenAssets
{
    public static readonly IReadOnlyList<AssetKind> Kinds = [AssetKind.Association, AssetKind.Institution, AssetKind.Place, AssetKind.Exchange, AssetKind.Culture];

    /// <summary>Entries that may leave. One that has closed stays, and says so: whoever took it over learns of it.</summary>
    public static IQueryable<Asset> Shared(this IQueryable<Asset> assets, ProgrammeId programme) =>
        assets.Where(a => a.ProgrammeId == programme && a.MergedInto == null && a.RejectedOn == null && a.Kind != AssetKind.Individual);

    /// <summary>As little of them as is needed. Keepers, sources and suggestions are not even read.</summary>
    public static IQueryable<OpenAsset> AsOpen(this IQueryable<Asset> assets, IAbcdDbContext db) => assets.Select(a => new OpenAsset(
        a.Id, a.Kind, a.CategoryId, a.Name, a.Description, a.Address, a.Postcode, a.Latitude, a.Longitude, a.OpeningTimes, a.Cost, a.Languages, a.Access,
        a.ContactName, a.LookedAfterBy, a.Phone, a.Email, a.Website, a.AddedOn, a.ChangedAt, a.ConfirmedOn, a.ClosedOn,
        db.AssetCategories.Where(c => c.Id == a.CategoryId).Select(c => c.Name).FirstOrDefault(),
        a.NeighbourhoodId,
        db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault()));

    public static async Task<ILookup<AssetId, OpenSession>> HoursOf(IAbcdDbContext db, IReadOnlyCollection<AssetId> assets, CancellationToken token)
    {
        var ids = assets.ToList();
        var hours = await db.Assets.Where(a => EF.Parameter(ids).Contains(a.Id)).SelectMany(a => a.Hours).Select(h => new { h.AssetId, h.Day, h.Opens, h.Closes }).ToListAsync(token);
        return hours.ToLookup(h => h.AssetId, h => new OpenSession(h.Day, h.Opens, h.Closes));
    }

    /// <summary>The points of those that have none of their own and a postcode that is known.</summary>
    public static async Task<Dictionary<string, Postcode>> PostcodesOf(IAbcdDbContext db, IEnumerable<OpenAsset> assets, CancellationToken token)
    {
        var codes = assets.Where(a => a.Latitude is null).Select(a => Words.Postcode(a.Postcode)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return codes.Count == 0 ? [] : await db.Postcodes.AsNoTracking().Where(p => EF.Parameter(codes).Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, token);
    }
}

/// <summary>One entry as it was read, before <see cref="PublicWords"/> has said what of it leaves.</summary>
internal sealed record OpenAsset(
    AssetId Id, AssetKind Kind, AssetCategoryId? CategoryId, string Name, string? Description, string? Address, string? Postcode, double? Latitude, double? Longitude,
    string? OpeningTimes, string? Cost, string? Languages, string? Access, string? ContactName, string? LookedAfterBy, string? Phone, string? Email, string? Website,
    DateOnly AddedOn, DateTimeOffset? ChangedAt, DateOnly? ConfirmedOn, DateOnly? ClosedOn, string? Category, NeighbourhoodId? NeighbourhoodId, string? Neighbourhood)
{
    public string? PublicText(string? text) => PublicWords.Text(text, Name, ContactName, LookedAfterBy);

    public string? PublicDescription => PublicText(Description);

    public string? PublicAddress => PublicText(Address);

    public string? PublicPostcode => Words.Postcode(Postcode);

    public string? PublicEmail => PublicWords.Email(Kind, Name, ContactName, Email);

    public string? PublicPhone => PublicWords.Phone(Kind, ContactName, Phone);

    public string? PublicWebsite => PublicWords.Website(Website);

    /// <summary>When anything of it last changed, to the day where it never did since it was added.</summary>
    public DateTimeOffset LastModified => ChangedAt ?? new DateTimeOffset(AddedOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public (double Latitude, double Longitude)? Point(IReadOnlyDictionary<string, Postcode> postcodes) =>
        Latitude is { } north && Longitude is { } east ? (north, east)
        : PublicPostcode is { } code && postcodes.TryGetValue(code, out var known) ? (known.Latitude, known.Longitude)
        : null;

    public IEnumerable<string> LanguageNames => (Languages ?? "").Split([';', ',', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).Take(200);
}
