using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Web.Features.Metrics;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Charts;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>How the frozen figures of a report are put, alike on the page and in print.</summary>
internal static class ReportView
{
    /// <summary>The columns of the table of neighbourhoods.</summary>
    public static readonly IReadOnlyList<Metric> InTable =
        [Metric.NewConversations, Metric.ContactsAdded, Metric.ActivitiesStarted, Metric.PeopleSignposted, Metric.ConnectionsMade];

    public static string Subtitle(ReportSheet sheet)
    {
        var parts = new List<string>
        {
            sheet.Edition is { } edition ? $"Edition {edition}" : "Draft, not published",
        };
        if (sheet.PublishedAt is { } at)
        {
            parts.Add($"published {UkText.Date(Domain.Common.UkTime.DateOf(at))}");
        }

        parts.Add(sheet.Figures.Neighbourhoods.Count == 1 ? "one neighbourhood" : $"{sheet.Figures.Neighbourhoods.Count} neighbourhoods");
        parts.Add(sheet.Figures.Fte == 1 ? "1 full-time worker" : $"{FigureWords.Number(sheet.Figures.Fte)} full-time workers");
        return string.Join(" · ", parts);
    }

    /// <summary>The tiles on the cover: what was promised, and the one thing that nobody promises but everybody asks.</summary>
    public static IEnumerable<ReportMetric> Tiles(ReportFigures figures) => figures.Metrics.Where(m => m.Promised is > 0).Take(5);

    public static Chart Trend(ReportFigures figures, ReportMetric metric) => Draw.Monthly(
        $"{metric.Title}, by month",
        [.. metric.Trend.Select(t => new MonthPoint(t.Month, t.Value?.Value, t.Value is { Value: null } hidden ? hidden.ToString() : null))],
        figures.Month,
        metric.Promised is { } promised ? (double)Math.Round(promised, MidpointRounding.AwayFromZero) : null);

    public static Chart Became(ReportFigures figures, SignpostsBecame became) => Draw.Bars(
        $"What became of {Whose(figures.Period with { Last = became.GivenIn })} signposts",
        [
            new Bar($"{became.Given} told about somewhere", became.Given.Value ?? 0, BarTone.Sand, "Told about somewhere"),
            new Bar($"{became.Went} went", became.Went.Value ?? 0, BarTone.Teal, "Went within 12 weeks"),
            new Bar($"{became.StillGoing} still going at 12 weeks", became.StillGoing.Value ?? 0, BarTone.Sea, "Still going"),
            new Bar($"{became.DidNotGo} did not go · {became.NotKnown} not known", became.DidNotGo.Value ?? 0, BarTone.Blush, "Did not go"),
        ]);

    private static string Whose(Domain.Reports.ReportPeriod given) => given.Kind switch
    {
        Domain.Reports.ReportKind.Month => $"{given.Last.First.ToString("MMMM", UkText.Culture)}’s",
        _ => $"the {given.Noun}’s",
    };

    /// <summary>Right to left where the language is written so.</summary>
    public static string DirectionOf(string language) =>
        language.Split('-')[0] is "ar" or "ur" or "fa" or "he" or "ps" or "ckb" or "yi" or "sd" ? "rtl" : "ltr";

    public static string CourseOf(ReportNeighbourhood place) =>
        (place.Course is { } course ? FigureWords.Of(course) : PublishedCount.Held) + (place.Vacant ? ": post vacant" : "");

    public static string TitleOf(Metric metric) => MetricDefinitions.Of(metric).Title;
}
