using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>What the parts beyond the metrics are made from, kept with the report: every count in it is already as it may be told.</summary>
/// <param name="Read">With every part that was chosen, empty or not, and without what is made of the metrics.</param>
internal sealed record MoreInputs(ReportMore Read, IReadOnlyList<SumOfMoney> Sums);

/// <param name="Amount">Of a cost: what pays for the report's period. Of a worth: of one.</param>
internal sealed record SumOfMoney(ValueKind Kind, Metric Metric, decimal Amount, string Source);
