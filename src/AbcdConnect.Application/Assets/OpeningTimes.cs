using System.Globalization;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.Assets;

/// <summary>Reads opening times as people write them. Only what is sure is read: a text with one word that is not understood
/// gives nothing at all, since half of somebody's opening times would be wrong ones.</summary>
internal static class OpeningTimes
{
    private static readonly Dictionary<string, DayOfWeek> Days = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mon"] = DayOfWeek.Monday,
        ["monday"] = DayOfWeek.Monday,
        ["mondays"] = DayOfWeek.Monday,
        ["tue"] = DayOfWeek.Tuesday,
        ["tues"] = DayOfWeek.Tuesday,
        ["tuesday"] = DayOfWeek.Tuesday,
        ["tuesdays"] = DayOfWeek.Tuesday,
        ["wed"] = DayOfWeek.Wednesday,
        ["weds"] = DayOfWeek.Wednesday,
        ["wednesday"] = DayOfWeek.Wednesday,
        ["wednesdays"] = DayOfWeek.Wednesday,
        ["thu"] = DayOfWeek.Thursday,
        ["thur"] = DayOfWeek.Thursday,
        ["thurs"] = DayOfWeek.Thursday,
        ["thursday"] = DayOfWeek.Thursday,
        ["thursdays"] = DayOfWeek.Thursday,
        ["fri"] = DayOfWeek.Friday,
        ["friday"] = DayOfWeek.Friday,
        ["fridays"] = DayOfWeek.Friday,
        ["sat"] = DayOfWeek.Saturday,
        ["saturday"] = DayOfWeek.Saturday,
        ["saturdays"] = DayOfWeek.Saturday,
        ["sun"] = DayOfWeek.Sunday,
        ["sunday"] = DayOfWeek.Sunday,
        ["sundays"] = DayOfWeek.Sunday,
    };

    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private enum Sign
    {
        Days,
        Time,
        To,
        And,
    }

    /// <summary>The sessions that a text says for sure; null where any part of it is not.</summary>
    public static IReadOnlyList<OpenSession>? Sure(string? text)
    {
        if (Words.Tidy(text) is not { } words || words.Length > 1000 || Split(words) is not { Count: > 0 } signs)
        {
            return null;
        }

        var sessions = new List<OpenSession>();
        for (var at = 0; at < signs.Count;)
        {
            if (ReadDays(signs, ref at) is not { } days || ReadTimes(signs, ref at) is not { } times)
            {
                return null;
            }

            sessions.AddRange(days.SelectMany(day => times.Select(time => new OpenSession(day, time.Opens, time.Closes))));
            SkipAnd(signs, ref at);
        }

        return [.. sessions.Distinct().OrderBy(s => Array.IndexOf(Week, s.Day)).ThenBy(s => s.Opens)];
    }

    /// <summary>Lines as typed in the form, one or more sessions each.</summary>
    /// <param name="wrong">The first line that was not understood.</param>
    public static IReadOnlyList<OpenSession> OfLines(string? lines, out string? wrong)
    {
        wrong = null;
        var all = new List<OpenSession>();
        foreach (var line in (lines ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Sure(line) is { } sessions)
            {
                all.AddRange(sessions);
            }
            else
            {
                wrong ??= line;
            }
        }

        return [.. all.Distinct()];
    }

    // Weekdays first to last, joined by commas, "and" or nothing; a dash or "to" between two makes a range.
    private static List<DayOfWeek>? ReadDays(List<Token> signs, ref int at)
    {
        var days = new List<DayOfWeek>();
        while (at < signs.Count && signs[at].Sign == Sign.Days)
        {
            var first = signs[at++].Named;
            if (at + 1 < signs.Count && signs[at].Sign == Sign.To && signs[at + 1].Sign == Sign.Days && first.Length == 1 && signs[at + 1].Named.Length == 1)
            {
                var (from, to) = (Array.IndexOf(Week, first[0]), Array.IndexOf(Week, signs[at + 1].Named[0]));
                if (to <= from)
                {
                    return null;
                }

                days.AddRange(Week[from..(to + 1)]);
                at += 2;
            }
            else
            {
                days.AddRange(first);
            }

            SkipAnd(signs, ref at);
        }

        return days.Count == 0 ? null : days;
    }

    private static List<(TimeOnly Opens, TimeOnly Closes)>? ReadTimes(List<Token> signs, ref int at)
    {
        var times = new List<(TimeOnly, TimeOnly)>();
        while (at < signs.Count && signs[at].Sign == Sign.Time)
        {
            if (at + 2 >= signs.Count || signs[at + 1].Sign != Sign.To || signs[at + 2].Sign != Sign.Time || Range(signs[at].Clock, signs[at + 2].Clock) is not { } range)
            {
                return null;
            }

            times.Add(range);
            at += 3;
            var next = at;
            SkipAnd(signs, ref next);
            if (next < signs.Count && signs[next].Sign == Sign.Time)
            {
                at = next;
            }
        }

        return times.Count == 0 ? null : times;
    }

    private static void SkipAnd(List<Token> signs, ref int at)
    {
        while (at < signs.Count && signs[at].Sign == Sign.And)
        {
            at++;
        }
    }

    private static (TimeOnly Opens, TimeOnly Closes)? Range(ClockTime from, ClockTime to)
    {
        if (from.Half is null && to.Half is null)
        {
            // Only a 24-hour clock is sure: 10:00–12:00, 09:30–16:30.
            return from.TwentyFour && to.TwentyFour && Made(from.Hour, from.Minute) is { } opens24 && Made(to.Hour, to.Minute) is { } closes24 && (opens24 < closes24 || IntoTheNight(opens24, closes24)) ? (opens24, closes24) : null;
        }

        if (to.Half is null || At(to, to.Half.Value) is not { } closes)
        {
            return null;
        }

        // "1 - 3pm" begins in the afternoon, "10 - 2pm" in the morning: the later start that is still before the end.
        var opens = from.Half is { } half ? At(from, half) : At(from, 'p') is { } late && late < closes ? late : At(from, 'a');
        return opens is { } known && (known < closes || (from.Half == 'p' && IntoTheNight(known, closes))) ? (known, closes) : null;
    }

    // "8pm to 1am", "20:00-00:00": an evening that ends after midnight. Any other end before its beginning is a slip.
    private static bool IntoTheNight(TimeOnly opens, TimeOnly closes) => opens >= new TimeOnly(12, 0) && closes <= new TimeOnly(6, 0);

    private static TimeOnly? At(ClockTime time, char half) =>
        time.Hour is < 1 or > 12 ? null : Made((time.Hour % 12) + (half == 'p' ? 12 : 0), time.Minute);

    private static TimeOnly? Made(int hour, int minute) => hour is >= 0 and <= 23 && minute is >= 0 and <= 59 ? new TimeOnly(hour, minute) : null;

    private static List<Token>? Split(string text)
    {
        var signs = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (char.IsAsciiLetter(c))
            {
                var end = at;
                while (end < text.Length && char.IsAsciiLetter(text[end]))
                {
                    end++;
                }

                if (OfWord(text[at..end]) is not { } sign)
                {
                    return null;
                }

                signs.Add(sign);
                at = end;
            }
            else if (char.IsAsciiDigit(c))
            {
                if (OfNumber(text, ref at) is not { } time)
                {
                    return null;
                }

                signs.Add(new Token(Sign.Time, [], time));
            }
            else if (c is '-' or '–' or '—' or '−')
            {
                signs.Add(new Token(Sign.To, [], default));
                at++;
            }
            else if (c is ',' or ';' or '&' or '/' or '+' or ':' or '\n')
            {
                signs.Add(new Token(Sign.And, [], default));
                at++;
            }
            else if (c == '.' && at == text.Length - 1)
            {
                at++;
            }
            else
            {
                return null;
            }
        }

        return signs;
    }

    private static Token? OfWord(string word) => word.ToLowerInvariant() switch
    {
        "and" => new Token(Sign.And, [], default),
        "to" or "until" or "till" => new Token(Sign.To, [], default),
        "weekdays" => new Token(Sign.Days, Week[..5], default),
        "weekends" => new Token(Sign.Days, Week[5..], default),
        "daily" => new Token(Sign.Days, Week, default),
        "midnight" => new Token(Sign.Time, [], new ClockTime(12, 0, 'a', false)),
        "noon" or "midday" => new Token(Sign.Time, [], new ClockTime(12, 0, 'p', false)),
        var day => Days.TryGetValue(day, out var known) ? new Token(Sign.Days, [known], default) : null,
    };

    // 9, 9am, 9.30am, 9:30, 12noon, 12 noon, 10:00.
    private static ClockTime? OfNumber(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at - start > 2)
        {
            return null;
        }

        var hour = int.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture);
        var twoDigits = at - start == 2;
        int? minute = null;
        var colon = false;
        if (at + 2 < text.Length && text[at] is ':' or '.' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]))
        {
            if (at + 3 < text.Length && char.IsAsciiDigit(text[at + 3]))
            {
                return null;
            }

            colon = text[at] == ':';
            minute = int.Parse(text.AsSpan(at + 1, 2), CultureInfo.InvariantCulture);
            at += 3;
        }

        var after = at;
        while (after < text.Length && text[after] is ' ' or '\u00a0')
        {
            after++;
        }

        char? half = null;
        foreach (var (word, meaning) in new[] { ("noon", 'p'), ("midday", 'p'), ("midnight", 'a'), ("am", 'a'), ("pm", 'p') })
        {
            if (text.AsSpan(after).StartsWith(word, StringComparison.OrdinalIgnoreCase) && (after + word.Length == text.Length || !char.IsAsciiLetter(text[after + word.Length])))
            {
                half = meaning;
                at = after + word.Length;
                break;
            }
        }

        if (minute is > 59)
        {
            return null;
        }

        return new ClockTime(hour, minute ?? 0, half, colon && twoDigits && half is null);
    }

    private readonly record struct ClockTime(int Hour, int Minute, char? Half, bool TwentyFour);

    private sealed record Token(Sign Sign, DayOfWeek[] Named, ClockTime Clock);
}
