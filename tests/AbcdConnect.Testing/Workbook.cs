using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace AbcdConnect.Testing;

/// <summary>A workbook written by hand, part by part, so that what reads it is not what wrote it. A cell that begins with "=" is a formula
/// with its kept value after a tab: "=A1&amp;B1\tBowls".</summary>
public static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static MemoryStream Of(params object?[][] rows) => Of([("List", rows)]);

    public static MemoryStream Of(IReadOnlyList<(string Name, object?[][] Rows)> sheets)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var words = new List<string>();
            var bodies = sheets.Select(s => Sheet(s.Rows, words)).ToList();
            Write(zip, "[Content_Types].xml", $"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>""");
            Write(zip, "_rels/.rels", $"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/workbook.xml", $"""<?xml version="1.0"?><workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"s{i + 1}\"/>"))}</sheets></workbook>""");
            Write(zip, "xl/_rels/workbook.xml.rels", $"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="f" Type="{Office}/styles" Target="styles.xml"/>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>""");
            Write(zip, "xl/styles.xml", $"""<?xml version="1.0"?><styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
            Write(zip, "xl/sharedStrings.xml", $"""<?xml version="1.0"?><sst xmlns="{Main}">{string.Concat(words.Select(w => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(w)}</t></si>"))}</sst>""");
            for (var i = 0; i < bodies.Count; i++)
            {
                Write(zip, $"xl/worksheets/sheet{i + 1}.xml", bodies[i]);
            }
        }

        file.Position = 0;
        return file;
    }

    /// <summary>A workbook whose one sheet unpacks to so many bytes of nothing.</summary>
    public static MemoryStream Bomb(long bytes)
    {
        var file = new MemoryStream();
        using (var whole = Of(["name"]))
        {
            whole.CopyTo(file);
        }

        file.Position = 0;
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var nothing = new byte[1024 * 1024];
            Array.Fill(nothing, (byte)' ');
            for (long written = 0; written < bytes; written += nothing.Length)
            {
                sheet.Write(nothing);
            }
        }

        file.Position = 0;
        return file;
    }

    private static string Sheet(object?[][] rows, List<string> words)
    {
        var xml = new StringBuilder($"<?xml version=\"1.0\"?><worksheet xmlns=\"{Main}\"><sheetData>");
        for (var r = 0; r < rows.Length; r++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                xml.Append(Cell($"{Letters(c)}{r + 1}", rows[r][c], words));
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string Cell(string at, object? value, List<string> words)
    {
        switch (value)
        {
            case null:
                return "";
            case DateOnly day:
                return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"1\"><v>{day.ToDateTime(TimeOnly.MinValue).ToOADate()}</v></c>");
            case bool yes:
                return $"<c r=\"{at}\" t=\"b\"><v>{(yes ? 1 : 0)}</v></c>";
            case string text when text.StartsWith('='):
                var parts = text[1..].Split('\t');
                return $"<c r=\"{at}\" t=\"str\"><f>{SecurityElement.Escape(parts[0])}</f><v>{SecurityElement.Escape(parts[1])}</v></c>";
            case string text:
                words.Add(text);
                return $"<c r=\"{at}\" t=\"s\"><v>{words.Count - 1}</v></c>";
            default:
                return $"<c r=\"{at}\"><v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>";
        }
    }

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
