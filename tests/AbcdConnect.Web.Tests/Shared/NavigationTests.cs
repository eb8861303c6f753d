using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Tests.Shared;

public sealed class NavigationTests
{
    [Theory]
    [InlineData("Worker", "Today", "Today,People,Conversations,Assets,Activities,Signposts,Connections,Meetings,Figures,Reports,Theory of change,Measures,Stories,Agencies,Programme")]
    [InlineData("Partner", "Today", "Today,People,Conversations,Signposts,Assets,Activities,Meetings,Reports")]
    [InlineData("Commissioner", "Home", "Home,Reports,Assets,Activities,Theory of change")]
    [InlineData("Researcher", "Conversations", "Conversations,Reports,Assets,Activities")]
    [InlineData("Administrator", "Home", "Home,Users,Jobs,Imports,Audit,Programme,Shared words,Data protection,Letters")]
    public void Each_role_sees_its_own_places_first_things_first(string role, string first, string all)
    {
        var labels = Navigation.For(role).Select(place => place.Label).ToList();

        labels[0].ShouldBe(first);
        labels.ShouldBe(all.Split(','));
    }

    [Fact]
    public void A_coordinator_sees_what_a_worker_sees_and_the_programme_s_affairs() =>
        Navigation.For("Coordinator").Select(place => place.Label).Order(StringComparer.Ordinal)
            .ShouldBe(Navigation.For("Worker").Select(place => place.Label).Concat(["Jobs", "Imports", "Letters"]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(null)]
    [InlineData("Mayor")]
    public void Nobody_in_particular_sees_no_places(string? role) => Navigation.For(role).ShouldBeEmpty();

    [Theory]
    [InlineData("/people", true)]
    [InlineData("/people/12", true)]
    [InlineData("/peoples", false)]
    [InlineData("/", false)]
    public void A_page_belongs_to_the_place_it_stands_under(string path, bool belongs) =>
        new NavigationItem("People", "/people").Holds(path).ShouldBe(belongs);

    [Fact]
    public void Only_the_first_page_itself_belongs_to_today() =>
        new NavigationItem("Today", "/").Holds("/people").ShouldBeFalse();
}
