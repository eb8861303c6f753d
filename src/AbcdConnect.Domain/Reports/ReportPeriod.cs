using System.Globalization;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;

namespace AbcdConnect.Domain.Reports;

public enum ReportKind
{
    Month,

    /// <summary>Three months of the calendar.</summary>
    Quarter,

    /// <summary>Twelve months of the programme's own year.</summary>
    Year,
}

/// <summary>The stretch of time that a report tells of: a month, a quarter of the calendar, or a year of the programme.</summary>
/// <param name="Last">Its last month.</param>
public readonly record struct ReportPeriod(ReportKind Kind, YearMonth Last)
{
    public YearMonth First => Last.AddMonths(Kind switch { ReportKind.Quarter => -2, ReportKind.Year => -11, _ => 0 });

    public IEnumerable<YearMonth> Months => First.Through(Last);

    /// <summary>The period of the same length before it.</summary>
    public ReportPeriod Previous => this with { Last = First.Previous };

    /// <summary>How its figures are kept. At the last month of a programme year the year to date is the year.</summary>
    public MetricPeriod Figures => Kind switch
    {
        ReportKind.Quarter => MetricPeriod.Quarter,
        ReportKind.Year => MetricPeriod.YearToDate,
        _ => MetricPeriod.Month,
    };

    /// <summary>A month's report, as most are.</summary>
    public static implicit operator ReportPeriod(YearMonth month) => new(ReportKind.Month, month);

    public static ReportPeriod Quarter(YearMonth within) => new(ReportKind.Quarter, CalendarQuarter.EndOf(within));

    public static ReportPeriod Year(YearMonth within, DateOnly programmeStarts) => new(ReportKind.Year, ProgrammeYear.EndOf(within, programmeStarts));

    /// <summary>Reads 2026-10, 2026-q3, and a programme year as 2026-27 or 2026.</summary>
    /// <param name="text">As it stands in an address.</param>
    /// <param name="programmeStarts">Says in which month a programme year begins.</param>
    /// <param name="period">What it says.</param>
    public static bool TryParse(string? text, DateOnly programmeStarts, out ReportPeriod period)
    {
        period = default;
        if (YearMonth.TryParse(text, out var month))
        {
            period = month;
            return true;
        }

        if (text is not { Length: 4 or 7 } || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1901 or > 9996)
        {
            return false;
        }

        if (text.Length == 7 && text[4..6] == "-q" && text[6] is >= '1' and <= '4')
        {
            period = Quarter(new YearMonth(year, (text[6] - '0') * 3));
            return true;
        }

        if (text.Length == 7 && text[4..] != string.Create(CultureInfo.InvariantCulture, $"-{(year + 1) % 100:00}"))
        {
            return false;
        }

        period = Year(new YearMonth(year, programmeStarts.Month), programmeStarts);
        return true;
    }

    /// <summary>October 2026; July to September 2026; September 2025 to August 2026.</summary>
    public string ToWords() => Kind == ReportKind.Month ? Last.ToWords()
        : First.Year == Last.Year ? $"{First.First.ToString("MMMM", CultureInfo.GetCultureInfo("en-GB"))} to {Last.ToWords()}"
        : $"{First.ToWords()} to {Last.ToWords()}";

    /// <summary>What stands after "in the": month, quarter or year.</summary>
    public string Noun => Kind switch { ReportKind.Quarter => "quarter", ReportKind.Year => "year", _ => "month" };

    /// <summary>As it stands in an address: 2026-10, 2026-q3, 2025-26 (2025 where the year is the calendar's).</summary>
    public override string ToString() => Kind switch
    {
        ReportKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Last.Year:0000}-q{Last.Month / 3}"),
        ReportKind.Year when First.Month == 1 => First.Year.ToString("0000", CultureInfo.InvariantCulture),
        ReportKind.Year => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-{Last.Year % 100:00}"),
        _ => Last.ToString(),
    };
}
