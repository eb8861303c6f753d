using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Metrics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Home;

/// <summary>An administrator's start: who may sign in, how the jobs went, how far the audit log has come.</summary>
[Requires(Permission.ManageUsers)]
public sealed record ShowHousekeeping : IRequest<Housekeeping>;

public sealed record Housekeeping(IReadOnlyList<MembersOfRole> Members, IReadOnlyList<RunOfJob> Runs, long AuditEntries, DateTimeOffset? LastEntryAt);

public sealed record MembersOfRole(Role Role, int Count);

public sealed record RunOfJob(string Job, string StartedBy, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, JobOutcome Outcome);

internal sealed class ShowHousekeepingHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ShowHousekeeping, Housekeeping>
{
    public async Task<Housekeeping> Handle(ShowHousekeeping request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var members = await db.Members
            .Where(m => m.ProgrammeId == programme && m.LeftOn == null)
            .GroupBy(m => m.Role)
            .Select(g => new { Role = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var runs = await db.JobRuns
            .Where(r => r.ProgrammeId == programme)
            .OrderByDescending(r => r.StartedAt)
            .Take(5)
            .Select(r => new RunOfJob(r.Job, r.StartedBy, r.StartedAt, r.FinishedAt, r.Outcome))
            .ToListAsync(cancellationToken);
        var last = await db.AuditEntries.OrderByDescending(a => a.Sequence).Select(a => new { a.Sequence, a.At }).FirstOrDefaultAsync(cancellationToken);
        return new Housekeeping([.. members.OrderBy(m => m.Role).Select(m => new MembersOfRole(m.Role, m.Count))], runs, last?.Sequence ?? 0, last?.At);
    }
}
