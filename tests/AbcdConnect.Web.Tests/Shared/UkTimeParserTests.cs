using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;

namespace AbcdConnect.Web.Tests.Shared;

public sealed class UkTimeParserTests
{
    [Theory]
    [InlineData("2pm", "14:00")]
    [InlineData("2.30 PM", "14:30")]
    [InlineData("2:30p.m.", "14:30")]
    [InlineData("10am", "10:00")]
    [InlineData("12am", "00:00")]
    [InlineData("12pm", "12:00")]
    [InlineData("14:00", "14:00")]
    [InlineData("1430", "14:30")]
    [InlineData("09:15", "09:15")]
    [InlineData("07:00", "07:00")]
    [InlineData("14:30:00", "14:30")]
    [InlineData("noon", "12:00")]
    [InlineData("midnight", "00:00")]
    [InlineData("2", "14:00")]
    [InlineData("6.30", "18:30")]
    [InlineData("9", "09:00")]
    [InlineData("11.45", "11:45")]
    public void A_time_is_read_as_people_type_it(string text, string expected) =>
        UkTimeParser.Read(text).Value.ShouldBe(TimeOnly.Parse(expected));

    [Theory]
    [InlineData("7", "Say whether it is 7am or 7pm")]
    [InlineData("8.30", "Say whether it is 8am or 8pm")]
    [InlineData("13pm", "Enter a time such as 2pm or 14:30")]
    [InlineData("25:00", "Enter a time such as 2pm or 14:30")]
    [InlineData("2.75pm", "Enter a time such as 2pm or 14:30")]
    [InlineData("after lunch", "Enter a time such as 2pm or 14:30")]
    public void What_is_not_a_time_or_could_be_two_is_asked_about(string text, string problem) =>
        UkTimeParser.Read(text).Problem.ShouldBe(problem);

    [Fact]
    public void Every_minute_of_the_day_is_read_back_from_how_it_is_written()
    {
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var time = new TimeOnly(minute / 60, minute % 60);
            UkTimeParser.Read(UkText.Time(time)).Value.ShouldBe(time);
        }
    }
}
