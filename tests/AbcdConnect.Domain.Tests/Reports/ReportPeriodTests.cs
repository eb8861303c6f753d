using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Domain.Tests.Reports;

public sealed class ReportPeriodTests
{
    private static readonly DateOnly September = new(2025, 9, 1);

    [Theory]
    [InlineData("2026-10", ReportKind.Month, "October 2026")]
    [InlineData("2026-q3", ReportKind.Quarter, "July to September 2026")]
    [InlineData("2026-q1", ReportKind.Quarter, "January to March 2026")]
    [InlineData("2025-26", ReportKind.Year, "September 2025 to August 2026")]
    [InlineData("2099-00", ReportKind.Year, "September 2099 to August 2100")]
    public void An_address_says_what_a_report_is_about_and_comes_back_as_it_was(string address, ReportKind kind, string words)
    {
        ReportPeriod.TryParse(address, September, out var period).ShouldBeTrue();

        period.Kind.ShouldBe(kind);
        period.ToWords().ShouldBe(words);
        period.ToString().ShouldBe(address);
    }

    [Fact]
    public void A_programme_year_that_is_the_calendars_has_one_number()
    {
        ReportPeriod.TryParse("2026", new DateOnly(2024, 1, 1), out var period).ShouldBeTrue();

        (period.ToString(), period.ToWords()).ShouldBe(("2026", "January to December 2026"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-q0")]
    [InlineData("2026-q5")]
    [InlineData("2026-28")]
    [InlineData("2026-q")]
    [InlineData("verify")]
    [InlineData("99999-00")]
    public void What_is_no_period_is_none(string? address) => ReportPeriod.TryParse(address, September, out _).ShouldBeFalse();

    [Fact]
    public void The_period_before_is_as_long()
    {
        ReportPeriod.Quarter(new YearMonth(2026, 2)).Previous.ToString().ShouldBe("2025-q4");
        ReportPeriod.Year(new YearMonth(2026, 10), September).Previous.ToString().ShouldBe("2025-26");
        new ReportPeriod(ReportKind.Month, new YearMonth(2026, 1)).Previous.ToString().ShouldBe("2025-12");
    }
}
