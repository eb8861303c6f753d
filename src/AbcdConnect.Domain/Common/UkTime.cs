namespace AbcdConnect.Domain.Common;

/// <summary>Instants are UTC; days, weeks and months are those of a British calendar and clock.</summary>
public static class UkTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public static DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>Today in the United Kingdom.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOf(clock.GetUtcNow());
}
