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
        var (name, programme) = (found.Row.Name, current.Required().ProgrammeId);
        var signIns = await db.Members
            .Where(m => m.Role == Role.Partner && m.LeftOn == null
                && ((m.AgencyId == found.AgencyId && !db.Practitioners.Any(p => p.UserId == m.Id && p.Id != request.Id))
                    // The same person, at the table for another agency too.
                    || db.Practitioners.Any(p => p.UserId == m.Id && p.Name == name && p.AgencyId != found.AgencyId && db.Agencies.Any(g => g.Id == p.AgencyId && g.ProgrammeId == programme))))
            .OrderBy(m => m.Name)
            .Select(m => new MemberChoice(m.Id, m.Name))
            .ToListAsync(cancellationToken);
        return new PractitionerView(found.Row, found.AgencyId, found.Agency, signIns);
    }
}
