using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>What a meeting's forms let choose from: tables, agencies, and the people who come for them.</summary>
[Requires(Permission.RunMeetings)]
public sealed record MeetingChoices : IRequest<MeetingChoicesView>;

public sealed record MeetingChoicesView(IReadOnlyList<NeighbourhoodChoice> Neighbourhoods, IReadOnlyList<AgencyChoice> Agencies, IReadOnlyList<PractitionerChoice> Practitioners);

public sealed record NeighbourhoodChoice(NeighbourhoodId Id, string Name);

public sealed record AgencyChoice(AgencyId Id, string Name);

public sealed record PractitionerChoice(PractitionerId Id, string Name, AgencyId AgencyId, string Agency);

internal sealed class MeetingChoicesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<MeetingChoices, MeetingChoicesView>
{
    public async Task<MeetingChoicesView> Handle(MeetingChoices request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var neighbourhoods = await db.Neighbourhoods.Where(n => n.ProgrammeId == viewer.ProgrammeId).OrderBy(n => n.Name)
            .Select(n => new NeighbourhoodChoice(n.Id, n.Name)).ToListAsync(cancellationToken);
        var agencies = await db.Agencies.VisibleTo(viewer).Where(a => a.LeftOn == null).OrderBy(a => a.Name)
            .Select(a => new AgencyChoice(a.Id, a.Name)).ToListAsync(cancellationToken);
        var practitioners = await (
            from p in db.Practitioners
            join a in db.Agencies.VisibleTo(viewer) on p.AgencyId equals a.Id
            where p.LeftOn == null && a.LeftOn == null
            orderby a.Name, p.Name
            select new PractitionerChoice(p.Id, p.Name, p.AgencyId, a.Name)).ToListAsync(cancellationToken);
        return new MeetingChoicesView(neighbourhoods, agencies, practitioners);
    }
}
