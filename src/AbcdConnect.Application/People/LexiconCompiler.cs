using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Application.People;

/// <summary>Makes one lexicon of the taxonomy as it stands and of what is known of the language
/// (database/taxonomy/recognise), for the server and for every browser alike.</summary>
internal sealed class LexiconCompiler
{
    /// <summary>What scores less is not suggested. Tuned on the tuning sentences for precision.</summary>
    private const int Least = 66;

    // Letters that people type with and without an accent.
    private const string Folds = "àaáaâaãaäaåaāaăaąaçcćcčcďdđdèeéeêeëeēeęeěeğgìiíiîiïiıiłlñnńnňnòoóoôoõoöoøoōoőořrśsšsşsșsťtţtțtùuúuûuüuūuůuűuýyÿyžzźzżz"
        + "ÀaÁaÂaÃaÄaÅaĀaĄaÇcĆcČcĎdĐdÈeÉeÊeËeĒeĘeĚeĞgÌiÍiÎiÏiİiŁlÑnŃnŇnÒoÓoÔoÕoÖoØoŌoŐoŘrŚsŠsŞsŤtÙuÚuÛuÜuŪuŮuÝyŽzŹzŻz";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Dictionary<char, char> Fold = Enumerable.Range(0, Folds.Length / 2).ToDictionary(i => Folds[2 * i], i => Folds[(2 * i) + 1]);

    // Words that only say of what kind an entry is.
    private static readonly string[] Openings =
    [
        "knows about ", "knows the ", "knows how to ", "knows ", "understands ", "speaks ", "can ", "cares about the ", "cares about ", "has an ", "has a ", "has some ", "has ", "playing the ", "playing ", "came here from ",
    ];

    private readonly string classes;
    private readonly string words;
    private readonly string cues;
    private readonly Dictionary<string, List<(string Slots, string[] Phrases)>> known;
    private readonly HashSet<string> shipped;
    private readonly Dictionary<string, string> forms;

    /// <param name="terms">terms.txt, and so on.</param>
    /// <param name="taxonomy">The taxonomy as shipped: its synonyms are for searching, and say too little on their own.</param>
    public LexiconCompiler(string terms, string cues, string classes, string words, string taxonomy)
    {
        this.cues = cues;
        this.classes = classes;
        this.words = words;
        forms = Rows(words).Where(l => l.Contains(" < ", StringComparison.Ordinal) || l.Contains(" > ", StringComparison.Ordinal))
            .Select(l => l.Split(' ')).ToDictionary(p => p[0], p => p[2], StringComparer.Ordinal);
        known = ReadTerms(terms);
        shipped = TaxonomyFile.Rows(taxonomy, 4).SelectMany(r => r[3].Split(';').Select(s => r[2] + "=" + s.Trim())).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>With what is built in.</summary>
    public static LexiconCompiler BuiltIn() => new(Embedded("terms.txt"), Embedded("cues.txt"), Embedded("classes.txt"), Embedded("words.txt"), Embedded("gifts.csv"));

    public byte[] Compile(IEnumerable<LexiconTerm> taxonomy)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Compact))
        {
            json.WriteStartObject();
            json.WriteNumber("least", Least);
            json.WriteString("fold", Folds);
            json.WriteString("read", string.Join('\n', Rows(words).Where(l => l.Contains(" = ", StringComparison.Ordinal)).Select(l => l.Replace(" = ", "=", StringComparison.Ordinal))));
            json.WriteString("forms", string.Join('\n', Rows(words)
                .Select(l => l.Split(' '))
                .Where(p => p[1] is "<" or ">")
                .Select(p => p[0] + p[1] + StemOf(p[2]))));
            json.WriteString("classes", string.Join('\n', Rows(classes).Select(l => l.Split(": ")).Select(p => p[0] + ":" + string.Join(' ', p[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Symbol)))));
            json.WriteStartArray("cues");
            foreach (var cue in Rows(cues).Select(l => l.Split(" => ")).GroupBy(p => p[1], p => p[0], StringComparer.Ordinal))
            {
                json.WriteStartArray();
                json.WriteStringValue(cue.Key);
                json.WriteStringValue(string.Join('\n', cue.Select(p => Phrase(p, exact: true)).Distinct(StringComparer.Ordinal)));
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteStartArray("terms");
            foreach (var term in taxonomy)
            {
                WriteTerm(json, term);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private void WriteTerm(Utf8JsonWriter json, LexiconTerm term)
    {
        var lines = PhrasesOf(term)
            .Select(l => (l.Slots, Phrases: WithoutRepeats(l.Phrases.SelectMany(Variants).Select(p => Phrase(p, exact: false)), anywhere: l.Slots.AsSpan().IndexOfAny('v', 's') < 0)))
            .Where(l => l.Phrases.Count > 0)
            .Select(l => l.Slots + ":" + string.Join(';', l.Phrases))
            .ToList();
        var slots = string.Concat(lines.Select(l => l[..l.IndexOf(':', StringComparison.Ordinal)]));
        json.WriteStartArray();
        json.WriteNumberValue(term.Id);
        json.WriteNumberValue((int)term.Kind);
        json.WriteNumberValue(term.Kind == GiftKind.Hope && !slots.Contains('w', StringComparison.Ordinal) ? 1 : 0);
        json.WriteStringValue(term.Name);
        json.WriteStringValue(string.Join('\n', lines));
        json.WriteEndArray();
    }

    private IEnumerable<(string Slots, string[] Phrases)> PhrasesOf(LexiconTerm term)
    {
        var described = known.TryGetValue(term.Name, out var lines);
        foreach (var line in lines ?? [])
        {
            yield return line;
        }

        var slots = term.Kind switch
        {
            GiftKind.Head or GiftKind.Hands => "v",
            GiftKind.Heart => "lc",
            GiftKind.Hope => "wq",
            GiftKind.Idea => "wi",
            GiftKind.Story => "s",
            _ => "hq",
        };
        var said = (term.Synonyms ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(s => !shipped.Contains(term.Name + "=" + s))
            .ToList();
        if (!described)
        {
            said.Insert(0, term.Name);
        }

        var plain = said.Select(Bare).Where(p => p.Length > 0).ToArray();
        if (plain.Length > 0)
        {
            yield return (slots, plain);
        }
    }

    private static string Bare(string said)
    {
        var small = said.ToLowerInvariant();
        var opening = Array.Find(Openings, o => small.StartsWith(o, StringComparison.Ordinal));
        var rest = opening is null ? small : small[opening.Length..];
        return string.Join(' ', HeardWords.Split(rest, Fold).Select(w => w.Text));
    }

    private static Dictionary<string, List<(string Slots, string[] Phrases)>> ReadTerms(string terms)
    {
        Dictionary<string, List<(string, string[])>> read = new(StringComparer.OrdinalIgnoreCase);
        List<(string, string[])>? current = null;
        foreach (var row in Rows(terms))
        {
            if (row[0] != ' ')
            {
                read[row] = current = [];
                continue;
            }

            var cut = row.IndexOf(':', StringComparison.Ordinal);
            current!.Add((row[..cut].Trim(), row[(cut + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        }

        return read;
    }

    /// <summary>(a|b) and ?x written out.</summary>
    private static IEnumerable<string> Variants(string phrase)
    {
        var open = phrase.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0)
        {
            var close = phrase.IndexOf(')', open);
            return phrase[(open + 1)..close].Split('|').SelectMany(choice => Variants(phrase[..open] + choice + phrase[(close + 1)..]));
        }

        var perhaps = phrase.IndexOf('?', StringComparison.Ordinal);
        if (perhaps < 0)
        {
            return [phrase];
        }

        var end = phrase.IndexOf(' ', perhaps);
        var without = phrase[..perhaps] + (end < 0 ? "" : phrase[(end + 1)..]);
        return Variants(without.Trim()).Concat(Variants(phrase[..perhaps] + phrase[(perhaps + 1)..]));
    }

    /// <summary>Every byte is sent to a phone. "mend * net" says "mend net" as well, since a gap may be empty; where "bake"
    /// is enough, "bake bread" is not looked for.</summary>
    private static List<string> WithoutRepeats(IEnumerable<string> phrases, bool anywhere)
    {
        var all = phrases.Distinct(StringComparer.Ordinal).ToList();
        var wide = all.Where(p => p.Contains(" * ", StringComparison.Ordinal)).Select(p => p.Replace(" * ", " ", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        all.RemoveAll(wide.Contains);
        return [.. all.Where(p => !all.Exists(q => q.Length < p.Length && Says(p, q, anywhere))).Order(StringComparer.Ordinal)];
    }

    private static bool Says(string longer, string shorter, bool anywhere) =>
        longer.StartsWith(shorter + " ", StringComparison.Ordinal)
        || (anywhere && (longer.EndsWith(" " + shorter, StringComparison.Ordinal) || longer.Contains(" " + shorter + " ", StringComparison.Ordinal)));

    private string Phrase(string phrase, bool exact)
    {
        StringBuilder written = new();
        foreach (var part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var symbol in Symbols(part, exact))
            {
                written.Append(written.Length == 0 ? "" : " ").Append(symbol);
            }
        }

        // A gap leads to something: at the end it says nothing.
        return written.ToString().TrimEnd('*', ' ');
    }

    private IEnumerable<string> Symbols(string part, bool exact)
    {
        if (part is "*" || part[0] == '@' || part[0] == '=' || part is "n't" || part[0] == '\'')
        {
            return [part is "*" || part[0] is '@' or '=' ? part : exact ? "=" + part : part];
        }

        return HeardWords.Split(part, Fold).Select(w => exact ? "=" + w.Text : StemOf(w.Text));
    }

    private string Symbol(string word) => word[0] == '=' ? word : StemOf(word);

    // A form that is its own word ("evening" is not to even) stands as it is.
    private string StemOf(string word) =>
        !forms.TryGetValue(word, out var of) ? HeardWords.Stem(word) : of == word ? word : StemOf(of);

    private static IEnumerable<string> Rows(string text) =>
        text.Split('\n').Select(l => l.TrimEnd('\r', ' ')).Where(l => l.Length > 0 && l[0] != '#');

    private static string Embedded(string name)
    {
        using var stream = typeof(LexiconCompiler).Assembly.GetManifestResourceStream("recognise." + name)
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name} is not built in."));
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>An entry of the taxonomy, for the lexicon.</summary>
internal sealed record LexiconTerm(long Id, GiftKind Kind, string Name, string? Synonyms);
