using System.Text.Json;

namespace AbcdConnect.Domain.People;

/// <summary>What the recogniser knows of language and of the taxonomy, read from the same file that a browser is sent. Its
/// twin is in assets/scripts/recognise.ts: change both, or neither.</summary>
public sealed class Lexicon
{
    internal const int V = 1;
    internal const int L = 2;
    internal const int N = 4;
    internal const int H = 16;
    internal const int C = 32;
    internal const int W = 64;
    internal const int I = 128;
    internal const int Q = 256;
    internal const int S = 512;

    private const string SlotLetters = "vlnahcwiqsx";
    private const int SymbolsAtMost = 16384;

    private readonly Dictionary<char, char> fold = [];
    private readonly Dictionary<string, string[]> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> forms = new(StringComparer.Ordinal);
    private readonly HashSet<string> pastForms = new(StringComparer.Ordinal);
    private readonly HashSet<string> proper = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> edges = [];
    private readonly List<int> cueAt = [-1];
    private readonly List<List<(int Term, int Slots)>?> termsAt = [null];

    private Lexicon()
    {
    }

    internal int Least { get; private set; }

    internal List<Cue> Cues { get; } = [];

    internal List<Term> Terms { get; } = [];

    internal static int Gap => 0;

    /// <param name="json">As made by LexiconCompiler.</param>
    public static Lexicon Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        Lexicon lexicon = new() { Least = root.GetProperty("least").GetInt32() };
        lexicon.symbols["*"] = Gap;
        var pairs = root.GetProperty("fold").GetString()!;
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            lexicon.fold[pairs[i]] = pairs[i + 1];
        }

        foreach (var line in Lines(root.GetProperty("read")))
        {
            var cut = line.IndexOf('=', StringComparison.Ordinal);
            lexicon.read[line[..cut]] = line[(cut + 1)..].Split(' ');
        }

        foreach (var line in Lines(root.GetProperty("forms")))
        {
            var cut = line.IndexOfAny(['<', '>']);
            lexicon.forms[line[..cut]] = line[(cut + 1)..];
            if (line[cut] == '<')
            {
                lexicon.pastForms.Add(line[..cut]);
            }
        }

        foreach (var line in Lines(root.GetProperty("classes")))
        {
            var cut = line.IndexOf(':', StringComparison.Ordinal);
            if (line[..cut] == "proper")
            {
                lexicon.proper.UnionWith(line[(cut + 1)..].Replace("=", "", StringComparison.Ordinal).Split(' '));
                continue;
            }

            var symbol = lexicon.Symbol("@" + line[..cut]);
            foreach (var word in line[(cut + 1)..].Split(' '))
            {
                if (!lexicon.classes.TryGetValue(word, out var held))
                {
                    lexicon.classes[word] = held = [];
                }

                held.Add(symbol);
            }
        }

        foreach (var cue in root.GetProperty("cues").EnumerateArray())
        {
            lexicon.Cues.Add(Cue.Of(cue[0].GetString()!));
            foreach (var phrase in Lines(cue[1]))
            {
                lexicon.cueAt[lexicon.Node(phrase)] = lexicon.Cues.Count - 1;
            }
        }

        foreach (var term in root.GetProperty("terms").EnumerateArray())
        {
            lexicon.Terms.Add(new Term(term[0].GetInt64(), (GiftKind)term[1].GetInt32(), term[2].GetInt32() == 1));
            foreach (var line in Lines(term[4]))
            {
                var cut = line.IndexOf(':', StringComparison.Ordinal);
                var slots = SlotsOf(line[..cut]);
                foreach (var phrase in line[(cut + 1)..].Split(';'))
                {
                    var node = lexicon.Node(phrase);
                    (lexicon.termsAt[node] ??= []).Add((lexicon.Terms.Count - 1, slots));
                }
            }
        }

        return lexicon;
    }

    internal static int SlotsOf(string letters)
    {
        var slots = 0;
        foreach (var letter in letters)
        {
            slots |= 1 << SlotLetters.IndexOf(letter, StringComparison.Ordinal);
        }

        // Who does it may like it; who likes it may be good at it.
        return (slots & V) != 0 ? slots | L | N : (slots & L) != 0 ? slots | N : slots;
    }

    /// <summary>The words of a text as the phrases know them.</summary>
    internal List<Token> Tokens(string text)
    {
        List<Token> tokens = [];
        foreach (var word in HeardWords.Split(text, fold))
        {
            if (read.TryGetValue(word.Text, out var instead))
            {
                for (var i = 0; i < instead.Length; i++)
                {
                    tokens.Add(TokenOf(instead[i], word with { Break = i == 0 ? word.Break : HeardWords.NoBreak }));
                }
            }
            else
            {
                tokens.Add(TokenOf(word.Text, word));
            }
        }

        return tokens;
    }

    internal int Edge(int node, int symbol) => edges.GetValueOrDefault((node * SymbolsAtMost) + symbol, -1);

    internal int CueAt(int node) => cueAt[node];

    internal List<(int Term, int Slots)>? TermsAt(int node) => termsAt[node];

    private Token TokenOf(string text, HeardWords.Word word)
    {
        var stem = forms.GetValueOrDefault(text) ?? HeardWords.Stem(text);
        List<int> found = [];
        if (word.Capital && word.Break == HeardWords.NoBreak && !proper.Contains(text))
        {
            // A name: people are called Rose, and streets Engine Row.
            return new Token([], word.Start, word.End, word.Break, true, false, false);
        }

        if (symbols.TryGetValue("=" + text, out var exact))
        {
            found.Add(exact);
        }

        if (symbols.TryGetValue(stem, out var any))
        {
            found.Add(any);
        }

        if (classes.TryGetValue("=" + text, out var exactly))
        {
            found.AddRange(exactly);
        }

        if (classes.TryGetValue(stem, out var alike))
        {
            found.AddRange(alike);
        }

        var past = pastForms.Contains(text) || (!forms.ContainsKey(text) && text.Length > 4 && text.EndsWith("ed", StringComparison.Ordinal));
        return new Token([.. found], word.Start, word.End, word.Break, word.Capital, past, text.Length > 4 && text.EndsWith("ly", StringComparison.Ordinal));
    }

    private int Symbol(string word)
    {
        if (!symbols.TryGetValue(word, out var symbol))
        {
            symbol = symbols.Count;
            symbols[word] = symbol;
        }

        return symbol;
    }

    private int Node(string phrase)
    {
        var node = 0;
        foreach (var word in phrase.Split(' '))
        {
            var key = (node * SymbolsAtMost) + Symbol(word);
            if (!edges.TryGetValue(key, out var next))
            {
                next = cueAt.Count;
                edges[key] = next;
                cueAt.Add(-1);
                termsAt.Add(null);
            }

            node = next;
        }

        return node;
    }

    private static string[] Lines(JsonElement text) => text.GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    internal sealed record Token(int[] Symbols, int Start, int End, int Break, bool Capital, bool Past, bool How);

    /// <param name="ForMe">A hope for oneself: always an ask.</param>
    internal sealed record Term(long Id, GiftKind Kind, bool ForMe);

    /// <summary>What words around a gift tell: see database/taxonomy/recognise/cues.txt.</summary>
    internal sealed record Cue
    {
        public char Who { get; private init; }

        public string Mode { get; private init; } = "";

        public int Slots { get; private init; }

        public int Within { get; private init; }

        public int After { get; private init; }

        public HashSet<string> Marks { get; } = new(StringComparer.Ordinal);

        public static Cue Of(string action)
        {
            Cue cue = new();
            foreach (var part in action.Split(' '))
            {
                var colon = part.IndexOf(':', StringComparison.Ordinal);
                if (part.Length == 1 && part[0] is >= 'A' and <= 'Z')
                {
                    cue = cue with { Who = part[0] };
                }
                else if (colon > 0 && part[..colon] != "after")
                {
                    var slash = part.IndexOf('/', StringComparison.Ordinal);
                    cue = cue with { Mode = part[..colon], Slots = LettersOf(part[(colon + 1)..slash]), Within = int.Parse(part[(slash + 1)..], System.Globalization.CultureInfo.InvariantCulture) };
                }
                else if (colon > 0 && part is not ("after:past" or "after:long" or "after:not"))
                {
                    cue = cue with { After = LettersOf(part[(colon + 1)..]) };
                }
                else
                {
                    cue.Marks.Add(part);
                }
            }

            return cue;
        }

        private static int LettersOf(string letters)
        {
            var slots = 0;
            foreach (var letter in letters)
            {
                slots |= 1 << SlotLetters.IndexOf(letter, StringComparison.Ordinal);
            }

            return slots;
        }
    }
}
