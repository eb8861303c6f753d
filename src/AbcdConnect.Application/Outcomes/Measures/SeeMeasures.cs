using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>What the measures say, as it could be published.</summary>
/// <param name="From">Null: the programme's first day.</param>
/// <param name="To">Null: today.</param>
[Requires(Permission.SeeFigures)]
public sealed record SeeMeasures(DateOnly? From = null, DateOnly? To = null, NeighbourhoodId? Place = null) : IRequest<SeenMeasures>;

public sealed record SeenMeasures(MeasureFindings Findings, IReadOnlyList<(NeighbourhoodId Id, string Name)> Places);

internal sealed class SeeMeasuresValidator : AbstractValidator<SeeMeasures>
{
    public SeeMeasuresValidator() => RuleFor(r => r.To).Must((r, to) => to is null || r.From is null || to >= r.From).WithMessage("The last day is before the first");
}

internal sealed class SeeMeasuresHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeMeasures, SeenMeasures>
{
    public async Task<SeenMeasures> Handle(SeeMeasures request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var places = await db.Neighbourhoods.AsNoTracking().Where(n => n.ProgrammeId == programme).OrderBy(n => n.Name).Select(n => new { n.Id, n.Name }).ToListAsync(cancellationToken);
        if (request.Place is { } place && !places.Exists(p => p.Id == place))
        {
            throw new NotFoundException("neighbourhood");
        }

        var from = request.From ?? await db.Programmes.Where(p => p.Id == programme).Select(p => p.StartsOn).SingleAsync(cancellationToken);
        var findings = await MeasureFindings.Read(db, programme, request.Place, from, request.To ?? clock.Today(), cancellationToken);
        return new SeenMeasures(findings, places.ConvertAll(p => (p.Id, p.Name)));
    }
}
