using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Access;

/// <summary>The neighbourhoods and agencies that a member may be given.</summary>
[Requires(Permission.ManageUsers)]
public sealed record OfferMemberChoices : IRequest<MemberChoices>;

public sealed record MemberChoices(IReadOnlyList<NamedNeighbourhood> Neighbourhoods, IReadOnlyList<NamedAgency> Agencies);

public sealed record NamedNeighbourhood(NeighbourhoodId Id, string Name);

public sealed record NamedAgency(AgencyId Id, string Name);

internal sealed class OfferMemberChoicesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<OfferMemberChoices, MemberChoices>
{
    public async Task<MemberChoices> Handle(OfferMemberChoices request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        return new MemberChoices(
            await db.Neighbourhoods.Where(n => n.ProgrammeId == programme).OrderBy(n => n.Name).Select(n => new NamedNeighbourhood(n.Id, n.Name)).ToListAsync(cancellationToken),
            await db.Agencies.Where(a => a.ProgrammeId == programme && a.LeftOn == null).OrderBy(a => a.Name).Select(a => new NamedAgency(a.Id, a.Name)).ToListAsync(cancellationToken));
    }
}
