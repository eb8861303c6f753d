using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>The people who may be meant, for a box that completes what is typed: those named so come first, then those whose
/// names begin so, nicknames, near spellings and sounds; of equals those whom the viewer talked with last.</summary>
[Requires(Permission.SeePeople)]
public sealed record SuggestPeople(string? Q, int Most = 8) : IRequest<IReadOnlyList<SuggestedPerson>>;

public sealed record SuggestedPerson(PersonId Id, string Name, string? Neighbourhood);

internal sealed class SuggestPeopleHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SuggestPeople, IReadOnlyList<SuggestedPerson>>
{
    public async Task<IReadOnlyList<SuggestedPerson>> Handle(SuggestPeople request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var found = await FoundPeople.Find(db, viewer, today, request.Q, Math.Clamp(request.Most, 1, 25), cancellationToken);
        var ids = found.Ids.Select(PersonId.From).ToList();
        var people = ids.Count == 0 ? [] : await db.People.VisibleTo(viewer, db, today)
            .Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, p.FirstName, p.KnownAs, p.LastName, Neighbourhood = db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return [.. people.OrderBy(p => ids.IndexOf(p.Id)).Select(p => new SuggestedPerson(p.Id, Person.NameOf(p.FirstName, p.KnownAs, p.LastName), p.Neighbourhood))];
    }
}
