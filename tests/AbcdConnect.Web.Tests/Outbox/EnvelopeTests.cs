using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Tests.Outbox;

/// <summary>What the server makes of what a phone had kept.</summary>
public sealed class EnvelopeTests
{
    [Fact]
    public async Task Sent_again_and_again_it_is_stored_once_and_each_time_answered_with_where()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        var id = Guid.NewGuid();

        List<string> addresses = [];
        for (var i = 0; i < 3; i++)
        {
            using var answer = await Send(worker, "/conversations/new", id, ("Heard", "Bikes, and how to mend them."), ("HeldOn", "today"), ("Kind", "Learning"));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            addresses.Add((await Said(answer)).GetProperty("address").GetString()!);
        }

        addresses.Distinct().ShouldHaveSingleItem().ShouldMatch("^/conversations/[0-9]+/next$");
        (await app.Database.Db(db => db.Conversations.CountAsync(c => c.SubmissionId == id))).ShouldBe(1);
        // It is told on the outbox, and not over again on the next page.
        (await worker.Read("/conversations")).ShouldNotContain("Thank you for listening");
    }

    [Fact]
    public async Task Who_came_is_said_once_however_often_it_arrives()
    {
        await using var app = await TestApp.Start();
        var activity = Activity.Add(app.Database.Programme, null, app.Database.Clock.Today.AddDays(-20), new ActivityDetails("Bingo", ActivityStatus.Running, LedBy.Resident, ActivityFrequency.Weekly));
        await app.Database.Add(activity);
        var dot = await app.Database.AddPerson("Dot");
        var worker = app.As(Role.Worker);
        var id = Guid.NewGuid();

        for (var i = 0; i < 2; i++)
        {
            using var answer = await Send(worker, $"/activities/{activity.Id}/sessions/new", id, ("On", "yesterday"), ("HeadCount", 9), ("PersonIds", dot.Id));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await app.Database.Db(db => db.ActivitySessions.CountAsync(s => s.ActivityId == activity.Id))).ShouldBe(1);
        (await app.Database.Db(db => db.Attendances.CountAsync(a => a.PersonId == dot.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_field_and_nothing_is_stored()
    {
        await using var app = await TestApp.Start();

        using var answer = await Send(app.As(Role.Worker), "/conversations/new", Guid.NewGuid(), ("Heard", ""), ("HeldOn", "the day after never"), ("Kind", "Learning"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Said(answer)).GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("field").GetString()).ShouldContain("HeldOn");
        (await app.Database.Db(db => db.Conversations.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_whom_the_worker_may_not_know_of_is_refused_in_words()
    {
        await using var app = await TestApp.Start();
        var far = await app.Database.AddPerson("Dot", app.Database.HarbourWard);

        using var answer = await Send(app.As(Role.Worker), "/conversations/new", Guid.NewGuid(), ("PersonIds", far.Id), ("Heard", "Bikes."), ("HeldOn", "today"), ("Kind", "Learning"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Said(answer)).GetProperty("problems")[0].GetProperty("words").GetString().ShouldBe("There is no such person, or it is not yours to see.");
    }

    [Fact]
    public async Task A_role_that_may_not_any_more_is_told_so()
    {
        await using var app = await TestApp.Start();

        using var answer = await Send(app.As(Role.Partner), "/conversations/new", Guid.NewGuid(), "/sign-out", ("Heard", "Bikes."));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Said(answer)).GetProperty("problems")[0].GetProperty("words").GetString().ShouldBe("Your role does not include this page.");
    }

    [Fact]
    public async Task Without_the_seal_nothing_is_taken()
    {
        await using var app = await TestApp.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/conversations/new", UriKind.Relative)) { Content = new FormUrlEncodedContent([new("SubmissionId", $"{Guid.NewGuid()}"), new("Heard", "Bikes.")]) };
        request.Headers.Add("X-Envelope", "1");
        request.Headers.Add("RequestVerificationToken", "not-one-of-ours");

        using var answer = await app.As(Role.Worker).Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await app.Database.Db(db => db.Conversations.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Yesterday_is_the_day_before_the_day_of_writing()
    {
        await using var app = await TestApp.Start();
        var id = Guid.NewGuid();

        using var answer = await Send(app.As(Role.Worker), "/conversations/new", id, TimeSpan.FromDays(3), ("Heard", "Bikes."), ("HeldOn", "yesterday"), ("Kind", "Learning"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Database.Db(db => db.Conversations.Where(c => c.SubmissionId == id).Select(c => c.HeldOn).SingleAsync())).ShouldBe(app.Database.Clock.Today.AddDays(-4));
    }

    [Fact]
    public async Task Somebody_merged_in_between_is_the_person_they_were_merged_into()
    {
        await using var app = await TestApp.Start();
        var (kept, merged) = (await app.Database.AddPerson("Dorothy"), await app.Database.AddPerson("Dot"));
        var activity = Activity.Add(app.Database.Programme, null, app.Database.Clock.Today.AddDays(-20), new ActivityDetails("Bingo", ActivityStatus.Running, LedBy.Resident, ActivityFrequency.Weekly));
        await app.Database.Add(activity);
        await app.Database.Send(new MergePeople(kept.Id, kept.Version, merged.Id, merged.Version, kept.ToDetails()));
        var worker = app.As(Role.Worker);

        using var talked = await Send(worker, "/conversations/new", Guid.NewGuid(), ("PersonIds", merged.Id), ("Heard", "Bikes."), ("HeldOn", "today"), ("Kind", "Learning"), ("Gifts[0].Words", "mends bikes"), ("Gifts[0].Kind", "Hands"), ("Gifts[0].Direction", "Gift"));
        using var told = await Send(worker, "/signposts/new", Guid.NewGuid(), ("PersonId", merged.Id), ("Target", $"activity-{activity.Id}"), ("On", "today"));
        using var came = await Send(worker, $"/activities/{activity.Id}/sessions/new", Guid.NewGuid(), ("On", "today"), ("PersonIds", merged.Id));

        new[] { talked, told, came }.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
        (await app.Database.Db(db => db.ConversationPeople.Select(p => p.PersonId).SingleAsync())).ShouldBe(kept.Id);
        (await app.Database.Db(db => db.Gifts.Select(g => g.PersonId).SingleAsync())).ShouldBe(kept.Id);
        (await app.Database.Db(db => db.Signposts.Select(s => s.PersonId).SingleAsync())).ShouldBe(kept.Id);
        (await app.Database.Db(db => db.Attendances.Select(a => a.PersonId).SingleAsync())).ShouldBe(kept.Id);
    }

    [Fact]
    public async Task A_shared_word_that_is_gone_costs_the_word_and_not_what_was_said()
    {
        await using var app = await TestApp.Start();
        var dot = await app.Database.AddPerson("Dot");

        using var answer = await Send(app.As(Role.Worker), "/conversations/new", Guid.NewGuid(), ("PersonIds", dot.Id), ("Heard", "Bikes."), ("HeldOn", "today"), ("Kind", "Learning"), ("Gifts[0].Words", "mends bikes"), ("Gifts[0].Kind", "Hands"), ("Gifts[0].Direction", "Gift"), ("Gifts[0].TermId", 987654));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var gift = await app.Database.Db(db => db.Gifts.SingleAsync());
        gift.Words.ShouldBe("mends bikes");
        gift.TermId.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_recognised_under_a_taxonomy_that_has_changed_since_is_stored_with_its_words()
    {
        await using var app = await TestApp.Start();
        var dot = await app.Database.AddPerson("Dot");
        var (moved, gone) = (new GiftTerm { Kind = GiftKind.Hands, Group = "Fixing", Name = "Bike repair" }, new GiftTerm { Kind = GiftKind.Hands, Group = "Making", Name = "Crochet" });
        await app.Database.Add(moved, gone);
        string[] accepted = [$"{moved.Id.Value}|Hands|Gift|self|mends bikes", $"{gone.Id.Value}|Hands|Ask|self|would love to crochet"];
        // While the phone had no signal: one has another name; the other is gone.
        await app.Database.Db(async db =>
        {
            (await db.GiftTerms.SingleAsync(t => t.Id == moved.Id)).Name = "Mending bicycles";
            db.GiftTerms.Remove(await db.GiftTerms.SingleAsync(t => t.Id == gone.Id));
            return await db.SaveChangesAsync();
        });

        using var answer = await Send(app.As(Role.Worker), "/conversations/new", Guid.NewGuid(), ("PersonIds", dot.Id), ("Heard", "I mend bikes and would love to crochet."), ("HeldOn", "today"), ("Kind", "Learning"), ("Accepted", accepted[0]), ("Accepted", accepted[1]));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var gifts = await app.Database.Db(db => db.Gifts.OrderBy(g => g.Id).ToListAsync());
        gifts.Select(g => (g.Words, g.Direction, g.TermId)).ShouldBe([("mends bikes", GiftDirection.Gift, moved.Id), ("would love to crochet", GiftDirection.Ask, (GiftTermId?)null)]);
    }

    [Fact]
    public async Task Without_a_date_it_was_held_on_the_day_of_writing()
    {
        await using var app = await TestApp.Start();

        using var answer = await Send(app.As(Role.Worker), "/conversations/new", Guid.NewGuid(), TimeSpan.FromDays(3), ("Heard", "Bikes."), ("Kind", "Learning"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Database.Db(db => db.Conversations.SingleAsync())).HeldOn.ShouldBe(app.Database.Clock.Today.AddDays(-3));
    }

    private static Task<HttpResponseMessage> Send(TestBrowser browser, string path, Guid id, params (string Name, object? Value)[] fields) => Send(browser, path, id, "/outbox/ticket", TimeSpan.Zero, fields);

    private static Task<HttpResponseMessage> Send(TestBrowser browser, string path, Guid id, TimeSpan age, params (string Name, object? Value)[] fields) => Send(browser, path, id, "/outbox/ticket", age, fields);

    private static Task<HttpResponseMessage> Send(TestBrowser browser, string path, Guid id, string sealFrom, params (string Name, object? Value)[] fields) => Send(browser, path, id, sealFrom, TimeSpan.Zero, fields);

    // As assets/scripts/offline/post.ts does.
    private static async Task<HttpResponseMessage> Send(TestBrowser browser, string path, Guid id, string sealFrom, TimeSpan age, (string Name, object? Value)[] fields)
    {
        var seal = sealFrom == "/outbox/ticket"
            ? (await browser.Client.GetFromJsonAsync<JsonElement>(new Uri(sealFrom, UriKind.Relative))).GetProperty("token").GetString()!
            : System.Text.RegularExpressions.Regex.Match(await browser.Read(sealFrom), "__RequestVerificationToken\" type=\"hidden\" value=\"(?<seal>[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["seal"].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("SubmissionId", $"{id}"), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, Convert.ToString(f.Value, CultureInfo.InvariantCulture) ?? ""))]),
        };
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("RequestVerificationToken", seal);
        request.Headers.Add("X-Envelope", $"{id}");
        request.Headers.Add("X-Envelope-Age", ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        return await browser.Client.SendAsync(request);
    }

    private static async Task<JsonElement> Said(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();
}
