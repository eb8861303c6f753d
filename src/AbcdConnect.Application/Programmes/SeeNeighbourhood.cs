using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>One neighbourhood, who works there and what was promised for it.</summary>
[Requires(Permission.SeeProgramme)]
public sealed record SeeNeighbourhood(NeighbourhoodId Id) : IRequest<NeighbourhoodView>;

public sealed record NeighbourhoodView(
    NeighbourhoodId Id,
    string Name,
    string Code,
    int? Population,
    string? LsoaCodes,
    string? Boundary,
    long Version,
    IReadOnlyList<string> Workers,
    IReadOnlyList<TargetRow> Targets,
    bool MayChange,
    bool MayImport);

internal sealed class SeeNeighbourhoodHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeNeighbourhood, NeighbourhoodView>
{
    public async Task<NeighbourhoodView> Handle(SeeNeighbourhood request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var found = await db.Neighbourhoods.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(n => n.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("neighbourhood");
        var workers = await db.Members
            .Where(m => m.ProgrammeId == viewer.ProgrammeId && m.Role == Role.Worker && m.LeftOn == null && m.Neighbourhoods.Any(n => n.NeighbourhoodId == request.Id))
            .OrderBy(m => m.Name)
            .Select(m => m.Name)
            .ToListAsync(cancellationToken);
        var targets = await db.Targets.VisibleTo(viewer).Where(t => t.NeighbourhoodId == request.Id)
            .OrderBy(t => t.Metric).ThenByDescending(t => t.From)
            .Select(t => new TargetRow(t.Id, t.Metric, t.NeighbourhoodId, found.Name, t.Amount, t.Per, t.PerFte, t.From, t.To, t.Version))
            .ToListAsync(cancellationToken);
        return new NeighbourhoodView(found.Id, found.Name, found.Code, found.Population, found.LsoaCodes, found.Boundary, found.Version, workers, targets, viewer.May(Permission.ChangeProgramme), viewer.May(Permission.ImportData));
    }
}
