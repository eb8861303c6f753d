using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Domain.Assets;
using Microsoft.AspNetCore.Html;

namespace AbcdConnect.Web.Features.Assets;

/// <summary>The six kinds by neighbourhood as one picture: a row a neighbourhood, a circle a kind, its area how many there are. A thin one
/// is drawn dashed and says so in its words. Attributes only, so that it needs no stylesheet; the table beneath says the same.</summary>
internal static class KindsPicture
{
    private const int Left = 170;
    private const int Column = 136;
    private const int Row = 58;
    private const int Head = 30;
    private const int Edge = 12;
    private const double MostRadius = 24;

    public static IHtmlContent Draw(KindsByNeighbourhood counted)
    {
        var kinds = Enum.GetValues<AssetKind>();
        var most = Math.Max(1, counted.Neighbourhoods.SelectMany(n => n.Kinds.Values).DefaultIfEmpty(0).Max());
        var (width, height) = (Left + (Column * kinds.Length), Head + (Row * counted.Neighbourhoods.Count));
        var svg = new StringBuilder();
        for (var k = 0; k < kinds.Length; k++)
        {
            Text(svg, Left + (Column * k) + (Column / 2), 18, AssetWords.Several(kinds[k]), "middle", "700", 13);
        }

        for (var r = 0; r < counted.Neighbourhoods.Count; r++)
        {
            var place = counted.Neighbourhoods[r];
            var y = Head + (Row * r) + (Row / 2);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"0\" x2=\"{width}\" y1=\"{Head + (Row * r)}\" y2=\"{Head + (Row * r)}\" stroke=\"#e3dccf\"/>");
            Text(svg, 0, y + 5, place.Name.Length > 20 ? place.Name[..19] + "…" : place.Name, "start", "700", 15);
            for (var k = 0; k < kinds.Length; k++)
            {
                var x = Left + (Column * k) + (Column / 2);
                var count = place.Kinds[kinds[k]];
                var thin = place.IsThin(kinds[k], counted.Median);
                var radius = Math.Max(count == 0 ? 10 : 7, MostRadius * Math.Sqrt(count / (double)most));
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius:0.#}\" ")
                    .Append(thin ? "fill=\"#fbe9e4\" stroke=\"#b4432f\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"/>" : "fill=\"#0b5a57\"/>");
                var inside = radius >= 14;
                Text(svg, inside ? x : x + radius + 5, y + 5, count.ToString("N0", CultureInfo.InvariantCulture), inside ? "middle" : "start", "400", 13, inside && !thin ? "#ffffff" : "#1f2a2c");
            }
        }

        var description = $"How many assets of each kind there are in {counted.Neighbourhoods.Count} neighbourhoods. The table below has every figure.";
        return new HtmlString(FormattableString.Invariant($"<svg role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(description)}\" viewBox=\"{-Edge} 0 {width + (2 * Edge)} {height}\" width=\"{width + (2 * Edge)}\" height=\"{height}\">{svg}</svg>"));
    }

    private static void Text(StringBuilder svg, double x, double y, string words, string anchor, string weight, int size, string fill = "#1f2a2c") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" font-weight=\"{weight}\" font-size=\"{size}\" fill=\"{fill}\">{HtmlEncoder.Default.Encode(words)}</text>");
}
