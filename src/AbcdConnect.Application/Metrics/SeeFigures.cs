using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Metrics;

/// <summary>A month's figures against what was promised: a worker's own and the programme's, a coordinator's all.</summary>
/// <param name="Month">Null: this month where it has conversations, else the last one that ended.</param>
[Requires(Permission.SeeFigures)]
public sealed record SeeFigures(YearMonth? Month) : IRequest<MonthFigures>;

/// <param name="CompiledAt">When the newest figure was written; null where the month has not been compiled.</param>
/// <param name="ChangedSince">Something was entered for this month since.</param>
/// <param name="Fte">Full-time workers in the month.</param>
/// <param name="Unplaced">What lies in no neighbourhood; null where there is nothing such.</param>
public sealed record MonthFigures(
    YearMonth Month,
    YearMonth First,
    YearMonth ThisMonth,
    DateTimeOffset? CompiledAt,
    bool ChangedSince,
    decimal Fte,
    IReadOnlyList<MetricFigures> Metrics,
    IReadOnlyList<ScopeFigures> Neighbourhoods,
    ScopeFigures? Unplaced,
    IReadOnlyList<ScopeFigures> Workers);

public sealed record MetricFigures(
    MetricDefinition Definition,
    Standing Month,
    Standing Year,
    IReadOnlyList<TrendPoint> Trend,
    IReadOnlyList<PartFigure> Parts);

public sealed record PartFigure(string Part, string Title, int Month, int Year);

/// <param name="Values">The month's figures, in the order of <see cref="MetricDefinitions.All"/>.</param>
/// <param name="Conversations">How new conversations stand to this one's share of the promise.</param>
public sealed record ScopeFigures(long Id, string Name, IReadOnlyList<int> Values, Standing Conversations);

internal sealed class SeeFiguresHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeFigures, MonthFigures>
{
    public async Task<MonthFigures> Handle(SeeFigures request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == viewer.ProgrammeId, cancellationToken);
        var today = clock.Today();
        var (first, last) = (YearMonth.Containing(programme.StartsOn), YearMonth.Containing(today));
        var month = request.Month ?? await Newest(viewer, first, last, cancellationToken);
        if (month < first || month > last)
        {
            throw new NotFoundException("month of figures");
        }

        var everyWorker = viewer.IsSystem || viewer.Role == Role.Coordinator;
        var me = viewer.UserId?.Value ?? 0;
        var book = await FigureBook.Read(db, programme, month, today, everyWorker, me, cancellationToken);
        var changed = await db.ChangedMonths.AnyAsync(c => c.ProgrammeId == programme.Id && c.Month == month, cancellationToken);
        var members = await db.Members.AsNoTracking().IgnoreAutoIncludes().Where(m => m.ProgrammeId == programme.Id)
            .Select(m => new { m.Id, m.Name }).ToListAsync(cancellationToken);
        var counted = everyWorker
            ? book.ScopesWithFigures(MetricScope.Worker).Concat(book.Staffing.Where(s => s.From <= month && (s.To is not { } to || to >= month)).Select(s => s.WorkerId.Value)).ToHashSet()
            : [me];
        var unplaced = Scope(book, MetricScope.Neighbourhood, 0, "In no neighbourhood", new Standing(0, null, null, 0, 1));
        return new MonthFigures(
            month,
            first,
            last,
            book.CompiledAt,
            changed,
            book.Promises.Fte(month),
            [.. MetricDefinitions.All.Select(d => OfMetric(book, d))],
            [.. book.Neighbourhoods.Select(n => Scope(book, MetricScope.Neighbourhood, n.Id.Value, n.Name, book.InMonth(Metric.NewConversations, n.Id)))],
            unplaced.Values.Any(v => v > 0) ? unplaced : null,
            [.. members.Where(m => counted.Contains(m.Id.Value)).OrderBy(m => m.Name, StringComparer.Ordinal)
                .Select(m => Scope(book, MetricScope.Worker, m.Id.Value, m.Name, book.InMonthOfWorker(Metric.NewConversations, m.Id.Value)))]);
    }

    private static MetricFigures OfMetric(FigureBook book, MetricDefinition definition)
    {
        var metric = definition.Metric;
        return new MetricFigures(
            definition,
            book.InMonth(metric),
            book.InYear(metric),
            book.Trend(metric),
            [.. MetricPart.Of(metric).Where(p => p != MetricPart.Whole).Select(p => new PartFigure(
                p,
                MetricDefinitions.PartTitle(p),
                book.Value(metric, book.Month, MetricPeriod.Month, p) ?? 0,
                book.Value(metric, book.Month, MetricPeriod.YearToDate, p) ?? 0))]);
    }

    private static ScopeFigures Scope(FigureBook book, MetricScope scope, long id, string name, Standing conversations) =>
        new(id, name, [.. MetricDefinitions.All.Select(d => book.Value(d.Metric, scope, id))], conversations);

    private async Task<YearMonth> Newest(Viewer viewer, YearMonth first, YearMonth last, CancellationToken token)
    {
        var begun = last == first || await db.MonthlyMetrics.AnyAsync(
            m => m.ProgrammeId == viewer.ProgrammeId && m.Month == last && m.Period == MetricPeriod.Month && m.Scope == MetricScope.Programme && m.Metric == Metric.NewConversations && m.Value > 0, token);
        return begun ? last : last.Previous;
    }
}
