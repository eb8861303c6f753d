using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Access;

/// <summary>Who changed what and when, newest first.</summary>
/// <param name="By">Only what this member changed.</param>
/// <param name="Record">Only this kind of record: Person, Consent …</param>
/// <param name="RecordId">With <paramref name="Record"/>: only that one.</param>
/// <param name="From">From this day on, UK time.</param>
/// <param name="To">Up to and with this day, UK time.</param>
[Requires(Permission.SeeAudit)]
public sealed record ReadAudit(ListRequest List, UserId? By = null, string? Record = null, long? RecordId = null, DateOnly? From = null, DateOnly? To = null)
    : IRequest<Page<AuditRow>>;

/// <param name="Changes">The sealed words as JSON: <c>fields</c> holds name → [before, after]. Null where they were forgotten with their person.</param>
public sealed record AuditRow(long Sequence, DateTimeOffset At, string? By, string Record, long RecordId, string What, string? Changes);

internal sealed class ReadAuditHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ReadAudit, Page<AuditRow>>
{
    public async Task<Page<AuditRow>> Handle(ReadAudit request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var entries = await OfProgramme(programme, cancellationToken);
        if (request.By is { } by)
        {
            entries = entries.Where(a => a.By == by);
        }

        if (!string.IsNullOrEmpty(request.Record))
        {
            entries = entries.Where(a => a.Record == request.Record);
            if (request.RecordId is { } id)
            {
                entries = entries.Where(a => a.RecordId == id);
            }
        }

        if (request.From is { } from)
        {
            var start = StartOf(from);
            entries = entries.Where(a => a.At >= start);
        }

        if (request.To is { } to)
        {
            var end = StartOf(to.AddDays(1));
            entries = entries.Where(a => a.At < end);
        }

        entries = request.List.Sort == "when"
            ? entries.OrderBy(a => a.At).ThenBy(a => a.Sequence)
            : entries.OrderByDescending(a => a.At).ThenByDescending(a => a.Sequence);
        return await entries
            .Select(a => new AuditRow(a.Sequence, a.At, db.Members.Where(m => m.Id == a.By).Select(m => m.Name).FirstOrDefault(), a.Record, a.RecordId, a.What, a.Changes))
            .PageAsync(request.List, cancellationToken);
    }

    // The chain is the database's, what it tells is a programme's. Entries sealed before each was given its programme are known by who
    // did it; what the machine did then is shown only where there is no other programme whose it might be.
    private async Task<IQueryable<AuditEntry>> OfProgramme(ProgrammeId programme, CancellationToken token)
    {
        if (!await db.AuditEntries.AnyAsync(a => a.ProgrammeId == null, token))
        {
            return db.AuditEntries.Where(a => a.ProgrammeId == programme);
        }

        var alone = !await db.Programmes.AnyAsync(p => p.Id != programme, token);
        return db.AuditEntries.Where(a => a.ProgrammeId == programme
            || (a.ProgrammeId == null && ((a.By == null && alone) || db.Members.Any(m => m.Id == a.By && m.ProgrammeId == programme))));
    }

    private static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, UkTime.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
