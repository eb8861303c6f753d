namespace AbcdConnect.Domain.People;

/// <summary>A text cut into words, for the recogniser: alike here and in assets/scripts/recognise.ts: change both, or neither
/// (RecogniserConformanceTests). No library's idea of a letter is asked, since two libraries have two.</summary>
public static class HeardWords
{
    // What ends a clause, and what ends a sentence.
    public const int NoBreak = 0;
    public const int ClauseBreak = 1;
    public const int SentenceBreak = 2;

    private static readonly string[] Clitics = ["n't", "'s", "'m", "'d", "'ll", "'ve", "'re"];

    /// <summary>The words as written, folded to small letters without accents.</summary>
    /// <param name="Break">What stands between this word and the one before.</param>
    public readonly record struct Word(string Text, int Start, int End, int Break, bool Capital);

    /// <param name="fold">Letters that people type with and without an accent, and what they become.</param>
    public static IReadOnlyList<Word> Split(string text, IReadOnlyDictionary<char, char> fold)
    {
        List<Word> words = [];
        var brk = SentenceBreak;
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (IsLetter(c))
            {
                var end = at + 1;
                while (end < text.Length && (IsLetter(text[end]) || (IsApostrophe(text[end]) && end + 1 < text.Length && IsLetter(text[end + 1]))))
                {
                    end++;
                }

                Add(words, Folded(text, at, end, fold), at, end, brk, IsCapital(c) && end - at > 1 && !IsCapital(text[at + 1]));
                brk = NoBreak;
                at = end;
            }
            else
            {
                brk = Math.Max(brk, BreakOf(text, at));
                at++;
            }
        }

        return words;
    }

    /// <summary>A word without its ending: knits, knitted and knitting are one.</summary>
    public static string Stem(string word)
    {
        var w = word;
        var length = w.Length;
        if (length > 4 && w.EndsWith("ies", StringComparison.Ordinal))
        {
            w = w[..^3] + "y";
        }
        else if (length > 4 && (w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("shes", StringComparison.Ordinal) || w.EndsWith("ches", StringComparison.Ordinal) || w.EndsWith("xes", StringComparison.Ordinal) || w.EndsWith("oes", StringComparison.Ordinal)))
        {
            w = w[..^2];
        }
        else if (length > 3 && w[^1] == 's' && w[^2] != 's' && w[^2] != 'u' && w[^2] != 'i')
        {
            w = w[..^1];
        }

        if (w.Length > 4 && w.EndsWith("ied", StringComparison.Ordinal))
        {
            w = w[..^3] + "y";
        }
        else if (w.Length > 4 && w.EndsWith("ing", StringComparison.Ordinal) && HasVowel(w, w.Length - 3))
        {
            w = w[..^3];
        }
        else if (w.Length > 3 && w.EndsWith("ed", StringComparison.Ordinal) && HasVowel(w, w.Length - 2))
        {
            w = w[..^2];
        }

        if (w.Length > 3 && w[^1] == w[^2] && !IsVowel(w[^1]))
        {
            w = w[..^1];
        }

        return w.Length > 3 && w[^1] == 'e' ? w[..^1] : w;
    }

    private static void Add(List<Word> words, string word, int start, int end, int brk, bool capital)
    {
        foreach (var clitic in Clitics)
        {
            if (word.Length > clitic.Length && word.EndsWith(clitic, StringComparison.Ordinal))
            {
                var cut = end - clitic.Length;
                words.Add(new Word(word[..^clitic.Length], start, cut, brk, capital));
                words.Add(new Word(clitic, cut, end, NoBreak, false));
                return;
            }
        }

        words.Add(new Word(word, start, end, brk, capital));
    }

    private static string Folded(string text, int start, int end, IReadOnlyDictionary<char, char> fold) => string.Create(end - start, (text, start, fold), static (into, from) =>
    {
        for (var i = 0; i < into.Length; i++)
        {
            var c = from.text[from.start + i];
            into[i] = c is >= 'A' and <= 'Z' ? (char)(c + 32) : IsApostrophe(c) ? '\'' : c < 0xC0 ? c : from.fold.GetValueOrDefault(c, c);
        }
    });

    private static bool IsLetter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
        || (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c is not ((>= '\u2000' and <= '\u2BFF') or (>= '\u3000' and <= '\u303F') or (>= '\uFE00' and <= '\uFE4F') or >= '\uFF00'));

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018';

    private static bool IsCapital(char c) => c is >= 'A' and <= 'Z';

    private static int BreakOf(string text, int at) => text[at] switch
    {
        '!' or '?' or '\n' or '\r' or ';' or '\u2026' or '\u2022' => SentenceBreak,
        '.' => at + 1 >= text.Length || !IsLetter(text[at + 1]) ? SentenceBreak : NoBreak,
        ',' or ':' or '(' or ')' or '\u2013' or '\u2014' or '"' or '\u201C' or '\u201D' or '/' => ClauseBreak,
        '-' => at > 0 && text[at - 1] == ' ' ? ClauseBreak : NoBreak,
        _ => NoBreak,
    };

    private static bool HasVowel(string word, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (IsVowel(word[i]) || word[i] == 'y')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
