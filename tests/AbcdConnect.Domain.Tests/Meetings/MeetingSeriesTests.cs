using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Tests.Meetings;

public sealed class MeetingSeriesTests
{
    [Theory]
    [InlineData("2026-11-12", SeriesRhythm.Monthly, "on the second Thursday of every month", "2026-11-12 2026-12-10 2027-01-14")]
    [InlineData("2026-10-30", SeriesRhythm.Monthly, "on the last Friday of every month", "2026-10-30 2026-11-27 2026-12-25")]
    [InlineData("2026-11-02", SeriesRhythm.EveryOtherMonth, "on the first Monday of every other month", "2026-11-02 2027-01-04 2027-03-01")]
    [InlineData("2026-11-24", SeriesRhythm.Quarterly, "on the fourth Tuesday of every third month", "2026-11-24 2027-02-23 2027-05-25")]
    [InlineData("2026-12-29", SeriesRhythm.Fortnightly, "every second Tuesday", "2026-12-29 2027-01-12 2027-01-26")]
    [InlineData("2026-12-29", SeriesRhythm.Weekly, "every Tuesday", "2026-12-29 2027-01-05 2027-01-12")]
    public void It_falls_on_the_same_weekday_of_the_month_each_time(string first, SeriesRhythm rhythm, string words, string days)
    {
        var series = MeetingSeries.Begin(new ProgrammeId(1), "Round table", DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), rhythm, null, null, null, null);

        series.InWords().ShouldBe(words);
        series.After(null).Take(3).Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(days.Split(' '));
        series.After(series.After(null).ElementAt(1)).First().ShouldBe(series.After(null).ElementAt(2));
    }
}
