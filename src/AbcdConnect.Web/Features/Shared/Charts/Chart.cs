using AbcdConnect.Domain.Common;
using Microsoft.AspNetCore.Html;

namespace AbcdConnect.Web.Features.Shared.Charts;

/// <summary>
/// A picture with its words and its table: what _Chart.cshtml shows on a page and the report prints. The title is the
/// table's caption; the description says what the picture says, to those who cannot see it.
/// </summary>
public sealed record Chart(string Title, string Description, IHtmlContent Picture, IReadOnlyList<string> Columns, IReadOnlyList<ChartRow> Rows);

/// <summary>One row of the table behind a chart: what it is, then its figures as they are published.</summary>
public sealed record ChartRow(string Name, IReadOnlyList<string> Figures);

/// <summary>One month's figure. A figure too small to publish has no <paramref name="Value"/> and says so in <paramref name="Text"/>.</summary>
public sealed record MonthPoint(YearMonth Month, double? Value, string? Text = null);

/// <summary>One bar. <paramref name="Label"/> stands in or beside it and says the figure itself: "169 went".</summary>
public sealed record Bar(string Label, double? Value, BarTone Tone = BarTone.Teal, string? Name = null, string? Text = null);

public enum BarTone
{
    Teal,
    Sea,
    Sand,
    Blush,
    Sun,
}
