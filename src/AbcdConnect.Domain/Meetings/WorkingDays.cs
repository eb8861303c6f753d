namespace AbcdConnect.Domain.Meetings;

/// <summary>The days on which an office in England and Wales is open: nobody is reminded on another.</summary>
/// <remarks>Bank holidays by rule: the Banking and Financial Dealings Act 1971, schedule 1, with New Year's Day and the first Monday
/// in May as proclaimed since. Days proclaimed for one year only (a jubilee, a coronation) are working days here.</remarks>
public static class WorkingDays
{
    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsBankHoliday(day);

    /// <summary>The working day that comes so many working days before this day.</summary>
    public static DateOnly Before(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(-1);
            days -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The first working day after this day.</summary>
    public static DateOnly After(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!IsWorkingDay(day));
        return day;
    }

    public static bool IsBankHoliday(DateOnly day) => OfYear(day.Year).Contains(day);

    /// <summary>The eight bank holidays of a year, with the days given in lieu where one falls on a weekend.</summary>
    public static IReadOnlyList<DateOnly> OfYear(int year)
    {
        var easter = Easter(year);
        var newYear = new DateOnly(year, 1, 1);
        var christmas = new DateOnly(year, 12, 25);
        var (first, second) = christmas.DayOfWeek switch
        {
            // The 27th is a Monday, and the day after it is given for Boxing Day.
            DayOfWeek.Saturday => (christmas.AddDays(2), christmas.AddDays(3)),
            // Boxing Day is a Monday and stays; Christmas Day is made up for after it.
            DayOfWeek.Sunday => (christmas.AddDays(1), christmas.AddDays(2)),
            // Boxing Day is a Saturday.
            DayOfWeek.Friday => (christmas, christmas.AddDays(3)),
            _ => (christmas, christmas.AddDays(1)),
        };
        return
        [
            newYear.DayOfWeek switch { DayOfWeek.Saturday => newYear.AddDays(2), DayOfWeek.Sunday => newYear.AddDays(1), _ => newYear },
            easter.AddDays(-2),
            easter.AddDays(1),
            FirstMonday(year, 5),
            LastMonday(year, 5),
            LastMonday(year, 8),
            first,
            second,
        ];
    }

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    /// <remarks>The anonymous algorithm of Nature, 20 April 1876, as in J. Meeus, Astronomical Algorithms (1991), chapter 8.</remarks>
    public static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var day = h + l - (7 * m) + 114;
        return new DateOnly(year, day / 31, (day % 31) + 1);
    }

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }
}
