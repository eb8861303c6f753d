using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Agenda;

/// <summary>Introductions across agencies of which nobody knows yet what came of them: of two people whose workers are of different agencies, and
/// of somebody to what another agency is, or looks after.</summary>
internal static class DraftedIntroductions
{
    public const string Key = "introductions";

    private const int WaitedDays = 14;
    private const int WaitedMostDays = 120;
    private const int Named = 3;

    public static async Task<IEnumerable<Suggested>> Waiting(IAbcdDbContext db, DraftScope scope, CancellationToken token)
    {
        var agencies = await Agencies.Of(db, scope, token);
        var between = (await Between(db, scope, agencies, token)).Concat(await ToPlaces(db, scope, agencies, token))
            .GroupBy(b => b.Who, StringComparer.Ordinal)
            .Select(g => (Who: g.Key, AtTable: g.Any(b => b.AtTable), Count: g.Sum(b => b.Count)))
            .ToList();
        var all = between.Sum(b => b.Count);
        var told = scope.Policy.Breakdown(between.ConvertAll(b => b.Count));
        if (all < scope.Policy.Fewest || told.Whole.Value is not { } wait)
        {
            return [];
        }

        // Those round this table first: they can answer there and then.
        var named = between.Zip(told.Parts).Where(b => b.Second.Value > 0)
            .OrderByDescending(b => b.First.AtTable).ThenByDescending(b => b.First.Count).ThenBy(b => b.First.Who, StringComparer.Ordinal).Take(Named)
            .Select(b => $"{b.First.Who} ({b.Second})").ToList();
        return
        [
            new(
                Key,
                "Introductions across agencies that wait",
                $"{DraftScope.Number(wait, "introduction across agencies was", "introductions across agencies were")} made two weeks ago or longer, and nobody knows yet what came of {(wait == 1 ? "it" : "them")}{(named.Count == 0 ? "" : $": {DraftScope.List(named)}")}.",
                "/introductions?outcome=Waiting",
                5),
        ];
    }

    /// <summary>Who was introduced to whom across agencies, of those alone who agree today to share with each of the agencies. Never kept with the
    /// agenda. Somebody who stands on the map as an individual was not asked, and is not named.</summary>
    public static async Task<IReadOnlyList<string>> Words(IAbcdDbContext db, DraftScope scope, IReadOnlyList<AgencyId> agencies, DateOnly today, CancellationToken token)
    {
        var sharing = db.People.SharingWithAll(db, agencies, today);
        var rows =
            from i in Introductions(db, scope)
            join one in sharing on i.PersonId equals one.Id
            join person in sharing on i.ToPersonId equals (PersonId?)person.Id into people
            from other in people.DefaultIfEmpty()
            join asset in db.Assets.Where(a => a.Kind != AssetKind.Individual) on i.ToAssetId equals (AssetId?)asset.Id into assets
            from place in assets.DefaultIfEmpty()
            where other != null || place != null
            orderby i.On, i.Id
            select new
            {
                i.On,
                one.AddedBy,
                First = one.KnownAs ?? one.FirstName,
                Other = other == null ? null : other.KnownAs ?? other.FirstName,
                OtherAddedBy = other == null ? null : other.AddedBy,
                Place = place == null ? null : place.Name,
                LookedAfterBy = place == null ? null : place.LookedAfterBy,
                IsOrganisation = place != null && (place.Kind == AssetKind.Institution || place.Kind == AssetKind.Association),
            };
        var table = await Agencies.Of(db, scope, token);
        var words = new List<string>();
        // As far as three have been found, and no farther.
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(token))
        {
            var to = row.Place is { } place ? (table.Beyond(row.AddedBy, place, row.LookedAfterBy, row.IsOrganisation) is null ? null : place)
                : table.Between(row.AddedBy, row.OtherAddedBy) is null ? null : row.Other;
            if (to is not null)
            {
                words.Add($"{row.First} to {to}, on {DraftScope.Day(row.On)}");
            }

            if (words.Count == Named)
            {
                break;
            }
        }

        return words;
    }

    // By (programme, outcome, on): four months of those that wait.
    private static IQueryable<Introduction> Introductions(IAbcdDbContext db, DraftScope scope)
    {
        var (from, to) = (scope.Until.AddDays(-WaitedMostDays), scope.Until.AddDays(-WaitedDays));
        var introductions = db.Introductions.Where(i => i.ProgrammeId == scope.Programme && i.Outcome == IntroductionOutcome.Waiting && i.On >= from && i.On <= to);
        return scope.Place is { } place ? introductions.Where(i => i.NeighbourhoodId == place) : introductions;
    }

    // Two people: the agencies of the workers who met them.
    private static async Task<IEnumerable<(string Who, bool AtTable, int Count)>> Between(IAbcdDbContext db, DraftScope scope, Agencies agencies, CancellationToken token)
    {
        var pairs = await (
            from i in Introductions(db, scope)
            join one in db.People on i.PersonId equals one.Id
            join other in db.People on i.ToPersonId equals (PersonId?)other.Id
            where one.AddedBy != null && other.AddedBy != null && one.AddedBy != other.AddedBy
            group i by new { One = one.AddedBy, Other = other.AddedBy } into g
            select new { g.Key.One, g.Key.Other, Count = g.Count() }).ToListAsync(token);
        return pairs.Select(p => (Who: agencies.Between(p.One, p.Other), p.Count)).Where(p => p.Who is not null).Select(p => (p.Who!, true, p.Count));
    }

    // Somebody and a place: the agency of the worker who met them, and the one that it is, or that looks after it.
    private static async Task<IEnumerable<(string Who, bool AtTable, int Count)>> ToPlaces(IAbcdDbContext db, DraftScope scope, Agencies agencies, CancellationToken token)
    {
        var rows = await (
            from i in Introductions(db, scope)
            join one in db.People on i.PersonId equals one.Id
            join place in db.Assets on i.ToAssetId equals (AssetId?)place.Id
            group i by new { one.AddedBy, place.Name, place.LookedAfterBy, IsOrganisation = place.Kind == AssetKind.Institution || place.Kind == AssetKind.Association } into g
            select new { g.Key.AddedBy, g.Key.Name, g.Key.LookedAfterBy, g.Key.IsOrganisation, Count = g.Count() }).ToListAsync(token);
        return rows.Select(r => (Beyond: agencies.Beyond(r.AddedBy, r.Name, r.LookedAfterBy, r.IsOrganisation), r.Count)).Where(r => r.Beyond is not null).Select(r => (r.Beyond!.Value.Who, r.Beyond.Value.AtTable, r.Count));
    }

    /// <summary>Whose a worker is, and whose somebody is who looks after something: the agencies at the table now.</summary>
    private sealed class Agencies(Dictionary<UserId, string> workers, Dictionary<string, string> names)
    {
        public static async Task<Agencies> Of(IAbcdDbContext db, DraftScope scope, CancellationToken token)
        {
            var programme = scope.Programme;
            var table = await db.Agencies.Where(a => a.ProgrammeId == programme && a.LeftOn == null).Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, token);
            var members = await db.Members.Where(m => m.ProgrammeId == programme && m.AgencyId != null).Select(m => new { m.Id, m.Name, m.Email, m.AgencyId }).ToListAsync(token);
            var practitioners = await db.Practitioners.Where(p => p.LeftOn == null && db.Agencies.Any(a => a.Id == p.AgencyId && a.ProgrammeId == programme && a.LeftOn == null)).Select(p => new { p.Name, p.Email, p.AgencyId }).ToListAsync(token);
            var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var name in table.Values)
            {
                names[name] = name;
            }

            foreach (var (called, agency) in practitioners.SelectMany(p => new[] { ((string?)p.Name, p.AgencyId), (p.Email, p.AgencyId) }).Concat(members.SelectMany(m => new[] { ((string?)m.Name, m.AgencyId!.Value), (m.Email, m.AgencyId!.Value) })))
            {
                if (called is not null && table.TryGetValue(agency, out var name))
                {
                    names.TryAdd(called, name);
                }
            }

            return new Agencies(members.Where(m => table.ContainsKey(m.AgencyId!.Value)).ToDictionary(m => m.Id, m => table[m.AgencyId!.Value]), names);
        }

        /// <summary>The two agencies whose workers met two people; null where they are of one, or nobody knows of which.</summary>
        public string? Between(UserId? one, UserId? other) =>
            OfWorker(one) is { } ours && OfWorker(other) is { } theirs && ours != theirs ? string.Join(" with ", new[] { ours, theirs }.Order(StringComparer.Ordinal)) : null;

        /// <summary>The organisation that a place is, or that looks after it; null where that is the worker's own, or nobody knows of one.</summary>
        public (string Who, bool AtTable)? Beyond(UserId? worker, string place, string? lookedAfterBy, bool isOrganisation)
        {
            var theirs = Called(place) ?? Called(lookedAfterBy);
            return (theirs ?? (isOrganisation ? place : null)) is { } who && who != OfWorker(worker) ? (who, theirs is not null) : null;
        }

        private string? OfWorker(UserId? worker) => worker is { } known ? workers.GetValueOrDefault(known) : null;

        private string? Called(string? words) => words is null ? null : names.GetValueOrDefault(words.Trim());
    }
}
