using System.Net;
using System.Text.RegularExpressions;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;
using AbcdConnect.Web.Tests.Shared;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AbcdConnect.Web.Tests.Assets.Upkeep;

public sealed partial class KeeperPagesTests
{
    [Fact]
    public async Task A_worker_is_given_the_link_and_its_keeper_answers_without_an_account()
    {
        var log = new Heard();
        await using var app = await TestApp.Start(web => web.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        var id = await Added(app, "Brook End");
        using var made = await app.As(Role.Worker).Post($"/assets/{id}", [], $"/assets/{id}/ask-keeper");
        made.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var link = Link().Match(WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync())).Groups["path"].Value;
        link.Length.ShouldBeGreaterThan(40);

        var keeper = app.As(null);
        for (var i = 0; i < 3; i++)
        {
            using var opened = await keeper.Get(link);
            opened.StatusCode.ShouldBe(HttpStatusCode.OK);
            opened.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            opened.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
            opened.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }

        var seen = Seen().Match(await keeper.Read(link)).Groups["seen"].Value;
        using var sent = await keeper.Post(link, ("Seen", seen), ("Name", "Brook End"), ("Phone", "01632 960001"));
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await sent.Content.ReadAsStringAsync()).ShouldContain("Somebody of the programme looks at it");
        using var again = await keeper.Get(link);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await again.Content.ReadAsStringAsync()).ShouldContain("This link no longer works");
        again.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);

        var coordinator = app.As(Role.Coordinator);
        (await coordinator.Read("/assets/upkeep")).ShouldContain("What keepers would change");
        (await coordinator.Read("/assets/proposals/1")).ShouldContain("01632 960001");
        var version = (await app.Database.Send(new ViewProposal(new KeeperProposalId(1)), app.Database.Coordinator)).AssetVersion;
        using var taken = await coordinator.Post("/assets/proposals/1", ("assetVersion", version), ("accepted", "Phone"));
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await coordinator.Read($"/assets/{id}")).ShouldContain("01632 960001");

        var token = link.Split('/')[^1];
        log.All.ShouldContain("keep/{token}");
        log.All.ShouldNotContain(token);
    }

    [Fact]
    public async Task A_keeper_who_looked_while_somebody_changed_the_entry_looks_again()
    {
        await using var app = await TestApp.Start();
        var id = await Added(app, "Brook End");
        var token = (await app.Database.Send(new AskKeeper(id))).Token;
        var keeper = app.As(null);
        var seen = Seen().Match(await keeper.Read($"/keep/{token}")).Groups["seen"].Value;
        var stands = await app.Database.Send(new ViewAsset(id));
        await app.Database.Send(new ChangeAsset(id, stands.Version, stands.Details with { Cost = "£7" }));

        using var answer = await keeper.Post($"/keep/{token}", ("Seen", seen), ("allRight", "true"));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldContain("Somebody changed the entry while you had this page open");
        page.ShouldContain("£7");

        using var typed = await keeper.Post($"/keep/{token}", ("Seen", seen), ("Name", "Brook End"), ("OpeningTimes", "Only when the kettle is on"));
        var beside = WebUtility.HtmlDecode(await typed.Content.ReadAsStringAsync());
        beside.ShouldContain("What you had typed");
        beside.ShouldContain("<dd class=\"govuk-summary-list__value\">Only when the kettle is on</dd>");
        using var right = await keeper.Post($"/keep/{token}", ("Seen", Seen().Match(page).Groups["seen"].Value), ("allRight", "true"));
        (await right.Content.ReadAsStringAsync()).ShouldContain("confirmed today");
    }

    [Fact]
    public async Task Anybody_says_on_the_public_page_that_it_is_wrong_but_not_without_end()
    {
        await using var app = await TestApp.Start();
        var id = await Added(app, "Brook End");
        var code = await app.Database.Send(new OfferPublicPage(id, On: true));
        var passer = app.As(null);
        (await passer.Read($"/here/{code}")).ShouldContain("Brook End");
        var token = await passer.Token($"/here/{code}");

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 25; i++)
        {
            using var form = new FormUrlEncodedContent([token, new("What", "Closed"), new("Words", "A sign on the door")]);
            using var answer = await passer.Client.PostAsync(new Uri($"/here/{code}", UriKind.Relative), form);
            answers.Add(answer.StatusCode);
        }

        answers[0].ShouldBe(HttpStatusCode.Redirect);
        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        (await app.As(Role.Worker).Read("/assets/upkeep")).ShouldContain("A sign on the door");
        (await app.Database.Db(db => db.AssetDoubts.CountAsync())).ShouldBe(5);
        using var none = await passer.Get("/here/nothing");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_entries_are_made_one_by_the_page_and_two_again()
    {
        await using var app = await TestApp.Start();
        var one = await Added(app, "The Bike Kitchen");
        var other = await Added(app, "Bike Kitchen CIC");
        await app.Database.Send(new Application.Assets.Duplicates.FindDuplicates());
        var worker = app.As(Role.Worker);
        (await worker.Read("/assets/duplicates")).ShouldContain("the same name");
        (await worker.Read("/assets/duplicates/1?keepSecond=true")).ShouldContain("Keep the other one instead");

        using var merged = await worker.Post("/assets/duplicates/1", ("KeepSecond", "false"), ("Version", 0), ("OtherVersion", 0), ("Theirs", "Name"));
        merged.Headers.Location!.ToString().ShouldBe($"/assets/{one}");
        (await worker.Read($"/assets/{one}")).ShouldContain("Bike Kitchen CIC");
        using var undone = await worker.Post("/assets/duplicates", [], "/assets/merges/1/undo");
        undone.Headers.Location!.ToString().ShouldBe($"/assets/{other}");
        (await worker.Read($"/assets/{one}")).ShouldContain("<h1>The Bike Kitchen</h1>");
    }

    private static async Task<AssetId> Added(TestApp app, string name) =>
        (await app.Database.Send(new AddAsset(new AssetDetails(AssetKind.Place, name, Postcode: "ZZ1 1AA", NeighbourhoodId: app.Database.Fernhill), EvenIfLike: true))).ShouldBeOfType<AssetAdded>().Id;

    [GeneratedRegex("https://localhost(?<path>/keep/[A-Za-z0-9_-]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("name=\"Seen\" value=\"(?<seen>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Seen();
}
