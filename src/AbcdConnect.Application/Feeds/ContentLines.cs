using System.Globalization;
using System.Text;

namespace AbcdConnect.Application.Feeds;

/// <summary>The lines of an iCalendar (RFC 5545) or vCard (RFC 6350) file: escaped, ended with CRLF, and folded after at most 75 octets
/// without parting a letter.</summary>
internal sealed class ContentLines
{
    public const string UkZoneName = "Europe/London";

    private const int Longest = 75;

    // The rule that has held since 1996.
    private static readonly (string Name, string Value)[] UkZoneLines =
    [
        ("BEGIN", "VTIMEZONE"), ("TZID", UkZoneName),
        ("BEGIN", "DAYLIGHT"), ("TZOFFSETFROM", "+0000"), ("TZOFFSETTO", "+0100"), ("TZNAME", "BST"), ("DTSTART", "19960331T010000"), ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"), ("END", "DAYLIGHT"),
        ("BEGIN", "STANDARD"), ("TZOFFSETFROM", "+0100"), ("TZOFFSETTO", "+0000"), ("TZNAME", "GMT"), ("DTSTART", "19961027T020000"), ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"), ("END", "STANDARD"),
        ("END", "VTIMEZONE"),
    ];

    private readonly StringBuilder text = new();

    /// <summary>A line as it stands: its value needs no escaping.</summary>
    public ContentLines Line(string name, string value)
    {
        var line = $"{name}:{value}";
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Longest)
            {
                // The blank that a fold begins with counts.
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
        return this;
    }

    /// <summary>British time, with the rules by which its clocks change.</summary>
    public ContentLines UkZone()
    {
        foreach (var (name, value) in UkZoneLines)
        {
            Line(name, value);
        }

        return this;
    }

    /// <summary>A line of free text; none where there is nothing to say.</summary>
    public ContentLines Text(string name, string? words) => string.IsNullOrWhiteSpace(words) ? this : Line(name, Escaped(words));

    public ContentLines Number(string name, long number) => Line(name, number.ToString(CultureInfo.InvariantCulture));

    public ContentLines Instant(string name, DateTimeOffset instant) => Line(name, Written(instant));

    public override string ToString() => text.ToString();

    /// <summary>The same lines, each whole.</summary>
    public static string Unfolded(string lines) => lines.Replace("\r\n ", "", StringComparison.Ordinal);

    /// <summary>Whole lines folded again.</summary>
    public static string FoldedAgain(string lines)
    {
        var folded = new ContentLines();
        foreach (var line in lines.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            folded.Line(line[..colon], line[(colon + 1)..]);
        }

        return folded.ToString();
    }

    public static string Written(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Backslash, semicolon, comma and line break as RFC 5545, 3.3.11 writes them; no other control character.</summary>
    public static string Escaped(string words)
    {
        var escaped = new StringBuilder(words.Length + 16);
        foreach (var c in words.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append(' '),
                _ when char.IsControl(c) => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
