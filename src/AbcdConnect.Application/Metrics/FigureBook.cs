using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Metrics;

/// <summary>A month's compiled figures with what was promised: read once, asked many times, by the page and by the report.</summary>
internal sealed class FigureBook
{
    /// <summary>A month and the twelve before it.</summary>
    public const int TrendMonths = 13;

    private readonly Dictionary<FigureKey, int> values;
    private readonly IReadOnlyDictionary<NeighbourhoodId, decimal> shares;
    private readonly DateOnly today;

    private FigureBook(BookPages pages)
    {
        Pages = pages;
        Month = pages.Month;
        Period = new ReportPeriod(pages.Kind, pages.Month);
        today = pages.Today;
        Staffing = [.. pages.Posts.Select(p => p.ToStaffing())];
        Promises = new Promises([.. pages.Targets.Select(t => t.ToTarget())], Staffing, pages.StartsOn);
        values = pages.Values.ToDictionary(v => BookPages.KeyFrom(v.Key), v => v.Value);
        shares = FairShare.Of([.. Neighbourhoods.Select(n => (n.Id, n.Population))]);
        YearStart = ProgrammeYear.StartOf(Month, pages.StartsOn);
    }

    /// <summary>What it was made from.</summary>
    public BookPages Pages { get; }

    public YearMonth Month { get; }

    public YearMonth YearStart { get; }

    /// <summary>What a report of these figures is about: the month, or the quarter or the year that it ends.</summary>
    public ReportPeriod Period { get; }

    public IReadOnlyList<BookPlace> Neighbourhoods => Pages.Places;

    public Promises Promises { get; }

    public IReadOnlyList<Staffing> Staffing { get; }

    /// <summary>When the newest of the month's figures was written; null where the month has not been compiled.</summary>
    public DateTimeOffset? CompiledAt => Pages.CompiledAt;

    /// <param name="everyWorker">With the figures of all workers; else of this one only.</param>
    public static async Task<FigureBook> Read(IAbcdDbContext db, Programme programme, ReportPeriod period, DateOnly today, bool everyWorker, long worker, CancellationToken token)
    {
        var month = period.Last;
        var id = programme.Id;
        var neighbourhoods = await db.Neighbourhoods.AsNoTracking().Where(n => n.ProgrammeId == id).OrderBy(n => n.Name).ToListAsync(token);
        var targets = await db.Targets.AsNoTracking().Where(t => t.ProgrammeId == id).ToListAsync(token);
        var staffing = await db.Staffing.AsNoTracking().Where(s => s.ProgrammeId == id).ToListAsync(token);
        var first = month.AddMonths(1 - TrendMonths);
        var rows = await db.MonthlyMetrics.AsNoTracking()
            .Where(m => m.ProgrammeId == id && m.Month >= first && m.Month <= month && m.Scope == MetricScope.Programme)
            .Select(m => new { Key = new { m.Month, m.Period, m.Scope, m.ScopeId, m.Metric, m.Part }, m.Value, m.CompiledAt })
            .ToListAsync(token);
        rows.AddRange(await db.MonthlyMetrics.AsNoTracking()
            .Where(m => m.ProgrammeId == id && m.Month == month && m.Part == MetricPart.Whole
                && (m.Scope == MetricScope.Neighbourhood || (m.Scope == MetricScope.Worker && (everyWorker || m.ScopeId == worker))))
            .Select(m => new { Key = new { m.Month, m.Period, m.Scope, m.ScopeId, m.Metric, m.Part }, m.Value, m.CompiledAt })
            .ToListAsync(token));
        return Of(new BookPages(
            programme.StartsOn,
            month,
            period.Kind,
            today,
            neighbourhoods.ConvertAll(n => new BookPlace(n.Id, n.Name, n.Population)),
            targets.ConvertAll(BookTarget.Of),
            staffing.ConvertAll(BookPost.Of),
            BookPages.ValuesOf(rows.Select(r => (new FigureKey(r.Key.Month, r.Key.Period, r.Key.Scope, r.Key.ScopeId, r.Key.Metric, r.Key.Part), r.Value))),
            rows.Where(r => r.Key.Month == month && r.Key.Period == period.Figures).Max(r => (DateTimeOffset?)r.CompiledAt)));
    }

    /// <summary>The same book again, from what one was made from.</summary>
    public static FigureBook Of(BookPages pages) => new(pages);

    /// <summary>A programme-wide figure; null where its month was never compiled.</summary>
    public int? Value(Metric metric, YearMonth month, MetricPeriod period = MetricPeriod.Month, string part = MetricPart.Whole) =>
        values.TryGetValue(new FigureKey(month, period, MetricScope.Programme, 0, metric, part), out var value) ? value : null;

    public int Value(Metric metric, MetricScope scope, long id, MetricPeriod period = MetricPeriod.Month) =>
        values.GetValueOrDefault(new FigureKey(Month, period, scope, id, metric, MetricPart.Whole));

    public IEnumerable<long> ScopesWithFigures(MetricScope scope) =>
        values.Where(v => v.Key.Scope == scope && v.Value > 0).Select(v => v.Key.ScopeId).Distinct();

    public Standing InMonth(Metric metric) => Standing.OfMonth(Value(metric, Month) ?? 0, Promises.Of(metric, Month), Month, today);

    public Standing InYear(Metric metric) => Standing.OfYear(
        Value(metric, Month, MetricPeriod.YearToDate) ?? 0, YearStart, Month, m => Promises.Of(metric, m), today);

    public Standing InMonth(Metric metric, NeighbourhoodId neighbourhood) => Standing.OfMonth(
        Value(metric, MetricScope.Neighbourhood, neighbourhood.Value),
        Promises.Of(metric, Month, neighbourhood, shares[neighbourhood]),
        Month,
        today);

    /// <summary>Of the quarter before a quarter, or the year before a year; null for a month, and where the programme was not there for all of that.</summary>
    public int? InPeriodBefore(Metric metric) => Period.Kind == ReportKind.Month || Period.Previous.First < YearMonth.Containing(Pages.StartsOn)
        ? null
        : Value(metric, Period.Previous.Last, Period.Figures);

    public Standing InPeriod(Metric metric) => InPeriod(Value(metric, Month, Period.Figures) ?? 0, m => Promises.Of(metric, m));

    public Standing InPeriod(Metric metric, NeighbourhoodId neighbourhood) => InPeriod(
        Value(metric, MetricScope.Neighbourhood, neighbourhood.Value, Period.Figures),
        m => Promises.Of(metric, m, neighbourhood, shares[neighbourhood]));

    private Standing InPeriod(int value, Func<YearMonth, decimal?> monthly) =>
        Standing.OfPeriod(value, Period.First, Period.Last, monthly, today);

    public Standing InMonthOfWorker(Metric metric, long worker) => Standing.OfMonth(
        Value(metric, MetricScope.Worker, worker), Promises.Of(metric, Month, new Domain.Access.UserId(worker)), Month, today);

    /// <summary>Thirteen months up to this one; a month before the programme began, or not compiled, has no figure.</summary>
    public IReadOnlyList<TrendPoint> Trend(Metric metric) =>
        [.. Month.AddMonths(1 - TrendMonths).Through(Month).Select(m => new TrendPoint(m, Value(metric, m), Promises.Of(metric, m)))];
}

/// <param name="Value">Null before the programme began, and where the month was never compiled.</param>
public sealed record TrendPoint(YearMonth Month, int? Value, decimal? Promised);
