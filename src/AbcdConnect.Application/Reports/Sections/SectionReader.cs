using AbcdConnect.Application.Common;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>Reads the parts of a report that are more than its metrics, such of them as were chosen: what they say, and beside it what they
/// count of people, of which nothing is told before all counts of the report are protected together.</summary>
internal sealed class SectionReader(IAbcdDbContext db, FigureBook book, ProgrammeId programme)
{
    private const int MostActivities = 12;

    // A share of fewer records than this says more of each than of all.
    private const int FewestForShare = 10;

    private readonly DateOnly from = book.Period.First.First;
    private readonly DateOnly to = book.Period.Last.Last;

    private sealed record Read(ReportMore More, ReachedCount? People, VisitCount? Visits, TieCount? Ties);

    public async Task<MoreInputs> ReadMore(IReadOnlyList<ChosenSection> chosen, CancellationToken token)
    {
        var layout = chosen.Where(c => c.IsIn).Select(c => new ReportPassage(c.Section, c.Words)).ToList();
        bool In(ReportSection section) => layout.Exists(p => p.Section == section);
        var read = new Read(new ReportMore(layout, [], Quality: await Quality(token)), null, null, null);
        read = In(ReportSection.People) ? await People(read, token) : read;
        read = In(ReportSection.Together) ? await Together(read, token) : read;
        read = In(ReportSection.Connections) ? read with { More = read.More with { Ties = Titles }, Ties = await Ties(to, token) } : read;
        var measures = In(ReportSection.Measures) ? await Measures(token) : null;
        return new MoreInputs(read.More, In(ReportSection.Value) ? await Sums(token) : [])
        {
            Counts = new MoreCounts(read.People, read.Visits, read.Ties, measures, await Before(In, token)),
        };
    }

    // A month's answers are too few to say much, and a stretch that grows each month by few would tell what these few said: so a month tells of
    // the quarter that ended last, as the quarter's own report does.
    private async Task<MeasuresCount?> Measures(CancellationToken token)
    {
        var until = book.Period.Kind != ReportKind.Month || CalendarQuarter.EndsWith(book.Month) ? book.Month : CalendarQuarter.StartOf(book.Month).Previous;
        var since = book.Period.Kind == ReportKind.Year ? book.Period.First : until.AddMonths(-2);
        return until < YearMonth.Containing(book.Pages.StartsOn)
            ? null
            : new MeasuresCount(since, until, (await AskedBook.Read(db, programme, until.Last, token)).Counts(since.First, until.Last));
    }

    // Together, and each once: whom the programme met, told about somewhere, or counted by name at an activity.
    private IQueryable<ReachedOnce> ReachedBetween(DateOnly first, DateOnly last)
    {
        var met = db.Conversations.Where(c => c.ProgrammeId == programme && c.HeldOn >= first && c.HeldOn <= last)
            .Join(db.ConversationPeople, c => c.Id, p => p.ConversationId, (c, p) => new ReachedOnce { PersonId = p.PersonId, NeighbourhoodId = c.NeighbourhoodId });
        var told = db.SignpostsGiven(programme, first, last).Where(s => s.PersonId != null)
            .Select(s => new ReachedOnce { PersonId = s.PersonId!.Value, NeighbourhoodId = s.NeighbourhoodId });
        var came = db.Activities.Where(a => a.ProgrammeId == programme)
            .Join(db.ActivitySessions.Where(s => s.HeldOn >= first && s.HeldOn <= last), a => a.Id, s => s.ActivityId, (a, s) => new { s.Id, a.NeighbourhoodId })
            .Join(db.Attendances, s => s.Id, a => a.SessionId, (s, a) => new ReachedOnce { PersonId = a.PersonId, NeighbourhoodId = s.NeighbourhoodId });
        return met.Union(told).Union(came);
    }

    private async Task<Read> People(Read read, CancellationToken token)
    {
        var reached = ReachedBetween(from, to);
        var all = await reached.Select(r => r.PersonId).Distinct().CountAsync(token);
        var byPlace = (await reached.GroupBy(r => r.NeighbourhoodId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(token))
            .ToDictionary(p => p.Key?.Value ?? 0, p => p.Count);
        List<(long Id, string Name, int? Population)> places = [.. book.Neighbourhoods.Select(n => (n.Id.Value, n.Name, n.Population)), (0, "In no neighbourhood", null)];
        var population = book.Neighbourhoods.Count > 0 && book.Neighbourhoods.All(n => n.Population is > 0) ? book.Neighbourhoods.Sum(n => n.Population) : null;
        return read with
        {
            More = read.More with { People = new PeopleReached(PublishedCount.Hidden, population, null, [.. places.Select(p => new ReachedPlace(p.Id, p.Name, p.Population, PublishedCount.Hidden, null))]) },
            People = new ReachedCount(all, [.. places.Select(p => new PlaceCount(p.Id, byPlace.GetValueOrDefault(p.Id)))]),
        };
    }

    private async Task<Read> Together(Read read, CancellationToken token)
    {
        var met = await SessionsBetween(from, to)
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
        string LedBy(ActivityId id) => Led.Of(history[id].MaxBy(h => h.From)?.LedBy ?? Domain.Activities.LedBy.Resident);
        var together = new DoneTogether(
            met.Count,
            met.Sum(m => m.Sessions),
            PublishedCount.Hidden,
            met.Sum(m => m.NotCounted),
            [.. new[] { Led.ByResidents, Led.ByGroups, Led.ByServices }.Select(led => new ReportPlain(led, met.Count(m => LedBy(m.Id) == led)))],
            [.. shown.Select(m => new ReportActivity(m.Name, m.NeighbourhoodId?.Value ?? 0, m.NeighbourhoodId is { } place ? names.GetValueOrDefault(place) : null, m.Sessions, null, LedBy(m.Id)))]);
        return read with
        {
            More = read.More with { Together = together },
            Visits = new VisitCount([.. shown.Select(m => new ActivityCount(m.Id.Value, m.Came))], ordered.Skip(MostActivities).Sum(m => m.Came)),
        };
    }

    private IQueryable<SessionHeld> SessionsBetween(DateOnly first, DateOnly last) => db.Activities.Where(a => a.ProgrammeId == programme)
        .Join(db.ActivitySessions.Where(s => s.HeldOn >= first && s.HeldOn <= last), a => a.Id, s => s.ActivityId, (a, s) => new SessionHeld { Id = a.Id, Name = a.Name, NeighbourhoodId = a.NeighbourhoodId, HeadCount = s.HeadCount });

    private async Task<TieCount> Ties(DateOnly last, CancellationToken token)
    {
        var programmeId = programme;
        var standing = db.Connections.Where(c => c.ProgrammeId == programmeId && c.BeganOn <= last && (c.EndedOn == null || c.EndedOn > last));
        var kinds = await standing.GroupBy(c => c.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, token);
        var people = await standing.Where(c => c.FromPersonId != null).Select(c => new { Person = c.FromPersonId!.Value, Own = c.Origin == ConnectionOrigin.Introduced ? 0 : 1 })
            .Concat(standing.Where(c => c.ToPersonId != null).Select(c => new { Person = c.ToPersonId!.Value, Own = c.Origin == ConnectionOrigin.Introduced ? 0 : 1 }))
            .GroupBy(p => p.Person).Select(g => new { Own = g.Max(p => p.Own) })
            .GroupBy(p => p.Own).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, token);
        return new TieCount(
            kinds.GetValueOrDefault(ConnectionKind.PersonPerson),
            kinds.GetValueOrDefault(ConnectionKind.PersonAsset),
            kinds.GetValueOrDefault(ConnectionKind.AssetAsset),
            people.GetValueOrDefault(1),
            people.GetValueOrDefault(0));
    }

    private static TiesHeld Titles => new(
        PublishedCount.Hidden,
        [new("between people", PublishedCount.Hidden), new("between a person and a place or group", PublishedCount.Hidden), new("between places or groups", PublishedCount.Hidden)],
        PublishedCount.Hidden,
        PublishedCount.Hidden,
        PublishedCount.Hidden);

    private async Task<BeforeCount?> Before(Func<ReportSection, bool> isIn, CancellationToken token)
    {
        var before = book.Period.Previous;
        if (book.Period.Kind == ReportKind.Month || before.First < YearMonth.Containing(book.Pages.StartsOn))
        {
            return null;
        }

        var (first, last) = (before.First.First, before.Last.Last);
        int? reached = isIn(ReportSection.People) ? await ReachedBetween(first, last).Select(r => r.PersonId).Distinct().CountAsync(token) : null;
        var ties = isIn(ReportSection.Connections) ? await Ties(last, token) : null;
        if (!isIn(ReportSection.Together))
        {
            return new BeforeCount(reached, null, null, null, ties);
        }

        var held = await SessionsBetween(first, last).GroupBy(s => s.Id).Select(g => new { Sessions = g.Count(), Came = g.Sum(s => s.HeadCount ?? 0) }).ToListAsync(token);
        return new BeforeCount(reached, held.Sum(h => h.Came), held.Count, held.Sum(h => h.Sessions), ties);
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

    /// <summary>Somebody, and where they were met.</summary>
    private sealed class ReachedOnce
    {
        public PersonId PersonId { get; init; }

        public NeighbourhoodId? NeighbourhoodId { get; init; }
    }

    private sealed class SessionHeld
    {
        public ActivityId Id { get; init; }

        public string Name { get; init; } = "";

        public NeighbourhoodId? NeighbourhoodId { get; init; }

        public int? HeadCount { get; init; }
    }
}
