using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Metrics;

public sealed class CompileTests
{
    private static readonly YearMonth First = new(2025, 9);
    private static readonly YearMonth Last = new(2026, 11);

    [Fact]
    public void Every_figure_agrees_with_the_definitions_written_plainly_whatever_happened()
    {
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(8),
            Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Agrees(seed).GetAwaiter().GetResult()));

        static async Task Agrees(int seed)
        {
            await using var database = await TestDatabase.Create();
            var history = await History.Of(database, seed);
            await database.Send(new CompileAll(), database.Coordinator);
            await ShouldAgree(database);

            // Late entries and corrections: only what is marked is compiled again, and all agrees once more.
            database.Clock.Now = database.Clock.Now.AddMinutes(1);
            await history.Correct();
            await history.Write(6);
            await database.Send(new CompileChangedMonths(), database.Coordinator);
            await ShouldAgree(database);
        }
    }

    [Fact]
    public async Task Compiling_twice_changes_nothing()
    {
        await using var database = await TestDatabase.Create();
        await History.Of(database, 7);
        await database.Send(new CompileAll(), database.Coordinator);
        var before = await Stored(database);
        database.Clock.Now = database.Clock.Now.AddHours(1);

        var again = await database.Send(new CompileAll(), database.Coordinator);

        again.ShouldBeOfType<Compiled>().Moved.ShouldBe(0);
        (await Stored(database)).ShouldBe(before);
    }

    [Fact]
    public async Task A_late_entry_is_compiled_without_being_asked_for_again_in_the_months_that_it_reaches()
    {
        await using var database = await TestDatabase.Create();
        var person = await database.AddPerson("Sheila");
        await Talk(database, person.Id, new DateOnly(2026, 10, 5));
        await database.Send(new CompileAll(), database.Coordinator);
        (await Value(database, new YearMonth(2026, 10))).ShouldBe(1);
        database.Clock.Now = database.Clock.Now.AddHours(1);

        // She had been met a year earlier, in another programme year.
        await Talk(database, person.Id, new DateOnly(2025, 10, 1));
        await database.Send(new CompileChangedMonths(), database.Coordinator);

        (await Value(database, new YearMonth(2025, 10))).ShouldBe(1);
        (await Value(database, new YearMonth(2026, 10))).ShouldBe(0);
        (await database.Db(db => db.ChangedMonths.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Running_nothing_but_the_changed_months_leaves_the_others_alone()
    {
        await using var database = await TestDatabase.Create();
        await History.Of(database, 3);
        await database.Send(new CompileAll(), database.Coordinator);
        database.Clock.Now = database.Clock.Now.AddHours(1);
        await Talk(database, (await database.AddPerson("New")).Id, new DateOnly(2026, 10, 5));

        var answer = await database.Send(new CompileChangedMonths(), database.Coordinator);

        // October, and November whose year to date holds it.
        answer.ShouldBeOfType<Compiled>().Months.ShouldBe(2);
        var at = database.Clock.Now;
        var touched = await database.Db(db => db.MonthlyMetrics.Where(m => m.CompiledAt == at).Select(m => m.Month).Distinct().ToListAsync());
        touched.ShouldBe([new YearMonth(2026, 10), new YearMonth(2026, 11)], ignoreOrder: true);
    }

    [Fact]
    public async Task Two_at_once_do_not_collide()
    {
        await using var database = await TestDatabase.Create();
        await History.Of(database, 5);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Send(new CompileAll(), database.Coordinator))));

        answers.OfType<Compiled>().ShouldNotBeEmpty();
        answers.ShouldAllBe(a => a is Compiled || a is AlreadyCompiling);
        await ShouldAgree(database);
        (await database.Db(db => db.JobRuns.CountAsync(r => r.Outcome != JobOutcome.Done))).ShouldBe(0);
    }

    [Fact]
    public async Task A_run_is_left_alone_while_another_is_running()
    {
        await using var database = await TestDatabase.Create();
        var now = database.Clock.Now;
        var running = await ARun(database, "elsewhere/1/1", now);

        (await database.Send(new CompileAll(), database.Coordinator)).ShouldBe(new AlreadyCompiling(running));
    }

    [Fact]
    public async Task A_run_that_was_killed_is_recorded_failed_with_its_reason_and_the_next_one_runs()
    {
        await using var database = await TestDatabase.Create();
        var killed = await ARun(database, "elsewhere/1/1", database.Clock.Now);
        database.Clock.Now = database.Clock.Now.AddMinutes(11);

        (await database.Send(new CompileAll(), database.Coordinator)).ShouldBeOfType<Compiled>();

        var run = await database.Db(db => db.JobRuns.SingleAsync(r => r.Id == killed));
        run.Outcome.ShouldBe(JobOutcome.Failed);
        run.Detail!.ShouldContain("stopped in the middle");
    }

    [Fact]
    public async Task A_run_of_a_process_of_this_machine_that_is_no_more_is_known_dead_at_once()
    {
        await using var database = await TestDatabase.Create();
        await ARun(database, $"{Environment.MachineName}/{Environment.ProcessId}/12345", database.Clock.Now);

        (await database.Send(new CompileAll(), database.Coordinator)).ShouldBeOfType<Compiled>();
    }

    [Fact]
    public async Task A_failed_run_says_why_and_holds_nobody_up()
    {
        await using var database = await TestDatabase.Create();
        await Should.ThrowAsync<DomainRuleException>(database.Send(new CompileMonth(new YearMonth(2020, 1)), database.Coordinator));

        var run = await database.Db(db => db.JobRuns.SingleAsync());
        run.Outcome.ShouldBe(JobOutcome.Failed);
        run.Detail!.ShouldContain("September 2025 to November 2026");
        (await database.Send(new CompileMonth(new YearMonth(2026, 10)), database.Coordinator)).ShouldBeOfType<Compiled>();
    }

    [Fact]
    public async Task A_worker_may_not_compile()
    {
        await using var database = await TestDatabase.Create();

        await Should.ThrowAsync<NotAllowedException>(database.Send(new CompileAll(), database.Worker));
    }

    private static async Task ShouldAgree(TestDatabase database)
    {
        var reference = await database.Db(ReferenceFigures.Of);
        var stored = await database.Db(db => db.MonthlyMetrics.AsNoTracking().ToListAsync());
        var compiled = stored.ToDictionary(m => (m.Month, m.Period, m.Metric, m.Part, m.Scope, m.ScopeId), m => m.Value);
        (MetricScope Scope, long Id)[] scopes = [(MetricScope.Programme, 0), (MetricScope.Neighbourhood, 0), (MetricScope.Neighbourhood, 1), (MetricScope.Neighbourhood, 2), (MetricScope.Worker, 1), (MetricScope.Worker, 2)];
        foreach (var month in First.Through(Last))
        {
            var yearStart = month >= new YearMonth(2026, 9) ? new YearMonth(2026, 9) : First;
            foreach (var metric in Enum.GetValues<Metric>())
            {
                foreach (var part in MetricPart.Of(metric))
                {
                    foreach (var (scope, id) in scopes)
                    {
                        List<(MetricPeriod Period, DateOnly From)> periods = [(MetricPeriod.Month, month.First), (MetricPeriod.YearToDate, yearStart.First)];
                        if (month.Month % 3 == 0)
                        {
                            // July and August 2025 lie before the programme; July and August 2026 in the programme year before September's.
                            periods.Add((MetricPeriod.Quarter, month == First ? First.First : month.AddMonths(-2).First));
                        }

                        foreach (var (period, from) in periods)
                        {
                            compiled.GetValueOrDefault((month, period, metric, part, scope, id))
                                .ShouldBe(reference.Value(metric, part, from, month.Last, scope, id), $"{metric} {part} in {month}, {period}, {scope} {id}");
                        }
                    }
                }
            }
        }
    }

    private static Task<List<(long, int, DateTimeOffset)>> Stored(TestDatabase database) => database.Db(async db =>
    {
        var rows = await db.MonthlyMetrics.AsNoTracking().OrderBy(m => m.Id).ToListAsync();
        return rows.ConvertAll(m => (m.Id.Value, m.Value, m.CompiledAt));
    });

    private static Task<int> Value(TestDatabase database, YearMonth month) => database.Db(db => db.MonthlyMetrics
        .Where(m => m.Month == month && m.Metric == Metric.NewConversations && m.Period == MetricPeriod.Month && m.Scope == MetricScope.Programme)
        .Select(m => m.Value).SingleAsync());

    private static Task Talk(TestDatabase database, PersonId with, DateOnly on) => database.Add(Conversation.Log(
        database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(on, ConversationKind.Learning, [with], "Heard", NeighbourhoodId: database.Fernhill), database.Clock.Today));

    private static async Task<JobRunId> ARun(TestDatabase database, string heldBy, DateTimeOffset at)
    {
        var run = new JobRun { ProgrammeId = database.Programme, Job = "Compile every month", StartedBy = "every night", StartedAt = at, SeenAt = at, Outcome = JobOutcome.Running, Holds = "compile", HeldBy = heldBy };
        await database.Add(run);
        return run.Id;
    }
}
