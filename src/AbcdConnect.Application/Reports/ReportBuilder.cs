using AbcdConnect.Application.Common;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>Makes the report of a month, a quarter or a year from its compiled figures.</summary>
internal sealed class ReportBuilder(IAbcdDbContext db, TimeProvider clock)
{
    /// <summary>Signposts are asked after for twelve weeks, so the report tells of those given three months before.</summary>
    private const int MonthsToBecome = 3;

    private const int MostStories = 2;

    /// <summary>What the table of neighbourhoods shows; the rest belongs to the whole programme.</summary>
    public static readonly IReadOnlyList<Metric> InTable =
        [Metric.NewConversations, Metric.ContactsAdded, Metric.ActivitiesStarted, Metric.PeopleSignposted, Metric.ConnectionsMade];

    /// <exception cref="NotFoundException">The month lies outside the programme.</exception>
    /// <exception cref="DomainRuleException">The month has not been compiled yet.</exception>
    public async Task<ReportFigures> Build(ProgrammeId id, ReportPeriod period, CancellationToken token)
    {
        var month = period.Last;
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == id, token);
        var today = clock.Today();
        if (month < YearMonth.Containing(programme.StartsOn) || month > YearMonth.Containing(today))
        {
            throw new NotFoundException("report");
        }

        var book = await FigureBook.Read(db, programme, period, today, everyWorker: false, worker: 0, token);
        if (book.CompiledAt is null)
        {
            throw new DomainRuleException($"The figures of {period.ToWords()} have not been compiled yet. Compile them from the jobs page first.");
        }

        var metrics = MetricDefinitions.All.Select(d => OfMetric(book, d)).ToList();
        var vacant = await Vacant(book, token);
        var (rows, unplaced) = Table(book, vacant);
        return new ReportFigures(
            ReportFigures.NewestFormat,
            programme.Name,
            programme.Commissioner,
            month,
            book.YearStart,
            Math.Round(period.Months.Average(book.Promises.Fte), 2),
            ReportWords.Summary(book, metrics, vacant),
            metrics,
            rows,
            unplaced,
            await Became(id, period with { Last = month.AddMonths(-MonthsToBecome) }, token),
            await Stories(id, month, today, token),
            ReportWords.HowToRead(rows.Any(r => r.Counts.Any(c => c.Value is null)), vacant.Count > 0))
        {
            Kind = period.Kind,
        };
    }

    private static ReportMetric OfMetric(FigureBook book, MetricDefinition definition)
    {
        var (month, year) = (book.InPeriod(definition.Metric), book.InYear(definition.Metric));
        return new ReportMetric(
            definition.Name,
            definition.Title,
            definition.Unit,
            definition.Definition,
            new PublishedCount(month.Value),
            Rounded(month.Promised),
            month.Course,
            new PublishedCount(year.Value),
            Rounded(year.PromisedSoFar),
            Rounded(year.Promised),
            year.Course,
            year.Promised is null ? null : Rounded(year.Forecast),
            [.. book.Trend(definition.Metric).Select(t => new ReportTrend(t.Month, t.Value is { } value ? new PublishedCount(value) : null, Rounded(t.Promised)))],
            [.. MetricPart.Of(definition.Metric).Where(p => p != MetricPart.Whole).Select(p => new ReportPart(
                p,
                MetricDefinitions.PartTitle(p),
                new PublishedCount(book.Value(definition.Metric, book.Month, book.Period.Figures, p) ?? 0),
                new PublishedCount(book.Value(definition.Metric, book.Month, MetricPeriod.YearToDate, p) ?? 0)))]);
    }

    private static decimal? Rounded(decimal? amount) => amount is { } known ? Math.Round(known, 1) : null;

    private static (IReadOnlyList<ReportNeighbourhood> Rows, IReadOnlyList<PublishedCount>? Unplaced) Table(FigureBook book, IReadOnlySet<NeighbourhoodId> vacant)
    {
        // What lies in no neighbourhood is a row too: the rows add up, so it takes part in hiding.
        List<long> places = [.. book.Neighbourhoods.Select(n => n.Id.Value), 0];
        var columns = InTable.Select(metric =>
        {
            var column = places.ConvertAll(p => book.Value(metric, MetricScope.Neighbourhood, p, book.Period.Figures));
            return MetricDefinitions.Of(metric).CountsPeople ? SmallNumbers.Hide(column) : [.. column.Select(c => new PublishedCount(c))];
        }).ToList();
        IReadOnlyList<PublishedCount> Row(int at) => [.. columns.Select(c => c[at])];
        var rows = book.Neighbourhoods.Select((n, at) => new ReportNeighbourhood(
            n.Name, Row(at), book.InPeriod(Metric.NewConversations, n.Id).Course, vacant.Contains(n.Id))).ToList();
        var unplaced = Row(places.Count - 1);
        return (rows, unplaced.Any(c => c.Value != 0) ? unplaced : null);
    }

    // A neighbourhood is vacant where it has, or had, paid workers of its own and none of them was employed in the period.
    private async Task<IReadOnlySet<NeighbourhoodId>> Vacant(FigureBook book, CancellationToken token)
    {
        if (book.Staffing.Count == 0)
        {
            return new HashSet<NeighbourhoodId>();
        }

        var workers = await db.Members.AsNoTracking().Where(m => m.ProgrammeId == book.Programme.Id && m.Role == Role.Worker).ToListAsync(token);
        var employed = book.Staffing.Where(s => s.From <= book.Period.Last && (s.To is not { } to || book.Period.First <= to)).Select(s => s.WorkerId).ToHashSet();
        var held = workers.Where(w => employed.Contains(w.Id)).SelectMany(w => w.Neighbourhoods).Select(n => n.NeighbourhoodId).ToHashSet();
        return book.Neighbourhoods.Select(n => n.Id).Where(n => !held.Contains(n)).ToHashSet();
    }

    private async Task<SignpostsBecame?> Became(ProgrammeId id, ReportPeriod given, CancellationToken token)
    {
        var became = await db.SignpostsGiven(id, given.First.First, given.Last.Last)
            .Select(s => new
            {
                Went = s.AttendedOn != null && s.AttendedOn <= s.GivenOn.AddDays(Signpost.SecondFollowUpDays),
                StillGoing = s.StillGoingOn != null,
                DidNotGo = s.DidNotGoOn != null && s.DidNotGoOn <= s.GivenOn.AddDays(Signpost.SecondFollowUpDays),
                s.Reason,
            })
            .GroupBy(s => s)
            .Select(g => new { g.Key.Went, g.Key.StillGoing, g.Key.DidNotGo, g.Key.Reason, Count = g.Count() })
            .ToListAsync(token);
        var all = became.Sum(b => b.Count);
        if (all < SmallNumbers.Threshold)
        {
            return null;
        }

        var went = became.Where(b => b.Went).Sum(b => b.Count);
        var didNot = became.Where(b => !b.Went && b.DidNotGo).ToList();
        var named = didNot.Where(b => b.Reason is not null and not DidNotGoReason.Other).GroupBy(b => b.Reason!.Value)
            .Select(g => (Words: ReportWords.Of(g.Key), Count: g.Sum(b => b.Count)))
            .Where(r => r.Count >= SmallNumbers.Threshold)
            .OrderByDescending(r => r.Count).ThenBy(r => r.Words, StringComparer.Ordinal).ToList();
        // A reason that few gave is told among the others; where these are few as well, so is the smallest that was named.
        var rest = didNot.Sum(b => b.Count) - named.Sum(r => r.Count);
        if (rest is > 0 and < SmallNumbers.Threshold && named.Count > 0)
        {
            rest += named[^1].Count;
            named.RemoveAt(named.Count - 1);
        }

        if (rest >= SmallNumbers.Threshold)
        {
            named.Add(("other reasons", rest));
        }

        return new SignpostsBecame(
            given.Last,
            new PublishedCount(all),
            new PublishedCount(went),
            new PublishedCount(became.Where(b => b.Went && b.StillGoing).Sum(b => b.Count)),
            new PublishedCount(didNot.Sum(b => b.Count)),
            new PublishedCount(all - went - didNot.Sum(b => b.Count)),
            named.ConvertAll(n => new ReportReason(n.Words, new PublishedCount(n.Count))));
    }

    private async Task<IReadOnlyList<ReportStory>> Stories(ProgrammeId id, YearMonth month, DateOnly today, CancellationToken token)
    {
        // The newest told up to the end of the month. Both consents are asked of today: it is today that they are published.
        var last = month.Last;
        var stories = await db.Stories.AsNoTracking()
            .Where(s => s.ProgrammeId == id && s.ToldOn <= last && (s.ConsentUntil == null || s.ConsentUntil >= today) && (s.WithdrawnOn == null || s.WithdrawnOn > today)
                && s.PersonId != null && db.Consents.Any(c => c.PersonId == s.PersonId && c.Use == ConsentUse.UseMyStory
                    && c.GivenOn <= today && (c.ExpiresOn == null || c.ExpiresOn >= today) && (c.WithdrawnOn == null || c.WithdrawnOn > today)))
            .OrderByDescending(s => s.ToldOn).ThenByDescending(s => s.Id)
            .Select(s => new
            {
                Story = s,
                Neighbourhood = db.Neighbourhoods.Where(n => n.Id == s.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
            })
            .Take(MostStories)
            .ToListAsync(token);
        return [.. stories.Where(s => s.Story.MayBeUsedOn(today)).Select(s => new ReportStory(
            s.Story.Title,
            s.Story.Words,
            s.Story.Language,
            s.Neighbourhood is { } place ? $"A resident of {place}, shared with their consent" : "A resident, shared with their consent",
            s.Story.Outcome))];
    }
}
