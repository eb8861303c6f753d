using System.Net;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Web.Tests.Metrics;

public sealed class MetricsPagesTests
{
    [Fact]
    public async Task The_figures_stand_beside_what_was_promised_with_their_definition_and_the_rows_behind_them()
    {
        await using var app = await Counted();
        var coordinator = app.As(Role.Coordinator);

        using var newest = await coordinator.Get("/metrics");
        newest.Headers.Location!.OriginalString.ShouldBe("/metrics/2026-10");
        var page = await coordinator.Read("/metrics/2026-10");

        page.ShouldContain("Promised 10: 8 short.");
        page.ShouldContain("not met before in this programme");
        page.ShouldContain("/metrics/2026-10/new-conversations");
        page.ShouldContain("/metrics/2026-10/new-conversations?scope=neighbourhood&amp;id=2");
        var rows = await coordinator.Read("/metrics/2026-10/new-conversations");
        rows.ShouldContain("2 new conversations");
        rows.ShouldContain("/conversations/1");
        rows.ShouldContain("&lt;script&gt;");
        rows.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task A_worker_sees_their_own_rows_and_is_told_of_the_others()
    {
        await using var app = await Counted();

        var rows = await app.As(Role.Worker).Read("/metrics/2026-10/new-conversations");

        rows.ShouldContain("The figure counts 2. You see the 1");
    }

    [Fact]
    public async Task The_rows_come_as_csv_in_which_no_cell_is_a_formula()
    {
        await using var app = await Counted();

        var csv = await app.As(Role.Coordinator).Read("/metrics/2026-10/new-conversations.csv");

        csv.ShouldContain("'=1+1");
        (await app.As(Role.Coordinator).Read("/metrics/2026-10.csv")).ShouldContain("Whole programme,New conversations,,2,10,2,");
    }

    [Theory]
    [InlineData("/metrics/2026-13")]
    [InlineData("/metrics/2019-01")]
    [InlineData("/metrics/2026-10/happiness")]
    [InlineData("/metrics/2026-10/new-conversations?scope=neighbourhood&id=99")]
    [InlineData("/jobs/99")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var app = await Counted();

        using var answer = await app.As(Role.Coordinator).Get(address);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Compile_now_goes_on_in_the_background_and_its_page_says_how_far_it_is()
    {
        var scheduler = new Remembering();
        await using var app = await Counted(scheduler);
        var coordinator = app.As(Role.Coordinator);

        using var started = await coordinator.Post("/jobs", [new("What", "ChangedMonths")], "/jobs/compile");

        var address = started.Headers.Location!.OriginalString;
        (await coordinator.Read(address)).ShouldContain("http-equiv=\"refresh\"");
        (await coordinator.Read(address + ".json")).ShouldContain("\"outcome\":\"Running\"");
        using var again = await coordinator.Post("/jobs", [new("What", "EveryMonth")], "/jobs/compile");
        again.Headers.Location!.OriginalString.ShouldBe(address);

        await app.Database.Send(new CompileChangedMonths(scheduler.Run), app.Database.Coordinator);

        var page = await coordinator.Read(address);
        page.ShouldContain("Nothing had changed.");
        page.ShouldNotContain("http-equiv=\"refresh\"");
        (await coordinator.Read("/jobs")).ShouldContain(app.Database.Coordinator.Name);
    }

    [Fact]
    public async Task One_month_to_compile_needs_its_month()
    {
        await using var app = await Counted(new Remembering());

        using var answer = await app.As(Role.Coordinator).Post("/jobs", [new("What", "OneMonth"), new("Month", "soon")], "/jobs/compile");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Choose the month to compile");
    }

    private static async Task<TestApp> Counted(IJobScheduler? scheduler = null)
    {
        var app = await TestApp.Start(web => web.ConfigureTestServices(services =>
        {
            if (scheduler is not null)
            {
                services.AddSingleton(scheduler);
            }
        }));
        var database = app.Database;
        await database.Add(Target.Promise(database.Programme, Metric.NewConversations, null, 10, TargetPeriod.Month, null, new YearMonth(2026, 10)));
        foreach (var (place, words) in new[] { (database.Fernhill, "=1+1"), (database.HarbourWard, "<script>alert(1)</script>") })
        {
            await database.Add(Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(new DateOnly(2026, 10, 5), ConversationKind.Learning, [], words, NeighbourhoodId: place), database.Clock.Today));
        }

        await database.Send(new CompileAll(), database.Coordinator);
        return app;
    }

    private sealed class Remembering : IJobScheduler
    {
        public JobRunId Run { get; private set; }

        public bool IsRunning => true;

        public Task StartNow(ProgrammeId programme, JobRunId run, CompileWhat what, YearMonth? month, CancellationToken token)
        {
            Run = run;
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<ScheduledJob>> Schedule(CancellationToken token) =>
            Task.FromResult<IReadOnlyList<ScheduledJob>>([new("Compile the changed months", "every night at 1.30am", new DateTimeOffset(2026, 11, 13, 1, 30, 0, TimeSpan.Zero))]);
    }
}
