using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using MediatR;

namespace AbcdConnect.Application.People;

/// <summary>The people somebody may know of, by name.</summary>
[Requires(Permission.SeePeople)]
public sealed record ListPeople(ListRequest List, NeighbourhoodId? Neighbourhood = null, bool ConnectorsOnly = false) : IRequest<Page<PersonRow>>;

public sealed record PersonRow(PersonId Id, string FirstName, string? LastName, string? KnownAs, string? Neighbourhood, bool IsConnector, DateOnly AddedOn);

internal sealed class ListPeopleHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListPeople, Page<PersonRow>>
{
    public Task<Page<PersonRow>> Handle(ListPeople request, CancellationToken cancellationToken)
    {
        var people = db.People.VisibleTo(current.Required(), db, clock.Today());
        if (request.Neighbourhood is { } neighbourhood)
        {
            people = people.Where(p => p.NeighbourhoodId == neighbourhood);
        }

        if (request.ConnectorsOnly)
        {
            people = people.Where(p => p.IsConnector);
        }

        people = request.List.Sort switch
        {
            "-name" => people.OrderByDescending(p => p.FirstName).ThenByDescending(p => p.Id),
            "added" => people.OrderBy(p => p.AddedOn).ThenBy(p => p.Id),
            "-added" => people.OrderByDescending(p => p.AddedOn).ThenByDescending(p => p.Id),
            _ => people.OrderBy(p => p.FirstName).ThenBy(p => p.Id),
        };
        return people
            .Select(p => new PersonRow(
                p.Id,
                p.FirstName,
                p.LastName,
                p.KnownAs,
                db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                p.IsConnector,
                p.AddedOn))
            .PageAsync(request.List, cancellationToken);
    }
}
