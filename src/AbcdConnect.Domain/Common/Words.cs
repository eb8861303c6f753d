namespace AbcdConnect.Domain.Common;

/// <summary>What people type, tidied: never changed in meaning.</summary>
public static class Words
{
    /// <summary>The longest free text kept: about forty pages. More is refused with a plain message, never cut.</summary>
    public const int LongestText = 100_000;

    /// <summary>The longest name, title or single line kept.</summary>
    public const int LongestLine = 200;

    /// <summary>Blank becomes nothing; the ends are trimmed.</summary>
    public static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>As it stands at the beginning of a sentence.</summary>
    public static string Capital(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <exception cref="DomainRuleException">There is nothing in it.</exception>
    public static string Required(string? text, string what) =>
        Tidy(text) ?? throw new DomainRuleException($"{what} is missing.");

    /// <summary>The key by which a postcode is found by its beginning: <c>^m33 4qj</c>.</summary>
    public static string? PostcodeKey(string? text) => Postcode(text) is { } postcode ? "^" + postcode.ToLowerInvariant() : null;

    /// <summary>A postcode as the Post Office writes it (M33 4QJ), or null where the text is not one.</summary>
    /// <remarks>Format: BS 7666. Only the shape is checked; whether it exists is for the imported postcode table.</remarks>
    public static string? Postcode(string? text)
    {
        if (text is null)
        {
            return null;
        }

        Span<char> kept = stackalloc char[8];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            if (!char.IsAsciiLetterOrDigit(c) || length == 7)
            {
                return null;
            }

            kept[length++] = char.ToUpperInvariant(c);
        }

        if (length is < 5 || !char.IsAsciiLetter(kept[0]) || !char.IsAsciiDigit(kept[length - 3]) || !char.IsAsciiLetter(kept[length - 2]) || !char.IsAsciiLetter(kept[length - 1]))
        {
            return null;
        }

        return $"{kept[..(length - 3)]} {kept[(length - 3)..length]}";
    }
}
