using System.Globalization;
using System.Text.Json;

namespace AbcdConnect.Application.Signposting;

/// <summary>What the sheet says in one language: <c>database/sheet</c>.</summary>
/// <param name="Code">Two letters: pl.</param>
/// <param name="Name">In its own letters: polski.</param>
/// <param name="Culture">How it writes days and times.</param>
public sealed record SheetLanguage(string Code, string Name, CultureInfo Culture, bool RightToLeft)
{
    /// <summary>English first, then by their own names.</summary>
    public static IReadOnlyList<SheetLanguage> All => SheetPhrases.Languages;
}

/// <summary>The phrases of all languages, read once.</summary>
internal sealed class SheetPhrases
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    private static readonly Dictionary<string, SheetPhrases> ByCode = Read();

    private readonly File file;

    private SheetPhrases(string code, File file)
    {
        this.file = file;
        Language = new SheetLanguage(code, file.Name, CultureInfo.GetCultureInfo(file.Culture), file.RightToLeft);
    }

    public static IReadOnlyList<SheetLanguage> Languages { get; } =
        [.. ByCode.Values.Select(p => p.Language).OrderBy(l => l.Code == "en" ? 0 : 1).ThenBy(l => l.Code, StringComparer.Ordinal)];

    public SheetLanguage Language { get; }

    public IEnumerable<string> Keys => file.Phrases.Keys;

    /// <summary>A phrase with its names, numbers and dates in place.</summary>
    public string this[string key, params string[] values] => values.Length == 0 ? file.Phrases[key] : string.Format(CultureInfo.InvariantCulture, file.Phrases[key], [.. values]);

    public static SheetPhrases Of(string? code) => code is not null && ByCode.TryGetValue(code, out var known) ? known : ByCode["en"];

    /// <summary>The language that somebody's "Polish", "polski" or "Polish and a little English" means; null where there is no
    /// sheet in it. The one named first is theirs.</summary>
    public static string? CodeOf(string? language)
    {
        if (string.IsNullOrWhiteSpace(language))
        {
            return null;
        }

        return ByCode
            .SelectMany(p => p.Value.file.Names, (p, name) => (Code: p.Key, At: language.IndexOf(name, StringComparison.OrdinalIgnoreCase)))
            .Where(f => f.At >= 0)
            .OrderBy(f => f.At).ThenBy(f => f.Code, StringComparer.Ordinal)
            .Select(f => f.Code)
            .FirstOrDefault();
    }

    private static Dictionary<string, SheetPhrases> Read()
    {
        var assembly = typeof(SheetPhrases).Assembly;
        var read = new Dictionary<string, SheetPhrases>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("sheet-", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var code = name["sheet-".Length..^".json".Length];
            read[code] = new SheetPhrases(code, JsonSerializer.Deserialize<File>(stream, Json) ?? throw new InvalidOperationException($"{name} is empty."));
        }

        return read;
    }

    private sealed record File(string Culture, string Name, IReadOnlyList<string> Names, bool RightToLeft, Dictionary<string, string> Phrases);
}
