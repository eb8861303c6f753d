using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>Finds whom and what somebody meant who typed a name where nothing could be suggested: without script, or in haste.</summary>
internal static class NamesTyped
{
    private const int Most = 8;

    public static async Task<NameTyped> Find(IAbcdDbContext db, Viewer viewer, DateOnly today, string name, CancellationToken token)
    {
        var people = db.People.VisibleTo(viewer, db, today);
        var words = Tokens.Split(name).Distinct(StringComparer.Ordinal).Take(4).ToList();
        foreach (var word in words)
        {
            var found = db.RecordsHolding(viewer.ProgrammeId, SearchKind.Person, word);
            people = people.Where(p => found.Contains((long)(object)p.Id));
        }

        var fits = words.Count == 0 ? [] : await Read(db, people, token);
        return new NameTyped(name.Trim(), [.. fits.Select(f => f.Shown)], fits is [var only] && IsExactly(only.Named, words));
    }

    public static async Task<IReadOnlyList<SuggestedPerson>> Chosen(IAbcdDbContext db, Viewer viewer, DateOnly today, IReadOnlyList<PersonId> ids, CancellationToken token)
    {
        var wanted = ids.Distinct().Take(200).ToList();
        var found = await Read(db, db.People.VisibleTo(viewer, db, today).Where(p => EF.Parameter(wanted).Contains(p.Id)), token, 200);
        return [.. found.Select(f => f.Shown).OrderBy(p => wanted.IndexOf(p.Id))];
    }

    public static async Task<IReadOnlyList<NamedAsset>> Assets(IAbcdDbContext db, Viewer viewer, string? name, CancellationToken token)
    {
        var words = Tokens.OfText(name, 6);
        if (words.Count == 0)
        {
            return [];
        }

        var assets = db.Assets.Where(a => a.ProgrammeId == viewer.ProgrammeId && a.RejectedOn == null && a.MergedInto == null);
        foreach (var word in words)
        {
            var found = db.RecordsHolding(viewer.ProgrammeId, SearchKind.Asset, word);
            assets = assets.Where(a => found.Contains((long)(object)a.Id));
        }

        return await assets.OrderBy(a => a.Name).ThenBy(a => a.Id).Take(Most).Select(a => new NamedAsset(a.Id, a.Name)).ToListAsync(token);
    }

    private static bool IsExactly(NamedPerson person, List<string> words)
    {
        bool Is(string? text) => Tokens.Split(text).SequenceEqual(words, StringComparer.Ordinal);
        return Is(person.FirstName) || Is(person.KnownAs) || Is($"{person.FirstName} {person.LastName}") || Is(person.Name);
    }

    private static async Task<List<(NamedPerson Named, SuggestedPerson Shown)>> Read(IAbcdDbContext db, IQueryable<Person> people, CancellationToken token, int most = Most)
    {
        var found = await people
            .OrderBy(p => p.FirstName).ThenBy(p => p.Id)
            .Take(most)
            .Select(p => new { p.Id, p.FirstName, p.KnownAs, p.LastName, Neighbourhood = db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault() })
            .ToListAsync(token);
        return found.ConvertAll(p =>
        {
            NamedPerson named = new(p.Id, p.FirstName, p.KnownAs, p.LastName);
            return (named, new SuggestedPerson(p.Id, named.Name, p.Neighbourhood));
        });
    }
}
