using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Home;

/// <summary>A partner's start: the meetings their agency is asked to, and what their agency said it would do.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record ShowPartnersTable : IRequest<PartnersTable>;

public sealed record PartnersTable(string? Agency, IReadOnlyList<MeetingAhead> Meetings, IReadOnlyList<ActionDue> Actions);

internal sealed class ShowPartnersTableHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ShowPartnersTable, PartnersTable>
{
    public async Task<PartnersTable> Handle(ShowPartnersTable request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (viewer.AgencyId is not { } agency)
        {
            return new PartnersTable(null, [], []);
        }

        var programme = viewer.ProgrammeId;
        return new PartnersTable(
            await db.Agencies.Where(a => a.Id == agency).Select(a => a.Name).SingleOrDefaultAsync(cancellationToken),
            await Meetings.Ahead(db, programme, clock.Today(), agency).Take(3).ToListAsync(cancellationToken),
            await db.MeetingActions
                .Where(a => a.ProgrammeId == programme && a.DoneOn == null && a.DroppedOn == null && a.AgencyId == agency)
                .OrderBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.Id)
                .Take(10)
                .Select(a => new ActionDue(a.Id, a.MeetingId, a.Text, null, db.Practitioners.Where(p => p.Id == a.OwnerId).Select(p => p.Name).FirstOrDefault(), a.DueOn))
                .ToListAsync(cancellationToken));
    }
}
