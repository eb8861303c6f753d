using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Metrics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Metrics;

/// <summary>What runs by the clock, and what ran: newest first.</summary>
[Requires(Permission.SeeJobs)]
public sealed record SeeJobs(ListRequest List) : IRequest<JobsSeen>;

/// <param name="ChangedMonths">How many months have entries newer than their figures.</param>
public sealed record JobsSeen(IReadOnlyList<ScheduledJob> Schedule, Page<JobRunRow> Runs, int ChangedMonths, bool SchedulerRuns);

public sealed record JobRunRow(
    JobRunId Id,
    string Job,
    string StartedBy,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    JobOutcome Outcome,
    int Progress,
    string? Detail)
{
    /// <summary>How long it took; null while it runs.</summary>
    public TimeSpan? Took => FinishedAt - StartedAt;
}

internal sealed class SeeJobsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IJobScheduler scheduler) : IRequestHandler<SeeJobs, JobsSeen>
{
    public async Task<JobsSeen> Handle(SeeJobs request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        await new RunKeeper(db, clock, programme).BuryTheDead(cancellationToken);
        var runs = db.JobRuns.Where(r => r.ProgrammeId == programme);
        runs = request.List.Sort == "started" ? runs.OrderBy(r => r.StartedAt).ThenBy(r => r.Id) : runs.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id);
        var page = await runs
            .Select(r => new JobRunRow(r.Id, r.Job, r.StartedBy, r.StartedAt, r.FinishedAt, r.Outcome, r.Progress, r.Detail))
            .PageAsync(request.List, cancellationToken);
        var thisMonth = Domain.Common.YearMonth.Containing(clock.GetUtcNow());
        var changed = await db.ChangedMonths.CountAsync(c => c.ProgrammeId == programme && c.Month <= thisMonth, cancellationToken);
        return new JobsSeen(await scheduler.Schedule(cancellationToken), page, changed, scheduler.IsRunning);
    }
}
