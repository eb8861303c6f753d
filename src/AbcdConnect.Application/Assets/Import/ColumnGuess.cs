using System.Globalization;
using System.Text.RegularExpressions;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>One column of an uploaded sheet, with what stands in it.</summary>
/// <param name="Samples">The first few different things in it.</param>
internal sealed record SeenColumn(string Heading, IReadOnlyList<string> Samples, int Filled, bool AllDiffer);

/// <summary>Guesses what the columns of somebody's list hold: by the words of a heading, and by what stands beneath it. Pure.</summary>
internal static partial class ColumnGuess
{
    // The longest words first: an "email address" is no address, a "contact name" not the name.
    private static readonly (string Words, string Field)[] ByHeading =
    [
        .. new (string Field, string[] Words)[]
        {
            ("email", ["email", "e mail", "email address", "mailbox", "contact email"]),
            ("website", ["website", "web site", "web address", "url", "web", "link", "homepage", "web page", "site", "contact web"]),
            ("phone", ["phone", "telephone", "tel", "mobile", "phone number", "telephone number", "contact number", "tel no", "contact phone"]),
            ("postcode", ["postcode", "post code", "postal code", "zip", "pcd", "pcds", "contact postcode"]),
            ("latitude", ["latitude", "lat", "y coordinate"]),
            ("longitude", ["longitude", "lon", "long", "lng", "x coordinate"]),
            ("openingTimes", ["opening times", "opening hours", "opening", "hours", "times", "open", "when", "days and times", "day and time", "meeting times", "schedule"]),
            ("cost", ["cost", "costs", "price", "fee", "fees", "charge", "charges", "how much", "cost of session"]),
            ("languages", ["language", "languages", "languages spoken"]),
            ("access", ["access", "accessibility", "disabled access", "wheelchair access", "referral method", "how to join", "eligibility"]),
            ("contactName", ["contact", "contact name", "contact person", "lead", "organiser", "coordinator", "who to contact"]),
            ("lookedAfterBy", ["looked after by", "provider", "run by", "owner", "maintained by", "managed by", "lead organisation"]),
            ("neighbourhood", ["neighbourhood", "ward", "ward name", "ward code", "area code", "area", "locality", "district"]),
            ("category", ["category", "type", "kind", "type of activity", "type of organisation", "sector", "activity type", "theme"]),
            ("description", ["description", "about", "activities", "details", "what", "summary", "what we do", "purpose", "information", "notes", "aims", "charity activities", "what happens"]),
            ("address", ["address", "street", "address line 1", "address 1", "address line 2", "address 2", "address line 3", "address 3", "town", "city", "venue address", "location", "building", "village"]),
            ("name", ["name", "title", "organisation", "organization", "organisation name", "group", "group name", "club", "club name", "charity name", "venue", "venue name", "service", "service name", "project", "place", "centre", "name of group", "name of organisation", "activity name", "activity", "library", "church"]),
        }.SelectMany(f => f.Words.Select(w => (w, f.Field))).OrderByDescending(w => w.w.Length),
    ];

    /// <summary>Which field each column becomes, and which columns together tell a row from every other.</summary>
    public static (IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Key) Of(IReadOnlyList<SeenColumn> columns)
    {
        var scored = columns.SelectMany((c, at) => Scores(c).Select(s => (Column: c, s.Field, s.Score, At: at))).OrderByDescending(s => s.Score).ThenBy(s => s.At).ToList();
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (column, field, _, _) in scored)
        {
            // Only an address is often in several columns.
            if (!fields.ContainsKey(column.Heading) && (field == "address" || !fields.ContainsValue(field)))
            {
                fields[column.Heading] = field;
            }
        }

        // Half a point is none.
        if (fields.ContainsValue(AssetProfiles.Latitude) != fields.ContainsValue(AssetProfiles.Longitude))
        {
            fields.Remove(fields.First(f => f.Value is AssetProfiles.Latitude or AssetProfiles.Longitude).Key);
        }

        if (!fields.ContainsValue("name") && columns.FirstOrDefault(c => !fields.ContainsKey(c.Heading) && c.AllDiffer && c.Filled > 0 && c.Samples.All(s => s.Any(char.IsLetter) && s.Length is > 2 and < 120)) is { } named)
        {
            fields[named.Heading] = "name";
        }

        return (fields, Key(columns, fields));
    }

    /// <summary>What a list is most likely of, by its file's name and headings.</summary>
    public static (AssetKind Kind, string Category) KindOf(string fileName, IEnumerable<AssetCategory> categories)
    {
        var words = Plain(fileName).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3).Select(Stem).ToHashSet(StringComparer.Ordinal);
        var best = categories.Where(c => c.Kind != AssetKind.Individual)
            .Select(c => (Category: c, Said: Plain(c.Name.Split('(')[0]).Split(' ').Where(w => w.Length > 3).Select(Stem).ToList()))
            .Where(c => c.Said.Count > 0 && c.Said.TrueForAll(words.Contains))
            .OrderByDescending(c => c.Said.Count).Select(c => c.Category).FirstOrDefault();
        return best is null ? (AssetKind.Association, "Community group") : (best.Kind, best.Name);
    }

    private static List<string> Key(IReadOnlyList<SeenColumn> columns, Dictionary<string, string> fields)
    {
        if (columns.FirstOrDefault(c => c.AllDiffer && c.Filled > 0 && IsNumbering(Plain(c.Heading)) && !fields.ContainsKey(c.Heading)) is { } number)
        {
            return [number.Heading];
        }

        string? Column(string field) => columns.FirstOrDefault(c => fields.GetValueOrDefault(c.Heading) == field)?.Heading;
        var place = Column("postcode") ?? Column("address");
        return [.. new[] { Column("name"), place }.OfType<string>()];
    }

    private static IEnumerable<(string Field, double Score)> Scores(SeenColumn column)
    {
        var plain = Plain(column.Heading);
        var content = column.Samples.Count == 0 ? null : ByContent(column.Samples);
        if (content is { } sure)
        {
            yield return (sure, 5);
        }

        // What stands in it speaks louder than its heading: "Contact" over mailboxes holds mailboxes.
        var fits = ByHeading.Where(h => h.Words == plain).Select(h => (h.Field, Score: 4d))
            .Concat(ByHeading.Where(h => h.Words != plain && $" {plain} ".Contains($" {h.Words} ", StringComparison.Ordinal)).Select(h => (h.Field, Score: 2 + (h.Words.Length / 100d))));
        foreach (var fit in fits.DistinctBy(f => f.Field))
        {
            if (fit.Field == content || column.Samples.Count == 0 || column.Samples.Any(s => Fits(fit.Field, s)))
            {
                yield return (fit.Field, fit.Field == content ? 6 : content is null ? fit.Score : 1);
            }
        }
    }

    // A field whose values have a shape of their own is not believed by its heading alone.
    private static bool Fits(string field, string sample) => field switch
    {
        "email" => sample.Contains('@', StringComparison.Ordinal),
        AssetProfiles.Latitude or AssetProfiles.Longitude => double.TryParse(sample.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= 180,
        _ => true,
    };

    private static string? ByContent(IReadOnlyList<string> samples)
    {
        bool Most(Func<string, bool> test) => samples.Count(test) * 10 >= samples.Count * 6;
        return Most(s => Words.Postcode(s) is not null && s.Any(char.IsDigit)) ? "postcode"
            : Most(s => Mailbox().IsMatch(s)) ? "email"
            : Most(s => WebAddress().IsMatch(s)) ? "website"
            : Most(IsPhone) ? "phone"
            : Most(s => IsBetween(s, 49, 61)) ? AssetProfiles.Latitude
            : Most(s => IsBetween(s, -9, 2.5)) ? AssetProfiles.Longitude
            : Most(s => OpeningTimes.Sure(s) is not null || (Day().IsMatch(s) && s.Any(char.IsDigit) && s.Length < 200)) ? "openingTimes"
            : null;
    }

    // A point has decimals; a plain number may be anything.
    private static bool IsBetween(string text, double least, double most) =>
        text.AsSpan().ContainsAny(".,") && text.Length >= 5 && double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

    private static bool IsPhone(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return digits is 10 or 11 or 12 or 13 && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '(' or ')' or '-' or '.') && (text.TrimStart('(').StartsWith('0') || text.StartsWith("+44", StringComparison.Ordinal));
    }

    private static bool IsNumbering(string plain) => plain is "id" or "ref" or "reference" or "no" or "number" or "code" or "urn" or "uprn" or "key" or "uid" || plain.EndsWith(" id", StringComparison.Ordinal) || plain.EndsWith(" ref", StringComparison.Ordinal) || plain.EndsWith(" number", StringComparison.Ordinal) || plain.EndsWith(" reference", StringComparison.Ordinal) || plain.EndsWith(" no", StringComparison.Ordinal);

    private static string Stem(string word) => word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word.TrimEnd('s');

    /// <summary>Small letters and single spaces: "E-mail_Address:" and "e mail address" alike.</summary>
    private static string Plain(string heading) => string.Join(' ', Apart().Replace(Camel().Replace(heading, "${small} ${large}"), " ").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]{2,}$", RegexOptions.NonBacktracking)]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"^(https?://\S+|www\.\S+|[a-z0-9-]+(\.[a-z0-9-]+)*\.(org|com|net|uk|info|co|gov|ac)(/\S*)?)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"\b(mon|tue|wed|thu|fri|sat|sun|daily|weekday)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Day();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Apart();

    [GeneratedRegex(@"(?<small>\p{Ll})(?<large>\p{Lu})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Camel();
}
