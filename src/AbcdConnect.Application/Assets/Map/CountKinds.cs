using System.Collections.Concurrent;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Map;

/// <summary>The six kinds of asset, neighbourhood by neighbourhood: what there is, for how many residents, what is thin, and what
/// nothing is tied to. Residents' gifts are counts that give nobody away (decision 16).</summary>
[Requires(Permission.SeeAssets)]
public sealed record CountKinds : IRequest<KindsByNeighbourhood>;

/// <param name="CountedAt">Counted then, and again after ten minutes.</param>
/// <param name="Median">Per 1,000 residents, the middle neighbourhood of those whose population is known; null where fewer than three are.</param>
public sealed record KindsByNeighbourhood(DateTimeOffset CountedAt, IReadOnlyList<NeighbourhoodKinds> Neighbourhoods, IReadOnlyDictionary<AssetKind, double> Median);

/// <param name="Kinds">All six; that of individuals counts entries of the map, which everybody who reads the map may see.</param>
/// <param name="Unconnected">Entries that no tie and no activity leads to.</param>
/// <param name="Gifts">How many residents are known to bring something.</param>
public sealed record NeighbourhoodKinds(NeighbourhoodId Id, string Name, int? Population, IReadOnlyDictionary<AssetKind, int> Kinds, int Unconnected, PublishedCount Gifts)
{
    public int Total => Kinds.Values.Sum();

    /// <summary>Per 1,000 residents, where their number is known.</summary>
    public double? Per1000(AssetKind kind) => Population is > 0 ? Kinds[kind] * 1000.0 / Population : null;

    /// <summary>None at all, or less than half of the median for each resident.</summary>
    public bool IsThin(AssetKind kind, IReadOnlyDictionary<AssetKind, double> median) =>
        Kinds[kind] == 0 || (Per1000(kind) is { } rate && median.TryGetValue(kind, out var middle) && rate < middle / 2);
}

/// <summary>The counts of a programme, kept for ten minutes: they are read from everything there is.</summary>
internal sealed class KindsOfLate
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<ProgrammeId, KindsByNeighbourhood> counted = new();

    public KindsByNeighbourhood? Of(ProgrammeId programme, DateTimeOffset now) => counted.TryGetValue(programme, out var known) && now - known.CountedAt < Kept && now >= known.CountedAt ? known : null;

    public void Keep(ProgrammeId programme, KindsByNeighbourhood kinds) => counted[programme] = kinds;
}

internal sealed class CountKindsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, KindsOfLate late) : IRequestHandler<CountKinds, KindsByNeighbourhood>
{
    public async Task<KindsByNeighbourhood> Handle(CountKinds request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var now = clock.GetUtcNow();
        if (late.Of(viewer.ProgrammeId, now) is { } known)
        {
            return known;
        }

        var programme = viewer.ProgrammeId;
        var places = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme).OrderBy(n => n.Name).Select(n => new { n.Id, n.Name, n.Population }).ToListAsync(cancellationToken);
        var there = db.Assets.VisibleTo(viewer).Where(a => a.ClosedOn == null && a.NeighbourhoodId != null);
        var kinds = await there.GroupBy(a => new { a.NeighbourhoodId, a.Kind }).Select(g => new { g.Key.NeighbourhoodId, g.Key.Kind, Count = g.Count() }).ToListAsync(cancellationToken);
        var unconnected = await there
            .Where(a => !db.Connections.Any(c => c.FromAssetId == a.Id) && !db.Connections.Any(c => c.ToAssetId == a.Id) && !db.Activities.Any(c => c.PlaceId == a.Id))
            .GroupBy(a => a.NeighbourhoodId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var givers = await db.People
            .Where(p => p.ProgrammeId == programme && p.NeighbourhoodId != null && p.MergedInto == null && p.AnonymisedOn == null && db.Gifts.Any(g => g.PersonId == p.Id && g.Direction == GiftDirection.Gift))
            .GroupBy(p => p.NeighbourhoodId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);

        var rule = await db.Programmes.Where(p => p.Id == programme).Select(p => p.DisclosureRule).SingleAsync(cancellationToken);
        var policy = DisclosurePolicy.Of(rule);
        var rows = places.ConvertAll(n => new NeighbourhoodKinds(
            n.Id,
            n.Name,
            n.Population,
            Enum.GetValues<AssetKind>().ToDictionary(k => k, k => kinds.Where(c => c.NeighbourhoodId == n.Id && c.Kind == k).Sum(c => c.Count)),
            unconnected.Where(c => c.Key == n.Id).Sum(c => c.Count),
            policy.WhileItGrows.Count(givers.Where(c => c.Key == n.Id).Sum(c => c.Count))));
        var answer = new KindsByNeighbourhood(now, rows, Medians(rows));
        late.Keep(programme, answer);
        return answer;
    }

    internal static Dictionary<AssetKind, double> Medians(List<NeighbourhoodKinds> rows)
    {
        const int Fewest = 3;
        var peopled = rows.Where(r => r.Population is > 0).ToList();
        return peopled.Count < Fewest
            ? []
            : Enum.GetValues<AssetKind>().ToDictionary(k => k, k => Median([.. peopled.Select(r => r.Per1000(k)!.Value).Order()]));
    }

    private static double Median(List<double> sorted) => sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
