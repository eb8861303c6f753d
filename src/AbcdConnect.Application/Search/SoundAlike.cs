using System.Text;

namespace AbcdConnect.Application.Search;

/// <summary>A key that names alike in sound share: Catherine and Kathryn, Shaun and Sean.</summary>
/// <remarks>A plain phonetic code for names in Latin letters: like letters are made one, vowels after the first are left
/// out, doubles are made single. After Soundex (R. C. Russell, US patent 1,261,167, 1918) with the first letter coded too.</remarks>
internal static class SoundAlike
{
    /// <returns>The keys, one for each way the word may be read; none for a word that is too short or not in Latin letters.
    /// Irish bh and mh sound as v, and so does the Polish w; in other tongues they do not.</returns>
    public static IReadOnlyList<string> KeysOf(string word)
    {
        if (word.Length < 3 || !word.All(char.IsAsciiLetterLower))
        {
            return [];
        }

        string[] readings =
        [
            word,
            word.Replace("bh", "v", StringComparison.Ordinal).Replace("mh", "v", StringComparison.Ordinal),
            word.Replace('w', 'v'),
        ];
        return [.. readings.Distinct(StringComparer.Ordinal).Select(KeyOf).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static string? KeyOf(string word)
    {
        var spelt = word
            .Replace("ph", "f", StringComparison.Ordinal)
            .Replace("ght", "t", StringComparison.Ordinal)
            .Replace("gh", "g", StringComparison.Ordinal)
            .Replace("kn", "n", StringComparison.Ordinal)
            .Replace("wr", "r", StringComparison.Ordinal)
            .Replace("sch", "s", StringComparison.Ordinal)
            .Replace("sz", "s", StringComparison.Ordinal)
            .Replace("sh", "s", StringComparison.Ordinal)
            .Replace("ck", "k", StringComparison.Ordinal)
            .Replace("th", "t", StringComparison.Ordinal)
            .Replace("ce", "se", StringComparison.Ordinal)
            .Replace("ci", "si", StringComparison.Ordinal)
            .Replace("x", "ks", StringComparison.Ordinal);
        var key = new StringBuilder();
        var last = '\0';
        var begun = false;
        foreach (var letter in spelt)
        {
            var code = letter switch
            {
                'b' or 'p' => 'p',
                'c' or 'k' or 'q' => 'k',
                'g' or 'j' => 'j',
                's' or 'z' => 's',
                'd' or 't' => 't',
                'f' or 'v' => 'f',
                'm' or 'n' => 'n',
                'l' or 'r' => letter,
                'h' or 'w' => '\0',
                _ => begun ? '\0' : 'a',
            };
            if (code != '\0' && code != last)
            {
                key.Append(code);
                begun = true;
            }

            // As in Soundex, h and w between two like letters do not part them; a vowel does.
            last = code == '\0' && letter is 'h' or 'w' ? last : code;
        }

        return key.Length < 2 ? null : key.ToString();
    }
}
