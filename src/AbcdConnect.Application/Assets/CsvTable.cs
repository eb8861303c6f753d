using System.Text;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.Assets;

/// <summary>A CSV file as people have them, read one row at a time: with or without a byte order mark, UTF-8 or what older
/// Excels write, commas, semicolons or tabs, quoted line breaks, blank lines, rows that are too short.</summary>
internal sealed class CsvTable : IDisposable
{
    // More in one cell is a quotation mark that nobody closed.
    private const int LongestCell = 200_000;

    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly StreamReader reader;
    private readonly char delimiter;
    private readonly char[] buffer = new char[16384];
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> cells = [];
    private readonly StringBuilder cell = new();
    private int filled;
    private int at;

    private CsvTable(StreamReader reader, char delimiter)
    {
        this.reader = reader;
        this.delimiter = delimiter;
    }

    /// <summary>The headings, as the file has them.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>The row as a spreadsheet numbers it: the headings are row 1.</summary>
    public int Row { get; private set; }

    public bool HasMoreCellsThanColumns => cells.Skip(Columns.Count).Any(c => !string.IsNullOrWhiteSpace(c));

    public int Cells => cells.Count;

    /// <exception cref="DomainRuleException">It is not a CSV file, or is empty.</exception>
    public static async Task<CsvTable> Open(Stream file, CancellationToken token)
    {
        var (encoding, firstLine) = await Look(file, token);
        var letters = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 65536, leaveOpen: true);
        var table = new CsvTable(letters, Delimiters.MaxBy(d => firstLine.Count(c => c == d)));
        if (!await table.Next())
        {
            throw new DomainRuleException("The file is empty. It needs a first row with the columns' headings.");
        }

        table.Columns = [.. table.cells.Select(c => c.Trim())];
        for (var i = 0; i < table.Columns.Count; i++)
        {
            table.columns.TryAdd(table.Columns[i], i);
        }

        return table;
    }

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>The first of these headings that the file has.</summary>
    public string? FirstOf(params string[] names) => Array.Find(names, columns.ContainsKey);

    /// <summary>Goes to the next row with anything in it.</summary>
    public Task<bool> Read() => Next();

    /// <summary>A cell, tidied; null where it is blank, missing or not a column. Control characters are left out.</summary>
    public string? Cell(string column)
    {
        if (!columns.TryGetValue(column, out var index) || index >= cells.Count)
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

    public void Dispose() => reader.Dispose();

    private async Task<bool> Next()
    {
        while (await ReadRow())
        {
            Row++;
            if (cells.Exists(c => !string.IsNullOrWhiteSpace(c)))
            {
                return true;
            }
        }

        return false;
    }

    // RFC 4180, and forgiving where it is broken: a quotation mark inside an unquoted cell is a letter like any other,
    // and so are letters after a closing one.
    private async Task<bool> ReadRow()
    {
        cells.Clear();
        cell.Clear();
        if (await Peek() is null)
        {
            return false;
        }

        var quoted = false;
        var begun = false;
        while (await Peek() is { } c)
        {
            at++;
            if (quoted)
            {
                if (c != '"')
                {
                    Append(c);
                }
                else if (await Peek() == '"')
                {
                    at++;
                    Append('"');
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == delimiter)
            {
                End();
                begun = false;
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && await Peek() == '\n')
                {
                    at++;
                }

                End();
                return true;
            }
            else if (c == '"' && !begun)
            {
                quoted = true;
                begun = true;
            }
            else
            {
                Append(c);
                begun = begun || c != ' ';
            }
        }

        End();
        return true;
    }

    private void End()
    {
        cells.Add(cell.ToString());
        cell.Clear();
    }

    private void Append(char c)
    {
        if (cell.Length == LongestCell)
        {
            throw new DomainRuleException($"Row {Row + 1} has a cell of more than {LongestCell:N0} letters: most likely a quotation mark is opened there and not closed. Put that right and import the file again; the rows before it are kept.");
        }

        cell.Append(c);
    }

    private async ValueTask<char?> Peek()
    {
        if (at == filled)
        {
            filled = await reader.ReadAsync(buffer);
            at = 0;
        }

        return filled == 0 ? null : buffer[at];
    }

    private static async Task<(Encoding Encoding, string FirstLine)> Look(Stream file, CancellationToken token)
    {
        if (!file.CanSeek)
        {
            return (Encoding.UTF8, ",");
        }

        var start = file.Position;
        var bytes = new byte[65536];
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var letters = new char[65536 + 1];
        string? firstLine = null;
        Encoding encoding = Encoding.UTF8;
        while (await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, token) is > 0 and var read)
        {
            if (firstLine is null)
            {
                if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
                {
                    throw new DomainRuleException("This is an Excel workbook, not a CSV file. Open it, choose Save as, then CSV UTF-8, and import that.");
                }

                var bom = bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];
                var text = bom ? Encoding.Unicode.GetString(bytes, 0, read) : Encoding.UTF8.GetString(bytes, 0, read);
                firstLine = text.Split('\n', 2)[0];
                if (bom)
                {
                    break;
                }
            }

            try
            {
                decoder.GetChars(bytes.AsSpan(0, read), letters, flush: read < bytes.Length);
            }
            catch (DecoderFallbackException)
            {
                // What Excel on Windows calls plain "CSV".
                encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
                break;
            }
        }

        file.Position = start;
        return (encoding, firstLine ?? ",");
    }
}
