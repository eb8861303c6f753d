using System.Globalization;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Application.Feeds;

/// <summary>Activities as a calendar (RFC 5545), as telephones and office programs subscribe to it.</summary>
internal static class CalendarFile
{
    private const string Zone = ContentLines.UkZoneName;

    /// <param name="home">What tells this programme's entries from those of every other.</param>
    public static string Of(string name, IEnumerable<OpenActivity> activities, string home)
    {
        var lines = new ContentLines();
        lines.Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//AbcdConnect//Activities//EN").Line("CALSCALE", "GREGORIAN").Line("METHOD", "PUBLISH")
            .Text("NAME", name).Text("X-WR-CALNAME", name).Line("X-WR-TIMEZONE", Zone).Line("REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
        lines.UkZone();
        foreach (var activity in activities.Where(IsKnown))
        {
            Event(lines, activity, home);
        }

        return lines.Line("END", "VCALENDAR").ToString();
    }

    /// <summary>A calendar can only hold what has a day.</summary>
    public static bool IsKnown(OpenActivity activity) => activity.FirstOn is not null;

    private static void Event(ContentLines lines, OpenActivity activity, string home)
    {
        var first = activity.FirstOn!.Value;
        var cancelled = activity.LastOn < first;
        lines.Line("BEGIN", "VEVENT")
            .Line("UID", $"activity-{activity.Id}@{home}")
            .Instant("DTSTAMP", activity.LastModified)
            .Instant("LAST-MODIFIED", activity.LastModified)
            .Number("SEQUENCE", activity.Version);
        if (activity.StartsAt is { } starts)
        {
            lines.Line($"DTSTART;TZID={Zone}", Local(first, starts));
            if (activity.EndsAt is { } ends)
            {
                lines.Line($"DTEND;TZID={Zone}", Local(first, ends));
            }
        }
        else
        {
            lines.Line("DTSTART;VALUE=DATE", Written(first));
        }

        if (!cancelled && Recurrence(activity, first) is { } rule)
        {
            lines.Line("RRULE", rule);
        }

        lines.Text("SUMMARY", activity.Status == ActivityStatus.Resting ? $"{activity.Name} (resting)" : activity.Name)
            .Text("DESCRIPTION", activity.PublicDescription)
            .Text("LOCATION", activity.Where);
        if (activity.Place is { Latitude: { } north, Longitude: { } east })
        {
            lines.Line("GEO", string.Create(CultureInfo.InvariantCulture, $"{north:0.######};{east:0.######}"));
        }

        lines.Line("STATUS", cancelled ? "CANCELLED" : activity is { Status: ActivityStatus.Starting, FirstSessionOn: null } ? "TENTATIVE" : "CONFIRMED")
            .Line("TRANSP", "TRANSPARENT")
            .Line("END", "VEVENT");
    }

    private static string? Recurrence(OpenActivity activity, DateOnly first)
    {
        var day = OpenMapping.DayCode(first.DayOfWeek);
        var rule = activity.Frequency switch
        {
            ActivityFrequency.Weekly => $"FREQ=WEEKLY;BYDAY={day}",
            ActivityFrequency.Fortnightly => $"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
            // The second Tuesday, and the last one where it is the fifth.
            ActivityFrequency.Monthly => string.Create(CultureInfo.InvariantCulture, $"FREQ=MONTHLY;BYDAY={(first.Day > 28 ? -1 : (first.Day + 6) / 7)}{day}"),
            _ => null,
        };
        if (rule is null || activity.LastOn is not { } last)
        {
            return rule;
        }

        // With a clock, the end is an instant of UTC; with whole days, a day (3.3.10).
        var until = activity.StartsAt is null
            ? Written(last)
            : ContentLines.Written(new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(last.ToDateTime(new TimeOnly(23, 59, 59)), UkTime.Zone), TimeSpan.Zero));
        return $"{rule};UNTIL={until}";
    }

    private static string Written(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Local(DateOnly day, TimeOnly time) => Written(day) + time.ToString("'T'HHmmss", CultureInfo.InvariantCulture);
}
