using System.Globalization;
using System.Text;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Application.Search;

/// <summary>Turns names and text into the words they are found by: lower case, without accents.</summary>
public static class Tokens
{
    private static readonly HashSet<string> Stopwords = new(
        ["the", "and", "a", "an", "of", "to", "in", "is", "it", "i", "my", "we", "for", "on", "at", "that", "with", "but", "as", "was", "be", "are", "so", "or", "he", "she", "they", "you", "me", "have", "has", "had", "this", "there", "if", "her", "his", "not", "do", "from"],
        StringComparer.Ordinal);

    /// <summary>The words of a text, each once, at most <paramref name="most"/> of them.</summary>
    public static IReadOnlyList<string> OfText(string? text, int most = 200)
    {
        var words = Split(text).Where(w => !IsStopword(w)).Distinct(StringComparer.Ordinal);
        return [.. words.Take(most)];
    }

    /// <summary>The version of taking words out of records. Raise it when records come to be found by other words or keys than
    /// before: every database then makes its index again, by itself, while the old one answers.</summary>
    public const int Version = 3;

    /// <summary>The words of a name.</summary>
    public static IReadOnlyList<string> OfName(string? name) =>
        // O'Brien is found as obrien, and as brien by whoever types O Brien.
        [.. Split(name).Concat(AfterApostrophes(name)).Distinct(StringComparer.Ordinal)];

    /// <summary>Every word and key by which a record is found, and whether it stands in its name.</summary>
    public static IReadOnlyDictionary<string, bool> OfRecord(ISearchable record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Of(record.SearchNames, record.SearchText, record.SearchKeys);
    }

    /// <inheritdoc cref="OfRecord"/>
    public static IReadOnlyDictionary<string, bool> Of(IEnumerable<string?> names, IEnumerable<string?> texts, IEnumerable<string?> keys)
    {
        var words = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var word in texts.SelectMany(t => OfText(t)))
        {
            words.TryAdd(word, false);
        }

        foreach (var word in names.SelectMany(OfName).Concat(keys.OfType<string>().Select(OfKey)))
        {
            words[word] = true;
        }

        return words;
    }

    /// <summary>A key as it is stored: no longer than a token.</summary>
    public static string OfKey(string key) => Cut(key);

    /// <summary>Whether a word is left out of the index of texts.</summary>
    public static bool IsStopword(string word) => Stopwords.Contains(word);

    /// <summary>Lower case, accents off, letters and digits only, in any script; no word longer than a token.</summary>
    public static IEnumerable<string> Split(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            yield break;
        }

        var word = new StringBuilder();
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark when IsOptionalMark(rune.Value):
                case UnicodeCategory.Format:
                    // An accent, a vowel sign that Arabic and Hebrew leave out as often as not, or a joiner inside a word.
                    break;
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                    // The signs of Bengali, Tamil and their kin are letters to their readers and stay.
                    word.Append(rune.ToString());
                    break;
                default:
                    if (Rune.IsLetterOrDigit(rune))
                    {
                        word.Append(Folded(rune));
                    }
                    else if (!IsApostrophe(rune.Value) && word.Length > 0)
                    {
                        yield return Cut(word.ToString());
                        word.Clear();
                    }

                    break;
            }
        }

        if (word.Length > 0)
        {
            yield return Cut(word.ToString());
        }
    }

    /// <summary>The open end of the index range of every token that begins so: no letter of any script comes after it.</summary>
    public static string AfterPrefix(string prefix) => prefix + "\U0010FFFF";

    private static IEnumerable<string> AfterApostrophes(string? name)
    {
        if (name is null)
        {
            return [];
        }

        return name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.EnumerateRunes().Any(r => IsApostrophe(r.Value)))
            .SelectMany(part => Split(part[(part.AsSpan().IndexOfAny('\'', '’', 'ʼ') is var at and >= 0 ? at + 1 : 0)..]))
            .Where(rest => rest.Length > 2);
    }

    // Compatibility forms too: a full-width letter, a ligature, an Arabic letter in the shape it takes inside a word.
    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair, cut off by a paste: the rest is still worth finding.
            return string.Concat(text.EnumerateRunes().Where(r => r != Rune.ReplacementChar).Select(r => r.ToString())).Normalize(NormalizationForm.FormKD);
        }
    }

    private static bool IsApostrophe(int rune) => rune is '\'' or '’' or '‘' or 'ʼ' or '`';

    // Latin, Greek and Cyrillic accents; Hebrew points; Arabic vowel signs and hamza.
    private static bool IsOptionalMark(int mark) => mark is < 0x0370 or (>= 0x0591 and <= 0x05C7) or (>= 0x0610 and <= 0x061A) or (>= 0x064B and <= 0x065F) or 0x0670 or (>= 0x06D6 and <= 0x06ED) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF);

    private static string Cut(string word)
    {
        if (word.Length <= SearchWord.LongestWord)
        {
            return word;
        }

        var end = char.IsHighSurrogate(word[SearchWord.LongestWord - 1]) ? SearchWord.LongestWord - 1 : SearchWord.LongestWord;
        return word[..end];
    }

    // Letters that no decomposition takes apart, and those that Arabic, Persian and Urdu keyboards write differently.
    private static string Folded(Rune rune) => rune.Value switch
    {
        'ł' or 'Ł' => "l",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ħ' or 'Ħ' => "h",
        'ŧ' or 'Ŧ' => "t",
        'þ' or 'Þ' => "th",
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ı' => "i",
        'ə' or 'Ə' => "e",
        'ς' => "σ",
        'ـ' => "",
        'ٱ' => "ا",
        'ى' or 'ی' => "ي",
        'ک' => "ك",
        'ة' or 'ہ' or 'ۃ' => "ه",
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };
}
