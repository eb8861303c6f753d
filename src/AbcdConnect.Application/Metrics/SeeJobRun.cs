using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Metrics;

/// <summary>One run: how far it is, what it did or why it failed.</summary>
[Requires(Permission.SeeJobs)]
public sealed record SeeJobRun(JobRunId Id) : IRequest<JobRunRow>;

internal sealed class SeeJobRunHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeJobRun, JobRunRow>
{
    public async Task<JobRunRow> Handle(SeeJobRun request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        await new RunKeeper(db, clock, programme).BuryTheDead(cancellationToken);
        return await db.JobRuns.Where(r => r.Id == request.Id && r.ProgrammeId == programme)
            .Select(r => new JobRunRow(r.Id, r.Job, r.StartedBy, r.StartedAt, r.FinishedAt, r.Outcome, r.Progress, r.Detail))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("run of a job");
    }
}
