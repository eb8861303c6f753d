using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Who brings what, and who would like to find what: of the people somebody may know of.</summary>
[Requires(Permission.SeePeople)]
public sealed record ListGifts(ListRequest List, GiftDirection? Direction = null, GiftKind? Kind = null, GiftTermId? Term = null, NeighbourhoodId? Neighbourhood = null) : IRequest<Page<GiftRow>>;

public sealed record GiftRow(GiftId Id, GiftDirection Direction, GiftKind Kind, string? Term, string Words, DateOnly HeardOn, PersonId PersonId, string FirstName, string? KnownAs, string? LastName, string? Neighbourhood)
{
    public string Person => Domain.People.Person.NameOf(FirstName, KnownAs, LastName);
}

internal sealed class ListGiftsHandler(IAbcdDbContext db, ICurrentViewer current, GiftTermCache terms, TimeProvider clock) : IRequestHandler<ListGifts, Page<GiftRow>>
{
    // A word typed is looked for in the list of gifts, which is short, and never in a million people's own words.
    private const int MostTerms = 50;

    public async Task<Page<GiftRow>> Handle(ListGifts request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var people = db.People.VisibleTo(viewer, db, clock.Today());
        if (request.Neighbourhood is { } place)
        {
            people = people.Where(p => p.NeighbourhoodId == place);
        }

        var gifts = db.Gifts.Where(g => g.ProgrammeId == viewer.ProgrammeId && g.PersonId != null);
        if (request.Direction is { } direction)
        {
            gifts = gifts.Where(g => g.Direction == direction);
        }

        if (request.Kind is { } kind)
        {
            gifts = gifts.Where(g => g.Kind == kind);
        }

        if (request.Term is { } term)
        {
            gifts = gifts.Where(g => g.TermId == term);
        }

        if (!string.IsNullOrWhiteSpace(request.List.Q))
        {
            var found = (await terms.Suggest(db, request.List.Q, null, MostTerms, cancellationToken)).Select(t => t.Id).ToList();
            gifts = gifts.Where(g => g.TermId != null && EF.Parameter(found).Contains(g.TermId.Value));
        }

        var rows = gifts.Join(people, g => g.PersonId, p => p.Id, (g, p) => new { Gift = g, Person = p });
        rows = request.List.Sort switch
        {
            "heard" => rows.OrderBy(r => r.Gift.HeardOn).ThenBy(r => r.Gift.Id),
            _ => rows.OrderByDescending(r => r.Gift.HeardOn).ThenByDescending(r => r.Gift.Id),
        };
        return await rows
            .Select(r => new GiftRow(
                r.Gift.Id,
                r.Gift.Direction,
                r.Gift.Kind,
                db.GiftTerms.Where(t => t.Id == r.Gift.TermId).Select(t => t.Name).FirstOrDefault(),
                r.Gift.Words,
                r.Gift.HeardOn,
                r.Person.Id,
                r.Person.FirstName,
                r.Person.KnownAs,
                r.Person.LastName,
                db.Neighbourhoods.Where(n => n.Id == r.Person.NeighbourhoodId).Select(n => n.Name).FirstOrDefault()))
            .PageAsync(request.List, cancellationToken, await Count(gifts, people, viewer, request, cancellationToken));
    }

    // Asked in two, of those who live somewhere and of those who live nowhere, a worker's gifts are counted from their own people; as one
    // list it would pass by those of everybody else. With a filter that the rest of the city shares, the list's own count does.
    private static async Task<int?> Count(IQueryable<Gift> gifts, IQueryable<Person> people, Viewer viewer, ListGifts request, CancellationToken token)
    {
        if (viewer.Role != Role.Worker || request is not { Term: null, Kind: null, Direction: null, List: { All: false, Q: null or "" } } || request.List.Skip >= Page<GiftRow>.MostCounted)
        {
            return null;
        }

        var places = viewer.Neighbourhoods.ToList();
        var most = request.List.Skip + Page<GiftRow>.MostCounted;
        var here = people.Where(p => p.NeighbourhoodId != null && places.Contains(p.NeighbourhoodId.Value));
        var nowhere = people.Where(p => p.NeighbourhoodId == null);
        var count = await gifts.Join(here, g => g.PersonId, p => p.Id, (g, _) => g.Id).Take(most).CountAsync(token);
        return count >= most ? most : Math.Min(most, count + await gifts.Join(nowhere, g => g.PersonId, p => p.Id, (g, _) => g.Id).Take(most).CountAsync(token));
    }
}
