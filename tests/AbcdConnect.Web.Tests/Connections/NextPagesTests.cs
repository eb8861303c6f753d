using System.Net;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Tests.Connections;

public sealed class NextPagesTests
{
    [Fact]
    public async Task After_a_conversation_one_tap_tells_and_one_takes_it_back_without_javascript()
    {
        await using var app = await TestApp.Start();
        var (maria, _, conversation) = await Arrange(app.Database);
        var choir = await app.Database.Db(db => db.Assets.Select(a => a.Id).SingleAsync());
        var worker = app.As(Role.Worker);
        var page = $"/conversations/{conversation}/next";

        var before = await worker.Read(page);
        before.ShouldContain("Tell Maria about it");
        before.ShouldContain("Maria asked for singing.");
        // Each form with its own token: a browser sends what is in the form and nothing else.
        Count(before, "__RequestVerificationToken").ShouldBe(Count(before, "method=\"post\""));
        var opened = await worker.Read("/signposts/new");
        Count(opened, "__RequestVerificationToken").ShouldBe(Count(opened, "method=\"post\""));
        (await worker.Read($"/conversations/{conversation}")).ShouldContain(page);

        using var told = await worker.Client.PostAsync(
            new Uri(page + "/tell", UriKind.Relative),
            await Form(worker, page, ("SubmissionId", Guid.NewGuid()), ("Target", $"asset-{choir}"), ("PersonId", maria.Id), ("Why", "Maria asked for singing.")));
        told.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await worker.Read(page);
        after.ShouldContain("Maria is told.");
        after.ShouldNotContain("Tell Maria about it");
        var signpost = await app.Database.Db(db => db.Signposts.SingleAsync());
        (signpost.ConversationId, signpost.PersonId, signpost.Why).ShouldBe((conversation, maria.Id, "Maria asked for singing."));

        using var back = await worker.Client.PostAsync(new Uri(page + "/take-back", UriKind.Relative), await Form(worker, page, ("signpost", signpost.Id)));
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await app.Database.Db(db => db.Signposts.CountAsync())).ShouldBe(0);
        (await worker.Read(page)).ShouldContain("Tell Maria about it");
    }

    [Fact]
    public async Task A_place_that_has_closed_meanwhile_is_refused_in_plain_words_on_the_same_page()
    {
        await using var app = await TestApp.Start();
        var (maria, _, conversation) = await Arrange(app.Database);
        var worker = app.As(Role.Worker);
        var page = $"/conversations/{conversation}/next";
        var fields = await Form(worker, page, ("SubmissionId", Guid.NewGuid()), ("Target", "asset-1"), ("PersonId", maria.Id));
        await app.Database.Db(async db =>
        {
            (await db.Assets.SingleAsync()).Close(app.Database.Clock.Today);
            return await db.SaveChangesAsync();
        });

        using var refused = await worker.Client.PostAsync(new Uri(page + "/tell", UriKind.Relative), fields);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Fernhill choir closed on");
    }

    [Fact]
    public async Task One_tap_introduces_where_both_agreed_and_else_asks_for_the_missing_yes_and_comes_back()
    {
        await using var app = await TestApp.Start();
        var (maria, tom, conversation) = await Arrange(app.Database);
        var worker = app.As(Role.Worker);
        var page = $"/conversations/{conversation}/next";
        (await worker.Read(page)).ShouldContain("Neither has said yes yet");
        List<KeyValuePair<string, string>> fields = [new("From", $"person-{maria.Id}"), new("To", $"person-{tom.Id}"), new("Why", "They both sing."), new("BackTo", page)];

        using var asked = await worker.Post(page, fields, "/introductions/new");
        var html = await asked.Content.ReadAsStringAsync();
        html.ShouldContain("Ask first.");
        html.ShouldContain(page);
        using var done = await worker.Post(
            page,
            [
                .. fields,
                new("Consents[0].Person", maria.Id.ToString()), new("Consents[0].SaidYes", "true"), new("Consents[0].How", "Spoken"),
                new("Consents[1].Person", tom.Id.ToString()), new("Consents[1].SaidYes", "true"), new("Consents[1].How", "Spoken"),
            ],
            "/introductions/new");

        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        done.Headers.Location!.ToString().ShouldBe(page);
        (await worker.Read(page)).ShouldContain("Introduced today.");
    }

    [Fact]
    public async Task Two_who_do_not_fit_are_let_go_by_one_tap_and_come_back_by_one()
    {
        await using var app = await TestApp.Start();
        var (maria, tom, conversation) = await Arrange(app.Database);
        var worker = app.As(Role.Worker);
        var page = $"/conversations/{conversation}/next";

        using var gone = await worker.Client.PostAsync(new Uri(page + "/let-go", UriKind.Relative), await Form(worker, page, ("person", maria.Id), ("other", tom.Id)));

        gone.Headers.Location!.ToString().ShouldBe(page);
        var html = await worker.Read(page);
        html.ShouldContain("Those two are not suggested again.");
        html.ShouldNotContain("Introduce Maria and Tom");
        var ticket = await app.Database.Db(db => db.DayAnswers.Select(a => a.Ticket).SingleAsync());
        html.ShouldContain(ticket.ToString());
        using var back = await worker.Client.PostAsync(new Uri("/today/take-back", UriKind.Relative), await Form(worker, page, ("ticket", ticket), ("backTo", page)));
        back.Headers.Location!.ToString().ShouldBe(page);
        (await worker.Read(page)).ShouldContain("Introduce Maria and Tom");
    }

    private static int Count(string html, string what) => html.Split(what).Length - 1;

    private static async Task<FormUrlEncodedContent> Form(TestBrowser browser, string page, params (string Name, object Value)[] fields)
    {
        var html = await browser.Read(page);
        const string Before = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var at = html.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value.ToString()!)).Append(new("__RequestVerificationToken", html[at..html.IndexOf('"', at)])));
    }

    private static async Task<(Person Maria, Person Tom, ConversationId Conversation)> Arrange(TestDatabase database)
    {
        var sing = new GiftTerm { Kind = GiftKind.Hands, Group = "Music, dance and performance", Name = "Singing", Synonyms = "choir" };
        await database.Add(sing, Asset.Add(database.Programme, null, database.Clock.Today, new AssetDetails(AssetKind.Association, "Fernhill choir", NeighbourhoodId: database.Fernhill)));
        var (maria, tom) = (await database.AddPerson("Maria"), await database.AddPerson("Tom"));
        await database.Add(Gift.Hear(database.Programme, tom.Id, null, GiftDirection.Gift, GiftKind.Hands, sing.Id, "sings", database.Clock.Today));
        var conversation = await database.Send(new LogConversation(
            Guid.NewGuid(),
            new ConversationDetails(database.Clock.Today, ConversationKind.Learning, [maria.Id], "I would love to sing"),
            [],
            null,
            [new HeardGift(GiftDirection.Ask, GiftKind.Hands, "to sing", sing.Id)]));
        return (maria, tom, conversation);
    }
}
