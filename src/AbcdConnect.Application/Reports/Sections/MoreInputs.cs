using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>What the parts beyond the metrics are made from, kept with the report.</summary>
/// <param name="Read">With every part that was chosen, empty or not, and without what is made of the metrics. Where <see cref="Counts"/> are
/// kept its counts of people are put in from there.</param>
internal sealed record MoreInputs(ReportMore Read, IReadOnlyList<SumOfMoney> Sums)
{
    /// <summary>Null in reports from before these counts were protected together with all others: what they read was as it may be told already.</summary>
    public MoreCounts? Counts { get; init; }
}

/// <param name="Amount">Of a cost: what pays for the report's period. Of a worth: of one.</param>
internal sealed record SumOfMoney(ValueKind Kind, Metric Metric, decimal Amount, string Source);

/// <summary>What the parts count of people, before any of it is hidden; null for a part that was not chosen.</summary>
/// <param name="Before">The same of the period before; null for a month.</param>
internal sealed record MoreCounts(ReachedCount? People, VisitCount? Visits, TieCount? Ties, MeasuresCount? Measures, BeforeCount? Before);

/// <param name="Places">Every neighbourhood, and 0 for none.</param>
internal sealed record ReachedCount(int All, IReadOnlyList<PlaceCount> Places);

internal sealed record PlaceCount(long Place, int Count);

/// <param name="Activities">Those that are listed, in their order.</param>
/// <param name="Others">Of all others together.</param>
internal sealed record VisitCount(IReadOnlyList<ActivityCount> Activities, int Others)
{
    public int All => Activities.Sum(a => a.Came) + Others;
}

internal sealed record ActivityCount(long Id, int Came);

/// <param name="OnTheirOwn">People with a tie that no worker made.</param>
/// <param name="OnlyIntroduced">People with no other ties than such.</param>
internal sealed record TieCount(int PersonPerson, int PersonAsset, int AssetAsset, int OnTheirOwn, int OnlyIntroduced)
{
    public int Standing => PersonPerson + PersonAsset + AssetAsset;

    public int Tied => OnTheirOwn + OnlyIntroduced;
}

/// <param name="Since">The first month of the stretch of time they tell of.</param>
/// <param name="Until">The last.</param>
internal sealed record MeasuresCount(YearMonth Since, YearMonth Until, IReadOnlyList<MeasureCount> Measures);

/// <summary>The period before, as far as a report compares itself with it. Activities and sessions are things, and told as they are.</summary>
internal sealed record BeforeCount(int? Reached, int? Visits, int? Activities, int? Sessions, TieCount? Ties);
