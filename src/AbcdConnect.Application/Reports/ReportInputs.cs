using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports.Disclosure;
using AbcdConnect.Domain.Signposting;

namespace AbcdConnect.Application.Reports;

/// <summary>
/// Everything that a report is made from, as it stood: counts, promises, posts, places, definitions, stories. Kept with the edition, so that
/// it can be made again to the byte whatever was edited, merged or erased since. It holds nobody: counts only, and the stories as they were
/// published. It is never sent out, since it holds what the report hides. docs/decisions/0021.
/// </summary>
/// <remarks>Whatever a new part of the report reads belongs in here, and <see cref="ReportMaker"/> makes the part from it.</remarks>
internal sealed record ReportInputs(
    string Programme,
    string? Commissioner,
    DisclosureRule Rule,
    BookPages Book,
    IReadOnlyList<MetricDefinition> Definitions,
    IReadOnlyList<NeighbourhoodId> Vacant,
    YearMonth BecameUpTo,
    IReadOnlyList<BecameCount> Became,
    IReadOnlyList<ReportStory> Stories)
{
    /// <summary>The format of the figures made from it: an edition made again is of its own day's.</summary>
    public int Format { get; init; } = 2;

    /// <summary>For the parts beyond the metrics; null in reports from before there were any.</summary>
    public MoreInputs? More { get; init; }

    public string ToJson() => ReportJson.Compact(this);

    public static ReportInputs FromJson(string json) => ReportJson.Read<ReportInputs>(json);
}

/// <summary>How many signposts came to the same.</summary>
internal sealed record BecameCount(bool Went, bool StillGoing, bool DidNotGo, DidNotGoReason? Reason, int Count);
