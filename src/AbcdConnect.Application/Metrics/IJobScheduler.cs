using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Application.Metrics;

public enum CompileWhat
{
    ChangedMonths,
    OneMonth,
    EveryMonth,
}

/// <summary>Port: runs jobs in the background and by the clock.</summary>
public interface IJobScheduler
{
    /// <summary>False where this process runs no jobs: then nothing may be asked of it.</summary>
    bool IsRunning { get; }

    /// <summary>Has a run that was begun done in the background, soon.</summary>
    Task StartNow(ProgrammeId programme, JobRunId run, CompileWhat what, YearMonth? month, CancellationToken token);

    /// <summary>What runs by the clock, soonest first.</summary>
    Task<IReadOnlyList<ScheduledJob>> Schedule(CancellationToken token);
}

/// <param name="Job">Compile the changed months.</param>
/// <param name="When">every night at 1.30am</param>
/// <param name="Next">When it runs next; null where it never will.</param>
public sealed record ScheduledJob(string Job, string When, DateTimeOffset? Next);
