namespace AbcdConnect.Application.Search;

/// <summary>The line of a text in which a word looked for stands.</summary>
internal static class Snippet
{
    private const int Before = 40;
    private const int Longest = 160;

    /// <summary>From the first text that holds one of the words; from the first text's beginning where none is seen.</summary>
    public static string? Around(SearchQuery search, params string?[] texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && At(search, text) is { } at)
            {
                return Cut(text, at);
            }
        }

        return texts.FirstOrDefault(t => !string.IsNullOrEmpty(t)) is { } first ? Cut(first, 0) : null;
    }

    private static int? At(SearchQuery search, string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny(" \n\t") is var space and >= 0 ? start + space : text.Length;
            if (end > start && Tokens.Split(text[start..end]).Any(own => search.Words.Any(w => w.Token.Length > 0 && own.StartsWith(w.Token, StringComparison.Ordinal))))
            {
                return start;
            }

            start = end + 1;
        }

        return null;
    }

    private static string Cut(string text, int at)
    {
        var from = at <= Before ? 0 : text.LastIndexOf(' ', at - 1, Math.Min(Before, at)) is var space and >= 0 ? FirstSpace(text, at) + 1 : at;
        var to = Math.Min(text.Length, from + Longest);
        if (to < text.Length)
        {
            to = text.LastIndexOf(' ', to - 1, to - from - 1) is var last && last > at ? last : to;
        }

        var line = string.Join(' ', text[from..to].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return (from > 0 ? "… " : "") + line + (to < text.Length ? " …" : "");
    }

    // The space that leaves at most so many letters before the word.
    private static int FirstSpace(string text, int at) => text.IndexOf(' ', at - Before, Before) is var space and >= 0 ? space : at - 1;
}
