using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>What those chosen in a form are called, in the order given; without those the viewer may not know of.</summary>
[Requires(Permission.SeePeople)]
public sealed record NamePeople(IReadOnlyList<PersonId> Ids) : IRequest<IReadOnlyList<NamedPerson>>;

internal sealed class NamePeopleHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<NamePeople, IReadOnlyList<NamedPerson>>
{
    public async Task<IReadOnlyList<NamedPerson>> Handle(NamePeople request, CancellationToken cancellationToken)
    {
        var ids = request.Ids.Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var named = await db.People.VisibleTo(current.Required(), db, clock.Today())
            .Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new NamedPerson(p.Id, p.FirstName, p.KnownAs, p.LastName))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        return [.. ids.Where(named.ContainsKey).Select(id => named[id])];
    }
}
