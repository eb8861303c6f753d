using AbcdConnect.Application.Common;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Reports.Preparing;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>Reads what the report of a month, a quarter or a year is made from, and has it made: <see cref="ReportMaker"/>.</summary>
internal sealed class ReportBuilder(IAbcdDbContext db, TimeProvider clock)
{
    /// <summary>Signposts are asked after for twelve weeks, so the report tells of those given three months before.</summary>
    private const int MonthsToBecome = 3;

    // Figures may be compiled while they are read: then they are read again.
    private const int MostReadings = 4;

    // As far back, and on, as counts can be tied to those of this report: a year, the year before it, and what lies around that.
    private const int MonthsTied = 36;

    /// <summary>What the table of neighbourhoods shows; the rest belongs to the whole programme.</summary>
    public static readonly IReadOnlyList<Metric> InTable =
        [Metric.NewConversations, Metric.ContactsAdded, Metric.ActivitiesStarted, Metric.PeopleSignposted, Metric.ConnectionsMade];

    /// <exception cref="NotFoundException">The month lies outside the programme.</exception>
    /// <exception cref="DomainRuleException">The month has not been compiled yet, or is being compiled all the time.</exception>
    public async Task<MadeReport> Build(ProgrammeId id, ReportPeriod period, CancellationToken token)
    {
        for (var reading = 0; reading < MostReadings; reading++)
        {
            var stamp = await Stamp(id, period, token);
            var inputs = await Read(id, period, token);
            var before = await db.PublishedBefore(id, null, token);
            var now = await db.Compiled(id, period.Last.AddMonths(-MonthsTied), period.Last.AddMonths(MonthsTied), token);
            if (stamp == await Stamp(id, period, token))
            {
                return ReportMaker.Make(inputs, before, now: now);
            }
        }

        throw new DomainRuleException($"The figures of {period.ToWords()} are being compiled just now. Wait a minute and try again.");
    }

    private async Task<ReportInputs> Read(ProgrammeId id, ReportPeriod period, CancellationToken token)
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

        var became = period with { Last = month.AddMonths(-MonthsToBecome) };
        return new ReportInputs(
            programme.Name,
            programme.Commissioner,
            programme.DisclosureRule,
            book.Pages.ForReport(),
            MetricDefinitions.All,
            await Vacant(id, book, token),
            became.Last,
            await Became(id, became, token),
            [.. (await ReportStories.Read(db, id, period, today, token)).Select(ReportStories.InReport)])
        {
            Format = ReportFigures.NewestFormat,
            More = await new SectionReader(db, book, id).ReadMore((await db.PreparedReports.AsNoTracking().Of(id, period).SingleOrDefaultAsync(token))?.Sections ?? ReportSections.Usual, token),
        };
    }

    // Which figures there are, in one number: the same before and after means that all were read of one compiling.
    private async Task<(DateTimeOffset?, int)> Stamp(ProgrammeId id, ReportPeriod period, CancellationToken token)
    {
        var first = period.Last.AddMonths(1 - FigureBook.TrendMonths);
        var figures = db.MonthlyMetrics.Where(m => m.ProgrammeId == id && m.Month >= first && m.Month <= period.Last);
        return (await figures.MaxAsync(m => (DateTimeOffset?)m.CompiledAt, token), await figures.SumAsync(m => m.Value, token));
    }

    // A neighbourhood is vacant where it has, or had, paid workers of its own and none of them was employed in the period.
    private async Task<IReadOnlyList<NeighbourhoodId>> Vacant(ProgrammeId id, FigureBook book, CancellationToken token)
    {
        if (book.Staffing.Count == 0)
        {
            return [];
        }

        var workers = await db.Members.AsNoTracking().Where(m => m.ProgrammeId == id && m.Role == Role.Worker).ToListAsync(token);
        var employed = book.Staffing.Where(s => s.From <= book.Period.Last && (s.To is not { } to || book.Period.First <= to)).Select(s => s.WorkerId).ToHashSet();
        var held = workers.Where(w => employed.Contains(w.Id)).SelectMany(w => w.Neighbourhoods).Select(n => n.NeighbourhoodId).ToHashSet();
        return [.. book.Neighbourhoods.Select(n => n.Id).Where(n => !held.Contains(n))];
    }

    private async Task<IReadOnlyList<BecameCount>> Became(ProgrammeId id, ReportPeriod given, CancellationToken token)
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
        return [.. became.Select(b => new BecameCount(b.Went, b.StillGoing, b.DidNotGo, b.Reason, b.Count))
            .OrderBy(b => b.Went).ThenBy(b => b.StillGoing).ThenBy(b => b.DidNotGo).ThenBy(b => b.Reason)];
    }
}
