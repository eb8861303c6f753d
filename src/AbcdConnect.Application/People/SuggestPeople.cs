using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>The people whose names begin so, for a box that completes what is typed: those talked with last come first.</summary>
[Requires(Permission.SeePeople)]
public sealed record SuggestPeople(string? Q, int Most = 8) : IRequest<IReadOnlyList<SuggestedPerson>>;

public sealed record SuggestedPerson(PersonId Id, string Name, string? Neighbourhood);

internal sealed class SuggestPeopleHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SuggestPeople, IReadOnlyList<SuggestedPerson>>
{
    // A first letter fits thousands: enough of them are looked at to find those met lately, and no more.
    private const int MostLookedAt = 200;

    public async Task<IReadOnlyList<SuggestedPerson>> Handle(SuggestPeople request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var words = Tokens.Split(request.Q).Distinct(StringComparer.Ordinal).Take(4).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var people = db.People.VisibleTo(viewer, db, Domain.Common.UkTime.Today(clock));
        foreach (var word in words)
        {
            var after = Tokens.AfterPrefix(word);
            people = people.Where(p => db.SearchTokens.Any(t =>
                string.Compare(t.Token, word) >= 0 && string.Compare(t.Token, after) < 0
                && t.Kind == SearchKind.Person && t.RecordId == (long)(object)p.Id));
        }

        var found = await people
            .OrderBy(p => p.FirstName).ThenBy(p => p.Id)
            .Take(MostLookedAt)
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
        return [.. found
            .OrderByDescending(p => p.Last ?? DateOnly.MinValue)
            .ThenBy(p => p.FirstName, StringComparer.CurrentCulture)
            .Take(Math.Clamp(request.Most, 1, 25))
            .Select(p => new SuggestedPerson(p.Id, new NamedPerson(p.Id, p.FirstName, p.KnownAs, p.LastName).Name, p.Neighbourhood))];
    }
}
