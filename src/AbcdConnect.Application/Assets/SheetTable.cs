using System.Globalization;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.Assets;

/// <summary>A table of columns with headings, read one row at a time, whatever kind of file it stands in.</summary>
internal abstract class SheetTable : IDisposable
{
    /// <summary>More is a file whose cells are not separated by what they seem to be.</summary>
    public const int MostColumns = 5_000;

    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<string> cells = [];

    /// <summary>The headings, tidied: one that is blank is named by its place ("Column C"), one that is there twice by a number.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>The row as a spreadsheet numbers it.</summary>
    public int Row { get; private set; }

    public bool HasMoreCellsThanColumns => cells.Skip(Columns.Count).Any(c => !string.IsNullOrWhiteSpace(c));

    public int Cells => cells.Count;

    /// <summary>How many cells of this row have anything in them.</summary>
    public int FilledCells => cells.Count(c => !string.IsNullOrWhiteSpace(c));

    /// <summary>Opens a file of either kind: a workbook, or one of words with something between them.</summary>
    /// <param name="sheet">A workbook's sheet; null for the first.</param>
    /// <param name="headings">The row the headings are in; null for the first with anything in it.</param>
    /// <exception cref="DomainRuleException">It is neither, is empty, or is more than can be read.</exception>
    public static async Task<SheetTable> Open(Stream file, IWorkbooks workbooks, string? sheet, int? headings, CancellationToken token)
    {
        if (!await IsWorkbook(file, token))
        {
            return await CsvTable.Open(file, headings, token);
        }

        var table = new WorkbookTable(workbooks.Rows(file, sheet).GetEnumerator());
        await table.ReadHeadings(headings);
        return table;
    }

    public static async Task<bool> IsWorkbook(Stream file, CancellationToken token)
    {
        if (!file.CanSeek)
        {
            return false;
        }

        var (start, bytes) = (file.Position, new byte[4]);
        var read = await file.ReadAtLeastAsync(bytes, 4, throwOnEndOfStream: false, token);
        file.Position = start;
        return read == 4 && bytes is [(byte)'P', (byte)'K', 3, 4];
    }

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>The first of these headings that the file has.</summary>
    public string? FirstOf(params string[] names) => Array.Find(names, columns.ContainsKey);

    /// <summary>Goes to the next row with anything in it.</summary>
    public async Task<bool> Read()
    {
        while (await NextRow() is var (row, next))
        {
            (Row, cells) = (row, next);
            if (cells.Any(c => !string.IsNullOrWhiteSpace(c)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A cell, tidied; null where it is blank, missing or not a column. Control characters are left out.</summary>
    public string? Cell(string column) => columns.TryGetValue(column, out var index) ? Cell(index) : null;

    /// <inheritdoc cref="Cell(string)"/>
    public string? Cell(int index)
    {
        if (index >= cells.Count)
        {
            return null;
        }

        var text = cells[index];
        if (text.AsSpan().ContainsAnyInRange('\0', '\u001f'))
        {
            text = new string([.. text.Replace("\r\n", "\n", StringComparison.Ordinal).Where(c => c >= ' ' || c is '\n' or '\t')]);
        }

        return Words.Tidy(text);
    }

    /// <exception cref="DomainRuleException">A column is missing; the message names it, and those that are there.</exception>
    public void MustHave(IEnumerable<string> needed, string what)
    {
        var all = needed.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var missing = all.Where(c => !Has(c)).ToList();
        if (missing.Count > 0)
        {
            var (one, found) = (missing.Count == 1, string.Join(", ", Columns.Take(50).Select(c => c.Length > 60 ? c[..60] + "…" : c)));
            throw new DomainRuleException($"{what} needs the columns {string.Join(", ", all)}. The file has no {(one ? "column" : "columns")} {string.Join(", ", missing)}. Its first row has: {found}.");
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A spreadsheet's name for a column: A, B … Z, AA.</summary>
    public static string LettersOf(int index)
    {
        var letters = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>The next row with its number, blank ones too; null after the last. The list may be used again for the row after.</summary>
    protected abstract ValueTask<(int Row, IReadOnlyList<string> Cells)?> NextRow();

    protected abstract void Dispose(bool disposing);

    protected async Task ReadHeadings(int? row)
    {
        do
        {
            if (!await Read())
            {
                throw new DomainRuleException(row is null or 1
                    ? "The file is empty. It needs a first row with the columns' headings."
                    : $"The file has nothing in row {row} or after it. Say in which row its headings are.");
            }
        }
        while (Row < row);

        if (cells.Count > MostColumns)
        {
            throw new DomainRuleException($"The file has {cells.Count:N0} columns; {MostColumns:N0} can be read. Delete those you do not need, and bring it in again.");
        }

        var names = new List<string>(cells.Count);
        for (var i = 0; i < cells.Count; i++)
        {
            var heading = Cell(i) is { } typed ? string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : $"Column {LettersOf(i)}";
            var name = heading;
            for (var twin = 2; !columns.TryAdd(name, i); twin++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{heading} ({twin})");
            }

            names.Add(name);
        }

        Columns = names;
    }
}

/// <summary>A sheet of a workbook.</summary>
internal sealed class WorkbookTable(IEnumerator<WorkbookRow> rows) : SheetTable
{
    protected override ValueTask<(int Row, IReadOnlyList<string> Cells)?> NextRow() =>
        ValueTask.FromResult<(int, IReadOnlyList<string>)?>(rows.MoveNext() ? (rows.Current.Number, rows.Current.Cells) : null);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rows.Dispose();
        }
    }
}

/// <summary>Port: Excel's workbooks (.xlsx).</summary>
public interface IWorkbooks
{
    /// <summary>The names of its sheets, hidden ones left out.</summary>
    /// <exception cref="DomainRuleException">It cannot be read, or unpacks to more than is read.</exception>
    IReadOnlyList<string> SheetsOf(Stream file);

    /// <summary>The rows of one sheet as they are read, never all at once: each cell as words. Formulas are the values they had when
    /// the workbook was saved; days are written 2026-11-22.</summary>
    /// <param name="sheet">Null for the first that is not hidden.</param>
    /// <exception cref="DomainRuleException">It cannot be read, or unpacks to more than is read.</exception>
    IEnumerable<WorkbookRow> Rows(Stream file, string? sheet);
}

/// <param name="Cells">Used again for the next row.</param>
public sealed record WorkbookRow(int Number, IReadOnlyList<string> Cells);
