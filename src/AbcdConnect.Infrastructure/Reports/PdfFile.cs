using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AbcdConnect.Infrastructure.Reports;

/// <summary>The little that must be known about the bytes that Chromium (Skia) writes: dictionaries in the clear, streams packed.</summary>
internal static partial class PdfFile
{
    public static bool IsWhole(ReadOnlySpan<byte> pdf)
    {
        const int EndMarkerWithin = 32;
        return pdf.StartsWith("%PDF-"u8) && pdf[^Math.Min(EndMarkerWithin, pdf.Length)..].IndexOf("%%EOF"u8) >= 0;
    }

    /// <summary>
    /// Overwrites the two dates in place; the same length, so that no offset in the file moves. They are all that differs between two
    /// printings of one page by one browser: Skia writes no file identifier.
    /// </summary>
    public static void SetDates(byte[] pdf, DateTimeOffset instant)
    {
        var date = Encoding.ASCII.GetBytes(instant.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss\"+00'00')\"", CultureInfo.InvariantCulture));
        foreach (var match in Dates().EnumerateMatches(Encoding.Latin1.GetString(pdf)))
        {
            date.CopyTo(pdf, match.Index + match.Length - date.Length);
        }
    }

    public static int? Pages(byte[] pdf)
    {
        var pages = PageDictionary().Count(Encoding.Latin1.GetString(pdf));
        return pages > 0 ? pages : null;
    }

    /// <summary>The major version of the browser that wrote the file, from "Skia/PDF m131".</summary>
    public static int? BrowserVersion(byte[] pdf)
    {
        var match = Producer().Match(Encoding.Latin1.GetString(pdf));
        return match.Success ? int.Parse(match.Groups["version"].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    // A title that reads the same is not met: within text Skia writes each bracket with a backslash before it.
    [GeneratedRegex(@"/(?:CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Dates();

    [GeneratedRegex(@"^<</Type /Page$", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PageDictionary();

    [GeneratedRegex(@"/Producer \(Skia/PDF m(?<version>\d{1,6})\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Producer();
}
