using System.Globalization;

namespace AbcdConnect.Domain.Common;

/// <summary>Instants are UTC; days, weeks and months are those of a British calendar and clock.</summary>
public static class UkTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public static DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>Today in the United Kingdom.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOf(clock.GetUtcNow());

    /// <summary>2pm, 2.30pm, midday, midnight: a time of day as people say it.</summary>
    public static string Clock(TimeOnly time) => time switch
    {
        { Hour: 0, Minute: 0 } => "midnight",
        { Hour: 12, Minute: 0 } => "midday",
        _ => string.Create(CultureInfo.InvariantCulture, $"{(time.Hour + 11) % 12 + 1}{(time.Minute == 0 ? "" : $".{time.Minute:00}")}{(time.Hour < 12 ? "am" : "pm")}"),
    };
}
