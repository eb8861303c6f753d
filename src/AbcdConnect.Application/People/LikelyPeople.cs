using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Those already known who may be the person being added, likeliest first, each with the reason in words.</summary>
/// <remarks>Asked on behalf of a form that has arrived before, it finds nobody: the one most like them is who that form added.</remarks>
[Requires(Permission.ChangePeople)]
public sealed record LikelyPeople(PersonDetails Details) : ISentOnce<IReadOnlyList<LikelyPerson>>
{
    public const int Most = 5;

    public Guid? SubmissionId { get; set; }

    long? ISentOnce<IReadOnlyList<LikelyPerson>>.NumberOf(IReadOnlyList<LikelyPerson> answer) => null;

    IReadOnlyList<LikelyPerson> ISentOnce<IReadOnlyList<LikelyPerson>>.AnswerFor(long number) => [];
}

/// <param name="Why">The reason, as the page says it: "Same first name, and also in Fernhill".</param>
public sealed record LikelyPerson(PersonId Id, string Name, string? Neighbourhood, DateOnly AddedOn, string Why);

internal sealed class LikelyPeopleHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<LikelyPeople, IReadOnlyList<LikelyPerson>>
{
    private const int MostLookedAt = 300;

    public async Task<IReadOnlyList<LikelyPerson>> Handle(LikelyPeople request, CancellationToken cancellationToken)
    {
        var details = request.Details;
        var viewer = current.Required();
        var wholeName = string.Join(' ', details.FirstName, details.LastName);
        var ids = new HashSet<PersonId>();
        // The whole name first; then the first name, since a person may have been added by that alone; then how they are reached.
        foreach (var typed in new[] { wholeName, details.FirstName, details.KnownAs, details.Phone, details.Email })
        {
            var found = await db.FindAsync(viewer, clock.Today(), SearchKind.Person, typed, MostLookedAt, cancellationToken);
            ids.UnionWith(found.Ids.Select(PersonId.From));
        }

        if (ids.Count == 0 && details.NeighbourhoodId is null)
        {
            return [];
        }

        var visible = db.People.VisibleTo(viewer, db, clock.Today());
        var looked = ids.ToList();
        var candidates = await Read(visible.Where(p => EF.Parameter(looked).Contains(p.Id)), cancellationToken);
        if (details.NeighbourhoodId is { } place)
        {
            // A first name that thousands share: those of the neighbourhood must be among the ones looked at.
            var first = details.FirstName.Trim();
            candidates.AddRange(await Read(visible.Where(p => p.NeighbourhoodId == place && p.FirstName == first).Take(MostLookedAt), cancellationToken));
        }

        return [.. candidates
            .DistinctBy(c => c.Id)
            .Select(c => (Candidate: c, Likeness: Likeness.Of(details, c.Details, c.Neighbourhood)))
            .Where(pair => pair.Likeness.Score >= Likeness.Likely)
            .OrderByDescending(pair => pair.Likeness.Score).ThenBy(pair => pair.Candidate.Id.Value)
            .Take(LikelyPeople.Most)
            .Select(pair => new LikelyPerson(pair.Candidate.Id, Person.NameOf(pair.Candidate.Details.FirstName, pair.Candidate.Details.KnownAs, pair.Candidate.Details.LastName), pair.Candidate.Neighbourhood, pair.Candidate.AddedOn, pair.Likeness.Why))];
    }

    private Task<List<Candidate>> Read(IQueryable<Person> people, CancellationToken token) =>
        people.Select(p => new Candidate(
            p.Id,
            new PersonDetails(p.FirstName, p.LastName, p.KnownAs, p.NeighbourhoodId, null, false, p.Phone, p.Email, null),
            db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
            p.AddedOn)).ToListAsync(token);

    private sealed record Candidate(PersonId Id, PersonDetails Details, string? Neighbourhood, DateOnly AddedOn);
}

/// <summary>How likely two descriptions are of one person, and why. Weighed by hand, so that every reason can be said.</summary>
/// <param name="Score">From 0; <see cref="Likely"/> and more is worth asking about.</param>
internal sealed record Likeness(int Score, string Why)
{
    public const int Likely = 50;

    public static Likeness Of(PersonDetails typed, PersonDetails known, string? neighbourhood)
    {
        var score = 0;
        var reasons = new List<string>();

        void Because(int weight, string reason)
        {
            score += weight;
            reasons.Add(reason);
        }

        switch (Names([typed.FirstName, typed.KnownAs], [known.FirstName, known.KnownAs]))
        {
            case Alike.Same:
                Because(40, Same(typed.FirstName, known.FirstName) ? "same first name" : "called by the same name");
                break;
            case Alike.Nickname:
                Because(32, $"{known.FirstName} and {typed.FirstName} can be the same name");
                break;
            case Alike.Sound:
                Because(26, $"{known.FirstName} sounds like {typed.FirstName}");
                break;
            default:
                break;
        }

        switch (Names([typed.LastName], [known.LastName]))
        {
            case Alike.Same:
                Because(40, "same last name");
                break;
            case Alike.Nickname or Alike.Sound:
                Because(25, $"{known.LastName} sounds like {typed.LastName}");
                break;
            case Alike.No when Words.Tidy(typed.LastName) is not null && Words.Tidy(known.LastName) is not null:
                score -= 40;
                break;
            default:
                break;
        }

        if (score > 0 && typed.NeighbourhoodId is not null && typed.NeighbourhoodId == known.NeighbourhoodId)
        {
            Because(20, neighbourhood is null ? "same neighbourhood" : $"also in {neighbourhood}");
        }

        if (Person.PhoneKey(typed.Phone) is { } phone && phone == Person.PhoneKey(known.Phone))
        {
            Because(60, "same telephone number");
        }

        if (Person.EmailKey(typed.Email) is { } email && email == Person.EmailKey(known.Email))
        {
            Because(60, "same e-mail address");
        }

        return new Likeness(score, Sentence(reasons));
    }

    private static string Sentence(List<string> reasons)
    {
        if (reasons.Count == 0)
        {
            return "";
        }

        var text = reasons.Count == 1 ? reasons[0] : $"{string.Join(", ", reasons.Take(reasons.Count - 1))} and {reasons[^1]}";
        return Words.Capital(text);
    }

    private static bool Same(string? one, string? other) => Tokens.Split(one).SequenceEqual(Tokens.Split(other), StringComparer.Ordinal);

    private static Alike Names(string?[] typed, string?[] known)
    {
        var (one, other) = (typed.SelectMany(Tokens.Split).ToHashSet(StringComparer.Ordinal), known.SelectMany(Tokens.Split).ToHashSet(StringComparer.Ordinal));
        if (one.Overlaps(other))
        {
            return Alike.Same;
        }

        return one.SelectMany(Roots).Intersect(other.SelectMany(Roots), StringComparer.Ordinal).Any() ? Alike.Nickname
            : one.SelectMany(SoundAlike.KeysOf).Intersect(other.SelectMany(SoundAlike.KeysOf), StringComparer.Ordinal).Any() ? Alike.Sound
            : Alike.No;
    }

    private static IReadOnlyList<string> Roots(string word) => Nicknames.KeysOf(word);

    private enum Alike
    {
        No,
        Sound,
        Nickname,
        Same,
    }
}
