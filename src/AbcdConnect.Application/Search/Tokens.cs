using System.Globalization;
using System.Text;
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
        var words = Split(text).Where(w => !Stopwords.Contains(w)).Distinct(StringComparer.Ordinal);
        return [.. words.Take(most)];
    }

    /// <summary>The words of a name, and the keys of its nicknames and of its sound.</summary>
    public static IReadOnlyList<string> OfName(string? name)
    {
        var words = Split(name).ToList();
        var keys = words.Select(w => Nicknames.KeyOf(w) is { } root ? Marked('=', root) : null)
            .Concat(words.Select(w => SoundAlike.KeyOf(w) is { } sound ? Marked('~', sound) : null));
        return [.. words.Concat(keys.OfType<string>()).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Lower case, accents off, letters and digits only, in any script; no word longer than a token.</summary>
    public static IEnumerable<string> Split(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            yield break;
        }

        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark when rune.Value < 0x0370:
                    // A Latin accent; the marks of other scripts are letters to their readers and stay.
                    break;
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                    word.Append(rune.ToString());
                    break;
                default:
                    if (Rune.IsLetterOrDigit(rune))
                    {
                        word.Append(Folded(rune));
                    }
                    else if (rune.Value is not ('\'' or '’') && word.Length > 0)
                    {
                        yield return Cut(word);
                        word.Clear();
                    }

                    break;
            }
        }

        if (word.Length > 0)
        {
            yield return Cut(word);
        }
    }

    /// <summary>The token just after every token that begins so: the open end of an index range.</summary>
    public static string AfterPrefix(string prefix) => prefix + '\uffff';

    private static string Marked(char mark, string key) => key.Length >= SearchToken.LongestToken ? mark + key[..(SearchToken.LongestToken - 1)] : mark + key;

    private static string Cut(StringBuilder word) => word.Length <= SearchToken.LongestToken ? word.ToString() : word.ToString(0, SearchToken.LongestToken);

    // Letters that no decomposition takes apart.
    private static string Folded(Rune rune) => rune.Value switch
    {
        'ł' or 'Ł' => "l",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' => "d",
        'ß' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ı' => "i",
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };
}
