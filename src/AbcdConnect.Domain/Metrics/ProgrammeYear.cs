using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Metrics;

/// <summary>Twelve months from the month in which the programme began, whatever the calendar's year.</summary>
public static class ProgrammeYear
{
    /// <summary>The first month of the programme year that a month lies in.</summary>
    public static YearMonth StartOf(YearMonth month, DateOnly programmeStarts)
    {
        var start = new YearMonth(month.Year, programmeStarts.Month);
        return start <= month ? start : start.AddMonths(-12);
    }

    /// <summary>The last month of the programme year that a month lies in.</summary>
    public static YearMonth EndOf(YearMonth month, DateOnly programmeStarts) => StartOf(month, programmeStarts).AddMonths(11);
}
