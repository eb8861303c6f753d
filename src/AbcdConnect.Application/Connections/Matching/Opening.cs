using System.Globalization;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.Connections.Matching;

/// <summary>Whether somewhere is open on a day that suits.</summary>
internal enum Suits
{
    /// <summary>Known to be closed on the day that suits.</summary>
    OtherDays,
    NotKnown,
    Open,

    /// <summary>Open on the very day that suits.</summary>
    Day,
}

/// <summary>When somebody said they could come.</summary>
/// <param name="On">The day of the next step that was agreed.</param>
/// <param name="Mornings">They said that they have free mornings.</param>
internal sealed record GoodTimes(DateOnly? On = null, bool Mornings = false, bool Evenings = false)
{
    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly TimeOnly Evening = new(17, 0);

    public bool InPartOfDay(OpenSession session) => (Mornings && session.Opens < Noon) || (Evenings && (session.Closes > Evening || session.PastMidnight));
}

/// <summary>Opening times in a few English words, and whether they suit. Pure.</summary>
internal static class Opening
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"open Thursdays 10am to noon, and Thursday 26 November was agreed"; null where no times are known.</summary>
    public static (Suits Suits, string? Words) Of(IReadOnlyList<OpenSession> sessions, GoodTimes good)
    {
        if (sessions.Count == 0)
        {
            return (Suits.NotKnown, null);
        }

        var words = "open " + InWords(sessions);
        if (good.On is { } day)
        {
            return sessions.Any(s => s.Day == day.DayOfWeek)
                ? (Suits.Day, $"{words}; you said {day.ToString("dddd d MMMM", English)} suits")
                : (Suits.OtherDays, $"{words}; not on {day.ToString("dddd d MMMM", English)}, the day you said");
        }

        return sessions.Any(good.InPartOfDay) ? (Suits.Day, $"{words}, when there is time to spare") : (Suits.Open, words);
    }

    /// <summary>"Wednesdays noon to 2pm"; null where the day is not known.</summary>
    public static (Suits Suits, string? Words) Of(ActivityFrequency frequency, DayOfWeek? day, TimeOnly? starts, TimeOnly? ends, GoodTimes good)
    {
        if (day is not { } known)
        {
            return (Suits.NotKnown, null);
        }

        var name = English.DateTimeFormat.GetDayName(known);
        var hours = starts is { } from ? ends is { } to ? $" {UkTime.Clock(from)} to {UkTime.Clock(to)}" : $" at {UkTime.Clock(from)}" : "";
        var words = frequency switch
        {
            ActivityFrequency.Weekly => $"{name}s{hours}",
            ActivityFrequency.Fortnightly => $"every other {name}{hours}",
            ActivityFrequency.Monthly => $"one {name} a month{hours}",
            _ => $"on a {name}{hours}",
        };
        if (frequency == ActivityFrequency.Weekly && good.On is { } agreed)
        {
            return agreed.DayOfWeek == known
                ? (Suits.Day, $"{words}; you said {agreed.ToString("dddd d MMMM", English)} suits")
                : (Suits.OtherDays, words);
        }

        return starts is { } opens && good.InPartOfDay(new OpenSession(known, opens, ends is { } closes && closes > opens ? closes : opens.AddMinutes(1) > opens ? opens.AddMinutes(1) : TimeOnly.MaxValue))
            ? (Suits.Day, $"{words}, when there is time to spare")
            : (Suits.Open, words);
    }

    /// <summary>"Mondays to Fridays 9am to 5pm, Saturdays 10am to noon".</summary>
    public static string InWords(IReadOnlyList<OpenSession> sessions)
    {
        var byHours = sessions
            .GroupBy(s => (s.Opens, s.Closes))
            .Select(g => (g.Key.Opens, g.Key.Closes, Days: g.Select(s => FromMonday(s.Day)).Distinct().Order().ToList()))
            .OrderBy(g => g.Days[0]).ThenBy(g => g.Opens)
            .Select(g => $"{Days(g.Days)} {UkTime.Clock(g.Opens)} to {UkTime.Clock(g.Closes)}")
            .ToList();
        return byHours.Count <= 3 ? string.Join(", ", byHours) : string.Join(", ", byHours.Take(2)) + " and at other times";
    }

    public static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;

    private static string Days(List<int> days)
    {
        static string Name(int day) => English.DateTimeFormat.GetDayName((DayOfWeek)((day + 1) % 7)) + "s";
        if (days.Count == 7)
        {
            return "every day";
        }

        return days.Count > 2 && days[^1] - days[0] == days.Count - 1
            ? $"{Name(days[0])} to {Name(days[^1])}"
            : days.Count == 1 ? Name(days[0]) : string.Join(", ", days.Take(days.Count - 1).Select(Name)) + " and " + Name(days[^1]);
    }
}
