using System.Globalization;
using System.Text;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports;

/// <summary>The report's figures as a file, one figure a line: made from the same frozen figures as the page, so the same bytes each time.</summary>
public static class ReportCsv
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    public static byte[] Of(ReportSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var figures = sheet.Figures;
        var noun = figures.Period.Noun;
        var text = new StringBuilder();
        Line("programme", "month", "edition", "place", "metric", "part", "period", "figure", "promised", "against promise");
        foreach (var metric in figures.Metrics)
        {
            Figure("", metric.Name, "", noun, Published(metric.InMonth), metric.Promised, ReportWords.Of(metric.Course));
            Figure("", metric.Name, "", "year to date", Published(metric.InYear), metric.PromisedSoFar, ReportWords.Of(metric.YearCourse));
            foreach (var part in metric.Parts)
            {
                Figure("", metric.Name, part.Name, noun, Published(part.InMonth), null, "");
                Figure("", metric.Name, part.Name, "year to date", Published(part.InYear), null, "");
            }

            foreach (var month in metric.Trend.Where(t => t.Value is not null && t.Month != figures.Month))
            {
                Figure("", metric.Name, "", month.Month.ToString(), Published(month.Value!), month.Promised, "");
            }
        }

        foreach (var place in figures.Neighbourhoods)
        {
            for (var at = 0; at < place.Counts.Count; at++)
            {
                var metric = ReportBuilder.InTable[at];
                Figure(place.Name, MetricName.Of(metric), "", noun, Published(place.Counts[at]), null, metric == Metric.NewConversations ? ReportWords.Of(place.Course) : "");
            }
        }

        for (var at = 0; at < (figures.Unplaced?.Count ?? 0); at++)
        {
            Figure("(in no neighbourhood)", MetricName.Of(ReportBuilder.InTable[at]), "", noun, Published(figures.Unplaced![at]), null, "");
        }

        if (figures.Became is { } became)
        {
            (string Part, PublishedCount Count)[] parts = [("given", became.Given), ("went", became.Went), ("still-going", became.StillGoing), ("did-not-go", became.DidNotGo), ("not-known", became.NotKnown)];
            foreach (var (part, count) in parts)
            {
                Figure("", "signposts-became", part, became.GivenIn.ToString(), Published(count), null, "");
            }
        }

        foreach (var (place, what, part, figure) in MoreLines.Of(figures.More))
        {
            Figure(place, what, part, noun, figure, null, "");
        }

        // The hash of an older edition's file was kept with it: it stays the same file.
        if (figures.Format >= ReportFigures.WithFurtherLines)
        {
            foreach (var (what, part, period, figure) in MoreLines.Further(figures))
            {
                Figure("", what, part, period, figure, null, "");
            }
        }

        return [.. Utf8.GetPreamble(), .. Utf8.GetBytes(text.ToString())];

        void Figure(string place, string metric, string part, string period, string figure, decimal? promised, string course) => Line(
            figures.Programme,
            figures.Period.ToString(),
            sheet.Edition?.ToString(CultureInfo.InvariantCulture) ?? "draft",
            place,
            metric,
            part,
            period,
            figure,
            promised?.ToString("0.#", CultureInfo.InvariantCulture) ?? "",
            course);

        void Line(params string[] cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
    }

    private static string Published(PublishedCount count) => count.Value?.ToString(CultureInfo.InvariantCulture) ?? count.ToString();

    // A spreadsheet runs what begins so as a formula; an apostrophe before it makes it a word again. A number below nought stays one.
    private static string Cell(string cell)
    {
        var text = cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? "'" + cell : cell;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
