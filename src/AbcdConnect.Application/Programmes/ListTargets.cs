using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using MediatR;

namespace AbcdConnect.Application.Programmes;

/// <summary>What was promised.</summary>
/// <param name="WithEnded">Also promises that no longer hold.</param>
[Requires(Permission.SeeProgramme)]
public sealed record ListTargets(ListRequest List, Metric? Metric = null, NeighbourhoodId? Neighbourhood = null, bool WithEnded = false) : IRequest<Page<TargetRow>>;

/// <param name="Neighbourhood">Null for the whole programme.</param>
public sealed record TargetRow(TargetId Id, Metric Metric, NeighbourhoodId? NeighbourhoodId, string? Neighbourhood, decimal Amount, TargetPeriod Per, decimal? PerFte, YearMonth From, YearMonth? To, long Version);

internal sealed class ListTargetsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListTargets, Page<TargetRow>>
{
    public Task<Page<TargetRow>> Handle(ListTargets request, CancellationToken cancellationToken)
    {
        var targets = db.Targets.VisibleTo(current.Required());
        if (request.Metric is { } metric)
        {
            targets = targets.Where(t => t.Metric == metric);
        }

        if (request.Neighbourhood is { } neighbourhood)
        {
            targets = targets.Where(t => t.NeighbourhoodId == neighbourhood);
        }

        if (!request.WithEnded)
        {
            // Months are stored as numbers and compared by the same operator here.
            var month = YearMonth.Containing(clock.Today());
            targets = targets.Where(t => t.To == null || t.To >= month);
        }

        targets = request.List.Sort switch
        {
            "from" => targets.OrderBy(t => t.From).ThenBy(t => t.Id),
            "-from" => targets.OrderByDescending(t => t.From).ThenByDescending(t => t.Id),
            "-metric" => targets.OrderByDescending(t => t.Metric).ThenByDescending(t => t.Id),
            _ => targets.OrderBy(t => t.Metric).ThenBy(t => t.NeighbourhoodId).ThenBy(t => t.From).ThenBy(t => t.Id),
        };
        return targets.Rows(db).PageAsync(request.List, cancellationToken);
    }
}

internal static class TargetRows
{
    public static IQueryable<TargetRow> Rows(this IQueryable<Target> targets, IAbcdDbContext db) => targets.Select(t => new TargetRow(
        t.Id,
        t.Metric,
        t.NeighbourhoodId,
        db.Neighbourhoods.Where(n => n.Id == t.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
        t.Amount,
        t.Per,
        t.PerFte,
        t.From,
        t.To,
        t.Version));
}
