using AbcdConnect.Application;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Infrastructure.Metrics;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace AbcdConnect.Infrastructure.Tests.Metrics;

public sealed class JobsTests
{
    [Fact]
    public async Task The_schedule_is_kept_in_the_database_by_the_british_clock()
    {
        await using var database = await TestDatabase.Create();
        using var host = await Start(database);

        var schedule = await host.Services.GetRequiredService<IJobScheduler>().Schedule(CancellationToken.None);

        schedule.Count.ShouldBe(10);
        foreach (var (job, hour, minute) in new[] { ("Let go of stories' pictures whose time has run out", 0, 10), ("Count what stands behind each index", 1, 15), ("Compile the changed months", 1, 30), ("Compile the month that ended", 2, 0), ("Look for entries that are twice on the map", 2, 30), ("Read the directories that are followed", 3, 15), ("Make the week's list of entries worth checking", 4, 0), ("Plan the next meetings of each series", 4, 30), ("Remind those who took something on", 7, 30) })
        {
            var next = schedule.Single(s => s.Job == job).Next.ShouldNotBeNull();
            UkTime.LocalOf(next).TimeOfDay.ShouldBe(new TimeSpan(hour, minute, 0));
        }

        UkTime.LocalOf(schedule.Single(s => s.Job == "Compile the month that ended").Next!.Value).Day.ShouldBe(1);
        UkTime.LocalOf(schedule.Single(s => s.Job == "Make the week's list of entries worth checking").Next!.Value).DayOfWeek.ShouldBe(DayOfWeek.Monday);
        (await database.Db(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM QRTZ_TRIGGERS").SingleAsync())).ShouldBe(10);
        await Healthy(host);
        await host.StopAsync();
    }

    // At the end of March there is no half past one, at the end of October there are two. Years to come: a schedule has no past.
    [Theory]
    [InlineData(2037, 3, 28)]
    [InlineData(2037, 10, 24)]
    [InlineData(2038, 3, 27)]
    [InlineData(2038, 10, 30)]
    public async Task On_the_nights_when_the_clocks_change_the_figures_are_compiled_once_a_night(int year, int month, int day)
    {
        await using var database = await TestDatabase.Create();
        using var host = await Start(database);
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var nightly = (await scheduler.GetTrigger(new TriggerKey("nightly", "figures"))).ShouldNotBeNull();
        var noon = new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero);

        var nights = new List<DateOnly>();
        for (var next = nightly.GetFireTimeAfter(noon); next < noon.AddDays(3); next = nightly.GetFireTimeAfter(next))
        {
            nights.Add(UkTime.DateOf(next!.Value));
        }

        nights.ShouldBe([new DateOnly(year, month, day).AddDays(1), new DateOnly(year, month, day).AddDays(2), new DateOnly(year, month, day).AddDays(3)]);

        // On both sides of the change those who took something on are reminded at half past seven as their own clocks have it, on working days, and
        // the next meetings are planned once a night.
        var mornings = await Times(scheduler, new TriggerKey("each-morning", "meetings"), noon.AddDays(-3), noon.AddDays(4));
        mornings.ShouldAllBe(m => m.TimeOfDay == new TimeSpan(7, 30, 0));
        // From the Wednesday before to the Wednesday after.
        mornings.Select(m => m.DayOfWeek).ShouldBe([DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday]);
        (await Times(scheduler, new TriggerKey("nightly", "series"), noon, noon.AddDays(3))).Select(t => t.TimeOfDay).ShouldBe([new TimeSpan(4, 30, 0), new TimeSpan(4, 30, 0), new TimeSpan(4, 30, 0)]);
        await host.StopAsync();
    }

    [Fact]
    public async Task What_somebody_asks_for_is_compiled_in_the_background_and_a_second_start_keeps_the_schedule()
    {
        await using var database = await TestDatabase.Create(services => services.AddSingleton<IJobScheduler>(new Later()));
        using (var first = await Start(database))
        {
            await first.StopAsync();
        }

        using var host = await Start(database);
        Later.Scheduler = host.Services.GetRequiredService<IJobScheduler>();

        var started = await database.Send(new StartCompiling(CompileWhat.EveryMonth), database.Coordinator);

        started.Already.ShouldBeFalse();
        var run = await Ended(database, started.Run);
        run.Outcome.ShouldBe(JobOutcome.Done, run.Detail);
        run.Progress.ShouldBe(100);
        run.StartedBy.ShouldBe(database.Coordinator.Name);
        (await database.Db(db => db.MonthlyMetrics.AnyAsync())).ShouldBeTrue();
        await host.StopAsync();
    }

    private static async Task<List<DateTime>> Times(IScheduler scheduler, TriggerKey key, DateTimeOffset from, DateTimeOffset to)
    {
        var trigger = (await scheduler.GetTrigger(key)).ShouldNotBeNull();
        var times = new List<DateTime>();
        for (var next = trigger.GetFireTimeAfter(from); next < to; next = trigger.GetFireTimeAfter(next))
        {
            times.Add(UkTime.LocalOf(next!.Value));
        }

        return times;
    }

    private static async Task<IHost> Start(TestDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Data:Folder", database.Folder)]);
        builder.Services.AddSingleton<TimeProvider>(TimeProvider.System);
        builder.Services.AddApplication();
        builder.Services.AddInfrastructure(builder.Configuration);
        builder.Services.AddJobs(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    // The scheduler starts when the application has: beside it.
    private static async Task Healthy(IHost host)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(limit.Token)).Status != HealthStatus.Healthy)
        {
            await Task.Yield();
        }
    }

    // Asks until it is so: how long it takes is the machine's affair; the limit only keeps a broken build from hanging.
    private static async Task<JobRun> Ended(TestDatabase database, JobRunId id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var run = await database.Db(db => db.JobRuns.AsNoTracking().SingleAsync(r => r.Id == id, limit.Token));
            if (run.Outcome != JobOutcome.Running)
            {
                return run;
            }

            await Task.Yield();
        }
    }

    /// <summary>The scheduler of the host that is started after the database.</summary>
    private sealed class Later : IJobScheduler
    {
        public static IJobScheduler? Scheduler { get; set; }

        public bool IsRunning => true;

        public Task StartNow(Domain.Programmes.ProgrammeId programme, JobRunId run, CompileWhat what, YearMonth? month, CancellationToken token) =>
            Scheduler!.StartNow(programme, run, what, month, token);

        public Task<IReadOnlyList<ScheduledJob>> Schedule(CancellationToken token) => Scheduler!.Schedule(token);
    }
}
