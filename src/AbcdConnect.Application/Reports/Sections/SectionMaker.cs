using System.Globalization;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>Puts the parts beyond the metrics together, from what was read and from figures as they are told: the same inputs give the same words.</summary>
internal static class SectionMaker
{
    // How far back the signposts lie of which the report tells what became of them.
    private const int MonthsBack = 3;

    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="told">The parts as they may be told.</param>
    public static ReportMore Make(MoreInputs inputs, ReportMore told, FigureBook book, DisclosurePolicy policy, IReadOnlyList<ReportMetric> metrics, SignpostsBecame? became, int stories)
    {
        var values = Values(inputs.Sums, metrics);
        // A part with nothing in it is left out, and not promised on page one either.
        bool Empty(ReportPassage passage) => passage.Words is null && passage.Section switch
        {
            ReportSection.Learned => true,
            ReportSection.Measures => told.Measures is null,
            ReportSection.Stories => stories == 0,
            ReportSection.Value => values.Count == 0,
            _ => false,
        };
        var more = told with
        {
            Layout = [.. told.Layout.Where(p => !Empty(p))],
            Quality = [.. told.Quality ?? [], Followed(book, policy, became)],
            Values = values.Count > 0 ? values : null,
        };
        return more with { Highlights = PageOne.Of(book, metrics, became, more) };
    }

    private static QualityLine Followed(FigureBook book, DisclosurePolicy policy, SignpostsBecame? became) => new(
        "Signposts of which it is known what became of them",
        became is { Given.Value: { } given, NotKnown.Value: { } notKnown } ? policy.Share(given - notKnown, given) : null,
        $"of those given in {(book.Period with { Last = book.Period.Last.AddMonths(-MonthsBack) }).ToWords()}: asked after 2 and 12 weeks");

    // Only what the programme put in itself, and only of figures that are told.
    private static List<ReportValue> Values(IReadOnlyList<SumOfMoney> sums, IReadOnlyList<ReportMetric> metrics)
    {
        var values = new List<ReportValue>();
        foreach (var sum in sums)
        {
            var definition = MetricDefinitions.Of(sum.Metric);
            if (metrics.FirstOrDefault(m => m.Name == definition.Name)?.InMonth.Value is not ({ } count and > 0))
            {
                continue;
            }

            var counted = $"{count.ToString("N0", Uk)} {Units.For(count, definition.Unit)}";
            values.Add(sum.Kind == ValueKind.Cost
                ? new ReportValue($"Cost of the programme for each of its {counted}", Pounds(sum.Amount / count), $"{Pounds(sum.Amount)} ÷ {count.ToString("N0", Uk)}", sum.Source)
                : new ReportValue($"Value of {counted}", Pounds(sum.Amount * count), $"{Pounds(sum.Amount)} × {count.ToString("N0", Uk)}", sum.Source));
        }

        return values;
    }

    private static string Pounds(decimal amount) => amount.ToString(amount < 1000 ? "£#,##0.00" : "£#,##0", Uk);
}
