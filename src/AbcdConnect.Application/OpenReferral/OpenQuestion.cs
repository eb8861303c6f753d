using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>What a list may be asked for. Each that is given narrows it.</summary>
/// <param name="MinimumAge">Those that take nobody younger. We keep no ages, so each of ours takes everybody: only 0 finds them.</param>
/// <param name="MaximumAge">Those that take nobody older. Ours have no upper age, so none is found.</param>
/// <param name="Start">Those with a session that begins then or later.</param>
/// <param name="End">Those with a session that ends then or earlier: the same session, on the same day.</param>
/// <param name="Proximity">In metres of the postcode's point.</param>
/// <param name="ModifiedAfter">Those that have changed since.</param>
public sealed record OpenQuestion(
    int Page = 1,
    int PerPage = OpenQuestion.UsualPage,
    string? Search = null,
    Guid? TaxonomyTermId = null,
    Guid? TaxonomyId = null,
    decimal? MinimumAge = null,
    decimal? MaximumAge = null,
    TimeOnly? Start = null,
    TimeOnly? End = null,
    DayOfWeek? Day = null,
    string? Postcode = null,
    int? Proximity = null,
    DateTimeOffset? ModifiedAfter = null,
    Guid? OrganizationId = null)
{
    public const int UsualPage = 50;

    /// <summary>Larger pages are refused; those of more than a hundred rows are streamed.</summary>
    public const int LargestPage = 2_000;

    /// <summary>About as far as people walk, where no distance is asked for.</summary>
    public const int UsualProximity = 2_000;

    public const int FurthestProximity = 50_000;
}

internal static class OpenQuestions
{
    public const int ChunkSize = 100;

    /// <summary>The page asked for: how many there are in all, and the numbers of the entries on it, in the order of the list.</summary>
    public static async Task<(int Total, List<AssetId> Ids)> Ask(IAbcdDbContext db, Viewer viewer, OpenIds ids, OpenQuestion ask, DateOnly today, CancellationToken token)
    {
        var (assets, near) = await Narrow(db, viewer, ids, ask, today, token);
        var skip = (ask.Page - 1) * ask.PerPage;
        if (near is { } at)
        {
            var found = await Nearby(db, assets, at, ask.Proximity ?? OpenQuestion.UsualProximity, token);
            return (found.Count, [.. found.Skip(skip).Take(ask.PerPage)]);
        }

        var total = await assets.CountAsync(token);
        return (total, skip >= total ? [] : await assets.OrderBy(a => a.Id).Select(a => a.Id).Skip(skip).Take(ask.PerPage).ToListAsync(token));
    }

    private static async Task<(IQueryable<Asset> Assets, Postcode? Near)> Narrow(IAbcdDbContext db, Viewer viewer, OpenIds ids, OpenQuestion ask, DateOnly today, CancellationToken token)
    {
        var assets = db.Assets.Shared(viewer.ProgrammeId);
        if (ask.TaxonomyId is { } taxonomy && ids.NumberOf(OpenKind.Taxonomy, taxonomy) is null)
        {
            assets = assets.Where(a => false);
        }

        if (ask.TaxonomyTermId is { } term)
        {
            assets = ids.NumberOf(OpenKind.CategoryTerm, term) is { } category ? assets.Where(a => a.CategoryId == new AssetCategoryId(category))
                : ids.NumberOf(OpenKind.KindTerm, term) is { } kind ? assets.Where(a => a.Kind == (AssetKind)kind)
                : assets.Where(a => false);
        }

        if (ask.OrganizationId is { } organization)
        {
            var id = new AssetId(ids.NumberOf(OpenKind.Organization, organization) ?? 0);
            assets = assets.Where(a => a.Id == id);
        }

        if (ask is { MinimumAge: > 0 } or { MaximumAge: not null })
        {
            assets = assets.Where(a => false);
        }

        if (ask is { Day: not null } or { Start: not null } or { End: not null })
        {
            var (day, start, end) = (ask.Day, ask.Start ?? TimeOnly.MinValue, ask.End ?? TimeOnly.MaxValue);
            assets = day is { } known
                ? assets.Where(a => a.Hours.Any(h => h.Day == known && h.Opens >= start && h.Closes <= end))
                : assets.Where(a => a.Hours.Any(h => h.Opens >= start && h.Closes <= end));
        }

        if (ask.ModifiedAfter is { } since)
        {
            var day = DateOnly.FromDateTime(since.UtcDateTime);
            assets = assets.Where(a => a.ChangedAt > since || (a.ChangedAt == null && a.AddedOn >= day));
        }

        if (await FoundByWords.In(db, viewer, SearchKind.Asset, ask.Search, today, token) is { } found)
        {
            var numbers = found.Ids.Select(AssetId.From).ToList();
            assets = assets.Where(a => EF.Parameter(numbers).Contains(a.Id));
        }

        return (assets, ask.Postcode is { } typed ? await Known(db, typed, token) : null);
    }

    private static async Task<Postcode> Known(IAbcdDbContext db, string typed, CancellationToken token)
    {
        var code = Words.Postcode(typed);
        return (code is null ? null : await db.Postcodes.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, token))
            ?? throw new ValidationException([new ValidationFailure("postcode", code is null
                ? "This is not a whole postcode. One looks like M33 4QJ."
                : $"{code} is not among the postcodes known here: it may be new, retired, or far away. Ask with another postcode nearby.")]);
    }

    // A box of degrees by index, then the circle in it; nearest first.
    private static async Task<List<AssetId>> Nearby(IAbcdDbContext db, IQueryable<Asset> assets, Postcode at, int metres, CancellationToken token)
    {
        var tall = metres / Sphere.MetresOfADegree;
        var wide = tall / Math.Max(0.01, Math.Cos(at.Latitude * Math.PI / 180));
        var (south, north, west, east) = (at.Latitude - tall, at.Latitude + tall, at.Longitude - wide, at.Longitude + wide);
        var own = await assets.Where(a => a.Latitude >= south && a.Latitude <= north && a.Longitude >= west && a.Longitude <= east)
            .Select(a => new { a.Id, Latitude = a.Latitude!.Value, Longitude = a.Longitude!.Value }).ToListAsync(token);
        var byPostcode = await assets.Where(a => a.Latitude == null && a.Postcode != null)
            .Join(db.Postcodes.Where(p => p.Latitude >= south && p.Latitude <= north && p.Longitude >= west && p.Longitude <= east), a => a.Postcode, p => p.Code, (a, p) => new { a.Id, p.Latitude, p.Longitude })
            .ToListAsync(token);
        return [.. own.Concat(byPostcode)
            .Select(a => (a.Id, Away: Sphere.Metres(at.Latitude, at.Longitude, a.Latitude, a.Longitude)))
            .Where(a => a.Away <= metres)
            .OrderBy(a => a.Away).ThenBy(a => a.Id.Value)
            .Select(a => a.Id)];
    }
}

/// <summary>Distances on the Earth taken as a sphere (the haversine formula; mean radius of IUGG).</summary>
internal static class Sphere
{
    public const double MetresOfADegree = 111_195;
    private const double Radius = 6_371_008.8;

    public static double Metres(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (a, b) = (latitude * Math.PI / 180, otherLatitude * Math.PI / 180);
        var h = Math.Pow(Math.Sin((b - a) / 2), 2) + (Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin((otherLongitude - longitude) * Math.PI / 360), 2));
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
