using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Application.Assets;

/// <summary>Which entries of the asset map somebody may know of. The one rule; every query on assets goes through it.</summary>
internal static class AssetVisibility
{
    /// <summary>Everybody who may read the map: all of the programme, without what was merged away or rejected.</summary>
    public static IQueryable<Asset> VisibleTo(this IQueryable<Asset> assets, Viewer viewer) =>
        assets.Where(a => a.ProgrammeId == viewer.ProgrammeId && a.MergedInto == null && a.RejectedOn == null);

    /// <summary>An individual's entry names a person: those who read the map from outside see what they bring, not how to reach them.</summary>
    public static bool SeesContactsOfIndividuals(this Viewer viewer) => viewer.IsSystem || viewer.Role is Role.Worker or Role.Coordinator or Role.Partner;

    /// <summary>Only those who work with the people behind them see how many went, talked and tied.</summary>
    public static bool SeesWhatCameOfAssets(this Viewer viewer) => viewer.IsSystem || viewer.Role is Role.Worker or Role.Coordinator;
}

/// <summary>Records found by words, over the search index.</summary>
internal static class FoundByWords
{
    /// <summary>More than this is no finding.</summary>
    public const int Most = 1000;

    /// <summary>The records found, best first; null where there is no word to look for.</summary>
    public static async Task<FoundRecords?> In(IAbcdDbContext db, Viewer viewer, SearchKind kind, string? words, DateOnly today, CancellationToken token, int most = Most) =>
        string.IsNullOrWhiteSpace(words) ? null : await db.FindAsync(viewer, today, kind, words, most, token);
}
