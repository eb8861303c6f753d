using System.Text.Encodings.Web;
using AbcdConnect.Domain.Common;
using Microsoft.AspNetCore.Html;

namespace AbcdConnect.Web.Features.Shared.Charts;

/// <summary>
/// The product's few charts, drawn on the server, the same on the page and in the report. One idea each: labels stand on the
/// thing itself, the promise is a dashed line, the month in question is in sun; no legend, no grid.
/// </summary>
public static class Draw
{
    private const double Width = 320;

    /// <summary>A column a month, thirteen as a rule; the month that the page is about, usually the last, is in sun.</summary>
    /// <param name="since">Where several months are in question: the first of them.</param>
    public static Chart Monthly(string title, IReadOnlyList<MonthPoint> points, YearMonth inQuestion, double? promised = null, YearMonth? since = null)
    {
        ArgumentNullException.ThrowIfNull(points);

        const double top = 26;
        const double bottom = 196;
        const double height = 222;
        const double size = 14.5;
        var highest = Math.Max(1, Math.Max(promised ?? 0, points.Max(point => point.Value) ?? 0));
        double Y(double value) => bottom - ((bottom - top) * value / highest);

        var svg = new Svg();
        var step = Width / Math.Max(1, points.Count);
        var bar = step * 0.74;
        for (var at = 0; at < points.Count; at++)
        {
            var point = points[at];
            var x = (at * step) + ((step - bar) / 2);
            var isThis = point.Month <= inQuestion && point.Month >= (since ?? inQuestion);
            if (point.Value is { } value)
            {
                svg.Rect(x, Y(value), bar, bottom - Y(value), isThis ? Svg.Sun : Svg.Teal);
            }
            else if (point.Text is not null)
            {
                // A word wider than its month stands upright, so as not to lie over its neighbours'.
                if (Svg.WidthOf(point.Text, size - 1.5) > step)
                {
                    svg.TextUp(x + (bar / 2) + 4, bottom - 6, point.Text, size - 1.5, Svg.Muted);
                }
                else
                {
                    svg.Text(x + (bar / 2), bottom - 6, point.Text, size - 1.5, Svg.Muted, "middle");
                }
            }

            svg.Text(x + (bar / 2), bottom + 18, Initial(point.Month), size, isThis ? Svg.Ink : Svg.Muted, "middle", isThis);
        }

        // A hair of ground, so that a month of nothing is seen to be one.
        svg.Rect(0, bottom, Width, 1, Svg.Ink);

        if (promised is { } promise)
        {
            svg.DashedLine(0, Width, Y(promise));
            LabelPromise(promise);
        }

        var rows = points.Select(point => new ChartRow(
            point.Month.ToWords(),
            promised is null ? [Published(point)] : [Published(point), Figure(promised.Value)])).ToList();
        IReadOnlyList<string> columns = promised is null ? ["Month", "Figure"] : ["Month", "Figure", "Promised"];
        var description = Describe(title, points, inQuestion, promised);
        return new Chart(title, description, svg.Picture(Width, height, description), columns, rows);

        // On the line, at the first place where no bar stands behind the words; where there is none, over all of them, with a piece of the line.
        void LabelPromise(double promise)
        {
            const double small = 13;
            const double sample = 18;
            var label = $"{Figure(promise)} promised";
            var wide = Svg.WidthOf(label, small);
            bool Clear(double from) => points.Select((point, at) => (point.Value, Left: (at * step) + ((step - bar) / 2)))
                .All(b => b.Value is null || b.Value <= promise || b.Left + bar <= from || b.Left >= from + wide);
            var places = Enumerable.Range(0, points.Count).Select(at => at * step).Where(x => x + wide <= Width && Clear(x)).Take(1).ToList();
            if (places is [var free])
            {
                svg.Text(free, Y(promise) - 6, label, small);
            }
            else
            {
                svg.DashedLine(0, sample, 10);
                svg.Text(sample + 6, 14, label, small);
            }
        }
    }

    /// <summary>Bars one under the other, from the longest to what became of it, each carrying its own words.</summary>
    public static Chart Bars(string title, IReadOnlyList<Bar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);

        const double thick = 28;
        const double step = 40;
        const double size = 14.5;
        const double pad = 8;
        var highest = Math.Max(1, bars.Max(bar => bar.Value) ?? 0);
        var svg = new Svg();
        var y = 0d;
        foreach (var bar in bars)
        {
            var length = bar.Value is { } value ? Math.Max(value > 0 ? 2 : 0, Width * value / highest) : 0;
            var words = Svg.WidthOf(bar.Label, size) + (2 * pad);
            var inside = words <= length;
            if (!inside && length + words > Width)
            {
                // Neither in the bar nor beside it: the words stand over it.
                svg.Text(0, y + 14, bar.Label, size);
                y += 20;
                svg.Rect(0, y, length, thick, Fill(bar.Tone), Edge(bar.Tone));
            }
            else
            {
                svg.Rect(0, y, length, thick, Fill(bar.Tone), Edge(bar.Tone));
                svg.Text((inside ? 0 : length) + pad, y + 19, bar.Label, size, inside && bar.Tone == BarTone.Teal ? "#ffffff" : Svg.Ink);
            }

            y += step;
        }

        var description = $"{title}: {string.Join("; ", bars.Select(bar => bar.Label))}.";
        var rows = bars.Select(bar => new ChartRow(bar.Name ?? bar.Label, [bar.Text ?? (bar.Value is { } value ? Figure(value) : "not known")])).ToList();
        return new Chart(title, description, svg.Picture(Width, Math.Max(thick, y - step + thick), description), ["What", "Figure"], rows);
    }

    /// <summary>How far towards what was promised, with a tick where it should stand by today. Fills the width it is given.</summary>
    public static IHtmlContent Progress(string what, double done, double promised, double? byToday = null)
    {
        double Share(double value) => promised <= 0 ? 0 : Math.Clamp(100 * value / promised, 0, 100);

        var description = $"{what}: {Figure(done)} of {Figure(promised)}";
        if (byToday is { } today)
        {
            description += $"; {Figure(Math.Round(today))} would be on course by today";
        }

        // Percentages rather than a viewBox: the bar stretches, its round ends do not.
        var fill = Share(done);
        var filled = fill <= 0 ? "" : $"<rect y=\"4\" width=\"{Svg.N(fill)}%\" height=\"12\" rx=\"6\" fill=\"{Svg.Teal}\"/>";
        var tick = byToday is { } expected
            ? $"<svg x=\"{Svg.N(Math.Min(Share(expected), 99.2))}%\" width=\"3\" height=\"20\" overflow=\"visible\"><rect x=\"-1\" width=\"3\" height=\"20\" fill=\"{Svg.Ink}\"/></svg>"
            : "";
        return new HtmlString(
            $"<div class=\"abcd-progress\"><svg role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(description)}\" width=\"100%\" height=\"20\">"
            + $"<rect y=\"4\" width=\"100%\" height=\"12\" rx=\"6\" fill=\"{Svg.Sand}\"/>{filled}{tick}</svg></div>");
    }

    private static string Describe(string title, IReadOnlyList<MonthPoint> points, YearMonth inQuestion, double? promised)
    {
        var words = $"{title}.";
        if (points.FirstOrDefault(point => point.Month == inQuestion) is { } now)
        {
            words += $" {now.Month.ToWords()}: {Published(now)}";
            words += promised is { } promise ? $", {Figure(promise)} promised." : ".";
        }

        var known = points.Where(point => point.Value is not null).ToList();
        if (known.Count > 1)
        {
            var (low, high) = (known.MinBy(point => point.Value)!, known.MaxBy(point => point.Value)!);
            words += $" Lowest {Published(low)} in {low.Month.ToWords()}, highest {Published(high)} in {high.Month.ToWords()}.";
        }

        return words;
    }

    private static string Fill(BarTone tone) => tone switch
    {
        BarTone.Sea => "#8fd0c8",
        BarTone.Sand => Svg.Sand,
        BarTone.Blush => "#fbe9e4",
        BarTone.Sun => Svg.Sun,
        _ => Svg.Teal,
    };

    private static string? Edge(BarTone tone) => tone switch
    {
        BarTone.Sand => "#85796a",
        BarTone.Blush => "#b4432f",
        BarTone.Sea => "#3f8f86",
        _ => null,
    };

    private static string Initial(YearMonth month) => month.ToWords()[..1];

    private static string Published(MonthPoint point) => point.Text ?? (point.Value is { } value ? Figure(value) : "not known");

    private static string Figure(double value) => value.ToString("#,##0.#", UkText.Culture);
}
