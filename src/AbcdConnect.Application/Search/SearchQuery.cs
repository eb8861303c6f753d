using System.Text.RegularExpressions;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Application.Search;

/// <summary>What somebody typed to look for, as the index knows it.</summary>
internal sealed partial class SearchQuery
{
    /// <summary>More words than this narrow nothing down.</summary>
    public const int MostWords = 6;

    private SearchQuery(IReadOnlyList<QueryWord> words) => Words = words;

    /// <summary>A record must hold each of them.</summary>
    public IReadOnlyList<QueryWord> Words { get; }

    /// <summary>There is enough to look for: a word of two letters, or one sign of a script that writes words in single signs.</summary>
    public bool Enough => Words.Any(w => w.Keys.Count > 0 || w.Token.Length > 1 || (w.Token.Length == 1 && w.Token[0] > '\u2E80'));

    /// <summary>Nothing was typed; else, where there are no words, only what nothing is found by.</summary>
    public static bool IsEmpty(string? typed) => string.IsNullOrWhiteSpace(typed);

    public static SearchQuery Of(string? typed, SearchKind kind)
    {
        // A page of text pasted into a search box: its first words are enough.
        var text = typed is { Length: > 500 } ? typed[..500] : typed ?? "";
        var people = kind == SearchKind.Person;
        if (people && KeysOf(text) is { Count: > 0 } keys)
        {
            return new SearchQuery([new QueryWord("", keys, Names: false)]);
        }

        var tokens = Tokens.Split(text).Where(w => people || !Tokens.IsStopword(w)).Distinct(StringComparer.Ordinal).Take(MostWords).ToList();
        if (!people && tokens.Exists(w => w.Length > 1))
        {
            // The first letter of the next word, while somebody types: it begins half of all texts.
            tokens.RemoveAll(w => w.Length == 1 && char.IsAsciiLetter(w[0]));
        }

        var words = new List<QueryWord>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (kind == SearchKind.Asset && Outward().Match(tokens[at]) is { Success: true } outward)
            {
                // "M33 7" and "m337": the second half may stand apart, and only its beginning may be there.
                var (first, second) = (outward.Groups["first"].Value, outward.Groups["second"].Value);
                if (second.Length == 0 && at + 1 < tokens.Count && Inward().IsMatch(tokens[at + 1]))
                {
                    second = tokens[++at];
                }

                words.Add(new QueryWord(second.Length == 0 ? first : "", second.Length == 0 ? [$"^{first} ", $"^{first}"] : [$"^{first} {second}"], Names: false));
                continue;
            }

            words.Add(new QueryWord(tokens[at], [], Names: people));
        }

        return new SearchQuery(words);
    }

    // A telephone number by its beginning or its end, an e-mail address by its beginning.
    private static List<string> KeysOf(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length >= 4 && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')' or '.'))
        {
            var end = "%" + string.Concat(digits.Reverse());
            return Person.PhoneKey(text) is { } phone ? [Tokens.OfKey(phone), Tokens.OfKey(Person.PhoneEndKey(text)!)] : [end];
        }

        return Person.EmailKey(text) is { } email && !email.Contains(' ', StringComparison.Ordinal) ? [Tokens.OfKey(email)] : [];
    }

    [GeneratedRegex("^(?<first>[a-z]{1,2}[0-9][a-z0-9]?)(?<second>[0-9][a-z]{0,2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Outward();

    [GeneratedRegex("^[0-9][a-z]{0,2}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Inward();
}

/// <summary>One word looked for.</summary>
/// <param name="Token">Empty where only the keys count.</param>
/// <param name="Keys">Beginnings of keys that stand for it.</param>
/// <param name="Names">It is a person's name: nicknames count.</param>
internal sealed record QueryWord(string Token, IReadOnlyList<string> Keys, bool Names);
