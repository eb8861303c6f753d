using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections.Matching;

/// <summary>Somebody for whom people and places are looked for.</summary>
/// <param name="Id">Null where nobody was named.</param>
internal sealed record Seeker(PersonId? Id, string Name, string? Language, NeighbourhoodId? Home, IReadOnlyList<Said> Said);

/// <summary>From where it is looked: who, what they said, where they are and when they could come.</summary>
/// <param name="Within">The neighbourhoods in reach, <paramref name="Home"/> among them; empty where no place is known: everywhere the viewer sees.</param>
/// <param name="Middles">Their middles, where known.</param>
internal sealed record Standpoint(
    IReadOnlyList<Seeker> Seekers,
    NeighbourhoodId? Home,
    GeoPoint? At,
    AssetId? Place,
    GoodTimes Good,
    IReadOnlyList<NeighbourhoodId> Within,
    IReadOnlyDictionary<NeighbourhoodId, GeoPoint> Middles,
    IReadOnlyDictionary<NeighbourhoodId, string> Names)
{
    // What was said long ago is worth little, and a person who talked for years has said much.
    private const int MostSaid = 40;
    private const int MostPeople = 6;

    public IReadOnlyList<PersonId> Ids { get; } = [.. Seekers.Select(s => s.Id).OfType<PersonId>()];

    /// <summary>Metres from here to a neighbourhood's middle: 0 within one's own; null where one of the two is not known.</summary>
    public double? MetresTo(NeighbourhoodId? neighbourhood) =>
        neighbourhood is null ? null
        : neighbourhood == Home ? 0
        : At is { } here && Middles.TryGetValue(neighbourhood.Value, out var there) ? here.MetresTo(there)
        : null;

    public static async Task<Standpoint> OfConversation(IAbcdDbContext db, Viewer viewer, DateOnly today, IPlaceFinder finder, TermKinship kin, Conversation conversation, CancellationToken token)
    {
        var people = conversation.People.Select(p => p.PersonId).OrderBy(p => p.Value).Take(MostPeople).ToList();
        var heard = await db.Gifts.Where(g => g.ConversationId == conversation.Id).OrderBy(g => g.Id).Take(MostSaid)
            .Select(g => new Row(g.PersonId, g.Direction, g.Kind, g.TermId, g.Words, g.HeardOn)).ToListAsync(token);
        var seekers = await Read(db, viewer, today, kin, people, heard, token);
        if (seekers.Count == 0)
        {
            var said = heard.ConvertAll(r => r.ToSaid(kin));
            seekers = [new Seeker(null, conversation.GroupName ?? "Somebody you talked with", null, conversation.NeighbourhoodId, said)];
        }

        GeoPoint? at = null;
        if (conversation.PlaceId is { } place)
        {
            var found = await db.Assets.VisibleTo(viewer).Where(a => a.Id == place).Select(a => new { a.Latitude, a.Longitude }).SingleOrDefaultAsync(token);
            at = GeoPoint.Of(found?.Latitude, found?.Longitude);
        }

        var suits = conversation is { NextStepDoneOn: null, NextStepDroppedOn: null, NextStepDue: { } due } && due >= today ? due : (DateOnly?)null;
        var home = seekers.Select(s => s.Home).FirstOrDefault(h => h is not null) ?? conversation.NeighbourhoodId;
        return await Around(db, seekers, home, at, conversation.PlaceId, suits, await MiddlesOf(db, viewer, finder, token), token);
    }

    /// <exception cref="Domain.Common.NotFoundException">Not a person of the viewer's.</exception>
    public static async Task<Standpoint> OfPerson(IAbcdDbContext db, Viewer viewer, DateOnly today, IPlaceFinder finder, TermKinship kin, PersonId person, CancellationToken token)
    {
        var seekers = await Read(db, viewer, today, kin, [person], [], token);
        return seekers.Count == 0
            ? throw new Domain.Common.NotFoundException("person")
            : await Around(db, seekers, seekers[0].Home, null, null, null, await MiddlesOf(db, viewer, finder, token), token);
    }

    /// <summary>Of people who live here and there, each with one thing that they said: one standpoint for each neighbourhood.</summary>
    public static async Task<IReadOnlyList<Standpoint>> OfNeighbours(IAbcdDbContext db, Viewer viewer, IPlaceFinder finder, IEnumerable<Seeker> seekers, CancellationToken token)
    {
        var middles = await MiddlesOf(db, viewer, finder, token);
        var from = new List<Standpoint>();
        foreach (var neighbours in seekers.GroupBy(s => s.Home))
        {
            from.Add(await Around(db, [.. neighbours], neighbours.Key, null, null, null, middles, token));
        }

        return from;
    }

    private static async Task<IReadOnlyDictionary<NeighbourhoodId, GeoPoint>> MiddlesOf(IAbcdDbContext db, Viewer viewer, IPlaceFinder finder, CancellationToken token) =>
        (await Placing.Load(db, finder, viewer.ProgrammeId, token)).Middles().ToDictionary(m => m.Key, m => new GeoPoint(m.Value.Latitude, m.Value.Longitude));

    private static async Task<Standpoint> Around(IAbcdDbContext db, IReadOnlyList<Seeker> seekers, NeighbourhoodId? home, GeoPoint? at, AssetId? place, DateOnly? suits, IReadOnlyDictionary<NeighbourhoodId, GeoPoint> middles, CancellationToken token)
    {
        at ??= home is { } known && middles.TryGetValue(known, out var middle) ? middle : null;
        var within = new List<NeighbourhoodId>();
        if (home is { } own)
        {
            within.Add(own);
        }

        if (at is { } here)
        {
            within.AddRange(middles.Where(m => m.Key != home && here.MetresTo(m.Value) <= Reach.Metres).OrderBy(m => here.MetresTo(m.Value)).ThenBy(m => m.Key.Value).Select(m => m.Key));
        }

        var names = within.Count == 0
            ? []
            : await db.Neighbourhoods.Where(n => EF.Parameter(within).Contains(n.Id)).Select(n => new { n.Id, n.Name }).ToDictionaryAsync(n => n.Id, n => n.Name, token);
        var brought = seekers.SelectMany(s => s.Said).Where(s => s.Meaning == Meaning.Brings).Select(s => s.Term?.Name).ToList();
        var good = new GoodTimes(suits, brought.Contains("Has free mornings", StringComparer.Ordinal), brought.Contains("Has free evenings", StringComparer.Ordinal));
        return new Standpoint(seekers, home, at, place, good, within, middles, names);
    }

    private static async Task<IReadOnlyList<Seeker>> Read(IAbcdDbContext db, Viewer viewer, DateOnly today, TermKinship kin, List<PersonId> ids, List<Row> heard, CancellationToken token)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var people = await db.People.VisibleTo(viewer, db, today).Where(p => EF.Parameter(ids).Contains(p.Id)).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.FirstName, p.KnownAs, p.LastName, p.Language, p.NeighbourhoodId }).ToListAsync(token);
        var seekers = new List<Seeker>();
        foreach (var person in people)
        {
            var before = await db.Gifts.Where(g => g.PersonId == person.Id).OrderByDescending(g => g.HeardOn).ThenByDescending(g => g.Id).Take(MostSaid)
                .Select(g => new Row(g.PersonId, g.Direction, g.Kind, g.TermId, g.Words, g.HeardOn)).ToListAsync(token);
            // What was heard in this conversation without a name belongs to the first.
            var said = before.Concat(heard.Where(h => h.Person == person.Id || (h.Person is null && seekers.Count == 0))).Distinct().Select(r => r.ToSaid(kin)).ToList();
            seekers.Add(new Seeker(person.Id, Person.NameOf(person.FirstName, person.KnownAs, null), person.Language, person.NeighbourhoodId, said));
        }

        return seekers;
    }

    private sealed record Row(PersonId? Person, GiftDirection Direction, GiftKind Kind, GiftTermId? TermId, string Words, DateOnly HeardOn)
    {
        // A guess at what somebody's words speak of, where nobody chose an entry.
        private const double Guessed = 0.6;

        public Said ToSaid(TermKinship kin)
        {
            var meaning = Said.MeaningOf(Direction, Kind);
            if (kin.Find(TermId) is { } chosen)
            {
                return new Said(meaning, chosen, Words, HeardOn);
            }

            return kin.Guess(Words) is { } guessed ? new Said(meaning, guessed, Words, HeardOn, Guessed) : new Said(meaning, null, Words, HeardOn);
        }
    }
}
