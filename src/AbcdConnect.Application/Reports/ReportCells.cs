using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using AbcdConnect.Domain.Signposting;

namespace AbcdConnect.Application.Reports;

/// <summary>The counts of a report that have anything to do with people, each put in once, and what may be published of them. Counts of
/// things are shown as they are and do not come here.</summary>
internal sealed class ReportCells(DisclosurePolicy policy, IReadOnlyList<long> places)
{
    public const string StillGoing = "still-going";

    // Read when the report is made, and not when its months were compiled: most often the same as the months' own figures.
    private const string WhatBecame = "signposts-became";

    private readonly Dictionary<CellKey, Cell> cells = [];
    private SafePublication? safe;

    /// <summary>How the counts of all reports hang together: from their definitions.</summary>
    public static CountingRules Rules { get; } = Read();

    public Publication Publication => safe!.Publication;

    public IReadOnlyList<Breach> Breaches => safe!.Breaches;

    public bool AnyHidden => safe!.Publication.Cells.Any(c => c.IsHidden && c.Cell.IsTold);

    /// <summary>One of many.</summary>
    public const int OneOfMany = 1;

    /// <summary>A part of a figure.</summary>
    public const int OfAPart = 3;

    /// <summary>A month gone by, told again.</summary>
    public const int OfTheTrend = 6;

    /// <summary>What everybody looks at first.</summary>
    public const int OfTheHeadline = 12;

    /// <summary>Puts a count in. Where the same count is put in twice, the first stands: both say the same on the page.</summary>
    public void Add(Metric metric, string part, long? place, YearMonth from, YearMonth to, int value, int cost)
    {
        if (MetricDefinitions.Of(metric).CountsPeople)
        {
            var key = new CellKey(MetricName.Of(metric), part, place, from, to);
            cells.TryAdd(key, new Cell(key, value, OfPeople: part != MetricPart.AssetAsset, CountedOnce: metric == Metric.PeopleSignposted, Cost: cost));
        }
    }

    /// <summary>Puts in what became of some signposts.</summary>
    public void AddBecame(string part, YearMonth from, YearMonth to, int value) =>
        cells.TryAdd(new CellKey(WhatBecame, part, null, from, to), new Cell(new CellKey(WhatBecame, part, null, from, to), value, OfPeople: true, Cost: OfAPart));

    /// <summary>Puts in a count of a part beyond the metrics.</summary>
    public void Add(Cell cell) => cells.TryAdd(cell.Key, cell);

    public PublishedCount Shown(CellKey key) => safe!.Counts[key];

    public PublishedCount Became(string part, YearMonth from, YearMonth to) => safe!.Counts[new CellKey(WhatBecame, part, null, from, to)];

    /// <summary>Decides what is hidden, beside everything published before.</summary>
    /// <param name="kept">What was decided when it was published, where it is made again: then nothing is decided anew.</param>
    /// <param name="now">What a count of earlier reports comes to today; null where that is not known.</param>
    public void Protect(IReadOnlyList<Publication> before, Publication? kept, Func<CellKey, int?> now)
    {
        TellOfEverybody();
        // In one order, whichever way they came in: the same counts are hidden when it is done again.
        IReadOnlyList<Cell> all = [.. cells.Values.OrderBy(c => c.Key.ToString(), StringComparer.Ordinal)];
        safe = kept is null ? EverPublished.Protect(before, policy, places, all, Rules, now) : EverPublished.AsPublished(kept, policy, places, all);
    }

    /// <summary>The count as it is published.</summary>
    /// <param name="value">Shown as it is where it has nothing to do with people.</param>
    public PublishedCount Shown(Metric metric, string part, long? place, YearMonth from, YearMonth to, int value) =>
        safe!.Counts.TryGetValue(new CellKey(MetricName.Of(metric), part, place, from, to), out var count) ? count : new PublishedCount(value);

    // Of those who were told about somewhere all went, or none did: then the noughts beside it say so of each of them.
    private void TellOfEverybody()
    {
        string[] parts = [MetricPart.Whole, MetricPart.DidNotGo, MetricPart.NotYetKnown];
        foreach (var given in cells.Values.Where(c => c.Key.Part == MetricPart.Given && c.Value > 0).ToList())
        {
            if (!parts.Take(2).Any(p => cells.TryGetValue(given.Key with { Part = p }, out var cell) && cell.Value == given.Value))
            {
                continue;
            }

            foreach (var part in parts)
            {
                if (cells.TryGetValue(given.Key with { Part = part }, out var cell))
                {
                    cells[cell.Key] = cell with { TellsIfNought = true };
                }
            }
        }
    }

    public static string PartOf(DidNotGoReason? reason) => $"why-{(reason ?? DidNotGoReason.Other).ToString().ToLowerInvariant()}";

    private static CountingRules Read()
    {
        var (connections, signposts, people) = (MetricName.Of(Metric.ConnectionsMade), MetricName.Of(Metric.SignpostsLanded), MetricName.Of(Metric.PeopleSignposted));
        return new CountingRules(
            [
                new((connections, MetricPart.Whole), [(connections, MetricPart.PersonPerson), (connections, MetricPart.PersonAsset), (connections, MetricPart.AssetAsset)]),
                new((connections, MetricPart.Whole), [(connections, MetricPart.Introduced), (connections, MetricPart.MetAtActivity), (connections, MetricPart.Existing)]),
                new((signposts, MetricPart.Given), [(signposts, MetricPart.Whole), (signposts, MetricPart.DidNotGo), (signposts, MetricPart.NotYetKnown)]),
                new((WhatBecame, MetricPart.Given), [(WhatBecame, MetricPart.Whole), (WhatBecame, MetricPart.DidNotGo), (WhatBecame, MetricPart.NotYetKnown)]),
                new((WhatBecame, MetricPart.DidNotGo), [.. Enum.GetValues<DidNotGoReason>().Select(r => (WhatBecame, PartOf(r)))]),
            ],
            [
                ((people, MetricPart.Whole), (signposts, MetricPart.Given)),
                ((WhatBecame, StillGoing), (WhatBecame, MetricPart.Whole)),
                .. new[] { MetricPart.Given, MetricPart.Whole, MetricPart.DidNotGo, MetricPart.NotYetKnown }.SelectMany(p => new[] { ((signposts, p), (WhatBecame, p)), ((WhatBecame, p), (signposts, p)) }),
            ])
        {
            Bounds = [((MoreCells.Tied, ""), [(MoreCells.Ties, MoreCells.BetweenPeople, 2), (MoreCells.Ties, MoreCells.ToPlaces, 1)])],
            Standing =
            [
                ((MoreCells.Ties, ""), (connections, MetricPart.Whole)),
                ((MoreCells.Ties, MoreCells.BetweenPeople), (connections, MetricPart.PersonPerson)),
                ((MoreCells.Ties, MoreCells.ToPlaces), (connections, MetricPart.PersonAsset)),
            ],
        };
    }
}
