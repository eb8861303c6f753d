using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Two records side by side, before they are made one.</summary>
[Requires(Permission.ChangePeople)]
public sealed record ComparePeople(PersonId Kept, PersonId Merged) : IRequest<ComparedPeople>;

public sealed record ComparedPeople(ComparedPerson Kept, ComparedPerson Merged);

/// <summary>One of the two, with how much is told under it.</summary>
public sealed record ComparedPerson(PersonId Id, long Version, PersonDetails Details, string? Neighbourhood, DateOnly AddedOn, int Conversations, int Gifts, int Signposts, int Consents)
{
    public string FullName => Person.NameOf(Details.FirstName, Details.KnownAs, Details.LastName);
}

internal sealed class ComparePeopleHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ComparePeople, ComparedPeople>
{
    public async Task<ComparedPeople> Handle(ComparePeople request, CancellationToken cancellationToken)
    {
        if (request.Kept == request.Merged)
        {
            throw new DomainRuleException("A person cannot be merged with themselves.");
        }

        var (kept, merged) = (request.Kept, request.Merged);
        var both = await db.People.VisibleTo(current.Required(), db, clock.Today())
            .Where(p => p.Id == kept || p.Id == merged)
            .Select(p => new ComparedPerson(
                p.Id,
                p.Version,
                new PersonDetails(p.FirstName, p.LastName, p.KnownAs, p.NeighbourhoodId, p.Language, p.IsConnector, p.Phone, p.Email, p.ContactPreference, p.KeepInTouchWeeks),
                db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                p.AddedOn,
                db.ConversationPeople.Count(c => c.PersonId == p.Id),
                db.Gifts.Count(g => g.PersonId == p.Id),
                db.Signposts.Count(s => s.PersonId == p.Id),
                db.Consents.Count(c => c.PersonId == p.Id)))
            .ToListAsync(cancellationToken);
        return new ComparedPeople(
            both.Find(p => p.Id == kept) ?? throw new NotFoundException("person"),
            both.Find(p => p.Id == merged) ?? throw new NotFoundException("person"));
    }
}
