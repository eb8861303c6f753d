using System.Globalization;
using System.Text;
using AbcdConnect.Application.Search;

namespace AbcdConnect.Application.People;

/// <summary>Takes a person's names out of a text, with or without their accents and in any case.</summary>
internal sealed class NameEraser
{
    public const string Instead = "(name removed)";

    // Names that are English words too, as An and To are: written small, they are the word.
    private static readonly HashSet<string> AlsoWords = new(
        ["art", "august", "bill", "dawn", "faith", "frank", "grace", "hope", "ivy", "joy", "june", "may", "mark", "pat", "rob", "rose", "ruby", "sue", "will", "win", "young", "green", "brown", "white", "black", "king", "hill", "wood", "cook", "baker", "long", "bird", "day"],
        StringComparer.Ordinal);

    private readonly HashSet<string> names;

    public NameEraser(IEnumerable<string> names) =>
        this.names = names.SelectMany(Parts).SelectMany(Tokens.Split).Where(n => n.Length > 1 || n[0] > '\u2E80').ToHashSet(StringComparer.Ordinal);

    public string Erase(string text)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var end = at;
            while (end < text.Length && IsPartOfWord(text[end]))
            {
                end++;
            }

            if (end == at)
            {
                kept.Append(text[at++]);
                continue;
            }

            var word = text[at..end];
            kept.Append(IsName(word) ? Instead : word);
            at = end;
        }

        return kept.ToString();
    }

    private bool IsName(string word)
    {
        var token = Tokens.Split(word).FirstOrDefault();
        return token is not null && names.Contains(token) && !(char.IsLower(word[0]) && (AlsoWords.Contains(token) || Tokens.IsStopword(token)));
    }

    // "Fred from the flats" makes no name of "from" and "the". Written small throughout, a name is taken whole: "nguyen van an".
    private static IEnumerable<string> Parts(string name)
    {
        var words = Words(name).ToList();
        return words.Exists(w => char.IsUpper(w[0])) ? words.Where(w => !(char.IsLower(w[0]) && Tokens.IsStopword(w))) : words;
    }

    /// <summary>The words of a text, as names are looked for in it.</summary>
    internal static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (IsPartOfWord(letter))
            {
                word.Append(letter);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    // Surrogates and marks belong to the letters they stand with; an apostrophe parts, so that Sheila's is Sheila.
    private static bool IsPartOfWord(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
}
