using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Enough of a person to be sure of the number, and no more: when they were added and how much is held.</summary>
[Requires(Permission.ManageDataProtection)]
public sealed record DescribeForDataProtection(PersonId Id) : IRequest<HeldAbout>;

public sealed record HeldAbout(PersonId Id, DateOnly AddedOn, string? Neighbourhood, int Conversations, int Gifts, int Consents, int Signposts, PersonId? MergedInto, DateOnly? ForgottenOn);

internal sealed class DescribeForDataProtectionHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<DescribeForDataProtection, HeldAbout>
{
    public async Task<HeldAbout> Handle(DescribeForDataProtection request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        return await db.People.Where(p => p.Id == request.Id && p.ProgrammeId == programme)
            .Select(p => new HeldAbout(
                p.Id,
                p.AddedOn,
                db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                db.ConversationPeople.Count(c => c.PersonId == p.Id),
                db.Gifts.Count(g => g.PersonId == p.Id),
                db.Consents.Count(c => c.PersonId == p.Id),
                db.Signposts.Count(s => s.PersonId == p.Id),
                p.MergedInto,
                p.AnonymisedOn))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("person");
    }
}
