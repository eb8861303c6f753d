using System.Net;
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

namespace AbcdConnect.Web.Tests.Home;

public sealed class HomeTests
{
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
        home.ShouldContain("Did Dorothy get to The bike kitchen?");
        home.ShouldContain("Introduce Marta to Sheila?");
        home.ShouldNotContain("to Dorothy?", customMessage: "Dorothy has not said yes to introductions");
        home.ShouldContain("of 70 · day 12 of 30");

        using var done = await worker.Post("/", [new("backTo", "/")], $"/conversations/{conversation}/next-step/done");
        done.Headers.Location!.ToString().ShouldBe("/");
        using var went = await worker.Post("/", [new("BackTo", "/"), new("Answer", "Attended")], "/signposts/1/answer");
        went.Headers.Location!.ToString().ShouldBe("/");
        home = await worker.Read("/");
        home.ShouldNotContain("lunch club");
        home.ShouldNotContain("Did Dorothy");
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
            new MonthlyMetric { ProgrammeId = database.Programme, Month = new YearMonth(2026, 11), Period = MetricPeriod.Month, Metric = Metric.NewConversations, Part = "", Scope = MetricScope.Programme, ScopeId = 0, Value = 31, CompiledAt = database.Clock.Now });

        var home = await app.As(Role.Coordinator).Read("/");

        home.ShouldContain("<strong>31</strong>");
        home.ShouldContain("promised 70 this month");
        home.ShouldContain("Find the key to the hall");
        home.ShouldContain("November round table");
        home.ShouldContain("October 2026");
        (await app.As(Role.Partner).Read("/")).ShouldContain("Find the key to the hall");
    }
}
