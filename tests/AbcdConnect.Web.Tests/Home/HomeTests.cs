using System.Net;
using System.Text.RegularExpressions;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Tests.Home;

public sealed partial class HomeTests
{
    // One tap, and the page it leads to.
    private static async Task<string> Tap(TestBrowser browser, params (string Name, object? Value)[] fields)
    {
        using var answer = await browser.Post("/", fields.Select(f => new KeyValuePair<string, string>(f.Name, Convert.ToString(f.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "")), "/today/answer");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return await browser.Read(answer.Headers.Location!.ToString());
    }

    [GeneratedRegex("name=\"ticket\" value=\"(?<ticket>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Ticket();

    [Theory]
    [InlineData(Role.Worker, "Log a conversation")]
    [InlineData(Role.Coordinator, "Next meeting")]
    [InlineData(Role.Partner, "Your next meetings")]
    [InlineData(Role.Commissioner, "No month has been published yet")]
    [InlineData(Role.Researcher, "Nothing has been given yet")]
    [InlineData(Role.Administrator, "Who may sign in")]
    public async Task Each_role_starts_with_what_it_came_to_do_even_on_the_first_day(Role role, string words)
    {
        await using var app = await TestApp.Start();

        (await app.As(role).Read("/")).ShouldContain(words);
    }

    [Fact]
    public async Task A_workers_day_holds_promises_questions_and_possible_introductions_each_answered_with_one_tap()
    {
        await using var app = await TestApp.Start();
        var database = app.Database;
        var today = database.Clock.Today;
        var (marta, sheila, dorothy) = (await database.AddPerson("Marta"), await database.AddPerson("Sheila"), await database.AddPerson("Dorothy"));
        var term = new GiftTerm { Kind = GiftKind.Hands, Group = "Making", Name = "Crochet" };
        var kitchen = Asset.Add(database.Programme, null, today, new AssetDetails(AssetKind.Place, "The bike kitchen"));
        await database.Add(
            term,
            kitchen,
            Target.Promise(database.Programme, Metric.NewConversations, null, 70, TargetPeriod.Month, 0.5m, new YearMonth(2025, 9)),
            Staffing.Employ(database.Programme, database.Worker.UserId!.Value, new YearMonth(2025, 9), null, 0.5m),
            Consent.Give(marta.Id, ConsentUse.IntroduceMe, null, today.AddDays(-9), ConsentHow.Spoken, null, null),
            Consent.Give(sheila.Id, ConsentUse.IntroduceMe, null, today.AddDays(-9), ConsentHow.Spoken, null, null));
        await database.Add(
            Gift.Hear(database.Programme, marta.Id, null, GiftDirection.Ask, GiftKind.Hands, term.Id, "would love to learn crochet", today.AddDays(-5)),
            Gift.Hear(database.Programme, sheila.Id, null, GiftDirection.Gift, GiftKind.Hands, term.Id, "teaches crochet", today.AddDays(-8)),
            Gift.Hear(database.Programme, dorothy.Id, null, GiftDirection.Gift, GiftKind.Hands, term.Id, "crochets blankets", today.AddDays(-1)),
            Signpost.Give(database.Programme, database.Fernhill, database.Worker.UserId, Guid.NewGuid(), dorothy.Id, new SignpostTarget(kitchen.Id, null, "The bike kitchen", null), null, today.AddDays(-14), null, today));
        var conversation = await database.Send(new LogConversation(
            Guid.NewGuid(),
            new ConversationDetails(today.AddDays(-9), ConversationKind.Learning, [dorothy.Id], "The step is broken.", NextStep: "Ask about the lunch club's step", NextStepDue: today.AddDays(-2)),
            [],
            null,
            []));
        var worker = app.As(Role.Worker);

        var home = WebUtility.HtmlDecode(await worker.Read("/"));

        home.ShouldContain("Good morning, Amina");
        home.ShouldContain("Ask about the lunch club's step");
        home.ShouldContain("Due 2 days ago");
        home.ShouldContain("Also: <a href=\"/signposts/1\">Did Dorothy get to The bike kitchen?", customMessage: "one line for each person");
        home.ShouldContain($"Introduce <a href=\"/people/{marta.Id}\">Marta</a> to <a href=\"/people/{sheila.Id}\">Sheila</a>?");
        home.ShouldNotContain($"to <a href=\"/people/{dorothy.Id}\">", customMessage: "Dorothy has not said yes to introductions");
        home.ShouldContain("of 70 · day 12 of 30");

        (await Tap(worker, ("Promise", conversation), ("Choice", "Done"))).ShouldContain("One promise kept");
        (await Tap(worker, ("Signpost", 1), ("Answer", "Attended"))).ShouldContain("They went");
        home = WebUtility.HtmlDecode(await Tap(worker, ("Person", marta.Id), ("Other", sheila.Id), ("Choice", "Done")));
        home.ShouldContain("Introduced. Come back when you know what came of it.");
        home.ShouldContain("That is today's list. Well done.");
        home.ShouldContain("Ask about the lunch club's step: done");
        home.ShouldNotContain("Did Dorothy");
        (await database.Db(db => db.Introductions.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("My sister had to go back to Gdansk", "My sister had to go back to Gdansk")]
    [InlineData(" ", "nobody to mind the children")]
    public async Task What_was_typed_before_others_words_are_tapped_is_what_is_kept(string typed, string kept)
    {
        await using var app = await TestApp.Start();
        var database = app.Database;
        var today = database.Clock.Today;
        var marta = await database.AddPerson("Marta");
        var kitchen = Asset.Add(database.Programme, null, today, new AssetDetails(AssetKind.Place, "The bike kitchen"));
        await database.Add(kitchen);
        foreach (var days in (int[])[14, 15])
        {
            await database.Add(Signpost.Give(database.Programme, database.Fernhill, database.Worker.UserId, Guid.NewGuid(), marta.Id, new SignpostTarget(kitchen.Id, null, "The bike kitchen", null), null, today.AddDays(-days), null, today));
        }

        var worker = app.As(Role.Worker);

        await Tap(worker, ("Signpost", 1), ("Answer", "DidNotGo"), ("Words", typed), ("Said", "nobody to mind the children"));
        using var answered = await worker.Post("/signposts/2", [new("Answer", "DidNotGo"), new("Words", typed), new("Said", "nobody to mind the children")], "/signposts/2/answer");

        answered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await database.Db(db => db.Signposts.Select(s => s.ReasonWords).ToListAsync())).ShouldBe([kept, kept]);
    }

    [Fact]
    public async Task What_was_tapped_is_undone_with_one_tap_and_stands_on_the_list_again()
    {
        await using var app = await TestApp.Start();
        var database = app.Database;
        var dorothy = await database.AddPerson("Dorothy");
        var conversation = await database.Send(new LogConversation(
            Guid.NewGuid(),
            new ConversationDetails(database.Clock.Today.AddDays(-9), ConversationKind.Learning, [dorothy.Id], "The step is broken.", NextStep: "Ask about the step", NextStepDue: database.Clock.Today),
            [],
            null,
            []));
        var worker = app.As(Role.Worker);
        foreach (var (name, value, said) in new (string, object, string)[] { ("Choice", "Done", "One promise kept"), ("In", 7, "Moved to Thursday 19 November."), ("Reason", "NoLongerWanted", "Let go.") })
        {
            var home = await Tap(worker, ("Promise", conversation), (name, value));
            home.ShouldContain(said);
            home.ShouldNotContain("You said so to Dorothy");
            var ticket = Ticket().Match(home).Groups["ticket"].Value;

            using var undone = await worker.Post("/", [new("ticket", ticket)], "/today/take-back");
            undone.Headers.Location!.ToString().ShouldBe("/");
            home = await worker.Read("/");
            home.ShouldContain("Undone. It stands as it did.");
            home.ShouldContain("You said so to Dorothy");
        }
    }

    [Fact]
    public async Task A_move_to_no_day_or_to_one_that_has_passed_is_refused_in_plain_words_on_the_same_page()
    {
        await using var app = await TestApp.Start();
        var worker = app.As(Role.Worker);
        foreach (var to in new[] { "", "yesterday" })
        {
            using var refused = await worker.Post("/sign-out", [new("Promise", "1"), new("Choice", "Moved"), new("To", to)], "/today/answer");
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.Content.ReadAsStringAsync()).ShouldContain(to.Length == 0 ? "Enter a later day" : "That day has passed");
        }
    }

    [Fact]
    public async Task Old_promises_are_one_line_that_leads_to_a_look_through_them_all()
    {
        await using var app = await TestApp.Start();
        var database = app.Database;
        foreach (var number in Enumerable.Range(1, 3))
        {
            await database.Send(new LogConversation(
                Guid.NewGuid(),
                new ConversationDetails(database.Clock.Today.AddDays(-90), ConversationKind.Learning, [], "Heard", NextStep: $"Old promise {number}", NextStepDue: database.Clock.Today.AddDays(-60 - number)),
                [],
                null,
                []));
        }

        var worker = app.As(Role.Worker);
        var home = await worker.Read("/");
        home.ShouldContain("3 older promises: look through them.");
        home.ShouldNotContain("Old promise 1");
        (await worker.Read("/today/older")).ShouldContain("Old promise 1");
        using (var nothing = await worker.Post("/today/older", ("Reason", "TooLate")))
        {
            nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        using var let = await worker.Post("/today/older", ("Promises", 1), ("Promises", 2), ("Reason", "TooLate"));
        let.Headers.Location!.ToString().ShouldBe("/today/older");
        var after = await worker.Read("/today/older");
        after.ShouldContain("2 are off your mind.");
        after.ShouldContain("Old promise 3");
        after.ShouldNotContain("Old promise 2");
        (await worker.Read("/")).ShouldContain("1 older promise: look through them.");
    }

    [Fact]
    public async Task A_coordinator_sees_the_months_figures_overdue_actions_and_the_months_to_publish()
    {
        await using var app = await TestApp.Start();
        var database = app.Database;
        var today = database.Clock.Today;
        var meeting = Meeting.Plan(database.Programme, "November round table", today.AddDays(5), new TimeOnly(14, 0), null, null);
        await database.Add(meeting);
        await database.Add(
            MeetingAction.Agree(database.Programme, meeting.Id, "Find the key to the hall", database.Housing, null, today.AddDays(-3)),
            Target.Promise(database.Programme, Metric.NewConversations, null, 70, TargetPeriod.Month, null, new YearMonth(2025, 9)),
            new MonthlyMetric { ProgrammeId = database.Programme, Month = new YearMonth(2026, 11), Period = MetricPeriod.Month, Metric = Metric.NewConversations, Part = "", Scope = MetricScope.Programme, ScopeId = 0, Value = 31, CompiledAt = database.Clock.Now },
            new MonthlyMetric { ProgrammeId = database.Programme, Month = new YearMonth(2026, 10), Period = MetricPeriod.Month, Metric = Metric.NewConversations, Part = "", Scope = MetricScope.Programme, ScopeId = 0, Value = 84, CompiledAt = database.Clock.Now });

        var home = await app.As(Role.Coordinator).Read("/");

        home.ShouldContain("<strong>31</strong>");
        home.ShouldContain("November 2026 so far");
        home.ShouldContain("<span>84 in October 2026</span>");
        home.ShouldContain("promised 70 this month");
        home.ShouldContain("Find the key to the hall");
        home.ShouldContain("November round table");
        home.ShouldContain("October 2026");
        (await app.As(Role.Partner).Read("/")).ShouldContain("Find the key to the hall");
    }

    [Fact]
    public async Task Before_the_new_month_is_counted_a_coordinator_sees_the_last_whole_one()
    {
        await using var app = await TestApp.Start();
        var database = app.Database;
        await database.Add(new MonthlyMetric { ProgrammeId = database.Programme, Month = new YearMonth(2026, 10), Period = MetricPeriod.Month, Metric = Metric.NewConversations, Part = "", Scope = MetricScope.Programme, ScopeId = 0, Value = 84, CompiledAt = database.Clock.Now });

        var home = await app.As(Role.Coordinator).Read("/");

        home.ShouldContain("October 2026, the last whole month");
        home.ShouldContain("<strong>84</strong>");
        home.ShouldContain("November 2026 is counted tonight.");
    }
}
