using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>One practitioner, with the sign-ins that could be theirs.</summary>
[Requires(Permission.ChangeAgencies)]
public sealed record SeePractitioner(PractitionerId Id) : IRequest<PractitionerView>;

public sealed record PractitionerView(PractitionerRow Practitioner, AgencyId AgencyId, string Agency, IReadOnlyList<MemberChoice> SignIns);

public sealed record MemberChoice(UserId Id, string Name);

internal sealed class SeePractitionerHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeePractitioner, PractitionerView>
{
    public async Task<PractitionerView> Handle(SeePractitioner request, CancellationToken cancellationToken)
    {
        var found = await db.Practitioners.VisibleTo(current.Required(), db)
            .Where(p => p.Id == request.Id)
            .Select(p => new
            {
                Row = new PractitionerRow(p.Id, p.Name, p.JobTitle, p.Email, p.UserId, db.Members.Where(m => m.Id == p.UserId).Select(m => m.Name).FirstOrDefault(), p.LeftOn, p.Version),
                p.AgencyId,
                Agency = db.Agencies.Where(a => a.Id == p.AgencyId).Select(a => a.Name).First(),
            })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("practitioner");
        var signIns = await db.Members
            .Where(m => m.AgencyId == found.AgencyId && m.Role == Role.Partner && m.LeftOn == null && !db.Practitioners.Any(p => p.UserId == m.Id && p.Id != request.Id))
            .OrderBy(m => m.Name)
            .Select(m => new MemberChoice(m.Id, m.Name))
            .ToListAsync(cancellationToken);
        return new PractitionerView(found.Row, found.AgencyId, found.Agency, signIns);
    }
}
