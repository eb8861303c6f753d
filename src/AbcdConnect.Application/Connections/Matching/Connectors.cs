using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections.Matching;

/// <summary>Connectors near somebody: they need share nothing with them, for they know whom to ask.</summary>
/// <remarks>An old acquaintance of many opens doors that a good match does not (M. Granovetter, "The strength of weak ties", American
/// Journal of Sociology 78, 1973); asking the connectors of a street first is what J. McKnight and P. Block advise (The Abundant
/// Community, 2010).</remarks>
internal static class Connectors
{
    /// <summary>So many are offered: one to ask, and one more if that one is away.</summary>
    public const int Most = 2;

    // Of a neighbourhood, those known longest.
    private const int LookedAt = 24;

    /// <param name="known">Who knows whom already, or was let go of.</param>
    /// <param name="fitting">Already suggested for what they said.</param>
    public static async Task<IReadOnlyList<MatchedPerson>> Find(IAbcdDbContext db, Viewer viewer, DateOnly today, Standpoint from, HashSet<(PersonId Seeker, PersonId Other)> known, HashSet<PersonId> fitting, CancellationToken token)
    {
        if (from.Within.Count == 0)
        {
            return [];
        }

        var within = from.Within.Select(n => (Domain.Programmes.NeighbourhoodId?)n).ToList();
        var programme = viewer.ProgrammeId;
        var people = await db.People.VisibleTo(viewer, db, today)
            .Where(p => p.ProgrammeId == programme && EF.Parameter(within).Contains(p.NeighbourhoodId) && p.IsConnector)
            .OrderBy(p => p.Id).Take(LookedAt)
            .Select(p => new { p.Id, p.FirstName, p.KnownAs, p.LastName, p.NeighbourhoodId })
            .ToListAsync(token);
        people.RemoveAll(p => fitting.Contains(p.Id) || from.Ids.Contains(p.Id));
        if (people.Count == 0)
        {
            return [];
        }

        var ids = people.ConvertAll(p => p.Id);
        var consents = await PeopleNearby.Consents(db, today, [.. ids, .. from.Ids], token);
        var lately = await PeopleNearby.IntroducedLately(db, today, ids, token);
        var ties = await Ties(db, ids, token);
        var found = new List<(MatchedPerson Person, int Ties, int Lately)>();
        foreach (var person in people.Where(p => consents[p.Id] != ConsentStanding.SaidNo && lately.GetValueOrDefault(p.Id) < PeopleFit.MostLately))
        {
            var seeker = from.Seekers.FirstOrDefault(s => s.Id is not { } id || (!known.Contains((id, person.Id)) && consents[id] != ConsentStanding.SaidNo));
            if (seeker is null)
            {
                continue;
            }

            var metres = from.MetresTo(person.NeighbourhoodId);
            var spoken = Person.NameOf(person.FirstName, person.KnownAs, null);
            var knows = ties.GetValueOrDefault(person.Id);
            found.Add((
                new MatchedPerson(
                    person.Id,
                    new NamedPerson(person.Id, person.FirstName, person.KnownAs, person.LastName).Name,
                    seeker.Id,
                    seeker.Id is null ? null : seeker.Name,
                    Sentences.Connector(seeker.Id is null ? null : seeker.Name, spoken, PeopleNearby.Where(from, person.NeighbourhoodId, metres), knows),
                    [],
                    seeker.Id is { } asked ? consents[asked] : ConsentStanding.NotAsked,
                    consents[person.Id],
                    metres),
                knows,
                lately.GetValueOrDefault(person.Id)));
        }

        // The nearer first, for a connector is one of a street; then who was asked less lately; then who knows more.
        return [.. found.OrderBy(f => f.Person.Metres ?? double.MaxValue).ThenBy(f => f.Lately).ThenByDescending(f => f.Ties).ThenBy(f => f.Person.Id.Value).Take(Most).Select(f => f.Person)];
    }

    private static async Task<Dictionary<PersonId, int>> Ties(IAbcdDbContext db, List<PersonId> ids, CancellationToken token)
    {
        var nullable = ids.ConvertAll(i => (PersonId?)i);
        var standing = db.Connections.Where(c => c.EndedOn == null && c.FromPersonId != null && c.ToPersonId != null);
        var from = await standing.Where(c => EF.Parameter(nullable).Contains(c.FromPersonId)).GroupBy(c => c.FromPersonId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(token);
        var to = await standing.Where(c => EF.Parameter(nullable).Contains(c.ToPersonId)).GroupBy(c => c.ToPersonId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(token);
        return from.Concat(to).GroupBy(t => t.Key!.Value).ToDictionary(g => g.Key, g => g.Sum(t => t.Count));
    }
}
