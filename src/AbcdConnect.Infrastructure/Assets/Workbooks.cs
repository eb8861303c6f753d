using System.Globalization;
using System.IO.Compression;
using System.Xml;
using AbcdConnect.Application.Assets;
using AbcdConnect.Domain.Common;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AbcdConnect.Infrastructure.Assets;

/// <summary>Workbooks by the Open XML SDK, read as a stream: one row in memory at a time, beside the words that its cells share.</summary>
/// <remarks>A workbook is a zip. What its parts unpack to is looked at before any is; .NET unpacks no more than a part says it holds.</remarks>
internal sealed class Workbooks : IWorkbooks
{
    private const int Megabyte = 1024 * 1024;

    // A hundred thousand rows of twenty columns unpack to about 150 MB.
    private const long MostUnpacked = 600L * Megabyte;
    private const long MostSharedWords = 120L * Megabyte;
    private const int MostParts = 5_000;

    // Excel's own limit is 32,767 letters; what writes more is no field of ours.
    private const int LongestCell = 200_000;

    // Excel's built-in formats of days and times: ECMA-376 part 1, 18.8.30.
    private static readonly HashSet<uint> BuiltInDays = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];
    private static readonly HashSet<uint> BuiltInTimes = [18, 19, 20, 21, 32, 33, 45, 46, 47];

    private enum Shape
    {
        Number,
        Day,
        Time,
    }

    public IReadOnlyList<string> SheetsOf(Stream file)
    {
        using var document = Open(file);
        return [.. Guarded(() => Sheets(document).Select(s => s.Name?.Value ?? "").ToList())];
    }

    public IEnumerable<WorkbookRow> Rows(Stream file, string? sheet)
    {
        using var document = Open(file);
        var (part, words, shapes, from1904) = Guarded(() =>
        {
            var book = document.WorkbookPart!;
            var sheets = Sheets(document);
            var found = sheets.Find(s => sheet is null || string.Equals(s.Name?.Value, sheet, StringComparison.OrdinalIgnoreCase))
                ?? throw new DomainRuleException(sheet is null ? "The workbook has no sheet of rows." : $"The workbook has no sheet '{sheet}'. It has: {string.Join(", ", sheets.Select(s => s.Name?.Value))}.");
            return ((WorksheetPart)book.GetPartById(found.Id!.Value!), Shared(book), Shapes(book), book.Workbook.WorkbookProperties?.Date1904?.Value == true);
        });
        using var reader = OpenXmlReader.Create(part);
        var cells = new List<string>();
        var number = 0;
        while (Guarded(reader.Read))
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            number = Guarded(() => Next(reader, cells, words, shapes, from1904, number));
            yield return new WorkbookRow(number, cells);
        }
    }

    private static int Next(OpenXmlReader reader, List<string> cells, List<string> words, List<Shape> shapes, bool from1904, int before)
    {
        cells.Clear();
        var said = reader.Attributes.FirstOrDefault(a => a.LocalName == "r").Value;
        var number = int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > before ? row : before + 1;
        if (!reader.ReadFirstChild())
        {
            return number;
        }

        do
        {
            if (reader.ElementType != typeof(Cell) || reader.LoadCurrentElement() is not Cell cell)
            {
                continue;
            }

            var column = cell.CellReference?.Value is { } at ? ColumnOf(at) : cells.Count;
            if (column is < 0 or >= 16_384)
            {
                continue;
            }

            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = Text(cell, words, shapes, from1904);
        }
        while (reader.ReadNextSibling());
        return number;
    }

    private static string Text(Cell cell, List<string> words, List<Shape> shapes, bool from1904)
    {
        // The value that stands beside a formula is the one it had when the workbook was saved.
        var value = cell.CellValue?.Text ?? "";
        var text = cell.DataType?.Value switch
        {
            CellValues.SharedString => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < words.Count ? words[at] : "",
            CellValues.InlineString => cell.InlineString?.InnerText ?? "",
            CellValues.Boolean => value == "1" ? "yes" : "no",
            // #N/A, #REF!: nothing that somebody meant.
            CellValues.Error => "",
            CellValues.String or CellValues.Date => value,
            _ => Number(value, (int)(cell.StyleIndex?.Value ?? 0), shapes, from1904),
        };
        return text.Length > LongestCell + 1 ? text[..(LongestCell + 1)] : text;
    }

    private static string Number(string value, int style, List<Shape> shapes, bool from1904)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return value;
        }

        var shape = style < shapes.Count ? shapes[style] : Shape.Number;
        if (shape != Shape.Number && number is >= 0 and < 2_900_000)
        {
            var moment = DateTime.FromOADate(number + (from1904 ? 1462 : 0));
            return shape == Shape.Time || number < 1
                ? moment.ToString("HH:mm", CultureInfo.InvariantCulture)
                : moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        }

        // A telephone number typed as a number is all its digits, not 1.6E+09.
        return Math.Abs(number) < 1e15 && number == Math.Floor(number) ? number.ToString("0", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
    }

    private static List<Sheet> Sheets(SpreadsheetDocument document)
    {
        var book = document.WorkbookPart ?? throw new DomainRuleException("This is no workbook: it has no sheets.");
        return [.. book.Workbook.Descendants<Sheet>().Where(s => s.Id?.Value is { } id && s.State?.Value is null or SheetStateValues.Visible && book.GetPartById(s.Id!.Value!) is WorksheetPart)];
    }

    private static List<string> Shared(WorkbookPart book)
    {
        var words = new List<string>();
        if (book.SharedStringTablePart is not { } part)
        {
            return words;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is SharedStringItem item)
            {
                // Of a text in several colours its runs; how it is pronounced, which Japanese workbooks say beside it, is none of it.
                words.Add(item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(r => r.Text?.Text)));
            }
        }

        return words;
    }

    private static List<Shape> Shapes(WorkbookPart book)
    {
        var styles = book.WorkbookStylesPart?.Stylesheet;
        var own = styles?.NumberingFormats?.Elements<NumberingFormat>().Where(f => f.NumberFormatId is not null)
            .GroupBy(f => f.NumberFormatId!.Value).ToDictionary(g => g.Key, g => g.First().FormatCode?.Value ?? "") ?? [];
        return [.. styles?.CellFormats?.Elements<CellFormat>().Select(f => ShapeOf(f.NumberFormatId?.Value ?? 0, own)) ?? []];
    }

    private static Shape ShapeOf(uint format, Dictionary<uint, string> own)
    {
        if (!own.TryGetValue(format, out var code))
        {
            return BuiltInDays.Contains(format) ? Shape.Day : BuiltInTimes.Contains(format) ? Shape.Time : Shape.Number;
        }

        // Words in quotation marks and colours in brackets are none of the format's letters.
        var (letters, quoted, bracket) = ("", false, false);
        foreach (var c in code)
        {
            quoted ^= c == '"';
            bracket = c == '[' || (bracket && c != ']');
            letters += quoted || bracket ? "" : char.ToLowerInvariant(c);
        }

        return letters.Contains("yy", StringComparison.Ordinal) || letters.Contains('d', StringComparison.Ordinal) ? Shape.Day
            : letters.Contains('h', StringComparison.Ordinal) || letters.Contains("ss", StringComparison.Ordinal) ? Shape.Time
            : Shape.Number;
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column - 1;
    }

    private static SpreadsheetDocument Open(Stream file)
    {
        MustUnpackToLittle(file);
        return Guarded(() => SpreadsheetDocument.Open(file, isEditable: false, new OpenSettings { AutoSave = false, MaxCharactersInPart = MostUnpacked }));
    }

    private static void MustUnpackToLittle(Stream file)
    {
        var start = file.Position;
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var shared = zip.Entries.Where(e => e.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)).Sum(e => e.Length);
            var describing = zip.Entries.Where(e => !e.FullName.Contains("/worksheets/", StringComparison.OrdinalIgnoreCase) && !e.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) && e.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).Sum(e => e.Length);
            if (zip.Entries.Count > MostParts || zip.Entries.Sum(e => e.Length) > MostUnpacked || shared > MostSharedWords || describing > 64 * Megabyte)
            {
                throw new DomainRuleException($"Unpacked, this workbook is larger than can be read ({MostUnpacked / Megabyte} MB in all, {MostSharedWords / Megabyte} MB of words). Save the one sheet you need as CSV, or take what you do not need out of it, and bring that in.");
            }
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }
        finally
        {
            file.Position = start;
        }
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or XmlException or InvalidDataException or FileFormatException or FormatException or KeyNotFoundException or ArgumentException or InvalidOperationException or IOException)
        {
            throw Broken();
        }
    }

    private static DomainRuleException Broken() =>
        new("This workbook cannot be read: it is damaged, has a password, or is no Excel workbook (.xlsx). Open it, choose Save as, then Excel workbook or CSV UTF-8, and bring that in.");
}
