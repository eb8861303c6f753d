using System.Text;

namespace AbcdConnect.Application.Search;

/// <summary>A key that names alike in sound share: Catherine and Kathryn, Shaun and Sean.</summary>
/// <remarks>A plain phonetic code for names in Latin letters: like letters are made one, vowels after the first are left
/// out, doubles are made single. After Soundex (R. C. Russell, US patent 1,261,167, 1918) with the first letter coded too.</remarks>
internal static class SoundAlike
{
    /// <returns>The key, or null for a word that has none: too short, or not in Latin letters.</returns>
    public static string? KeyOf(string word)
    {
        if (word.Length < 3 || !word.All(char.IsAsciiLetterLower))
        {
            return null;
        }

        var spelt = word
            .Replace("ph", "f", StringComparison.Ordinal)
            .Replace("gh", "g", StringComparison.Ordinal)
            .Replace("kn", "n", StringComparison.Ordinal)
            .Replace("wr", "r", StringComparison.Ordinal)
            .Replace("sch", "s", StringComparison.Ordinal)
            .Replace("sh", "s", StringComparison.Ordinal)
            .Replace("ck", "k", StringComparison.Ordinal)
            .Replace("th", "t", StringComparison.Ordinal)
            .Replace("ce", "se", StringComparison.Ordinal)
            .Replace("ci", "si", StringComparison.Ordinal)
            .Replace("x", "ks", StringComparison.Ordinal);
        var key = new StringBuilder();
        var last = '\0';
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
                _ => key.Length == 0 ? 'a' : '\0',
            };
            if (code != '\0' && code != last)
            {
                key.Append(code);
            }

            last = code == '\0' && letter is 'h' or 'w' ? last : code;
        }

        return key.Length < 2 ? null : key.ToString();
    }
}
