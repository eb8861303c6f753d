using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>The report's styles for one page, which brings everything with it: report.css, and of the typefaces the faces that its
/// letters need, inside the style sheet. Which these are is read from the faces' own unicode-range.</summary>
internal sealed partial class ReportStyle
{
    private readonly ConcurrentDictionary<string, string> faces = new(StringComparer.Ordinal);

    public string For(string words)
    {
        var letters = words.EnumerateRunes().Select(r => r.Value).Concat(Enumerable.Range(0x20, 0x5f)).Concat([0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026, 0xa3]).ToHashSet();
        var css = new StringBuilder();
        foreach (Match face in Face().Matches(Text("fonts.css")))
        {
            if (Needed(face.Value, letters))
            {
                css.Append(faces.GetOrAdd(face.Value, known => Address().Replace(known, match => $"url(data:font/woff2;base64,{Base64(match.Groups["file"].Value)})")));
            }
        }

        return css.Append(Text("report.css")).ToString();
    }

    private static bool Needed(string face, HashSet<int> letters)
    {
        var ranges = Ranges().Match(face);
        return !ranges.Success || ranges.Groups["ranges"].Value.Split(',', StringSplitOptions.TrimEntries).Any(range =>
        {
            var ends = range[2..].Split('-');
            // U+4?? stands for U+400-4FF.
            var first = int.Parse(ends[0].Replace('?', '0'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var last = int.Parse(ends[^1].Replace('?', 'f'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return letters.Any(l => l >= first && l <= last);
        });
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static string Base64(string name)
    {
        using var stream = Open(name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Convert.ToBase64String(bytes.ToArray());
    }

    private static Stream Open(string name) =>
        typeof(ReportStyle).Assembly.GetManifestResourceStream("report/" + name)
        ?? throw new InvalidOperationException($"{name} was not built into the program: see assets/assets.targets.");

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Face();

    [GeneratedRegex(@"url\(""?fonts/(?<file>[^)""?]+)[^)]*\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"unicode-range:(?<ranges>[^;}]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Ranges();
}
