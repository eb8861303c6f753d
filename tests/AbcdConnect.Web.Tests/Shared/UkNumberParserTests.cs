using AbcdConnect.Web.Features.Shared.Forms;

namespace AbcdConnect.Web.Tests.Shared;

public sealed class UkNumberParserTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData(" 12 ", 12)]
    [InlineData("1,200", 1200)]
    [InlineData("21 000", 21_000)]
    [InlineData("1,234,567", 1_234_567)]
    [InlineData("Twelve", 12)]
    [InlineData("-3", -3)]
    public void A_whole_number_is_read_as_people_type_it(string text, int expected) => UkNumberParser.Read(text).Value.ShouldBe(expected);

    [Theory]
    [InlineData("many", "“many” is not a number. Enter it in figures, such as 12")]
    [InlineData("about 12", "“about 12” is not a number. Enter it in figures, such as 12")]
    [InlineData("12.5", "“12.5” is not a whole number. Enter one, such as 12")]
    [InlineData("1,2,3", "“1,2,3” is not a number. Enter it in figures, such as 12")]
    [InlineData("99999999999", "“99999999999” is too large a number for this")]
    [InlineData("99,999,999,999", "“99,999,999,999” is too large a number for this")]
    public void What_is_not_one_is_told_what_to_type(string text, string problem) => UkNumberParser.Read(text).Problem.ShouldBe(problem);

    [Fact]
    public void Nothing_typed_is_nothing() => UkNumberParser.Read(" ").ShouldBe(default);

    [Theory]
    [InlineData(typeof(decimal), "half", "“half” is not a number. Enter figures alone, such as 12 or 0.5")]
    [InlineData(typeof(long), "12 High Street", "Choose one of those offered here")]
    [InlineData(typeof(bool), "perhaps", "Choose one of those offered here")]
    [InlineData(typeof(DayOfWeek), "Someday", "Choose one of those offered here")]
    [InlineData(typeof(Guid), "x", "This could not be read. Clear it, and enter it again")]
    public void Other_fields_say_what_belongs_there(Type type, string text, string problem) => MistypedWords.Say(type, text).ShouldBe(problem);
}
