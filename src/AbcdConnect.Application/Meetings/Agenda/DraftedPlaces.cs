using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Agenda;

/// <summary>What began, grew and rests, and where the map has gaps.</summary>
internal static class DraftedPlaces
{
    private const int Named = 3;
    private const int MostGaps = 2;

    // So many more, and half as many again: a table with one chair more has not grown.
    private const int GrownBy = 5;

    public static async Task<IEnumerable<Suggested>> Moved(IAbcdDbContext db, DraftScope scope, CancellationToken token)
    {
        var ours = db.Activities.Where(a => a.ProgrammeId == scope.Programme);
        if (scope.Place is { } place)
        {
            ours = ours.Where(a => a.NeighbourhoodId == place);
        }

        // By (programme, first session).
        var began = await ours.Where(a => a.FirstSessionOn >= scope.Since && a.FirstSessionOn <= scope.Until).OrderBy(a => a.FirstSessionOn).ThenBy(a => a.Id).Select(a => a.Name).ToListAsync(token);
        // By (status, from): what rests since.
        var rests = await db.ActivityStatusChanges
            .Where(c => c.Status == ActivityStatus.Resting && c.From >= scope.Since && c.From <= scope.Until)
            .Join(ours.Where(a => a.Status == ActivityStatus.Resting), c => c.ActivityId, a => a.Id, (_, a) => a.Name)
            .Distinct().OrderBy(n => n)
            .ToListAsync(token);
        var grew = await Grown(db, ours, scope, token);
        if (began.Count + rests.Count + grew.Count == 0)
        {
            return [];
        }

        var parts = new List<string>();
        if (began.Count > 0)
        {
            parts.Add($"{DraftScope.Number(began.Count, "activity", "activities")} began: {Names(began)}.");
        }

        if (grew.Count > 0)
        {
            parts.Add($"{DraftScope.Number(grew.Count, "has", "have")} grown: {Names(grew)}.");
        }

        if (rests.Count > 0)
        {
            parts.Add($"{DraftScope.Number(rests.Count, "rests", "rest")}: {Names(rests)}.");
        }

        return [new("activities", "What began, grew and rests", Cut($"Since {scope.SinceWords}: {string.Join(' ', parts)}"), "/activities", 10)];
    }

    /// <summary>Kinds that a neighbourhood has none or little of, where its neighbours have more.</summary>
    public static async Task<IEnumerable<Suggested>> Gaps(IAbcdDbContext db, DraftScope scope, KindsOfLate late, DateTimeOffset now, CancellationToken token)
    {
        var (rows, median) = late.Of(scope.Programme, now) is { } known ? (known.Neighbourhoods, known.Median) : await Count(db, scope.Programme, token);
        var gaps = rows.Where(r => scope.Place is null || r.Id == scope.Place)
            .SelectMany(r => Enum.GetValues<AssetKind>().Where(k => k != AssetKind.Individual && r.IsThin(k, median)).Select(k => (Row: r, Kind: k)))
            // None at all first, and where most people live.
            .OrderBy(g => g.Row.Kinds[g.Kind] > 0).ThenByDescending(g => g.Row.Population ?? 0).ThenBy(g => g.Row.Name, StringComparer.Ordinal).ThenBy(g => g.Kind)
            .Take(MostGaps);
        return gaps.Select(g => new Suggested(
            $"gap-{g.Row.Id}-{g.Kind}",
            $"{g.Row.Name}: {KindWords(g.Kind)}",
            $"The map knows {(g.Row.Kinds[g.Kind] == 0 ? "none" : $"{g.Row.Kinds[g.Kind]}")} there{(median.TryGetValue(g.Kind, out var middle) && g.Row.Per1000(g.Kind) is { } rate ? $" ({rate:0.0} for each 1,000 people; elsewhere {middle:0.0})" : "")}. Who knows more, or could begin something?",
            "/assets/kinds",
            5));
    }

    private static async Task<List<string>> Grown(IAbcdDbContext db, IQueryable<Activity> ours, DraftScope scope, CancellationToken token)
    {
        // By (held on), whole in the index: as many days before as since.
        var before = scope.Since.AddDays(scope.Since.DayNumber - scope.Until.DayNumber);
        var since = scope.Since;
        var counted = await db.ActivitySessions
            .Where(s => s.HeldOn >= before && s.HeldOn <= scope.Until && s.HeadCount != null)
            .GroupBy(s => new { s.ActivityId, Late = s.HeldOn >= since })
            .Select(g => new { g.Key.ActivityId, g.Key.Late, People = g.Sum(s => s.HeadCount!.Value), Times = g.Count() })
            .ToListAsync(token);
        var grown = counted.GroupBy(c => c.ActivityId)
            .Select(g => (Id: g.Key, Was: g.FirstOrDefault(c => !c.Late), Is: g.FirstOrDefault(c => c.Late)))
            .Where(g => g is { Was.Times: >= 2, Is.Times: >= 2 })
            .Select(g => (g.Id, Was: (double)g.Was!.People / g.Was.Times, Is: (double)g.Is!.People / g.Is.Times))
            .Where(g => g.Was >= GrownBy && g.Is >= g.Was + GrownBy && g.Is >= g.Was * 1.5)
            .OrderByDescending(g => g.Is - g.Was)
            .Take(50)
            .ToDictionary(g => g.Id);
        if (grown.Count == 0)
        {
            return [];
        }

        var ids = grown.Keys.ToList();
        var names = await ours.Where(a => EF.Parameter(ids).Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToListAsync(token);
        return [.. names.OrderByDescending(n => grown[n.Id].Is - grown[n.Id].Was).Select(n => $"{n.Name} (from about {grown[n.Id].Was:0} people to {grown[n.Id].Is:0})")];
    }

    // One pass over the map in the order of neighbourhoods, whole in the index, nothing sorted.
    private static async Task<(IReadOnlyList<NeighbourhoodKinds> Rows, IReadOnlyDictionary<AssetKind, double> Median)> Count(IAbcdDbContext db, ProgrammeId programme, CancellationToken token)
    {
        var places = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme).OrderBy(n => n.Name).Select(n => new { n.Id, n.Name, n.Population }).ToListAsync(token);
        var kinds = await db.Assets
            .Where(a => a.ProgrammeId == programme && a.MergedInto == null && a.RejectedOn == null && a.ClosedOn == null && a.NeighbourhoodId != null)
            .GroupBy(a => a.NeighbourhoodId)
            .Select(g => new
            {
                Place = g.Key,
                Associations = g.Count(a => a.Kind == AssetKind.Association),
                Institutions = g.Count(a => a.Kind == AssetKind.Institution),
                Places = g.Count(a => a.Kind == AssetKind.Place),
                Exchanges = g.Count(a => a.Kind == AssetKind.Exchange),
                Cultures = g.Count(a => a.Kind == AssetKind.Culture),
            })
            .ToListAsync(token);
        var by = kinds
            .SelectMany(k => new[] { (AssetKind.Association, k.Associations), (AssetKind.Institution, k.Institutions), (AssetKind.Place, k.Places), (AssetKind.Exchange, k.Exchanges), (AssetKind.Culture, k.Cultures) }.Select(c => (Key: (k.Place!.Value, c.Item1), Count: c.Item2)))
            .ToDictionary(k => k.Key, k => k.Count);
        var rows = places.ConvertAll(n => new NeighbourhoodKinds(n.Id, n.Name, n.Population, Enum.GetValues<AssetKind>().ToDictionary(k => k, k => by.GetValueOrDefault((n.Id, k))), 0, new PublishedCount(0)));
        return (rows, CountKindsHandler.Medians(rows));
    }

    private static string Names(List<string> names) => DraftScope.List([.. names.Take(Named), .. names.Count > Named ? [$"{names.Count - Named} more"] : Array.Empty<string>()]);

    private static string Cut(string words) => words.Length <= Suggested.LongestReason ? words : words[..(Suggested.LongestReason - 1)] + "…";

    private static string KindWords(AssetKind kind) => kind switch
    {
        AssetKind.Association => "groups and clubs",
        AssetKind.Institution => "institutions",
        AssetKind.Place => "places to meet",
        AssetKind.Exchange => "shops and exchanges",
        _ => "stories and heritage",
    };
}
