using System.Globalization;
using System.Text.RegularExpressions;

namespace AbcdConnect.Web.Features.Shared.Forms;

/// <summary>Which way to look from a date that leaves something out: "Friday", "12 November".</summary>
public enum DateLeaning
{
    /// <summary>The nearest to today; a bare weekday is the coming one.</summary>
    Nearest,

    /// <summary>Today or before: when something happened.</summary>
    Past,

    /// <summary>Today or after: when something is planned.</summary>
    Future,
}

/// <summary>What was understood, or in plain words why not. Nothing typed gives neither.</summary>
internal readonly record struct Understood<T>(T? Value, string? Problem)
    where T : struct
{
    public static implicit operator Understood<T>(T value) => new(value, null);

    public static Understood<T> Not(string problem) => new(null, problem);
}

/// <summary>
/// Reads a date as people type it: 12 November, 12/11/26, the 3rd, today, yesterday, last Friday, in two weeks, 2026-11-12.
/// Days come before months, as in the United Kingdom. "Next Friday" is the Friday of next week.
/// </summary>
internal static partial class UkDateParser
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays =
        ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static Understood<DateOnly> Read(string? text, DateOnly today, DateLeaning leaning = DateLeaning.Nearest)
    {
        var words = Simplify(text);
        if (words.Length == 0)
        {
            return default;
        }

        var date = words.Length > 60 ? null : Relative(words, today) ?? Weekday(words, today, leaning) ?? Written(words, today, leaning);
        if (date is not { } found)
        {
            return Understood<DateOnly>.Not($"Enter a date such as {UkText.Date(today)}");
        }

        return found;
    }

    /// <summary>Lower case, no commas, "of", "the" or "on", one space between words, no "th" behind a number.</summary>
    private static string Simplify(string? text)
    {
        var words = (text ?? "").Trim().ToLowerInvariant().Replace(',', ' ').Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        words = words.Length > 60 ? words : Ordinal().Replace(words, "${day}");
        return string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(word => word is not ("of" or "the" or "on")));
    }

    private static Understood<DateOnly>? Relative(string words, DateOnly today)
    {
        switch (words)
        {
            case "today" or "now" or "tonight" or "this morning" or "this afternoon" or "this evening":
                return today;
            case "yesterday" or "last night":
                return today.AddDays(-1);
            case "tomorrow":
                return today.AddDays(1);
            case "day before yesterday":
                return today.AddDays(-2);
            case "day after tomorrow":
                return today.AddDays(2);
            case "next week":
                return today.AddDays(7);
            case "last week":
                return today.AddDays(-7);
            case "next month":
                return today.AddMonths(1);
            case "last month":
                return today.AddMonths(-1);
            case "fortnight" or "in fortnight" or "in a fortnight":
                return today.AddDays(14);
        }

        if (Span().Match(words) is { Success: true } span && Number(span.Groups["count"].Value) is { } count)
        {
            var signed = span.Groups["ago"].Success ? -count : count;
            return span.Groups["unit"].Value switch
            {
                "day" => today.AddDays(signed),
                "week" => today.AddDays(7 * signed),
                "fortnight" => today.AddDays(14 * signed),
                _ => today.AddMonths(signed),
            };
        }

        return null;
    }

    private static Understood<DateOnly>? Weekday(string words, DateOnly today, DateLeaning leaning)
    {
        var parts = words.Split(' ');
        var name = Array.FindIndex(parts, part => WeekdayOf(part) is not null);
        if (name < 0 || parts.Length > 2)
        {
            return null;
        }

        var weekday = WeekdayOf(parts[name])!.Value;
        var coming = today.AddDays((((int)weekday - (int)today.DayOfWeek + 6) % 7) + 1);
        var gone = today.AddDays(-((((int)today.DayOfWeek - (int)weekday + 6) % 7) + 1));
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var other = parts.Length == 1 ? "" : parts[1 - name];

        return other switch
        {
            "" when leaning == DateLeaning.Past => today.DayOfWeek == weekday ? today : gone,
            "" or "this" or "coming" => today.DayOfWeek == weekday ? today : coming,
            "last" => gone,
            "next" => monday.AddDays(7 + (((int)weekday + 6) % 7)),
            "week" => coming.AddDays(7),
            _ => null,
        };
    }

    private static Understood<DateOnly>? Written(string words, DateOnly today, DateLeaning leaning)
    {
        if (Iso().Match(words) is { Success: true } iso)
        {
            return Make(Int(iso.Groups["day"]), Int(iso.Groups["month"]), Int(iso.Groups["year"]));
        }

        var parts = words.Split(' ').ToList();
        DayOfWeek? said = null;
        if (parts.Count > 1 && WeekdayOf(parts[0]) is { } weekday)
        {
            said = weekday;
            parts.RemoveAt(0);
        }

        var understood = Numeric(string.Join(' ', parts), today, leaning) ?? Named(parts, today, leaning);
        if (said is not null && understood is { Value: { } date } && date.DayOfWeek != said)
        {
            return Understood<DateOnly>.Not($"{UkText.Date(date)} is a {date.DayOfWeek}, not a {said}. Say which you mean");
        }

        return understood;
    }

    /// <summary>12/11/2026, 12-11-26, 12.11, 12 11 2026, and a day alone.</summary>
    private static Understood<DateOnly>? Numeric(string words, DateOnly today, DateLeaning leaning)
    {
        if (Slashed().Match(words) is { Success: true } slashed)
        {
            var (day, month) = (Int(slashed.Groups["day"]), Int(slashed.Groups["month"]));
            return slashed.Groups["year"].Success
                ? Make(day, month, Year(slashed.Groups["year"].Value, today))
                : WithoutYear(day, month, today, leaning);
        }

        if (DayAlone().IsMatch(words))
        {
            var day = int.Parse(words, CultureInfo.InvariantCulture);
            return Closest(Enumerable.Range(-2, 5).Select(offset => today.AddDays(1 - today.Day).AddMonths(offset))
                .Where(first => day >= 1 && day <= DateTime.DaysInMonth(first.Year, first.Month))
                .Select(first => first.AddDays(day - 1)), today, leaning);
        }

        return null;
    }

    /// <summary>12 November, 12 Nov 26, November 12 2026.</summary>
    private static Understood<DateOnly>? Named(List<string> parts, DateOnly today, DateLeaning leaning)
    {
        if (parts.Count is not (2 or 3))
        {
            return null;
        }

        var monthAt = MonthOf(parts[0]) is not null ? 0 : 1;
        if (MonthOf(parts[monthAt]) is not { } month || !DayAlone().IsMatch(parts[1 - monthAt]))
        {
            return null;
        }

        var day = int.Parse(parts[1 - monthAt], CultureInfo.InvariantCulture);
        if (parts.Count == 2)
        {
            return WithoutYear(day, month, today, leaning);
        }

        return YearWritten().IsMatch(parts[2]) ? Make(day, month, Year(parts[2], today)) : null;
    }

    private static Understood<DateOnly> WithoutYear(int day, int month, DateOnly today, DateLeaning leaning)
    {
        if (month is < 1 or > 12)
        {
            return Make(day, month, today.Year);
        }

        // Four years either side, so that 29 February is found.
        var years = Enumerable.Range(today.Year - 4, 9).Where(year => day >= 1 && day <= DateTime.DaysInMonth(year, month));
        return Closest(years.Select(year => new DateOnly(year, month, day)), today, leaning) ?? Make(day, month, today.Year);
    }

    private static Understood<DateOnly>? Closest(IEnumerable<DateOnly> dates, DateOnly today, DateLeaning leaning)
    {
        var allowed = dates.Where(date => leaning switch
        {
            DateLeaning.Past => date <= today,
            DateLeaning.Future => date >= today,
            _ => true,
        }).ToList();

        return allowed.Count == 0 ? null : allowed.MinBy(date => Math.Abs(date.DayNumber - today.DayNumber));
    }

    private static Understood<DateOnly> Make(int day, int month, int year)
    {
        if (month is < 1 or > 12)
        {
            return Understood<DateOnly>.Not($"There is no month {month}. The day comes first, then the month");
        }

        if (year is < 1900 or > 2200)
        {
            return Understood<DateOnly>.Not($"Check the year: {year} is too far away");
        }

        var days = DateTime.DaysInMonth(year, month);
        return day >= 1 && day <= days
            ? new DateOnly(year, month, day)
            : Understood<DateOnly>.Not(string.Create(UkText.Culture, $"{Words.Apart(Months[month - 1])} {year} has {days} days"));
    }

    /// <summary>Two digits mean the hundred years that end twenty years from now.</summary>
    private static int Year(string text, DateOnly today)
    {
        var year = int.Parse(text, CultureInfo.InvariantCulture);
        if (text.Length > 2)
        {
            return year;
        }

        var latest = today.Year + 20;
        var candidate = latest - (latest % 100) + year;
        return candidate > latest ? candidate - 100 : candidate;
    }

    private static int? MonthOf(string word) => Named(Months, word.TrimEnd('.'), 3) is var at and >= 0 ? at + 1 : null;

    private static DayOfWeek? WeekdayOf(string word) => Named(Weekdays, word.TrimEnd('.'), 3) is var at and >= 0 ? (DayOfWeek)at : null;

    /// <summary>"Nov", "Novem" and "November", "Thur" and "Thurs": any beginning of at least so many letters.</summary>
    private static int Named(string[] names, string word, int atLeast) =>
        word.Length < atLeast ? -1 : Array.FindIndex(names, name => name.StartsWith(word, StringComparison.Ordinal));

    private static int? Number(string word)
    {
        if (word is "a" or "an")
        {
            return 1;
        }

        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return digits;
        }

        var at = Array.IndexOf(Numbers, word);
        return at < 1 ? null : at;
    }

    private static int Int(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<day>\d{1,2})(st|nd|rd|th)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(?:in )?(?<count>[a-z]+|\d{1,3}) (?<unit>day|week|fortnight|month)s?(?: (?:(?<ago>ago|before)|from now|from today|time))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Span();

    [GeneratedRegex(@"^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<day>\d{1,2}) ?[-/. ] ?(?<month>\d{1,2})( ?[-/. ] ?(?<year>\d{4}|\d{2}))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"^\d{1,2}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayAlone();

    [GeneratedRegex(@"^(\d{4}|\d{2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearWritten();
}
