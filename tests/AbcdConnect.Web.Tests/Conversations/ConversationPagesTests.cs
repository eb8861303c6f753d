using System.Net;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Tests.Conversations;

public sealed class ConversationPagesTests
{
    private const string Script = "<script>alert(1)</script>";

    private static Task<ConversationId> Log(TestApp app, string heard, bool research = false, params Domain.People.Person[] people) => app.Database.Send(
        new LogConversation(
            Guid.NewGuid(),
            new ConversationDetails(app.Database.Clock.Today, ConversationKind.Learning, [.. people.Select(p => p.Id)], heard, NeighbourhoodId: people.Length > 0 ? null : app.Database.Fernhill, GivenToResearch: research),
            [],
            null,
            []),
        app.Database.Coordinator);

    [Fact]
    public async Task A_conversation_is_logged_without_script_with_a_new_person_a_gift_and_a_next_step()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);

        using var saved = await worker.Post(
            "/conversations/new",
            ("SubmissionId", Guid.NewGuid()),
            ("PersonNames", "Sheila"),
            ("Heard", $"She teaches crochet. {Script}"),
            ("Gifts[0].Words", "teaches crochet"),
            ("Gifts[0].Direction", "Gift"),
            ("Gifts[0].Kind", "Hands"),
            ("NextStep", "Ask about the hall"),
            ("NextStepDue", "in two weeks"),
            ("HeldOn", "yesterday"),
            ("Kind", "Learning"));

        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var next = saved.Headers.Location!.ToString();
        next.ShouldEndWith("/next");
        (await worker.Read(next)).ShouldContain("And now?");
        var page = await worker.Read(next[..^"/next".Length]);
        page.ShouldContain("Sheila");
        page.ShouldContain("teaches crochet");
        page.ShouldContain("11 November 2026");
        page.ShouldContain("Due 26 November 2026");
        page.ShouldNotContain(Script);
        page.ShouldContain("&lt;script&gt;");
        (await worker.Read("/conversations?q=crochet")).ShouldContain("Sheila");
    }

    [Fact]
    public async Task Sending_the_form_twice_keeps_one()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        (string, object?)[] fields = [("SubmissionId", Guid.NewGuid()), ("PersonNames", "Kwame"), ("Heard", "Bikes."), ("HeldOn", "today"), ("Kind", "Learning")];

        using var first = await worker.Post("/conversations/new", fields);
        using var second = await worker.Post("/conversations/new", fields);

        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await app.Database.Db(db => db.Conversations.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_heard_is_said_and_everything_typed_is_still_there()
    {
        await using var app = await TestApp.Start();

        using var refused = await app.As(Role.Worker).Post("/conversations/new", ("SubmissionId", Guid.NewGuid()), ("NextStep", $"Ask {Script}"), ("NewPeople", $"Sheila {Script}"), ("HeldOn", "the day of the moon"), ("Kind", "FollowUp"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = await refused.Content.ReadAsStringAsync();
        html.ShouldContain("There is something to put right");
        html.ShouldContain("the day of the moon");
        html.ShouldContain("&lt;script&gt;");
        html.ShouldNotContain(Script);
    }

    [Fact]
    public async Task Two_people_of_one_name_are_offered_and_nothing_is_lost()
    {
        await using var app = await TestApp.Start();
        var first = await app.Database.AddPerson("Sheila");
        await app.Database.AddPerson("Sheila", with: d => d with { LastName = "Brennan" });
        var worker = app.As(Role.Worker);

        using var asked = await worker.Post("/conversations/new", ("SubmissionId", Guid.NewGuid()), ("PersonNames", "Sheila"), ("Heard", "Crochet."), ("HeldOn", "today"), ("Kind", "Learning"));
        asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = await asked.Content.ReadAsStringAsync();
        html.ShouldContain("Sheila Brennan (Fernhill)");
        html.ShouldContain("Crochet.");

        using var saved = await worker.Post("/conversations/new", ("SubmissionId", Guid.NewGuid()), ("PersonNames", "Sheila"), ("PersonIds", first.Id.Value), ("Heard", "Crochet."), ("HeldOn", "today"), ("Kind", "Learning"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Database.Db(db => db.ConversationPeople.Select(p => p.PersonId).SingleAsync())).ShouldBe(first.Id);
    }

    [Fact]
    public async Task Another_gift_row_is_added_with_nothing_lost_and_nothing_complained_of()
    {
        await using var app = await TestApp.Start();

        using var shown = await app.As(Role.Worker).Post("/conversations/new", ("SubmissionId", Guid.NewGuid()), ("do", "gift"), ("PersonNames", "Sheila"), ("PlaceName", "Brook End Café"), ("Gifts[0].Words", "crochet"), ("Gifts[0].Kind", "Hands"), ("Gifts[0].Direction", "Gift"), ("Kind", "Learning"));

        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await shown.Content.ReadAsStringAsync();
        html.ShouldContain("Gifts[1].Words");
        html.ShouldContain("value=\"crochet\"");
        html.ShouldContain("Sheila (new)");
        html.ShouldContain("Brook End Caf");
        html.ShouldNotContain("There is something to put right");
        (await app.Database.Db(db => db.People.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_change_that_was_overtaken_shows_both_and_saving_again_keeps_yours()
    {
        await using var app = await TestApp.Start();
        var id = await Log(app, "Crochet.");
        var worker = app.As(Role.Worker);
        var page = $"/conversations/{id}/change";
        (string, object?)[] Typed(long version, string heard) => [("Version", version), ("Heard", heard), ("HeldOn", "today"), ("Kind", "Learning"), ("Neighbourhood", app.Database.Fernhill.Value)];
        var version = (await app.Database.Send(new OpenConversation(id))).Version;
        using (await worker.Post(page, Typed(version, "Theirs: bingo.")))
        {
        }

        using var overtaken = await worker.Post(page, Typed(version, "Mine: crochet on Fridays."));

        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var html = await overtaken.Content.ReadAsStringAsync();
        html.ShouldContain("You changed this in another window while you were writing");
        html.ShouldContain("Theirs: bingo.");
        html.ShouldContain("Mine: crochet on Fridays.");
        using var again = await worker.Post(page, Typed((await app.Database.Send(new OpenConversation(id))).Version, "Mine: crochet on Fridays."));
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Database.Send(new OpenConversation(id))).Heard.ShouldBe("Mine: crochet on Fridays.");
    }

    [Fact]
    public async Task Overtaken_both_see_who_where_and_the_gifts_of_the_other_and_saving_again_loses_none()
    {
        await using var app = await TestApp.Start();
        var database = app.Database;
        var (sheila, kwame, today) = (await database.AddPerson("Sheila"), await database.AddPerson("Kwame"), database.Clock.Today);
        var (chapel, library) = (Asset.Add(database.Programme, null, today, new AssetDetails(AssetKind.Place, "Chapel hall", NeighbourhoodId: database.Fernhill)), Asset.Add(database.Programme, null, today, new AssetDetails(AssetKind.Place, "Fernhill Library", NeighbourhoodId: database.Fernhill)));
        await database.Add(chapel, library);
        var details = new ConversationDetails(today, ConversationKind.Learning, [sheila.Id], "Crochet.", NeighbourhoodId: database.Fernhill, PlaceId: chapel.Id);
        var id = await database.Send(new LogConversation(Guid.NewGuid(), details, [], null, [new(GiftDirection.Gift, GiftKind.Hands, "mends zips"), new(GiftDirection.Ask, GiftKind.Hands, "somebody to walk with")]));
        var opened = await database.Send(new OpenConversation(id));
        var (zips, walk) = (opened.Gifts[0].Id, opened.Gifts[1].Id);
        await database.Send(
            new ChangeConversation(id, opened.Version, details with { People = [sheila.Id, kwame.Id], PlaceId = library.Id }, [], null, [new(GiftDirection.Gift, GiftKind.Hands, null, Id: zips), new(GiftDirection.Ask, GiftKind.Hands, "a walking group", Id: walk), new(GiftDirection.Gift, GiftKind.Heart, "looks after the pond")]),
            database.Coordinator);
        var worker = app.As(Role.Worker);
        var page = $"/conversations/{id}/change";
        (string, object?)[] mine = [("PersonIds", sheila.Id), ("NewPeople", "Marta"), ("PlaceId", chapel.Id), ("Heard", "Crochet."), ("HeldOn", "today"), ("Kind", "Learning"), ("Neighbourhood", database.Fernhill), ("Gifts[0].Id", zips), ("Gifts[0].Words", "mends zips and hems"), ("Gifts[0].Kind", "Hands"), ("Gifts[1].Id", walk), ("Gifts[1].Direction", "Ask"), ("Gifts[1].Kind", "Hands"), ("Gifts[1].Words", "somebody to walk with"), ("Gifts[2].Words", "sings")];

        using var overtaken = await worker.Post(page, [("Version", opened.Version), .. mine]);

        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var html = WebUtility.HtmlDecode(await overtaken.Content.ReadAsStringAsync());
        html.ShouldContain("Joan Okafor changed this while you were writing");
        html.ShouldContain("<td data-label=\"Now saved\" class=\"abcd-preline\">Sheila, Kwame</td>");
        html.ShouldContain("<td data-label=\"Yours\" class=\"abcd-preline\">Sheila, Marta (new)</td>");
        html.ShouldContain("<td data-label=\"Now saved\" class=\"abcd-preline\">Fernhill Library</td>");
        html.ShouldContain("<td data-label=\"Yours\" class=\"abcd-preline\">Chapel hall</td>");
        html.ShouldContain("Ask: a walking group\nHeart: looks after the pond</td>");
        html.ShouldContain("Hands: mends zips and hems\nAsk: somebody to walk with\nHands: sings</td>");
        // Whom and where they named is to tick; what they heard is in the form.
        html.ShouldContain($"<input type=\"checkbox\" name=\"PersonIds\" value=\"{kwame.Id}\">Kwame");
        html.ShouldContain($"<input type=\"radio\" name=\"PlaceId\" value=\"{library.Id}\">Fernhill Library (Joan Okafor)");
        html.ShouldContain("value=\"looks after the pond\"");
        html.ShouldNotContain($"name=\"Gifts[0].Id\" value=\"{zips}\"");

        // Sent again as the page has it: the one they took away is heard anew.
        var version = (await database.Send(new OpenConversation(id))).Version;
        var pond = (await database.Send(new OpenConversation(id))).Gifts.Single(g => g.Words == "looks after the pond").Id;
        using var again = await worker.Post(page, [("Version", version), .. mine.Where(f => f.Item1 != "Gifts[0].Id"), ("Gifts[3].Id", pond), ("Gifts[3].Kind", "Heart"), ("Gifts[3].Words", "looks after the pond")]);
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await database.Send(new OpenConversation(id))).Gifts.Select(g => g.Words).Order().ShouldBe(["looks after the pond", "mends zips and hems", "sings", "somebody to walk with"]);
    }

    [Fact]
    public async Task A_gift_changed_meanwhile_is_an_overtaken_conversation_too()
    {
        await using var app = await TestApp.Start();
        var details = new ConversationDetails(app.Database.Clock.Today, ConversationKind.Learning, [], "Crochet.", NeighbourhoodId: app.Database.Fernhill);
        var id = await app.Database.Send(new LogConversation(Guid.NewGuid(), details, [], null, [new(GiftDirection.Gift, GiftKind.Hands, "mends zips")]));
        var opened = await app.Database.Send(new OpenConversation(id));
        await app.Database.Send(new ChangeConversation(id, opened.Version, details, [], null, [new(GiftDirection.Gift, GiftKind.Hands, "mends tents", Id: opened.Gifts[0].Id)]), app.Database.Coordinator);

        using var overtaken = await app.As(Role.Worker).Post($"/conversations/{id}/change", ("Version", opened.Version), ("Heard", "Crochet."), ("HeldOn", "today"), ("Kind", "Learning"), ("Neighbourhood", app.Database.Fernhill), ("Gifts[0].Id", opened.Gifts[0].Id), ("Gifts[0].Kind", "Hands"), ("Gifts[0].Words", "mends sails"));

        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await overtaken.Content.ReadAsStringAsync()).ShouldContain("Hands: mends tents</td>");
    }

    [Fact]
    public async Task Another_neighbourhoods_conversation_is_not_found()
    {
        await using var app = await TestApp.Start();
        var kwame = await app.Database.AddPerson("Kwame", app.Database.HarbourWard);
        var id = await Log(app, "Bikes.", people: kwame);
        var worker = app.As(Role.Worker);

        foreach (var path in new[] { $"/conversations/{id}", $"/conversations/{id}/change", $"/conversations/{id}/next-step/move" })
        {
            using var answer = await worker.Get(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var posted = await worker.Post("/conversations/new", [], $"/conversations/{id}/next-step/done");
        posted.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_researcher_reads_no_name_on_any_page_nor_in_the_file()
    {
        await using var app = await TestApp.Start();
        var sheila = await app.Database.AddPerson("Sheila", with: d => d with { LastName = "Brennan" });
        var id = await Log(app, "Sheila lives in Fernhill. Mrs Brennan teaches crochet.", research: true, people: sheila);
        var researcher = app.As(Role.Researcher);

        foreach (var path in new[] { "/conversations", $"/conversations/{id}", "/conversations.csv", "/conversations?sort=date" })
        {
            var text = await researcher.Read(path);
            text.ShouldContain("crochet", customMessage: path);
            text.ShouldNotContain("Sheila", Case.Insensitive, path);
            text.ShouldNotContain("Brennan", Case.Insensitive, path);
            text.ShouldNotContain("Fernhill", Case.Insensitive, path);
        }

        using var change = await researcher.Get($"/conversations/{id}/change");
        change.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_file_holds_the_same_rows_and_runs_nothing_in_a_spreadsheet()
    {
        await using var app = await TestApp.Start();
        await Log(app, "=cmd|' /C calc'!A0");
        await Log(app, "Bikes.");

        var csv = await app.As(Role.Worker).Read("/conversations.csv?sort=date");

        csv.Trim().Split("\r\n").Length.ShouldBe(3);
        csv.ShouldContain(",'=cmd|' /C calc'!A0,");
    }

    [Fact]
    public async Task A_commissioner_has_no_business_here()
    {
        await using var app = await TestApp.Start();

        foreach (var path in new[] { "/conversations", "/conversations.csv", "/conversations/new", "/conversations/1" })
        {
            using var answer = await app.As(Role.Commissioner).Get(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }
}
