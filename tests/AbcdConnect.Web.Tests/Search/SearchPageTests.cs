using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.Search;

public sealed class SearchPageTests
{
    [Fact]
    public async Task One_box_finds_people_and_says_what_to_do_when_there_is_nothing()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Sheila");
        var worker = app.As(Role.Worker);

        (await worker.Read("/search?q=shei")).ShouldContain($"href=\"/people/{sheila.Id}\"");
        (await worker.Read("/search?q=zzzz")).ShouldContain("Nothing found");
        (await worker.Read("/search?q=z")).ShouldContain("at least two letters");
        (await worker.Read("/search")).ShouldContain("The beginning of a word is enough");
        (await worker.Read("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")).ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task Each_role_finds_what_it_may_see_and_whoever_may_see_nothing_has_no_box()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Gardenia");
        var today = app.Database.Clock.Today;
        var garden = Asset.Add(app.Database.Programme, null, today, new AssetDetails(AssetKind.Place, "Community garden"));
        await app.Database.Add(garden, Conversation.Log(app.Database.Programme, app.Database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [], "A gardener spoke", NeighbourhoodId: app.Database.Fernhill, GivenToResearch: true), today));

        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = app.As(role);
            if (role == Role.Administrator)
            {
                (await browser.Read("/account")).ShouldNotContain("/search");
                (await browser.Get("/search?q=garden")).IsSuccessStatusCode.ShouldBeFalse();
                continue;
            }

            (await browser.Read("/account")).ShouldContain("data-find=\"/search/suggest\"");
            var (page, typing) = (await browser.Read("/search?q=garden"), await browser.Read("/search/suggest?q=garden"));
            page.ShouldContain($"href=\"/assets/{garden.Id}\"");
            typing.ShouldContain($"/assets/{garden.Id}");
            var works = role is Role.Worker or Role.Coordinator;
            foreach (var answer in new[] { page, typing })
            {
                answer.Contains($"/people/{sheila.Id}", StringComparison.Ordinal).ShouldBe(works, role.ToString());
                answer.Contains("/conversations/1\"", StringComparison.Ordinal).ShouldBe(works, role.ToString());
            }
        }
    }

    [Fact]
    public async Task What_was_looked_for_goes_along_to_no_other_page_and_stays_in_no_cache()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);

        foreach (var path in new[] { "/search?q=sheila", "/search/suggest?q=sheila", "/people?q=sheila", "/people/suggest?q=sheila" })
        {
            using var answer = await worker.Get(path);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"], path);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }

        using var elsewhere = await worker.Get("/people");
        elsewhere.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
    }
}
