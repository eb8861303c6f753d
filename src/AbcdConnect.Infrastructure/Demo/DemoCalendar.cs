using AbcdConnect.Domain.Common;

namespace AbcdConnect.Infrastructure.Demo;

/// <summary>Moves the demo's dates by whole months, so that its last month is the month before today. A day that the new month
/// does not have becomes that month's last: the order of dates is kept.</summary>
internal sealed class DemoCalendar(YearMonth lastMonth, DateOnly today)
{
    private readonly int months = MonthsBetween(lastMonth, YearMonth.Containing(today).Previous);

    public DateOnly Today => today;

    /// <summary>The demo's last month, moved.</summary>
    public YearMonth LastMonth => Move(lastMonth);

    public DateOnly Move(DateOnly date) => date.AddMonths(months);

    public DateOnly? Move(DateOnly? date) => date is { } known ? Move(known) : null;

    public YearMonth Move(YearMonth month) => month.AddMonths(months);

    public YearMonth? Move(YearMonth? month) => month is { } known ? Move(known) : null;

    private static int MonthsBetween(YearMonth from, YearMonth to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
