using System.Globalization;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Application.Reports;

/// <summary>A publication's cells as they are kept beside its edition: a line for the rule and the places, a line for each count that is out
/// of date, then a line a cell. It holds what
/// was hidden, so that it never leaves the database.</summary>
internal static class PublicationText
{
    private const char Between = '|';
    private const char OutOfDate = '-';

    public static string Write(Publication publication) => string.Join('\n',
    [
        string.Join(Between, [((int)publication.Rule).ToString(CultureInfo.InvariantCulture), .. publication.Places.Select(p => p.ToString(CultureInfo.InvariantCulture))]),
        .. publication.Outdated.Select(k => string.Create(CultureInfo.InvariantCulture, $"{OutOfDate}{k.What}|{k.Part}|{k.Place}|{k.From}|{k.To}")),
        .. publication.Cells.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Cell.Key.What}|{c.Cell.Key.Part}|{c.Cell.Key.Place}|{c.Cell.Key.From}|{c.Cell.Key.To}|{c.Cell.Value}|{c.Cell.Cost}|{(c.Cell.OfPeople ? "p" : "")}{(c.Cell.CountedOnce ? "o" : "")}{(c.Cell.TellsIfNought ? "n" : "")}{(c.Cell.StandsAlone ? "a" : "")}{(c.Cell.IsTold ? "" : "u")}{(c.Cell.MayBeFew ? "m" : "")}{(c.IsHidden ? "h" : "")}")),
    ]);

    public static Publication Read(string text)
    {
        var lines = text.Split('\n');
        var head = lines[0].Split(Between);
        return new Publication(
            (DisclosureRule)int.Parse(head[0], CultureInfo.InvariantCulture),
            [.. head.Skip(1).Select(p => long.Parse(p, CultureInfo.InvariantCulture))],
            [.. lines.Skip(1).Where(l => l.Length > 0 && l[0] != OutOfDate).Select(Cell)])
        {
            Outdated = [.. lines.Skip(1).Where(l => l.Length > 0 && l[0] == OutOfDate).Select(l => Key(l[1..].Split(Between)))],
        };
    }

    private static PublishedCell Cell(string line)
    {
        var parts = line.Split(Between);
        var flags = parts[7];
        return new PublishedCell(
            new Cell(
                Key(parts),
                int.Parse(parts[5], CultureInfo.InvariantCulture),
                OfPeople: flags.Contains('p', StringComparison.Ordinal),
                CountedOnce: flags.Contains('o', StringComparison.Ordinal),
                TellsIfNought: flags.Contains('n', StringComparison.Ordinal),
                Cost: int.Parse(parts[6], CultureInfo.InvariantCulture),
                StandsAlone: flags.Contains('a', StringComparison.Ordinal),
                IsTold: !flags.Contains('u', StringComparison.Ordinal),
                MayBeFew: flags.Contains('m', StringComparison.Ordinal)),
            flags.Contains('h', StringComparison.Ordinal));
    }

    private static CellKey Key(string[] parts) => new(parts[0], parts[1], parts[2].Length == 0 ? null : long.Parse(parts[2], CultureInfo.InvariantCulture), Month(parts[3]), Month(parts[4]));

    private static YearMonth Month(string text) => YearMonth.TryParse(text, out var month) ? month : throw new FormatException("A month is written 2026-10.");
}
