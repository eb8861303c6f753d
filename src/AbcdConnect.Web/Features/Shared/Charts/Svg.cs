using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace AbcdConnect.Web.Features.Shared.Charts;

/// <summary>
/// Writes SVG with presentation attributes only: our content security policy allows no style attributes,
/// and a chart must print right without any stylesheet.
/// </summary>
internal sealed class Svg
{
    public const string Teal = "#0b5a57";
    public const string Sun = "#f2b134";
    public const string Ink = "#1f2a2c";
    public const string Muted = "#56605f";
    public const string Sand = "#ebe5d8";
    private const string Family = "'Noto Sans', 'Noto Sans Bengali', 'Noto Sans Arabic', 'Noto Sans Gujarati', 'Noto Sans Gurmukhi', 'Noto Sans Tamil', sans-serif";

    private readonly StringBuilder shapes = new();

    /// <summary>A pale fill takes an edge, so that its end can be seen by those who do not see its colour.</summary>
    public Svg Rect(double x, double y, double width, double height, string fill, string? edge = null)
    {
        var inset = edge is null ? 0 : 0.5;
        shapes.Append($"<rect x=\"{N(x + inset)}\" y=\"{N(y + inset)}\" width=\"{N(Math.Max(0, width - (2 * inset)))}\" height=\"{N(Math.Max(0, height - (2 * inset)))}\" fill=\"{fill}\"");
        if (edge is not null)
        {
            shapes.Append($" stroke=\"{edge}\"");
        }

        shapes.Append("/>");
        return this;
    }

    public Svg DashedLine(double x1, double x2, double y)
    {
        shapes.Append($"<line x1=\"{N(x1)}\" y1=\"{N(y)}\" x2=\"{N(x2)}\" y2=\"{N(y)}\" stroke=\"{Ink}\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"/>");
        return this;
    }

    public Svg Line(double x1, double y1, double x2, double y2, string stroke, double width)
    {
        shapes.Append($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"{stroke}\" stroke-width=\"{N(width)}\"/>");
        return this;
    }

    public Svg Circle(double x, double y, double radius, string fill, string edge)
    {
        shapes.Append($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" fill=\"{fill}\" stroke=\"{edge}\"/>");
        return this;
    }

    public Svg Text(double x, double y, string text, double size, string fill = Ink, string anchor = "start", bool bold = false)
    {
        shapes.Append($"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" fill=\"{fill}\" text-anchor=\"{anchor}\"");
        if (bold)
        {
            shapes.Append(" font-weight=\"700\"");
        }

        shapes.Append('>').Append(HtmlEncoder.Default.Encode(text)).Append("</text>");
        return this;
    }

    /// <summary>From there upwards.</summary>
    public Svg TextUp(double x, double y, string text, double size, string fill)
    {
        shapes.Append($"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" fill=\"{fill}\" transform=\"rotate(-90 {N(x)} {N(y)})\">")
            .Append(HtmlEncoder.Default.Encode(text)).Append("</text>");
        return this;
    }

    public IHtmlContent Picture(double width, double height, string description, string cssClass = "abcd-chart") =>
        new HtmlString(
            $"<div class=\"{cssClass}\"><svg role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(description)}\" viewBox=\"0 0 {N(width)} {N(height)}\" "
            + $"width=\"{N(width)}\" height=\"{N(height)}\" font-family=\"{Family}\">{shapes}</svg></div>");

    /// <summary>About how wide a text is: good enough to choose whether it goes in a bar or beside it.</summary>
    public static double WidthOf(string text, double size) => text.Length * size * 0.53;

    /// <summary>Numbers as SVG wants them, whatever the culture.</summary>
    public static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
