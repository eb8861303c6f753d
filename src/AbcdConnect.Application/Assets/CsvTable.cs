using System.Text;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.Assets;

/// <summary>A CSV file as people have them, read one row at a time: with or without a byte order mark, UTF-8 or what older
/// Excels write, commas, semicolons or tabs, quoted line breaks, blank lines, rows that are too short.</summary>
internal sealed class CsvTable : SheetTable
{
    private const int LongestCell = 200_000;

    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly StreamReader reader;
    private readonly char delimiter;
    private readonly char[] buffer = new char[16384];
    private readonly List<string> cells = [];
    private readonly StringBuilder cell = new();
    private int line;
    private bool overlong;
    private int filled;
    private int at;

    private CsvTable(StreamReader reader, char delimiter)
    {
        this.reader = reader;
        this.delimiter = delimiter;
    }

    /// <exception cref="DomainRuleException">It is not a CSV file, or is empty.</exception>
    public static Task<CsvTable> Open(Stream file, CancellationToken token) => Open(file, null, token);

    /// <param name="headings">The row the columns' headings are in; null for the first with anything in it.</param>
    /// <exception cref="DomainRuleException">It is not a CSV file, or is empty.</exception>
    public static async Task<CsvTable> Open(Stream file, int? headings, CancellationToken token)
    {
        var (encoding, firstLines) = await Look(file, token);
        var letters = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 65536, leaveOpen: true);
        var table = new CsvTable(letters, Delimiters.MaxBy(d => firstLines.Count(c => c == d)));
        await table.ReadHeadings(headings);
        return table;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }
    }

    protected override async ValueTask<(int Row, IReadOnlyList<string> Cells)?> NextRow()
    {
        if (!await ReadRow())
        {
            return null;
        }

        return (++line, cells);
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

        if (quoted && overlong)
        {
            throw new DomainRuleException($"Row {line + 1} has a cell of more than {LongestCell:N0} letters: a quotation mark is opened there and not closed. Put that right and import the file again; the rows before it are kept.");
        }

        End();
        return true;
    }

    private void End()
    {
        cells.Add(cell.ToString());
        cell.Clear();
        overlong = false;
    }

    // A cell too long for any field is read past, not kept: its row is refused, those after it come in.
    private void Append(char c)
    {
        overlong |= cell.Length > LongestCell;
        if (!overlong)
        {
            cell.Append(c);
        }
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

    private static async Task<(Encoding Encoding, string FirstLines)> Look(Stream file, CancellationToken token)
    {
        if (!file.CanSeek)
        {
            return (Encoding.UTF8, ",");
        }

        var start = file.Position;
        var bytes = new byte[65536];
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var letters = new char[65536 + 1];
        string? firstLines = null;
        Encoding encoding = Encoding.UTF8;
        while (await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, token) is > 0 and var read)
        {
            if (firstLines is null)
            {
                if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
                {
                    throw new DomainRuleException("This is an Excel workbook, not a CSV file. Open it, choose Save as, then CSV UTF-8, and import that.");
                }

                if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
                {
                    throw new DomainRuleException("This is a workbook of an old Excel (.xls), or one with a password. Open it, choose Save as, then Excel workbook (.xlsx) without a password, and bring that in.");
                }

                // Every other byte of UTF-16 is nothing, in our letters.
                var nothing = bytes.AsSpan(0, Math.Min(read, 2000)).Count((byte)0);
                var wide = bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] || (read >= 4 && nothing > Math.Min(read, 2000) / 4);
                if (wide)
                {
                    encoding = bytes is [0xFE, 0xFF, ..] || (bytes is not [0xFF, 0xFE, ..] && bytes[0] == 0) ? Encoding.BigEndianUnicode : Encoding.Unicode;
                }

                firstLines = string.Join('\n', encoding.GetString(bytes, 0, read).Split('\n').Take(10));
                if (wide)
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
        return (encoding, firstLines ?? ",");
    }
}
