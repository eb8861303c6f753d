using System.Globalization;
using AbcdConnect.Application.OpenReferral;

namespace AbcdConnect.Web.Features.OpenReferral;

/// <summary>Reads what was asked for, and says of everything that cannot be read what to put right. Parameters that the standard does not
/// know are passed over.</summary>
internal sealed class OpenParameters(IQueryCollection query)
{
    private const int LongestSearch = 200;

    private static readonly Dictionary<string, DayOfWeek> Days = new(
        Enum.GetValues<DayOfWeek>().SelectMany(d => new[] { d.ToString(), d.ToString()[..2], d.ToString()[..3] }.Select(name => KeyValuePair.Create(name, d))), StringComparer.OrdinalIgnoreCase);

    private readonly List<(string Parameter, string WhatToDo)> wrong = [];

    public IReadOnlyList<(string Parameter, string WhatToDo)> Wrong => wrong;

    public OpenQuestion Read(bool near)
    {
        var ask = new OpenQuestion(
            Page(),
            PerPage(),
            Search(),
            Uuid("taxonomy_term_id"),
            Uuid("taxonomy_id"),
            Age("minimum_age"),
            Age("maximum_age"),
            Time("start_time"),
            Time("end_time"),
            Day(),
            near ? Text("postcode") : null,
            near ? Proximity() : null,
            Instant("modified_after"),
            Uuid("organization_id"));
        if (ask is { Start: { } start, End: { } end } && end < start)
        {
            wrong.Add(("end_time", "It lies before start_time. Give a time after it."));
        }

        if (ask is { MinimumAge: { } youngest, MaximumAge: { } oldest } && oldest < youngest)
        {
            wrong.Add(("maximum_age", "It is less than minimum_age. Give the higher age here."));
        }

        if (ask is { Proximity: not null, Postcode: null })
        {
            wrong.Add(("proximity", "A distance needs a postcode to be measured from: add postcode."));
        }

        return ask;
    }

    public int Page() => Number("page", 1, 1_000_000) ?? 1;

    public int PerPage() => Number("per_page", 1, OpenQuestion.LargestPage) ?? OpenQuestion.UsualPage;

    public Guid? Uuid(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Guid.TryParse(text, out var id))
        {
            return id;
        }

        wrong.Add((name, "This is not an identifier. Give the id as the lists show it, such as 5d2f5a06-6a52-8f00-9b5c-0d1c7f3e8a11."));
        return null;
    }

    private string? Search()
    {
        if (Text("search") is not { } words || words.Length <= LongestSearch)
        {
            return Text("search");
        }

        wrong.Add(("search", $"Look for at most {LongestSearch} letters."));
        return null;
    }

    private int? Proximity() => Number("proximity", 1, OpenQuestion.FurthestProximity, "of metres ");

    private int? Number(string name, int least, int most, string unit = "")
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        wrong.Add((name, string.Create(CultureInfo.InvariantCulture, $"Give a whole number {unit}between {least} and {most}.")));
        return null;
    }

    private decimal? Age(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var age) && age <= 150)
        {
            return age;
        }

        wrong.Add((name, "Give an age in years between 0 and 150."));
        return null;
    }

    private TimeOnly? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, ["H:mm", "HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        wrong.Add((name, "Give a time of day on the 24-hour clock, such as 14:30."));
        return null;
    }

    private DayOfWeek? Day()
    {
        if (Text("day") is not { } text)
        {
            return null;
        }

        if (Days.TryGetValue(text, out var day))
        {
            return day;
        }

        wrong.Add(("day", "Give one day of the week: MO, TU, WE, TH, FR, SA or SU, or its English name."));
        return null;
    }

    private DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // A plus in an address is a space.
        if (DateTimeOffset.TryParse(text.Replace(' ', text.Contains('T', StringComparison.Ordinal) ? '+' : 'T'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return instant.ToUniversalTime();
        }

        wrong.Add((name, "Give a day or an instant, such as 2026-11-22 or 2026-11-22T10:30:00Z."));
        return null;
    }

    private string? Text(string name) => query.TryGetValue(name, out var values) && values.FirstOrDefault() is { } first && !string.IsNullOrWhiteSpace(first) ? first.Trim() : null;
}
