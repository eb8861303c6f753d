using System.Globalization;
using System.Text.RegularExpressions;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>What of an entry's words may leave the programme: what belongs to the organisation, never what reaches one person.
/// In doubt it stays here; whoever wants to get in touch asks the programme.</summary>
internal static partial class PublicWords
{
    private const string Withheld = "(ask the programme)";

    // Mailboxes that belong to a post and not to whoever holds it.
    private static readonly HashSet<string> Posts = new(StringComparer.OrdinalIgnoreCase)
    {
        "admin", "admissions", "bookings", "centre", "chair", "committee", "contact", "contactus", "enquiries", "enquiry", "events", "general", "hello", "help", "hire", "info",
        "information", "mail", "membership", "office", "post", "reception", "secretary", "support", "team", "treasurer", "volunteer", "volunteering", "volunteers", "welcome",
    };

    /// <summary>Free text without telephone numbers, addresses of mailboxes and the names of those who are asked for.</summary>
    public static string? Text(string? text, string name, params string?[] people)
    {
        if (Words.Tidy(text) is not { } words)
        {
            return null;
        }

        words = Mailbox().Replace(words, Withheld);
        words = Mobile().Replace(words, Withheld);
        foreach (var person in people)
        {
            if (Words.Tidy(person) is { Length: > 1 } known && !name.Contains(known, StringComparison.OrdinalIgnoreCase) && words.Contains(known, StringComparison.OrdinalIgnoreCase))
            {
                words = Regex.Replace(words, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(known)}(?![\p{{L}}\p{{N}}])", "the organiser", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            }
        }

        return words;
    }

    /// <summary>A mailbox that is a post's or the group's own. Where somebody is named to ask for, it may be theirs: none.</summary>
    public static string? Email(AssetKind kind, string name, string? contactName, string? email)
    {
        if (kind == AssetKind.Individual || Words.Tidy(contactName) is not null || Words.Tidy(email) is not { } address || !WholeMailbox().IsMatch(address))
        {
            return null;
        }

        var box = address[..address.IndexOf('@', StringComparison.Ordinal)];
        var letters = Letters(box);
        return Posts.Contains(letters) || (letters.Length >= 5 && Letters(name).Contains(letters, StringComparison.Ordinal)) ? address : null;
    }

    /// <summary>A telephone that stands in a place. A mobile, or one beside somebody's name, may be theirs: none.</summary>
    public static string? Phone(AssetKind kind, string? contactName, string? phone)
    {
        if (kind == AssetKind.Individual || Words.Tidy(contactName) is not null || Words.Tidy(phone) is not { } number)
        {
            return null;
        }

        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        digits = digits.StartsWith("0044", StringComparison.Ordinal) ? "0" + digits[4..].TrimStart('0') : digits.StartsWith("44", StringComparison.Ordinal) ? "0" + digits[2..].TrimStart('0') : digits;
        return digits.Length is 10 or 11 && digits[0] == '0' && digits[1] is '1' or '2' or '3' or '8' ? number : null;
    }

    /// <summary>A web address as RFC 3986 writes it, or null where the text is none.</summary>
    public static string? Website(string? website)
    {
        if (Words.Tidy(website) is not { } typed)
        {
            return null;
        }

        var address = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || !uri.Host.Contains('.', StringComparison.Ordinal) || uri.UserInfo.Length > 0)
        {
            return null;
        }

        var port = uri.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{uri.Port}");
        var written = $"{uri.Scheme}://{uri.IdnHost}{port}{uri.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment | UriComponents.KeepDelimiter, UriFormat.UriEscaped)}";
        // What escaping does not take: quotation marks, brackets and their like, as somebody pasted them.
        return Rfc3986().IsMatch(written) ? written : null;
    }

    /// <summary>What it costs, where that is sure: "Free" is nothing, "£2.50" is 2.5.</summary>
    public static decimal? Amount(string? cost) => Words.Tidy(cost) switch
    {
        null => null,
        var free when free.TrimEnd('.').Equals("free", StringComparison.OrdinalIgnoreCase) => 0,
        var price when Price().Match(price) is { Success: true } found => decimal.Parse(found.Groups["amount"].ValueSpan, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]+@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WholeMailbox();

    [GeneratedRegex(@"(\+44[\s()-]*0?|0044[\s()-]*0?|\b0)[\s()-]*7([\s.()-]*[0-9]){9}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^£\s?(?<amount>[0-9]{1,5}(\.[0-9]{1,2})?)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Price();

    [GeneratedRegex(@"^https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#]([A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Rfc3986();
}
