using System.Globalization;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using Quartz;

namespace AbcdConnect.Infrastructure.Metrics;

/// <summary>Jobs by Quartz, kept in the same database: docs/decisions/0003-quartz-for-jobs.md</summary>
internal sealed class QuartzJobScheduler(ISchedulerFactory factory) : IJobScheduler
{
    /// <summary>A failed run is tried again after these waits.</summary>
    public static readonly RetryPolicy Again = RetryPolicy.Explicit([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)]);

    public bool IsRunning => true;

    public async Task StartNow(ProgrammeId programme, JobRunId run, CompileWhat what, YearMonth? month, CancellationToken token)
    {
        var scheduler = await factory.GetScheduler(token);
        var trigger = TriggerBuilder.Create()
            .WithIdentity($"asked-{run}", CompileJob.Key.Group)
            .ForJob(CompileJob.Key)
            .UsingJobData(CompileJob.What, what.ToString())
            .UsingJobData(CompileJob.Programme, programme.ToString())
            .UsingJobData(CompileJob.Run, run.ToString())
            .UsingJobData(CompileJob.Month, (month?.Number ?? 0).ToString(CultureInfo.InvariantCulture))
            .WithRetryPolicy(Again)
            .StartNow()
            .Build();
        await scheduler.ScheduleJob(trigger, cancellationToken: token);
    }

    public async Task<IReadOnlyList<ScheduledJob>> Schedule(CancellationToken token)
    {
        var scheduler = await factory.GetScheduler(token);
        var planned = new List<ScheduledJob>();
        foreach (var (key, job, when) in JobsSetup.ByTheClock)
        {
            var trigger = await scheduler.GetTrigger(key, token);
            if (trigger is not null)
            {
                planned.Add(new ScheduledJob(job, when, trigger.NextFireTimeUtc));
            }
        }

        return [.. planned.OrderBy(p => p.Next ?? DateTimeOffset.MaxValue)];
    }
}

/// <summary>Where no jobs run: the command line, and tests that did not ask for them.</summary>
internal sealed class NoScheduler : IJobScheduler
{
    public bool IsRunning => false;

    public Task StartNow(ProgrammeId programme, JobRunId run, CompileWhat what, YearMonth? month, CancellationToken token) =>
        throw new InvalidOperationException("No jobs run in this process.");

    public Task<IReadOnlyList<ScheduledJob>> Schedule(CancellationToken token) => Task.FromResult<IReadOnlyList<ScheduledJob>>([]);
}
