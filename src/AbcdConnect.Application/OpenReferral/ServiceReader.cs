using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AbcdConnect.Application.Assets;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>One place of one service of another directory, as it would stand on our map.</summary>
internal sealed record ForeignEntry(int Row, string Key, string Hash, AssetDetails Details, string Category, bool Gone);

/// <summary>Reads one service of HSDS-UK, or of the version before it, into entries of the map: one for each place it is at. What is odd
/// in it is left out and said; people's names and telephones are never taken over.</summary>
internal sealed partial class ServiceReader(string source, IReadOnlyList<MappedTerm> terms, IReadOnlyDictionary<string, (AssetKind Kind, string Name)> categories, DateOnly today)
{
    private readonly HashSet<string> unmapped = new(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, DayOfWeek> Days = Enum.GetValues<DayOfWeek>().ToDictionary(OpenMapping.DayCode, StringComparer.Ordinal);

    public IEnumerable<ForeignEntry> Read(JsonElement service, int row, ImportRun run)
    {
        var id = Text(service, "id");
        if (id is null)
        {
            run.Reject(row, "id", null, "This service has no id, so it could not be known again. Ask whoever keeps the list to give it one.");
            yield break;
        }

        var name = Text(service, "name");
        if (name is null)
        {
            run.Reject(row, "name", id, "This service has no name. Ask whoever keeps the list to give it one.");
            yield break;
        }

        if (name.Length > Words.LongestLine)
        {
            run.Reject(row, "name", name, $"This is {name.Length:N0} letters long; {Words.LongestLine} fit. Ask for a shorter name.");
            yield break;
        }

        var organization = Object(service, "organization");
        var (kind, category) = Kind(service, row, run);
        var (hours, times) = Schedules(Parts(service, "schedules"), row, run);
        var details = new AssetDetails(
            kind,
            name,
            Description: Long(Join("\n\n", Text(service, "alert"), Plain(Text(service, "description")) ?? Plain(Text(organization, "description")))),
            OpeningTimes: Long(Join("\n", Status(service) == "temporarily closed" ? "Closed for the time being." : null, times)),
            Cost: Short(Costs(service), 500, "cost_options", row, run),
            Languages: Short(Join("; ", [.. Parts(service, "languages").Select(l => Text(l, "name") ?? Text(l, "language"))]), Words.LongestLine, "languages", row, run),
            Email: Mailbox(Text(service, "email") ?? Text(organization, "email"), row, run),
            Website: Web(Text(service, "url") ?? Text(organization, "website") ?? Text(organization, "url"), row, run),
            LookedAfterBy: Short(Text(organization, "name"), Words.LongestLine, "organization/name", row, run),
            Hours: hours);

        var places = Parts(service, "service_at_locations").ToList();
        var gone = Status(service) is "defunct" or "inactive";
        if (places.Count == 0)
        {
            yield return Entry(row, id, details with { Access = Ages(service) }, category, gone);
            yield break;
        }

        for (var i = 0; i < places.Count; i++)
        {
            var location = Object(places[i], "location");
            var here = places.Count == 1 ? name : $"{name}: {Text(location, "name") ?? $"place {i + 1}"}";
            var (latitude, longitude) = Point(location, row, run);
            var address = Parts(location, "addresses").Concat(Parts(location, "physical_addresses")).FirstOrDefault();
            var access = Join("\n", [Ages(service), .. Parts(location, "accessibility").Concat(Parts(location, "accessibility_for_disabilities")).Select(a => Text(a, "description") ?? Text(a, "accessibility"))]);
            yield return Entry(
                row,
                i == 0 ? id : $"{id}/{Text(places[i], "id") ?? i.ToString(CultureInfo.InvariantCulture)}",
                details with
                {
                    Name = here.Length > Words.LongestLine ? here[..Words.LongestLine] : here,
                    Address = Short(Join(", ", [places.Count == 1 ? Text(location, "name") is { } at && !at.Equals(name, StringComparison.OrdinalIgnoreCase) ? at : null : null, Text(address, "address_1"), Text(address, "city"), Text(address, "region")]), 500, "addresses", row, run),
                    Postcode = Postal(Text(address, "postal_code"), row, run),
                    Latitude = latitude,
                    Longitude = longitude,
                    Access = Long(access),
                    Hours = hours.Count > 0 ? hours : Schedules(Parts(places[i], "schedules"), row, run).Hours,
                },
                category,
                gone);
        }
    }

    private ForeignEntry Entry(int row, string id, AssetDetails details, string category, bool gone)
    {
        var said = string.Join('|', [details.Kind, category, details.Name, details.Description, details.Address, details.Postcode, details.Latitude?.ToString("R", CultureInfo.InvariantCulture), details.Longitude?.ToString("R", CultureInfo.InvariantCulture),
            details.OpeningTimes, details.Cost, details.Languages, details.Access, details.Email, details.Website, details.LookedAfterBy, .. details.Hours!.Select(h => $"{h.Day}{h.Opens:HHmm}{h.Closes:HHmm}")]);
        var key = $"{source}:{id.ToLowerInvariant()}";
        return new ForeignEntry(row, key.Length <= Words.LongestLine ? key : $"open-referral:{Sha(key)}", Sha(said), details, category, gone);
    }

    // The first term that is known decides. Our own categories' names are known as they are, so that what we gave out comes back as it was.
    private (AssetKind Kind, string Category) Kind(JsonElement service, int row, ImportRun run)
    {
        var named = Parts(service, "attributes").Concat(Parts(service, "service_taxonomys")).Concat(Parts(service, "service_taxonomies"))
            .Select(a => Object(a, "taxonomy_term") is { ValueKind: JsonValueKind.Object } term ? term : Object(a, "taxonomy"))
            .SelectMany(t => new[] { Text(t, "name"), Text(t, "term") }).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var term in named)
        {
            if (categories.TryGetValue(term, out var ours))
            {
                return (ours.Kind, ours.Name);
            }
        }

        foreach (var term in named)
        {
            if (terms.FirstOrDefault(t => t.Term.Equals(term, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                return (known.Kind, known.Category);
            }
        }

        foreach (var term in named.Where(unmapped.Add))
        {
            run.Note(row, "attributes", term, "This term is not known here, so what is filed under it came in as the usual kind. Add a line for it to profiles/open-referral/terms.csv in the data folder, and bring the list in again with --all.");
        }

        var usual = terms.FirstOrDefault(t => t.Term == "*");
        return usual is null ? (AssetKind.Institution, "Council service") : (usual.Kind, usual.Category);
    }

    private (IReadOnlyList<OpenSession> Hours, string? Words) Schedules(IEnumerable<JsonElement> schedules, int row, ImportRun run)
    {
        var hours = new List<OpenSession>();
        var words = new List<string>();
        foreach (var schedule in schedules)
        {
            if (Text(schedule, "description") is { } description && !words.Contains(description))
            {
                words.Add(description);
            }

            var ended = Date(schedule, "valid_to") is { } to && to < today;
            if (ended)
            {
                run.Note(row, "schedules", Text(schedule, "valid_to"), "These times have ended by the list's own dates, so they were not taken as opening hours. Ask whoever keeps the list for the times of now.");
            }

            var opens = Time(schedule, "opens_at");
            var closes = Time(schedule, "closes_at");
            var days = (Text(schedule, "byday") ?? "").ToUpperInvariant().Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
            if (ended || opens is null || closes is null || days.Length == 0 || (Text(schedule, "freq") ?? "WEEKLY") != "WEEKLY" || (Number(schedule, "interval") ?? 1) != 1)
            {
                continue;
            }

            if (closes <= opens)
            {
                run.Note(row, "schedules", $"{opens:HH:mm} to {closes:HH:mm}", "It would close before it opens, so these times were left out. Times past midnight need two schedules.");
                continue;
            }

            hours.AddRange(days.Where(Days.ContainsKey).Select(day => new OpenSession(Days[day], opens.Value, closes.Value)));
        }

        return ([.. hours.Distinct().OrderBy(h => ((int)h.Day + 6) % 7).ThenBy(h => h.Opens)], words.Count == 0 ? null : string.Join('\n', words));
    }

    private static (double? Latitude, double? Longitude) Point(JsonElement location, int row, ImportRun run)
    {
        var (latitude, longitude) = (Number(location, "latitude"), Number(location, "longitude"));
        if (latitude is null || longitude is null || (latitude == 0 && longitude == 0))
        {
            return (null, null);
        }

        var said = string.Create(CultureInfo.InvariantCulture, $"{latitude}, {longitude}");
        // The United Kingdom lies between 49 and 61 north, 9 west and 2 east: the other way about they were swapped.
        if (latitude is >= -9 and <= 2 && longitude is >= 49 and <= 61)
        {
            run.Note(row, "latitude", said, "Latitude and longitude were the wrong way about; they were taken the right way. Tell whoever keeps the list.");
            return (longitude, latitude);
        }

        if (Math.Abs(latitude.Value) > 90 || Math.Abs(longitude.Value) > 180)
        {
            run.Note(row, "latitude", said, "There is no such point: latitude lies between -90 and 90, longitude between -180 and 180. It came in without a point; its postcode places it where it has one.");
            return (null, null);
        }

        return (latitude, longitude);
    }

    private static string? Costs(JsonElement service)
    {
        var fees = Text(service, "fees");
        var options = Parts(service, "cost_options").Select(o => Join(" ",
            Number(o, "amount") is { } amount ? amount == 0 ? "Free" : string.Create(CultureInfo.GetCultureInfo("en-GB"), $"£{amount:0.##}") : null,
            Text(o, "amount_description"),
            Text(o, "option") is { } who ? $"({who})" : null));
        // Our own lists say the same in both.
        return Join("; ", [fees, .. options.Where(o => o is not null && (fees is null || !o.Contains(fees, StringComparison.OrdinalIgnoreCase)))]);
    }

    private static string? Ages(JsonElement service) => (Number(service, "minimum_age"), Number(service, "maximum_age")) switch
    {
        (null or 0, null) => null,
        (null or 0, { } oldest) => string.Create(CultureInfo.InvariantCulture, $"Ages up to {oldest:0.#}"),
        ({ } youngest, null) => string.Create(CultureInfo.InvariantCulture, $"Ages {youngest:0.#} and over"),
        ({ } youngest, { } oldest) => string.Create(CultureInfo.InvariantCulture, $"Ages {youngest:0.#} to {oldest:0.#}"),
    };

    private static string? Status(JsonElement service) => Text(service, "status")?.ToLowerInvariant();

    private static string? Postal(string? typed, int row, ImportRun run)
    {
        if (typed is null || Words.Postcode(typed) is { })
        {
            return Words.Postcode(typed);
        }

        run.Note(row, "postal_code", typed, "This is not a whole postcode, so it was left out. A postcode looks like M33 4QJ.");
        return null;
    }

    private static string? Web(string? address, int row, ImportRun run)
    {
        if (address is null || (PublicWords.Website(address) is not null && address.Length <= 500))
        {
            return address;
        }

        run.Note(row, "url", address, "This is not an address of the web, so it was left out.");
        return null;
    }

    private static string? Mailbox(string? address, int row, ImportRun run)
    {
        if (address is null || (address.Length <= Words.LongestLine && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && address.IndexOf('.', at) > 0))
        {
            return address;
        }

        run.Note(row, "email", address, "This is not a mailbox, so it was left out.");
        return null;
    }

    private static string? Short(string? text, int longest, string column, int row, ImportRun run)
    {
        if (text is null || text.Length <= longest)
        {
            return text;
        }

        run.Note(row, column, text, $"This is {text.Length:N0} letters long; the first {longest} were kept.");
        return text[..longest];
    }

    private static string? Long(string? text) => text?.Length > Words.LongestText ? text[..Words.LongestText] : text;

    // Some lists hold pages where words are asked for.
    private static string? Plain(string? text) => text is null || !text.Contains('<', StringComparison.Ordinal)
        ? text
        : Words.Tidy(Blanks().Replace(System.Net.WebUtility.HtmlDecode(Tag().Replace(Break().Replace(text, "\n"), "")), "\n\n"));

    private static string? Join(string with, params string?[] parts) => Words.Tidy(string.Join(with, parts.Where(p => !string.IsNullOrWhiteSpace(p))));

    internal static string? Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => Words.Tidy(value.GetString()),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;

    internal static IEnumerable<JsonElement> Parts(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    internal static JsonElement Object(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : default;

    // Numbers stand in quotation marks in some lists.
    private static double? Number(JsonElement of, string name) =>
        double.TryParse(Text(of, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static DateOnly? Date(JsonElement of, string name) =>
        DateOnly.TryParse(Text(of, name), CultureInfo.InvariantCulture, out var date) ? date : null;

    private static TimeOnly? Time(JsonElement of, string name) =>
        TimeOnly.TryParse(Text(of, name)?.TrimEnd('Z'), CultureInfo.InvariantCulture, out var time) ? time : null;

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<br */?>|</(p|li|div|h[1-6])>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\n\s*\n(\s*\n)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Blanks();
}
