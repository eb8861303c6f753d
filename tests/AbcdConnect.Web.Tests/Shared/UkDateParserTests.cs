using AbcdConnect.Web.Features.Shared.Forms;

namespace AbcdConnect.Web.Tests.Shared;

public sealed class UkDateParserTests
{
    /// <summary>A Thursday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 12);

    [Theory]
    [InlineData("12 November 2026", "2026-11-12")]
    [InlineData("12th of November, 2026", "2026-11-12")]
    [InlineData("  3 nov 26 ", "2026-11-03")]
    [InlineData("November 3 2026", "2026-11-03")]
    [InlineData("Sept 3rd", "2026-09-03")]
    [InlineData("Thursday 12 November", "2026-11-12")]
    [InlineData("Thu 12 Nov 2026", "2026-11-12")]
    [InlineData("12/11/26", "2026-11-12")]
    [InlineData("12/11/2026", "2026-11-12")]
    [InlineData("12-11-2026", "2026-11-12")]
    [InlineData("12.11.26", "2026-11-12")]
    [InlineData("12 11 2026", "2026-11-12")]
    [InlineData("2026-11-12", "2026-11-12")]
    [InlineData("3/4/99", "1999-04-03")]
    [InlineData("3/4/46", "2046-04-03")]
    [InlineData("29 February 2028", "2028-02-29")]
    public void A_date_written_out_is_read_with_the_day_before_the_month(string text, string expected) =>
        UkDateParser.Read(text, Today).Value.ShouldBe(DateOnly.Parse(expected));

    [Theory]
    [InlineData("today", "2026-11-12")]
    [InlineData("Yesterday", "2026-11-11")]
    [InlineData("tomorrow", "2026-11-13")]
    [InlineData("the day before yesterday", "2026-11-10")]
    [InlineData("next week", "2026-11-19")]
    [InlineData("last week", "2026-11-05")]
    [InlineData("next month", "2026-12-12")]
    [InlineData("in two weeks", "2026-11-26")]
    [InlineData("in a fortnight", "2026-11-26")]
    [InlineData("3 days ago", "2026-11-09")]
    [InlineData("a week ago", "2026-11-05")]
    [InlineData("six weeks from now", "2026-12-24")]
    [InlineData("in three weeks' time", "2026-12-03")]
    public void A_date_counted_from_today_is_read(string text, string expected) =>
        UkDateParser.Read(text, Today).Value.ShouldBe(DateOnly.Parse(expected));

    [Theory]
    [InlineData("Friday", "2026-11-13")]
    [InlineData("this fri", "2026-11-13")]
    [InlineData("on Thursday", "2026-11-12")]
    [InlineData("next Friday", "2026-11-20")]
    [InlineData("next Monday", "2026-11-16")]
    [InlineData("last Friday", "2026-11-06")]
    [InlineData("last Thursday", "2026-11-05")]
    [InlineData("Wednesday", "2026-11-18")]
    [InlineData("Friday week", "2026-11-20")]
    public void A_weekday_is_the_coming_one_and_next_means_next_week(string text, string expected) =>
        UkDateParser.Read(text, Today).Value.ShouldBe(DateOnly.Parse(expected));

    [Fact]
    public void Next_Sunday_said_on_a_Sunday_is_a_week_away() =>
        UkDateParser.Read("next Sunday", new DateOnly(2026, 11, 15)).Value.ShouldBe(new DateOnly(2026, 11, 22));

    [Fact]
    public void A_weekday_in_a_field_about_the_past_is_the_one_gone_by() =>
        UkDateParser.Read("Friday", Today, DateLeaning.Past).Value.ShouldBe(new DateOnly(2026, 11, 6));

    [Fact]
    public void Today_s_weekday_is_today_in_a_field_about_the_past() =>
        UkDateParser.Read("Thursday", Today, DateLeaning.Past).Value.ShouldBe(Today);

    [Theory]
    [InlineData("2 January", DateLeaning.Nearest, "2027-01-02")]
    [InlineData("2/1", DateLeaning.Nearest, "2027-01-02")]
    [InlineData("2 January", DateLeaning.Past, "2026-01-02")]
    [InlineData("20 October", DateLeaning.Nearest, "2026-10-20")]
    [InlineData("20 October", DateLeaning.Future, "2027-10-20")]
    [InlineData("the 3rd", DateLeaning.Nearest, "2026-11-03")]
    [InlineData("the 3rd", DateLeaning.Future, "2026-12-03")]
    [InlineData("the 31st", DateLeaning.Past, "2026-10-31")]
    [InlineData("29 February", DateLeaning.Nearest, "2028-02-29")]
    public void A_date_without_its_year_is_the_nearest_that_the_field_allows(string text, DateLeaning leaning, string expected) =>
        UkDateParser.Read(text, Today, leaning).Value.ShouldBe(DateOnly.Parse(expected));

    [Theory]
    [InlineData("31/11/2026", "November 2026 has 30 days")]
    [InlineData("29 February 2026", "February 2026 has 28 days")]
    [InlineData("11/31/2026", "There is no month 31. The day comes first, then the month")]
    [InlineData("31/13", "There is no month 13. The day comes first, then the month")]
    [InlineData("Friday 12 November 2026", "12 November 2026 is a Thursday, not a Friday. Say which you mean")]
    [InlineData("1 January 9999", "Check the year: 9999 is too far away")]
    [InlineData("0001-01-01", "Check the year: 1 is too far away")]
    [InlineData("soon", "Enter a date such as 12 November 2026")]
    [InlineData("12", null)]
    [InlineData("99", "Enter a date such as 12 November 2026")]
    [InlineData("12 Smarch", "Enter a date such as 12 November 2026")]
    [InlineData("12 November 2026 and then some more words that go on for ever", "Enter a date such as 12 November 2026")]
    public void What_is_not_a_date_is_answered_in_plain_words(string text, string? problem) =>
        UkDateParser.Read(text, Today).Problem.ShouldBe(problem);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void Nothing_typed_is_neither_a_date_nor_a_mistake(string? text)
    {
        var understood = UkDateParser.Read(text, Today);
        understood.Value.ShouldBeNull();
        understood.Problem.ShouldBeNull();
    }

    [Fact]
    public void Every_day_of_five_years_is_read_back_from_how_it_is_written()
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2029; day = day.AddDays(1))
        {
            UkDateParser.Read(AbcdConnect.Web.Features.Shared.UkText.Date(day), Today).Value.ShouldBe(day);
            UkDateParser.Read(AbcdConnect.Web.Features.Shared.UkText.LongDate(day), Today).Value.ShouldBe(day);
        }
    }
}
