using AbcdConnect.Application.Common;
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

    /// <summary>Who was introduced to whom, of those alone who agree today to share with each of the agencies. Never kept with the agenda.</summary>
    public static async Task<IReadOnlyList<string>> Words(IAbcdDbContext db, DraftScope scope, IReadOnlyList<AgencyId> agencies, DateOnly today, CancellationToken token)
    {
        if (agencies.Count == 0)
        {
            return [];
        }

        var (all, ids) = (agencies.Count, agencies.ToList());
        var people = db.People.Where(p => p.AnonymisedOn == null && db.Consents
            .Where(c => c.PersonId == p.Id && c.Use == ConsentUse.ShareWithAgency && c.AgencyId != null && EF.Parameter(ids).Contains(c.AgencyId.Value) && c.GivenOn <= today && c.WithdrawnOn == null && (c.ExpiresOn == null || c.ExpiresOn >= today))
            .Select(c => c.AgencyId).Distinct().Count() == all);
        var waiting = await Introductions(db, scope)
            .Join(people, i => i.PersonId, p => p.Id, (i, p) => new { i.Id, i.On, i.ToPersonId, i.ToAssetId, First = p.KnownAs ?? p.FirstName })
            .Where(i => i.ToPersonId == null || people.Any(p => p.Id == i.ToPersonId))
            .OrderBy(i => i.On).ThenBy(i => i.Id).Take(Named)
            .Select(i => new { i.On, i.First, To = db.People.Where(p => p.Id == i.ToPersonId).Select(p => p.KnownAs ?? p.FirstName).FirstOrDefault() ?? db.Assets.Where(a => a.Id == i.ToAssetId).Select(a => a.Name).FirstOrDefault() })
            .ToListAsync(token);
        return waiting.ConvertAll(w => $"{w.First} to {w.To}, on {DraftScope.Day(w.On)}");
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
        return pairs.Select(p => (One: agencies.OfWorker(p.One), Other: agencies.OfWorker(p.Other), p.Count))
            .Where(p => p is { One: not null, Other: not null } && p.One != p.Other)
            .Select(p => (string.Join(" with ", new[] { p.One!, p.Other! }.Order(StringComparer.Ordinal)), true, p.Count));
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
        return rows.Select(r => (Ours: agencies.OfWorker(r.AddedBy), Theirs: agencies.Called(r.Name) ?? agencies.Called(r.LookedAfterBy), Row: r))
            .Select(r => (r.Ours, Who: r.Theirs ?? (r.Row.IsOrganisation ? r.Row.Name : null), AtTable: r.Theirs is not null, r.Row.Count))
            .Where(r => r.Who is not null && r.Who != r.Ours)
            .Select(r => (r.Who!, r.AtTable, r.Count));
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

        public string? OfWorker(UserId? worker) => worker is { } known ? workers.GetValueOrDefault(known) : null;

        public string? Called(string? words) => words is null ? null : names.GetValueOrDefault(words.Trim());
    }
}
