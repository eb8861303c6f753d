using System.Globalization;
using AbcdConnect.Application.Connections.Matching;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.Signposting;

/// <summary>The rows of a sheet in one language. Pure.</summary>
/// <param name="worker">A first name.</param>
internal sealed class SheetWords(SheetPhrases phrases, string worker)
{
    public string Worker => worker;

    public string? Warning(DateOnly? closesOn, DateOnly today) =>
        closesOn is not { } on ? null : on < today ? phrases["closed", Date(on), worker] : phrases["closes", Date(on)];

    public IReadOnlyList<SheetRow> Rows(Asset? place, Activity? activity, bool individual, string? way)
    {
        List<SheetRow> rows = [];
        void Add(string key, params IEnumerable<SheetLine?> lines)
        {
            var there = lines.OfType<SheetLine>().ToList();
            if (there.Count > 0)
            {
                rows.Add(new SheetRow(phrases[key], there));
            }
        }

        Add("when", When(place, activity));
        if (!individual)
        {
            Add("where", activity is null ? null : Typed(place?.Name), Typed(string.Join(", ", new[] { place?.Address, place?.Postcode }.Select(Words.Tidy).OfType<string>())));
            Add("how", way is null ? null : new SheetLine(way));
        }

        var contact = Typed(place?.ContactName);
        Add("who", individual
            ? [contact, new SheetLine(phrases["askWorker", worker])]
            : [contact ?? new SheetLine(phrases["sayWhoSent", worker]), Phone(place?.Phone), Labelled("email", place?.Email), Labelled("website", place?.Website), new SheetLine(phrases["company", worker])]);
        Add("cost", Typed(place?.Cost));
        Add("languages", Typed(place?.Languages));
        Add("access", individual ? null : Typed(place?.Access));
        return rows;
    }

    /// <summary>"czwartek, 10:00–12:00, co tydzień": a day and an hour as the language writes them, with no grammar between.</summary>
    public IReadOnlyList<SheetLine> When(Asset? place, Activity? activity)
    {
        if (activity is not null)
        {
            if (activity.Day is not { } day)
            {
                return [new SheetLine(phrases["noTimes"])];
            }

            var hours = activity.StartsAt is { } starts ? activity.EndsAt is { } ends ? phrases["to", Clock(starts), Clock(ends)] : Clock(starts) : null;
            var often = phrases[activity.Frequency switch
            {
                ActivityFrequency.Weekly => "everyWeek",
                ActivityFrequency.Fortnightly => "everyTwoWeeks",
                ActivityFrequency.Monthly => "onceAMonth",
                _ => "justOnce",
            }];
            return [new SheetLine(string.Join(Comma, new[] { Day(day), hours, often }.OfType<string>()))];
        }

        var sessions = place?.Hours.Select(h => h.Times).GroupBy(t => (t.Opens, t.Closes)).OrderBy(g => g.Min(t => Opening.FromMonday(t.Day))).ThenBy(g => g.Key.Opens).ToList() ?? [];
        if (sessions.Count > 0)
        {
            return [.. sessions.Select(g => new SheetLine($"{Days([.. g.Select(t => Opening.FromMonday(t.Day)).Distinct().Order()])}: {phrases["to", Clock(g.Key.Opens), Clock(g.Key.Closes)]}"))];
        }

        return Typed(place?.OpeningTimes) is { } typed ? [typed] : [new SheetLine(phrases["noTimes"])];
    }

    private CultureInfo Culture => phrases.Language.Culture;

    // Arabic and Urdu have a comma of their own.
    private string Comma => phrases.Language.RightToLeft ? "، " : ", ";

    private string Days(List<int> days) => days.Count > 2 && days[^1] - days[0] == days.Count - 1
        ? phrases["to", Day((DayOfWeek)((days[0] + 1) % 7)), Day((DayOfWeek)((days[^1] + 1) % 7))]
        : string.Join(Comma, days.Select(d => Day((DayOfWeek)((d + 1) % 7))));

    private string Day(DayOfWeek day) => Culture.DateTimeFormat.GetDayName(day);

    private string Clock(TimeOnly time) => Culture.TwoLetterISOLanguageName == "en" ? UkTime.Clock(time) : time.ToString("t", Culture);

    private string Date(DateOnly date) => date.ToString("d MMMM yyyy", Culture);

    private static SheetLine? Typed(string? text) => Words.Tidy(text) is { } words ? new SheetLine(words, Typed: true) : null;

    private SheetLine? Phone(string? number) => Words.Tidy(number) is { } tidy
        ? new SheetLine($"{phrases["phone"]}: {Isolated(tidy)}", Link: "tel:" + string.Concat(tidy.Where(c => char.IsAsciiDigit(c) || c == '+')))
        : null;

    private SheetLine? Labelled(string key, string? text) => Words.Tidy(text) is { } tidy ? new SheetLine($"{phrases[key]}: {Isolated(tidy)}") : null;

    // Among letters that run from the right, the groups of a telephone number would change places (Unicode's bidirectional algorithm).
    private string Isolated(string leftToRight) => phrases.Language.RightToLeft ? $"\u2066{leftToRight}\u2069" : leftToRight;
}
