using System.Globalization;
using System.Text;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Infrastructure.Demo;

/// <summary>The files of <c>database/demo</c> and <c>database/taxonomy</c>, which stand beside the assemblies.</summary>
internal sealed class DemoFiles(string folder)
{
    public static DemoFiles Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "database"));

    /// <summary>The rows of one file, such as <c>demo/people.csv</c>.</summary>
    public IReadOnlyList<DemoRow> Rows(string file)
    {
        using var lines = Lines(Text(file)).GetEnumerator();
        if (!lines.MoveNext())
        {
            throw new InvalidDataException($"{file} is empty; its first line names the columns.");
        }

        var columns = lines.Current;
        var rows = new List<DemoRow>();
        while (lines.MoveNext())
        {
            var cells = lines.Current;
            if (cells.Count != columns.Count)
            {
                throw new InvalidDataException($"{file}, row {rows.Count + 2}: there are {cells.Count} cells under {columns.Count} columns.");
            }

            rows.Add(new DemoRow(file, rows.Count + 2, columns.Zip(cells).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal)));
        }

        return rows;
    }

    public Task<byte[]> Bytes(string file, CancellationToken token) => File.ReadAllBytesAsync(Path.Combine(folder, file), token);

    public string Text(string file) => File.ReadAllText(Path.Combine(folder, file));

    // RFC 4180. Our own files, so nothing more lenient than that.
    private static IEnumerable<IReadOnlyList<string>> Lines(string text)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(c);
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(c);
                }

                continue;
            }

            switch (c)
            {
                case '"':
                    quoted = true;
                    break;
                case '\r':
                    break;
                case ',' or '\n':
                    cells.Add(cell.ToString().Trim());
                    cell.Clear();
                    if (c == '\n')
                    {
                        yield return cells;
                        cells = [];
                    }

                    break;
                default:
                    cell.Append(c);
                    break;
            }
        }

        if (cells.Count > 0 || cell.Length > 0)
        {
            cells.Add(cell.ToString().Trim());
            yield return cells;
        }
    }
}

/// <summary>One row of a demo file. Whoever edits the files is told the file, row and column of a mistake.</summary>
internal sealed record DemoRow(string File, int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>What the cell says, or null where it is empty.</summary>
    public string? this[string column] => Cells.TryGetValue(column, out var text)
        ? text.Length == 0 ? null : text
        : throw Wrong(column, "there is no such column");

    public string Text(string column) => this[column] ?? throw Wrong(column, "is empty");

    public IReadOnlyList<string> List(string column) => this[column]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public bool Yes(string column) => this[column] == "yes";

    public int Number0(string column) => this[column] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;

    public decimal? Decimal(string column) => this[column] is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public double? Degrees(string column) => this[column] is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    public DateOnly? Date(string column) => this[column] is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public TimeOnly? Time(string column) => this[column] is { } text ? TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture) : null;

    public YearMonth? Month(string column) => this[column] is { } text
        ? YearMonth.TryParse(text, out var month) ? month : throw Wrong(column, $"'{text}' is not a month such as 2026-03")
        : null;

    /// <summary>The value of an enumeration, written with hyphens or spaces: keep-in-touch.</summary>
    public TEnum Kind<TEnum>(string column)
        where TEnum : struct, Enum
    {
        var text = Text(column);
        var name = text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return Enum.TryParse<TEnum>(name, ignoreCase: true, out var kind) ? kind : throw Wrong(column, $"'{text}' is not one of: {string.Join(", ", Enum.GetNames<TEnum>())}");
    }

    public DayOfWeek Day(string column) => Text(column) switch
    {
        "mon" => DayOfWeek.Monday,
        "tue" => DayOfWeek.Tuesday,
        "wed" => DayOfWeek.Wednesday,
        "thu" => DayOfWeek.Thursday,
        "fri" => DayOfWeek.Friday,
        "sat" => DayOfWeek.Saturday,
        "sun" => DayOfWeek.Sunday,
        var other => throw Wrong(column, $"'{other}' is not a day: mon to sun"),
    };

    public InvalidDataException Wrong(string column, string what) => new($"{File}, row {Number}, {column}: {what}.");
}
