using AbcdConnect.Application.Assets;

namespace AbcdConnect.Application.Tests.Assets;

public sealed class OpeningTimesTests
{
    [Theory]
    [InlineData("Tuesdays, Wednesdays and Fridays, 10am-2pm", "Tue 10:00-14:00, Wed 10:00-14:00, Fri 10:00-14:00")]
    [InlineData("Monday to Friday, 9.30am-4pm", "Mon 09:30-16:00, Tue 09:30-16:00, Wed 09:30-16:00, Thu 09:30-16:00, Fri 09:30-16:00")]
    [InlineData("Mondays, Tuesdays and Thursdays, 9.30am-4pm; Wednesdays, 9.30am-6pm; Fridays, 9.30am-1pm", "Mon 09:30-16:00, Tue 09:30-16:00, Wed 09:30-18:00, Thu 09:30-16:00, Fri 09:30-13:00")]
    [InlineData("Wednesday 9:30am - 12noon", "Wed 09:30-12:00")]
    [InlineData("Thursday 1.30 - 3.30pm", "Thu 13:30-15:30")]
    [InlineData("Friday 10 - 11.30am", "Fri 10:00-11:30")]
    [InlineData("Sat 10 - 2pm", "Sat 10:00-14:00")]
    [InlineData("Weds 12-2pm", "Wed 12:00-14:00")]
    [InlineData("Tuesday 6pm - 8pm and Sunday 3pm - 5pm", "Tue 18:00-20:00, Sun 15:00-17:00")]
    [InlineData("Monday 6-7pm, Wednesday 2-3pm and 6-7pm", "Mon 18:00-19:00, Wed 14:00-15:00, Wed 18:00-19:00")]
    [InlineData("Fri 4.30 - 5.30pm Sat 10 - 11am", "Fri 16:30-17:30, Sat 10:00-11:00")]
    [InlineData("Mon 10:00–12:00", "Mon 10:00-12:00")]
    [InlineData("Fridays 8pm to midnight; Sat 20:00-02:00; Sundays 9pm - 1am", "Fri 20:00-00:00, Sat 20:00-02:00, Sun 21:00-01:00")]
    [InlineData("weekdays noon to 2pm.", "Mon 12:00-14:00, Tue 12:00-14:00, Wed 12:00-14:00, Thu 12:00-14:00, Fri 12:00-14:00")]
    public void What_is_sure_is_read(string text, string sessions) =>
        string.Join(", ", OpeningTimes.Sure(text).ShouldNotBeNull().Select(s => $"{s.Day.ToString()[..3]} {s.Opens:HH\\:mm}-{s.Closes:HH\\:mm}")).ShouldBe(sessions);

    [Theory]
    [InlineData("Fri 9am - 12am")]
    [InlineData("Fri 4pm - 10am")]
    [InlineData("One morning per week")]
    [InlineData("Wednesday 7:30pm")]
    [InlineData("Tuesday from 11am")]
    [InlineData("Wednesday 10 - 12")]
    [InlineData("Mon - Sat 10.00 - 4.00")]
    [InlineData("Tuesdays & Fridays 12pm - 3pm; 1st Saturday of month 10am - 12noon")]
    [InlineData("Monday to Thursdays, 9-5pm for calls; 10am-2pm for food collections and deliveries")]
    [InlineData("Mon & Thur 1-3pm (except bank holidays)")]
    [InlineData("Daily (except Tues & Sat) 10:30am - 12pm")]
    [InlineData("Monday - Saturday 7.30am = 4.30pm")]
    [InlineData("Friday to Monday 10am-2pm")]
    [InlineData("Monday 25:00-26:00")]
    [InlineData("Monday 13pm-2pm")]
    [InlineData("Monday 5pm-2pm")]
    [InlineData("Monday 9:75am-2pm")]
    [InlineData("10am-2pm")]
    [InlineData("Monday")]
    [InlineData("–")]
    [InlineData("")]
    public void What_is_not_sure_is_kept_as_words_only(string text) => OpeningTimes.Sure(text).ShouldBeNull();

    [Fact]
    public void Lines_are_read_one_by_one_and_the_first_unclear_one_is_named()
    {
        OpeningTimes.OfLines("Mon 10am-12pm\r\n\nTue and Thu 2-4pm\n", out var nothing).Count.ShouldBe(3);
        nothing.ShouldBeNull();

        OpeningTimes.OfLines("Mon 10am-12pm\nwhen the light is on", out var wrong);
        wrong.ShouldBe("when the light is on");
    }
}
