using AbcdConnect.Application.Meetings.Table;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Charts;
using Microsoft.AspNetCore.Html;

namespace AbcdConnect.Web.Features.Meetings.Table;

/// <summary>The agencies' network, drawn the same each time: those who meet and act together stand near each other. Each is numbered as
/// in the table beside it, which says the same in words.</summary>
/// <remarks>Placed after T. Fruchterman and E. Reingold, "Graph drawing by force-directed placement", Software: Practice and
/// Experience 21 (1991), 1129–1164, from a circle, with no chance in it.</remarks>
internal static class NetworkPicture
{
    private const double Size = 320;
    private const double Margin = 16;
    private const int Rounds = 120;

    public static Chart Of(NetworkView network)
    {
        var places = Place(network.Nodes.Count, [.. network.Ties.Select(t => (t.One, t.Other))], Size);
        var svg = new Svg();
        var strongest = Math.Max(1, network.Ties.Count == 0 ? 1 : network.Ties.Max(t => t.Strength));
        foreach (var tie in network.Ties)
        {
            svg.Line(places[tie.One].X, places[tie.One].Y, places[tie.Other].X, places[tie.Other].Y, "#85796a", 0.4 + (2.2 * tie.Strength / strongest));
        }

        for (var at = 0; at < network.Nodes.Count; at++)
        {
            var node = network.Nodes[at];
            svg.Circle(places[at].X, places[at].Y, node.Bridges ? 11 : 9, node.Bridges ? Svg.Sun : "#ffffff", Svg.Teal);
            svg.Text(places[at].X, places[at].Y + 3.5, (at + 1).ToString(UkText.Culture), 9.5, Svg.Ink, "middle", node.Bridges);
        }

        var words = Description(network);
        return new Chart(
            "Who meets and acts with whom",
            words,
            svg.Picture(Size, Size, words),
            ["Agency", "Number in the picture", "Sector", "Tied with", "Lies between others", "Alone holds somebody to the rest"],
            [.. network.Nodes.Select((n, at) => new ChartRow(n.Name, [(at + 1).ToString(UkText.Culture), Words.Of(n.Sector), n.Tied.ToString(UkText.Culture), n.Between.ToString("0.000", UkText.Culture), n.Bridges ? "yes" : "no"]))]);
    }

    /// <summary>The network of each year, small and side by side: every agency at the same place in each, and what is new since the one before drawn thicker, in sun.</summary>
    public static IReadOnlyList<(NetworkYear Year, string Words, IHtmlContent Picture)> Growth(NetworkView network)
    {
        const double Small = 150;
        var places = Place(network.Ever.Count, [.. network.Growth.SelectMany(y => y.Pairs).Distinct()], Small);
        var pictures = new List<(NetworkYear, string, IHtmlContent)>();
        NetworkYear? before = null;
        foreach (var year in network.Growth)
        {
            var svg = new Svg();
            var known = before?.Pairs.ToHashSet();
            var added = year.Pairs.Where(p => known?.Contains(p) == false).ToHashSet();
            foreach (var (one, other) in year.Pairs.OrderBy(added.Contains))
            {
                var isNew = added.Contains((one, other));
                svg.Line(places[one].X, places[one].Y, places[other].X, places[other].Y, isNew ? Svg.Sun : "#c3b9a8", isNew ? 1.4 : 0.5);
            }

            foreach (var who in year.Who)
            {
                svg.Circle(places[who].X, places[who].Y, 3.2, before?.Who.Contains(who) == false ? Svg.Sun : Svg.Teal, Svg.Teal);
            }

            var joined = before is null ? 0 : year.Who.Except(before.Who).Count();
            var words = $"{Many(year.Agencies, "agency", "agencies")}, {Many(year.Ties, "tie", "ties")}{(before is null ? "" : $"; {(joined == 0 ? "" : $"{Many(joined, "agency", "agencies")} and ")}{Many(added.Count, "tie", "ties")} new")}";
            pictures.Add((year, words, svg.Picture(Small, Small, $"The year up to {year.Until.ToWords()}: {words}.")));
            before = year;
        }

        return pictures;
    }

    private static string Many(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    public static string Description(NetworkView network)
    {
        if (network.Nodes.Count == 0)
        {
            return "No agencies met in this year.";
        }

        var words = $"{network.Nodes.Count} agencies, {network.Ties.Count} {(network.Ties.Count == 1 ? "tie" : "ties")}: {Percent(network.Density)} of all that could be. ";
        words += network.Parts == 1 ? "All hold together. " : $"They stand in {network.Parts} parts, the largest of {network.LargestPart}. ";
        var between = network.Nodes.Where(n => n.Between > 0).Take(3).Select(n => n.Name).ToList();
        words += between.Count == 0 ? "" : $"Most ways between others lead through {Listed(between)}. ";
        var bridges = network.Nodes.Where(n => n.Bridges).Select(n => n.Name).ToList();
        return (words + (bridges.Count == 0 ? "No single one holds another to the rest." : $"Without {Listed(bridges)} somebody would be cut off.")).Trim();
    }

    public static string Percent(double share) => share.ToString("P0", UkText.Culture);

    private static string Listed(List<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    private static (double X, double Y)[] Place(int n, IReadOnlyList<(int One, int Other)> ties, double size)
    {
        var places = new (double X, double Y)[n];
        for (var at = 0; at < n; at++)
        {
            var angle = 2 * Math.PI * at / Math.Max(1, n);
            places[at] = (Math.Cos(angle), Math.Sin(angle));
        }

        // Lengths in units of the area's side; the temperature falls evenly.
        var near = 1.6 / Math.Sqrt(Math.Max(1, n));
        // Where nearly everybody is tied with nearly everybody, each tie pulls less: else all stand in one heap.
        var pull = Math.Min(0.5, 1.5 * n / Math.Max(1, 2.0 * ties.Count));
        var tied = ties.SelectMany(t => new[] { t.One, t.Other }).ToHashSet();
        var alone = Enumerable.Range(0, n).Select(at => !tied.Contains(at)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var push = new (double X, double Y)[n];
            for (var one = 0; one < n; one++)
            {
                for (var other = 0; other < one && !alone[one]; other++)
                {
                    if (alone[other])
                    {
                        continue;
                    }

                    var (x, y, apart) = Between(places[one], places[other]);
                    var force = near * near / apart;
                    push[one] = (push[one].X + (x * force), push[one].Y + (y * force));
                    push[other] = (push[other].X - (x * force), push[other].Y - (y * force));
                }

                // A little towards the middle, so that parts tied to no other do not drift away.
                push[one] = (push[one].X - (places[one].X * 0.35), push[one].Y - (places[one].Y * 0.35));
            }

            foreach (var tie in ties)
            {
                var (x, y, apart) = Between(places[tie.One], places[tie.Other]);
                var force = apart * apart / near * pull * 0.25;
                push[tie.One] = (push[tie.One].X - (x * force), push[tie.One].Y - (y * force));
                push[tie.Other] = (push[tie.Other].X + (x * force), push[tie.Other].Y + (y * force));
            }

            var heat = 0.2 * (Rounds - round) / Rounds;
            for (var at = 0; at < n; at++)
            {
                var length = Math.Max(1e-9, Math.Sqrt((push[at].X * push[at].X) + (push[at].Y * push[at].Y)));
                var step = Math.Min(length, heat);
                places[at] = (places[at].X + (push[at].X / length * step), places[at].Y + (push[at].Y / length * step));
            }
        }

        return Fit(places, alone, size);
    }

    private static (double X, double Y, double Apart) Between((double X, double Y) one, (double X, double Y) other)
    {
        var (x, y) = (one.X - other.X, one.Y - other.Y);
        var apart = Math.Max(0.01, Math.Sqrt((x * x) + (y * y)));
        return (x / apart, y / apart, apart);
    }

    // Those tied to nobody stand in a row under the others.
    private static (double X, double Y)[] Fit((double X, double Y)[] places, bool[] alone, double size)
    {
        // In a small picture the margin, and the row of those tied to nobody, are as much smaller.
        var edge = Margin * size / Size;
        var (step, inRow) = (26.0 * size / Size, 11);
        var lonely = alone.Count(a => a);
        var tied = places.Where((_, at) => !alone[at]).DefaultIfEmpty((0, 0)).ToList();
        var (left, right, top, bottom) = (tied.Min(p => p.X), tied.Max(p => p.X), tied.Min(p => p.Y), tied.Max(p => p.Y));
        var floor = size - edge - (lonely > 0 ? 3 * edge : 0);
        static double Into(double value, double from, double to, double least, double most) => least + ((most - least) * (to - from < 1e-9 ? 0.5 : (value - from) / (to - from)));
        var row = 0;
        return
        [
            .. places.Select((p, at) => alone[at]
                ? (edge + (step * (row % inRow)), size - edge - (step * (row++ / inRow)))
                : (Into(p.X, left, right, edge, size - edge), Into(p.Y, top, bottom, edge, floor))),
        ];
    }
}
