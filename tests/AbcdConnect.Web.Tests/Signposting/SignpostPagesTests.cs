using System.Net;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.Signposting;

public sealed class SignpostPagesTests
{
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task Somebody_is_told_about_a_place_without_script_and_the_answer_is_noted()
    {
        await using var app = await TestApp.Start();
        await app.Database.AddPerson("Kwame");
        await app.Database.Add(Asset.Add(app.Database.Programme, null, app.Database.Clock.Today, new AssetDetails(AssetKind.Place, "The bike kitchen")));
        var worker = app.As(Role.Worker);

        using var given = await worker.Post("/signposts/new", ("SubmissionId", Guid.NewGuid()), ("PersonName", "Kwame"), ("TargetName", "the bike kitchen"), ("On", "yesterday"), ("Why", $"Loves bikes {Script}"));

        given.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = given.Headers.Location!.ToString();
        var html = await worker.Read(page);
        html.ShouldContain("Kwame and The bike kitchen");
        html.ShouldNotContain(Script);
        using var reasonless = await worker.Post(page, [new("Answer", "DidNotGo"), new("On", "today")], page + "/answer");
        reasonless.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await reasonless.Content.ReadAsStringAsync()).ShouldContain("Choose what stood in the way");
        using var went = await worker.Post(page, [new("Answer", "Attended"), new("On", "today")], page + "/answer");
        went.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await worker.Read("/signposts?State=Attended")).ShouldContain("Kwame");
        (await worker.Read("/signposts.csv")).ShouldContain("Kwame,The bike kitchen,went");
        (await worker.Read("/signposts/targets?q=bike")).ShouldContain("asset-");
    }

    [Fact]
    public async Task An_answer_that_was_overtaken_shows_both_and_who_was_first()
    {
        await using var app = await TestApp.Start();
        await app.Database.AddPerson("Kwame");
        await app.Database.Add(Asset.Add(app.Database.Programme, null, app.Database.Clock.Today, new AssetDetails(AssetKind.Place, "The bike kitchen")));
        var worker = app.As(Role.Worker);
        using var given = await worker.Post("/signposts/new", ("SubmissionId", Guid.NewGuid()), ("PersonName", "Kwame"), ("TargetName", "the bike kitchen"), ("On", "yesterday"));
        var page = given.Headers.Location!.ToString();
        using var first = await app.As(Role.Coordinator).Post(page, [new("Answer", "Attended"), new("On", "today"), new("Version", "0")], page + "/answer");
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var overtaken = await worker.Post(page, [new("Answer", "DidNotGo"), new("Reason", "Cost"), new("On", "today"), new("Version", "0")], page + "/answer");

        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var html = await overtaken.Content.ReadAsStringAsync();
        html.ShouldContain("Joan Okafor changed this while you were writing");
        html.ShouldContain("<td data-label=\"Now saved\" class=\"abcd-preline\">went</td>");
        html.ShouldContain("<td data-label=\"Yours\" class=\"abcd-preline\">did not go</td>");
    }

    [Fact]
    public async Task A_place_that_is_not_on_the_map_is_said_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.Start();

        using var refused = await app.As(Role.Worker).Post("/signposts/new", ("SubmissionId", Guid.NewGuid()), ("TargetName", "Moon base"), ("Why", "Quiet there"), ("On", "today"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = await refused.Content.ReadAsStringAsync();
        html.ShouldContain("Moon base");
        html.ShouldContain("Quiet there");
    }
}
