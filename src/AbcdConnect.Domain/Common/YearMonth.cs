using System.Globalization;

namespace AbcdConnect.Domain.Common;

/// <summary>A calendar month, in UK time. Written 2026-10.</summary>
public readonly record struct YearMonth : IComparable<YearMonth>
{
    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12 or the year not 1900 to 9998.</exception>
    public YearMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9998);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        Year = year;
        Month = month;
    }

    public int Year { get; }

    public int Month { get; }

    /// <summary>The first day of the month.</summary>
    public DateOnly First => new(Year, Month, 1);

    /// <summary>The last day of the month.</summary>
    public DateOnly Last => Next.First.AddDays(-1);

    public int Days => DateTime.DaysInMonth(Year, Month);

    public YearMonth Next => AddMonths(1);

    public YearMonth Previous => AddMonths(-1);

    /// <summary>As a number that sorts: 202610.</summary>
    public int Number => (Year * 100) + Month;

    public static bool operator <(YearMonth left, YearMonth right) => left.CompareTo(right) < 0;

    public static bool operator >(YearMonth left, YearMonth right) => left.CompareTo(right) > 0;

    public static bool operator <=(YearMonth left, YearMonth right) => left.CompareTo(right) <= 0;

    public static bool operator >=(YearMonth left, YearMonth right) => left.CompareTo(right) >= 0;

    public static YearMonth Containing(DateOnly date) => new(date.Year, date.Month);

    public static YearMonth Containing(DateTimeOffset instant) => Containing(UkTime.DateOf(instant));

    public static YearMonth FromNumber(int number) => new(number / 100, number % 100);

    /// <summary>Reads 2026-10.</summary>
    public static bool TryParse(string? text, out YearMonth month)
    {
        month = default;
        if (!DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || first.Year is < 1900 or > 9998)
        {
            return false;
        }

        month = Containing(first);
        return true;
    }

    /// <summary>This month and the months after it up to <paramref name="last"/>, both included.</summary>
    public IEnumerable<YearMonth> Through(YearMonth last)
    {
        for (var month = this; month <= last; month = month.Next)
        {
            yield return month;
        }
    }

    public YearMonth AddMonths(int months) => Containing(First.AddMonths(months));

    public bool Contains(DateOnly date) => date.Year == Year && date.Month == Month;

    public int CompareTo(YearMonth other) => Number.CompareTo(other.Number);

    /// <summary>As people say it: October 2026.</summary>
    public string ToWords() => First.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
