using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;
using Microsoft.AspNetCore.Html;

namespace AbcdConnect.Web.Features.Outcomes.TheoryOfChange;

/// <summary>
/// A theory of change as a picture: the conditions as a band on top, then a column each for what is given, done, counted, hoped for and
/// in the end. A line says by its strokes how much speaks for it. Drawn on the server with attributes only; every box is a link, and the
/// list beside it says the same in words.
/// </summary>
internal sealed class TheoryPicture
{
    private const double Width = 1180;
    private const double Column = 200;
    private const double Gap = (Width - (5 * Column)) / 4;
    private const double Pad = 10;
    private const double Size = 15;
    private const double Line = 20;
    private const double Between = 14;
    private const double Head = 30;
    private const string Family = "'Noto Sans', sans-serif";

    private static readonly TheoryLayer[] Columns = [TheoryLayer.Inputs, TheoryLayer.Activities, TheoryLayer.Outputs, TheoryLayer.Outcomes, TheoryLayer.Impacts];

    private readonly StringBuilder lines = new();
    private readonly StringBuilder boxes = new();
    private readonly Dictionary<string, Box> placed = new(StringComparer.Ordinal);
    private readonly TheoryContent theory;
    private readonly string address;

    private TheoryPicture(TheoryContent theory, string address) => (this.theory, this.address) = (theory, address);

    /// <param name="address">Of the theory: a node's is below it.</param>
    public static IHtmlContent Draw(TheoryContent theory, string address, string query) => new TheoryPicture(theory, address).Drawn(query);

    private HtmlString Drawn(string query)
    {
        var top = Conditions();
        var bottom = top;
        for (var at = 0; at < Columns.Length; at++)
        {
            var x = at * (Column + Gap);
            var nodes = theory.Nodes.Where(n => n.Layer == Columns[at]).ToList();
            Words(boxes, x, top + 18, Title(Columns[at]), Size, "#56605f", bold: true);
            var y = top + Head;
            foreach (var node in Ordered(nodes))
            {
                var text = Wrapped(node.Title, Column - (2 * Pad));
                var height = (text.Count * Line) + (2 * Pad);
                placed[node.Key] = new Box(x, y, Column, height, text);
                y += height + Between;
            }

            bottom = Math.Max(bottom, y);
        }

        foreach (var link in theory.Links)
        {
            Draw(link);
        }

        foreach (var node in theory.Nodes)
        {
            Draw(node, query);
        }

        var description = $"{theory.Title}: {theory.Nodes.Count} parts and {theory.Links.Count} links, from conditions to impacts. The list says the same in words.";
        return new HtmlString(
            $"<div class=\"abcd-theory__picture\" role=\"region\" tabindex=\"0\" aria-label=\"The picture\"><svg role=\"group\" aria-label=\"{Html(description)}\" viewBox=\"0 0 {N(Width)} {N(bottom)}\" width=\"{N(Width)}\" height=\"{N(bottom)}\" font-family=\"{Family}\">{lines}{boxes}</svg></div>");
    }

    /// <summary>A layer's name as it heads its column.</summary>
    internal static string Title(TheoryLayer layer) => layer switch
    {
        TheoryLayer.Conditions => "Conditions",
        TheoryLayer.Inputs => "What is given",
        TheoryLayer.Activities => "What is done",
        TheoryLayer.Outputs => "What is counted",
        TheoryLayer.Outcomes => "What is hoped for",
        _ => "In the end",
    };

    // In rows across the whole width.
    private double Conditions()
    {
        var nodes = theory.Nodes.Where(n => n.Layer == TheoryLayer.Conditions).ToList();
        if (nodes.Count == 0)
        {
            return 0;
        }

        Words(boxes, 0, 18, Title(TheoryLayer.Conditions), Size, "#56605f", bold: true);
        var y = Head;
        var row = Math.Min(5, nodes.Count);
        var width = (Width - ((row - 1) * Between)) / row;
        foreach (var line in nodes.Chunk(row))
        {
            var texts = line.Select(n => Wrapped(n.Title, width - (2 * Pad))).ToList();
            var height = (texts.Max(t => t.Count) * Line) + (2 * Pad);
            for (var at = 0; at < line.Length; at++)
            {
                placed[line[at].Key] = new Box(at * (width + Between), y, width, height, texts[at]);
            }

            y += height + Between;
        }

        return y + 12;
    }

    // Near what leads to them, so that lines cross little.
    private IEnumerable<TheoryNode> Ordered(List<TheoryNode> nodes) => nodes
        .Select((node, at) => (node, at, from: theory.Links.Where(l => l.To == node.Key && placed.ContainsKey(l.From)).Select(l => placed[l.From].Middle).ToList()))
        .OrderBy(n => n.from.Count == 0 ? double.MaxValue : n.from.Average()).ThenBy(n => n.at)
        .Select(n => n.node);

    private void Draw(TheoryLink link)
    {
        if (!placed.TryGetValue(link.From, out var from) || !placed.TryGetValue(link.To, out var to))
        {
            return;
        }

        var (width, dash) = link.Strength switch
        {
            EvidenceStrength.Strong => (3.5, null),
            EvidenceStrength.Some => (2.2, null),
            EvidenceStrength.Practice => (1.6, "7 4"),
            _ => (1.3, "2 5"),
        };
        // From a condition down; otherwise from right to left edge.
        var path = theory.Node(link.From)!.Layer == TheoryLayer.Conditions
            ? $"M{N(from.X + (from.Width / 2))} {N(from.Y + from.Height)} L{N(to.X + (to.Width / 2))} {N(to.Y)}"
            : $"M{N(from.X + from.Width)} {N(from.Middle)} C{N(from.X + from.Width + (Gap * 0.6))} {N(from.Middle)} {N(to.X - (Gap * 0.6))} {N(to.Middle)} {N(to.X)} {N(to.Middle)}";
        lines.Append($"<path d=\"{path}\" fill=\"none\" stroke=\"#56605f\" stroke-width=\"{N(width)}\"");
        if (dash is not null)
        {
            lines.Append($" stroke-dasharray=\"{dash}\"");
        }

        lines.Append("/>");
    }

    private void Draw(TheoryNode node, string query)
    {
        var box = placed[node.Key];
        var (fill, edge) = node.Layer switch
        {
            TheoryLayer.Conditions => ("#ebe5d8", "#85796a"),
            TheoryLayer.Outputs => ("#fdf1d8", "#9a6a00"),
            TheoryLayer.Outcomes => ("#e3efec", "#0b5a57"),
            TheoryLayer.Impacts => ("#f0e9f3", "#5b3a6b"),
            _ => ("#ffffff", "#56605f"),
        };
        boxes.Append($"<a href=\"{Html($"{address}/{node.Key}{query}")}\"><rect x=\"{N(box.X + 0.5)}\" y=\"{N(box.Y + 0.5)}\" width=\"{N(box.Width - 1)}\" height=\"{N(box.Height - 1)}\" rx=\"10\" fill=\"{fill}\" stroke=\"{edge}\"/>");
        for (var at = 0; at < box.Text.Count; at++)
        {
            Words(boxes, box.X + Pad, box.Y + Pad + 15 + (at * Line), box.Text[at], Size, "#1f2a2c");
        }

        boxes.Append("</a>");
    }

    private static void Words(StringBuilder into, double x, double y, string text, double size, string fill, bool bold = false) =>
        into.Append($"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" fill=\"{fill}\"{(bold ? " font-weight=\"700\"" : "")}>{Html(text)}</text>");

    // About how wide a letter is: a little too wide rather than too narrow.
    private static List<string> Wrapped(string text, double width)
    {
        var letters = Math.Max(6, (int)(width / (Size * 0.56)));
        var wrapped = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                wrapped.Add(line);
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        wrapped.Add(line);
        return wrapped;
    }

    private static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);

    private sealed record Box(double X, double Y, double Width, double Height, IReadOnlyList<string> Text)
    {
        public double Middle => Y + (Height / 2);
    }
}

/// <summary>What the pages say of a theory of change.</summary>
internal static class TheoryText
{
    public static string Of(EvidenceStrength strength) => strength switch
    {
        EvidenceStrength.Strong => "strong: several good studies",
        EvidenceStrength.Some => "some: a few studies, or mixed ones",
        EvidenceStrength.Practice => "practice: people who do the work say so",
        _ => "assumed: nobody has shown it",
    };

    public static string Short(EvidenceStrength strength) => strength switch
    {
        EvidenceStrength.Strong => "strong",
        EvidenceStrength.Some => "some",
        EvidenceStrength.Practice => "practice",
        _ => "assumed",
    };
}
