using AbcdConnect.Application.Common;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>Reads the parts of a report that are more than its metrics, such of them as were chosen, as far as they may be told.</summary>
internal sealed class SectionReader(IAbcdDbContext db, FigureBook book, ProgrammeId programme, DisclosurePolicy policy)
{
    private const int MostActivities = 12;

    // A share of fewer records than this says more of each than of all.
    private const int FewestForShare = 10;

    private readonly Publishable publishable = new(policy, book);
    private readonly DateOnly from = book.Period.First.First;
    private readonly DateOnly to = book.Period.Last.Last;

    public async Task<MoreInputs> Read(IReadOnlyList<ChosenSection> chosen, CancellationToken token)
    {
        var layout = chosen.Where(c => c.IsIn).Select(c => new ReportPassage(c.Section, c.Words)).ToList();
        bool In(ReportSection section) => layout.Exists(p => p.Section == section);
        // A month's answers are too few to say much: a month tells of the year so far.
        var since = book.Period.Kind == ReportKind.Month ? book.YearStart.First : from;
        var measures = In(ReportSection.Measures) ? await MeasureFindings.Read(db, programme, null, since, to, token) : null;
        var more = new ReportMore(
            layout,
            [],
            In(ReportSection.People) ? await People(token) : null,
            In(ReportSection.Together) ? await Together(token) : null,
            In(ReportSection.Connections) ? await Ties(token) : null,
            await Quality(token),
            null,
            measures is { Measures.Count: > 0 } ? measures : null);
        return new MoreInputs(more, In(ReportSection.Value) ? await Sums(token) : []);
    }

    private async Task<PeopleReached> People(CancellationToken token)
    {
        // Together, and each once: whom the programme met, told about somewhere, or counted by name at an activity.
        var met = db.Conversations.Where(c => c.ProgrammeId == programme && c.HeldOn >= from && c.HeldOn <= to)
            .Join(db.ConversationPeople, c => c.Id, p => p.ConversationId, (c, p) => new { p.PersonId, c.NeighbourhoodId });
        var told = db.SignpostsGiven(programme, from, to).Where(s => s.PersonId != null)
            .Select(s => new { PersonId = s.PersonId!.Value, s.NeighbourhoodId });
        var came = db.Activities.Where(a => a.ProgrammeId == programme)
            .Join(db.ActivitySessions.Where(s => s.HeldOn >= from && s.HeldOn <= to), a => a.Id, s => s.ActivityId, (a, s) => new { s.Id, a.NeighbourhoodId })
            .Join(db.Attendances, s => s.Id, a => a.SessionId, (s, a) => new { a.PersonId, s.NeighbourhoodId });
        var reached = met.Union(told).Union(came);
        var all = await reached.Select(r => r.PersonId).Distinct().CountAsync(token);
        var byPlace = (await reached.GroupBy(r => r.NeighbourhoodId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(token))
            .ToDictionary(p => p.Key?.Value ?? 0, p => p.Count);
        List<(long Id, string Name, int? Population)> places = [.. book.Neighbourhoods.Select(n => (n.Id.Value, n.Name, n.Population))];
        if (byPlace.ContainsKey(0))
        {
            places.Add((0, "In no neighbourhood", null));
        }

        var (whole, counts) = publishable.Overlapping(all, [.. places.Select(p => (p.Id, byPlace.GetValueOrDefault(p.Id)))]);
        var population = book.Neighbourhoods.Count > 0 && book.Neighbourhoods.All(n => n.Population is > 0) ? book.Neighbourhoods.Sum(n => n.Population) : null;
        return new PeopleReached(
            whole,
            population,
            PerThousand(whole, population),
            [.. places.Select((p, at) => new ReachedPlace(p.Id, p.Name, p.Population, counts[at], PerThousand(counts[at], p.Population)))]);
    }

    private async Task<DoneTogether> Together(CancellationToken token)
    {
        var met = await db.Activities.Where(a => a.ProgrammeId == programme)
            .Join(db.ActivitySessions.Where(s => s.HeldOn >= from && s.HeldOn <= to), a => a.Id, s => s.ActivityId, (a, s) => new { a.Id, a.Name, a.NeighbourhoodId, s.HeadCount })
            .GroupBy(s => new { s.Id, s.Name, s.NeighbourhoodId })
            .Select(g => new { g.Key.Id, g.Key.Name, g.Key.NeighbourhoodId, Sessions = g.Count(), Came = g.Sum(s => s.HeadCount ?? 0), NotCounted = g.Sum(s => s.HeadCount == null ? 1 : 0) })
            .ToListAsync(token);
        // Who led it on the period's last day, not today.
        var ids = met.ConvertAll(m => m.Id);
        var last = to;
        var history = (await db.ActivityStatusChanges.AsNoTracking().Where(h => ids.Contains(h.ActivityId) && h.From <= last).ToListAsync(token)).ToLookup(h => h.ActivityId);
        var names = book.Neighbourhoods.ToDictionary(n => n.Id, n => n.Name);
        var ordered = met.OrderByDescending(m => m.Sessions).ThenByDescending(m => m.Came).ThenBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Id.Value).ToList();
        var shown = ordered.Take(MostActivities).ToList();
        // What is not in the list is a part too, so that nothing is worked out from the total. A quarter's or a year's visits less those of
        // its months would tell a month's that is hidden: these are told for months only.
        var (came, visits) = publishable.Breakdown([.. shown.Select(m => m.Came), ordered.Skip(MostActivities).Sum(m => m.Came)]);
        var byActivity = book.Period.Kind == ReportKind.Month;
        string LedBy(Domain.Activities.ActivityId id) => Led.Of(history[id].MaxBy(h => h.From)?.LedBy ?? Domain.Activities.LedBy.Resident);
        return new DoneTogether(
            met.Count,
            met.Sum(m => m.Sessions),
            came,
            met.Sum(m => m.NotCounted),
            [.. new[] { Led.ByResidents, Led.ByGroups, Led.ByServices }.Select(led => new ReportPlain(led, met.Count(m => LedBy(m.Id) == led)))],
            [.. shown.Select((m, at) => new ReportActivity(
                m.Name, m.NeighbourhoodId?.Value ?? 0, m.NeighbourhoodId is { } place ? names.GetValueOrDefault(place) : null, m.Sessions, byActivity ? visits[at] : null, LedBy(m.Id)))]);
    }

    private async Task<TiesHeld> Ties(CancellationToken token)
    {
        var (programmeId, last) = (programme, to);
        var standing = db.Connections.Where(c => c.ProgrammeId == programmeId && c.BeganOn <= last && (c.EndedOn == null || c.EndedOn > last));
        var kinds = await standing.GroupBy(c => c.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, token);
        var people = await standing.Where(c => c.FromPersonId != null).Select(c => new { Person = c.FromPersonId!.Value, Own = c.Origin == ConnectionOrigin.Introduced ? 0 : 1 })
            .Concat(standing.Where(c => c.ToPersonId != null).Select(c => new { Person = c.ToPersonId!.Value, Own = c.Origin == ConnectionOrigin.Introduced ? 0 : 1 }))
            .GroupBy(p => p.Person).Select(g => new { Own = g.Max(p => p.Own) })
            .GroupBy(p => p.Own).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, token);
        (string Title, ConnectionKind Kind)[] titles =
            [("between people", ConnectionKind.PersonPerson), ("between a person and a place or group", ConnectionKind.PersonAsset), ("between places or groups", ConnectionKind.AssetAsset)];
        var (all, parts) = publishable.Breakdown([.. titles.Select(t => kinds.GetValueOrDefault(t.Kind))]);
        var (tied, held) = publishable.Breakdown([people.GetValueOrDefault(1), people.GetValueOrDefault(0)]);
        return new TiesHeld(all, [.. titles.Select((t, at) => new TieKind(t.Title, parts[at]))], tied, held[0], held[1]);
    }

    private async Task<IReadOnlyList<QualityLine>> Quality(CancellationToken token)
    {
        var (programmeId, first, last) = (programme, from, to);
        var held = await db.Conversations.Where(c => c.ProgrammeId == programmeId && c.HeldOn >= first && c.HeldOn <= last)
            .GroupBy(c => c.NeighbourhoodId != null).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, token);
        var sessions = await db.Activities.Where(a => a.ProgrammeId == programmeId)
            .Join(db.ActivitySessions.Where(s => s.HeldOn >= first && s.HeldOn <= last), a => a.Id, s => s.ActivityId, (a, s) => s.HeadCount)
            .GroupBy(c => c != null).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, token);
        var yearBefore = last.AddYears(-1);
        var entries = await db.Assets.Where(a => a.ProgrammeId == programmeId && a.AddedOn <= last && a.MergedInto == null && a.RejectedOn == null && (a.ClosedOn == null || a.ClosedOn > last))
            .GroupBy(a => a.AddedOn > yearBefore || (a.ConfirmedOn != null && a.ConfirmedOn > yearBefore)).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, token);
        return
        [
            Line("Conversations of which it is known in which neighbourhood they took place", held, "of the period's conversations"),
            Line("Sessions at which somebody counted who came", sessions, "of the period's sessions"),
            Line("Entries of the map that were added or confirmed within a year", entries, "of the entries that are open"),
        ];

        QualityLine Line(string title, Dictionary<bool, int> counts, string of)
        {
            var (good, all) = (counts.GetValueOrDefault(true), counts.Values.Sum());
            return new QualityLine(title, all < FewestForShare ? null : (int)Math.Round(100m * good / all, MidpointRounding.AwayFromZero), of);
        }
    }

    private async Task<IReadOnlyList<SumOfMoney>> Sums(CancellationToken token) =>
        [.. (await db.ValueInputs.AsNoTracking().Where(v => v.ProgrammeId == programme).OrderBy(v => v.From).ThenBy(v => v.Id).ToListAsync(token))
            .Where(v => v.CostOf(book.Period) is not null || (v.Kind == ValueKind.Worth && v.Holds(book.Period)))
            .Select(v => new SumOfMoney(v.Kind, v.Metric, v.CostOf(book.Period) ?? v.Amount, v.Source))];

    private static decimal? PerThousand(PublishedCount count, int? population) =>
        count.Value is { } known && population is > 0 ? Math.Round(1000m * known / population.Value, 1) : null;
}
