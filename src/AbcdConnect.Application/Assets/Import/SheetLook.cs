using System.Globalization;
using System.Text;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>The beginning of an uploaded file: its sheets, its columns and what stands in them.</summary>
internal sealed record SheetLook(IReadOnlyList<string> Sheets, int HeadingsAt, IReadOnlyList<SeenColumn> Columns)
{
    private const int RowsLookedAt = 200;

    public static async Task<SheetLook> At(Stream file, IWorkbooks workbooks, string? sheet, int? headings, CancellationToken token)
    {
        var sheets = await SheetTable.IsWorkbook(file, token) ? workbooks.SheetsOf(file) : [];
        file.Position = 0;
        var at = headings ?? await Headings(file, workbooks, sheet, token);
        file.Position = 0;
        using var table = await SheetTable.Open(file, workbooks, sheet, at, token);
        var seen = table.Columns.Select(_ => new List<string>()).ToList();
        for (var row = 0; row < RowsLookedAt && await table.Read(); row++)
        {
            for (var i = 0; i < seen.Count; i++)
            {
                if (table.Cell(i) is { } cell)
                {
                    seen[i].Add(cell.Length > 200 ? cell[..200] : cell);
                }
            }
        }

        file.Position = 0;
        return new SheetLook(sheets, at, [.. table.Columns.Select((heading, i) =>
        {
            var different = seen[i].Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            return new SeenColumn(heading, different.Take(40).ToList(), seen[i].Count, different.Count == seen[i].Count);
        })]);
    }

    // Above the headings there is often a title, or when the list was made: the headings are the first row about as wide as the list.
    private static async Task<int> Headings(Stream file, IWorkbooks workbooks, string? sheet, CancellationToken token)
    {
        using var table = await SheetTable.Open(file, workbooks, sheet, null, token);
        List<(int Row, int Filled)> rows = [(table.Row, table.FilledCells)];
        while (rows.Count < 12 && await table.Read())
        {
            rows.Add((table.Row, table.FilledCells));
        }

        var widest = rows.Max(r => r.Filled);
        return rows.First(r => r.Filled * 10 >= widest * 6).Row;
    }

    /// <summary>How the file would be read if nobody corrected anything.</summary>
    public async Task<AssetProfile> Guess(IAbcdDbContext db, string fileName, string? sheet, CancellationToken token)
    {
        var (fields, key) = ColumnGuess.Of(Columns);
        var (kind, category) = ColumnGuess.KindOf(fileName, await db.AssetCategories.AsNoTracking().ToListAsync(token));
        var name = NameOf(fileName);
        return Profile(name, kind, category, sheet, HeadingsAt, [.. Columns.Select(c => new ColumnChoice(c.Heading, fields.GetValueOrDefault(c.Heading), key.Contains(c.Heading, StringComparer.OrdinalIgnoreCase)))]);
    }

    /// <summary>How the file is read by what was chosen for each column.</summary>
    public static AssetProfile Profile(string name, AssetKind kind, string category, string? sheet, int? headingsAt, IReadOnlyList<ColumnChoice> columns)
    {
        var byField = columns.Where(c => c.Becomes is not null).GroupBy(c => c.Becomes!, StringComparer.OrdinalIgnoreCase).ToList();
        return new AssetProfile
        {
            Name = name,
            Title = name,
            Kind = kind,
            Category = category,
            Sheet = sheet,
            HeadingsAt = headingsAt,
            Key = [.. columns.Where(c => c.TellsApart).Select(c => c.Heading)],
            Nothing = ["NA", "N/A", "n/a", "none", "null", "-", "?", "unknown", "not known", "tbc"],
            Fields = byField.Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Heading, StringComparer.Ordinal),
            Joined = byField.Where(g => g.Count() > 1).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(c => c.Heading)], StringComparer.Ordinal),
        };
    }

    /// <summary>A list's name from its file's: no ending, no date, no version; the same next month.</summary>
    public static string NameOf(string fileName)
    {
        var name = new StringBuilder();
        foreach (var c in Path.GetFileNameWithoutExtension(fileName).Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture))
        {
            name.Append(char.IsLetter(c) ? c : ' ');
        }

        var words = name.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("final" or "copy" or "version" or "v" or "new" or "latest" or "jan" or "feb" or "mar" or "apr" or "may" or "jun" or "jul" or "aug" or "sep" or "sept" or "oct" or "nov" or "dec")).Take(6).ToList();
        var tidy = string.Join(' ', words);
        return tidy.Length == 0 ? "my list" : tidy.Length > 60 ? tidy[..60].TrimEnd() : tidy;
    }
}

/// <param name="Becomes">A field of the map; null where the column is left out.</param>
/// <param name="TellsApart">It is one of those that together tell a row from every other.</param>
public sealed record ColumnChoice(string Heading, string? Becomes, bool TellsApart);
