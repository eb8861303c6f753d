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

    [Theory]
    [InlineData("people", "person")]
    [InlineData("stories", "story")]
    [InlineData("runs", "run")]
    [InlineData("gifts and asks", "gifts and asks")]
    [InlineData("in all", "in all")]
    public void One_of_several_is_called_so(string several, string one) => Words.One(several).ShouldBe(one);

    [Fact]
    public void Multi_agency_meetings_keep_their_hyphen() => Words.Of(Domain.Metrics.Metric.MultiAgencyMeetings).ShouldBe("Multi-agency meetings");
}
