using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Metrics;

/// <summary>January to March and so on, whenever the programme's own year begins: the quarters that funders close their books by.</summary>
public static class CalendarQuarter
{
    /// <summary>The first month of the quarter that a month lies in.</summary>
    public static YearMonth StartOf(YearMonth month) => month.AddMonths(-((month.Month - 1) % 3));

    /// <summary>The last month of the quarter that a month lies in.</summary>
    public static YearMonth EndOf(YearMonth month) => StartOf(month).AddMonths(2);

    /// <summary>Whether a quarter ends with the month.</summary>
    public static bool EndsWith(YearMonth month) => EndOf(month) == month;
}
