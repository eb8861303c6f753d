using AbcdConnect.Domain.Meetings;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Domain.Tests.Meetings;

public sealed class WorkingDaysTests
{
    // As published on gov.uk/bank-holidays for England and Wales, without the days of one year only (2022: 3 June; 2023: 8 May).
    [Theory]
    [InlineData(2020, "01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    public void Bank_holidays_are_those_published(int year, string days)
    {
        // In 2020 the early May holiday was moved to the 8th for one year; 2022 moved the late one to 2 June: the rule gives the usual days.
        WorkingDays.OfYear(year).Select(d => d.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(days.Split(' '));
    }

    [Fact]
    public void Over_christmas_the_working_day_before_and_after_are_far_apart()
    {
        WorkingDays.Before(new DateOnly(2026, 12, 29), 2).ShouldBe(new DateOnly(2026, 12, 23));
        WorkingDays.After(new DateOnly(2026, 12, 24)).ShouldBe(new DateOnly(2026, 12, 29));
    }

    [Fact]
    public void So_many_working_days_lie_between() =>
        Prop.ForAll(
            Gen.Choose(0, 20_000).ToArbitrary(),
            Gen.Choose(0, 15).ToArbitrary(),
            (day, days) =>
            {
                var from = new DateOnly(2000, 1, 1).AddDays(day);
                var before = WorkingDays.Before(from, days);
                var between = Enumerable.Range(0, from.DayNumber - before.DayNumber).Count(d => WorkingDays.IsWorkingDay(before.AddDays(d)));
                return between == days && WorkingDays.IsWorkingDay(WorkingDays.After(from));
            }).QuickCheckThrowOnFailure();
}
