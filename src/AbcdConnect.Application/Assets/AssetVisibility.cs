using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using Microsoft.EntityFrameworkCore;

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

/// <summary>Records found by the beginnings of words, all of them, over the search index.</summary>
internal static class FoundByWords
{
    /// <summary>More than this is no finding.</summary>
    public const int Most = 1000;

    /// <summary>The records' numbers; null where there is no word to look for.</summary>
    public static async Task<List<long>?> Ids(IAbcdDbContext db, ProgrammeId programme, SearchKind kind, string? words, CancellationToken token)
    {
        // The longest word first: it is in the fewest records.
        var looked = Tokens.OfText(words, most: 8).OrderByDescending(w => w.Length).ToList();
        if (looked.Count == 0)
        {
            return string.IsNullOrWhiteSpace(words) ? null : [];
        }

        var (first, after) = (looked[0], Tokens.AfterPrefix(looked[0]));
        var found = db.SearchTokens.Where(t => t.Kind == kind && t.ProgrammeId == programme && string.Compare(t.Token, first) >= 0 && string.Compare(t.Token, after) < 0);
        foreach (var word in looked.Skip(1))
        {
            var end = Tokens.AfterPrefix(word);
            found = found.Where(t => db.SearchTokens.Any(o => o.Kind == kind && o.RecordId == t.RecordId && string.Compare(o.Token, word) >= 0 && string.Compare(o.Token, end) < 0));
        }

        return await found.Select(t => t.RecordId).Distinct().Take(Most).ToListAsync(token);
    }
}
