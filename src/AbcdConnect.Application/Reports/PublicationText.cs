using System.Globalization;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Application.Reports;

/// <summary>A publication's cells as they are kept beside its edition: a line for the rule and the places, then a line a cell. It holds what
/// was hidden, so that it never leaves the database.</summary>
internal static class PublicationText
{
    private const char Between = '|';

    public static string Write(Publication publication) => string.Join('\n',
    [
        string.Join(Between, [((int)publication.Rule).ToString(CultureInfo.InvariantCulture), .. publication.Places.Select(p => p.ToString(CultureInfo.InvariantCulture))]),
        .. publication.Cells.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Cell.Key.What}|{c.Cell.Key.Part}|{c.Cell.Key.Place}|{c.Cell.Key.From}|{c.Cell.Key.To}|{c.Cell.Value}|{c.Cell.Cost}|{(c.Cell.OfPeople ? "p" : "")}{(c.Cell.CountedOnce ? "o" : "")}{(c.Cell.TellsIfNought ? "n" : "")}{(c.IsHidden ? "h" : "")}")),
    ]);

    public static Publication Read(string text)
    {
        var lines = text.Split('\n');
        var head = lines[0].Split(Between);
        return new Publication(
            (DisclosureRule)int.Parse(head[0], CultureInfo.InvariantCulture),
            [.. head.Skip(1).Select(p => long.Parse(p, CultureInfo.InvariantCulture))],
            [.. lines.Skip(1).Where(l => l.Length > 0).Select(Cell)]);
    }

    private static PublishedCell Cell(string line)
    {
        var parts = line.Split(Between);
        var flags = parts[7];
        var key = new CellKey(parts[0], parts[1], parts[2].Length == 0 ? null : long.Parse(parts[2], CultureInfo.InvariantCulture), Month(parts[3]), Month(parts[4]));
        return new PublishedCell(
            new Cell(
                key,
                int.Parse(parts[5], CultureInfo.InvariantCulture),
                OfPeople: flags.Contains('p', StringComparison.Ordinal),
                CountedOnce: flags.Contains('o', StringComparison.Ordinal),
                TellsIfNought: flags.Contains('n', StringComparison.Ordinal),
                Cost: int.Parse(parts[6], CultureInfo.InvariantCulture)),
            flags.Contains('h', StringComparison.Ordinal));
    }

    private static YearMonth Month(string text) => YearMonth.TryParse(text, out var month) ? month : throw new FormatException("A month is written 2026-10.");
}
