using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>The people somebody may know of, by name. Looked for by name, nickname, sound, telephone number or e-mail address.</summary>
/// <param name="Brings">Only those who bring this gift.</param>
[Requires(Permission.SeePeople)]
public sealed record ListPeople(ListRequest List, NeighbourhoodId? Neighbourhood = null, bool ConnectorsOnly = false, GiftTermId? Brings = null) : IRequest<Page<PersonRow>>
{
    /// <summary>At most so many people are found by words; who looks for more types more of the name.</summary>
    public const int MostFound = 1_000;
}

public sealed record PersonRow(PersonId Id, string FirstName, string? LastName, string? KnownAs, string? Neighbourhood, bool IsConnector, DateOnly AddedOn)
{
    public string FullName => Person.NameOf(FirstName, KnownAs, LastName);

    /// <summary>Some of what they bring, heard last first. A file is without it.</summary>
    public IReadOnlyList<string> Brings { get; init; } = [];

    /// <summary>They bring more than that.</summary>
    public bool BringsMore { get; init; }
}

internal sealed class ListPeopleHandler(IAbcdDbContext db, ICurrentViewer current, GiftTermCache terms, TimeProvider clock) : IRequestHandler<ListPeople, Page<PersonRow>>
{
    private const int MostBrought = 3;

    public async Task<Page<PersonRow>> Handle(ListPeople request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var people = db.People.VisibleTo(viewer, db, clock.Today());
        if (!string.IsNullOrWhiteSpace(request.List.Q))
        {
            var found = await db.FindAsync(viewer, clock.Today(), SearchKind.Person, request.List.Q, ListPeople.MostFound, cancellationToken);
            var ids = found.Ids.Select(PersonId.From).ToList();
            // As one parameter: a list of any length is the same statement to the database.
            people = people.Where(p => EF.Parameter(ids).Contains(p.Id));
        }

        if (request.Neighbourhood is { } neighbourhood)
        {
            people = people.Where(p => p.NeighbourhoodId == neighbourhood);
        }

        if (request.ConnectorsOnly)
        {
            people = people.Where(p => p.IsConnector);
        }

        if (request.Brings is { } term)
        {
            people = people.Where(p => db.Gifts.Any(g => g.TermId == term && g.Direction == GiftDirection.Gift && g.PersonId == p.Id));
        }

        people = request.List.Sort switch
        {
            "-name" => people.OrderByDescending(p => p.FirstName).ThenByDescending(p => p.Id),
            "added" => people.OrderBy(p => p.AddedOn).ThenBy(p => p.Id),
            "-added" => people.OrderByDescending(p => p.AddedOn).ThenByDescending(p => p.Id),
            _ => people.OrderBy(p => p.FirstName).ThenBy(p => p.Id),
        };
        var page = await people
            .Select(p => new PersonRow(
                p.Id,
                p.FirstName,
                p.LastName,
                p.KnownAs,
                db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                p.IsConnector,
                p.AddedOn))
            .PageAsync(request.List, cancellationToken);
        return request.List.All || page.IsEmpty ? page : page with { Items = await WithWhatTheyBring(page.Items, cancellationToken) };
    }

    private async Task<IReadOnlyList<PersonRow>> WithWhatTheyBring(IReadOnlyList<PersonRow> people, CancellationToken token)
    {
        var ids = people.Select(p => (PersonId?)p.Id).ToList();
        var gifts = await db.Gifts.Where(g => EF.Parameter(ids).Contains(g.PersonId) && g.Direction == GiftDirection.Gift && g.TermId != null)
            .OrderByDescending(g => g.HeardOn).ThenByDescending(g => g.Id)
            .Select(g => new { Person = g.PersonId!.Value, Term = g.TermId!.Value })
            .ToListAsync(token);
        var names = (await terms.All(db, token)).ToDictionary(t => t.Id, t => t.Name);
        var brings = gifts.Where(g => names.ContainsKey(g.Term)).ToLookup(g => g.Person, g => names[g.Term]);
        return [.. people.Select(p => brings[p.Id].Distinct(StringComparer.Ordinal).ToList() is var all ? p with { Brings = [.. all.Take(MostBrought)], BringsMore = all.Count > MostBrought } : p)];
    }
}
