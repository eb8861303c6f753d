using AbcdConnect.Domain.People;

namespace AbcdConnect.Application.Search;

/// <summary>What somebody typed to look for, as the index knows it.</summary>
internal sealed class SearchWords
{
    /// <summary>More words than this narrow nothing down.</summary>
    public const int MostWords = 6;

    private SearchWords(IReadOnlyList<SearchWord> words, string? key)
    {
        Words = words;
        Key = key;
    }

    public IReadOnlyList<SearchWord> Words { get; }

    /// <summary>The beginning of a telephone number's or e-mail address's key, where that is what was typed.</summary>
    public string? Key { get; }

    /// <summary>There is enough to look for: a word of two letters, or one sign of a script that writes words in single signs.</summary>
    public bool Enough => Key is not null || Words.Any(w => w.Token.Length > 1 || w.Token[0] > '\u2E80');

    /// <param name="names">Looking for a name: nicknames and sounds count, and no word is too common. Else a text's words.</param>
    public static SearchWords Of(string? typed, bool names)
    {
        // A page of text pasted into a search box: its first words are enough.
        var text = typed is { Length: > 500 } ? typed[..500] : typed;
        var key = names ? KeyOf(text) : null;
        var words = Tokens.Split(text)
            .Where(w => names || !Tokens.IsStopword(w))
            .Distinct(StringComparer.Ordinal)
            .Take(MostWords)
            .Select(w => new SearchWord(w, names ? [.. KeysOf(w)] : []));
        return new SearchWords([.. words], key);
    }

    // Three letters are the beginning of a name rather than its sound: "mal" is not Nuala.
    private static IEnumerable<string> KeysOf(string word) => Tokens.KeysOf(word).Where(key => word.Length > 3 || key[0] != '~');

    private static string? KeyOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var digits = text.Count(char.IsAsciiDigit);
        if (digits >= 6 && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')'))
        {
            return Person.PhoneKey(text) is { } phone ? Tokens.OfKey(phone) : null;
        }

        return Person.EmailKey(text) is { } email && !email.Contains(' ', StringComparison.Ordinal) ? Tokens.OfKey(email) : null;
    }
}

/// <summary>One word looked for: tokens that begin with it, or have one of its keys.</summary>
internal sealed record SearchWord(string Token, IReadOnlyList<string> Keys)
{
    public string End { get; } = Tokens.AfterPrefix(Token);
}
