using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Tests.Shared;

public sealed class WordsTests
{
    [Theory]
    [InlineData("NextStep", "Next step")]
    [InlineData("Name", "Name")]
    [InlineData("Line2Text", "Line2 text")]
    [InlineData("", "")]
    public void A_name_of_the_code_is_read_as_words(string name, string words) => Words.Apart(name).ShouldBe(words);
}
