using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>The people whose names begin or sound so, for a box that completes what is typed: those who begin as typed come
/// first, and of them those talked with last.</summary>
[Requires(Permission.SeePeople)]
public sealed record SuggestPeople(string? Q, int Most = 8) : IRequest<IReadOnlyList<SuggestedPerson>>;

public sealed record SuggestedPerson(PersonId Id, string Name, string? Neighbourhood);

internal sealed class SuggestPeopleHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SuggestPeople, IReadOnlyList<SuggestedPerson>>
{
    // Some of those found are not the viewer's to see.
    private const int MostLookedAt = 500;

    public async Task<IReadOnlyList<SuggestedPerson>> Handle(SuggestPeople request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var found = await db.FindAsync(viewer.ProgrammeId, SearchKind.Person, SearchWords.Of(request.Q, names: true), MostLookedAt, cancellationToken);
        if (found.Ids.Count == 0)
        {
            return [];
        }

        var ids = found.Ids.Select(PersonId.From).ToList();
        var begun = ids.Take(found.Begun).ToHashSet();
        var visible = await db.People.VisibleTo(viewer, db, clock.Today())
            .Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.FirstName,
                p.KnownAs,
                p.LastName,
                Neighbourhood = db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                Last = db.ConversationPeople.Where(c => c.PersonId == p.Id).Max(c => (DateOnly?)c.HeldOn),
            })
            .ToListAsync(cancellationToken);
        return [.. visible
            .OrderBy(p => begun.Contains(p.Id) ? 0 : 1)
            .ThenByDescending(p => p.Last ?? DateOnly.MinValue)
            .ThenBy(p => p.FirstName, StringComparer.CurrentCulture)
            .Take(Math.Clamp(request.Most, 1, 25))
            .Select(p => new SuggestedPerson(p.Id, Person.NameOf(p.FirstName, p.KnownAs, p.LastName), p.Neighbourhood))];
    }
}
