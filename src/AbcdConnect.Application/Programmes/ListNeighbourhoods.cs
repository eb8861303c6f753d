using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;

namespace AbcdConnect.Application.Programmes;

/// <summary>The programme's neighbourhoods, with their boundaries to draw.</summary>
[Requires(Permission.SeeProgramme)]
public sealed record ListNeighbourhoods(ListRequest List) : IRequest<Page<NeighbourhoodRow>>;

/// <param name="Boundary">GeoJSON geometry, or null.</param>
public sealed record NeighbourhoodRow(NeighbourhoodId Id, string Name, string Code, int? Population, string? LsoaCodes, string? Boundary);

internal sealed class ListNeighbourhoodsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListNeighbourhoods, Page<NeighbourhoodRow>>
{
    public Task<Page<NeighbourhoodRow>> Handle(ListNeighbourhoods request, CancellationToken cancellationToken)
    {
        var neighbourhoods = db.Neighbourhoods.VisibleTo(current.Required());

        // A programme's neighbourhoods are tens, never thousands: their names are looked through.
        if (Domain.Common.Words.Tidy(request.List.Q) is { } q)
        {
            neighbourhoods = neighbourhoods.Where(n => n.Name.Contains(q) || n.Code == q);
        }

        neighbourhoods = request.List.Sort switch
        {
            "-name" => neighbourhoods.OrderByDescending(n => n.Name).ThenByDescending(n => n.Id),
            "code" => neighbourhoods.OrderBy(n => n.Code),
            "-code" => neighbourhoods.OrderByDescending(n => n.Code),
            "population" => neighbourhoods.OrderBy(n => n.Population).ThenBy(n => n.Id),
            "-population" => neighbourhoods.OrderByDescending(n => n.Population).ThenByDescending(n => n.Id),
            _ => neighbourhoods.OrderBy(n => n.Name).ThenBy(n => n.Id),
        };
        return neighbourhoods
            .Select(n => new NeighbourhoodRow(n.Id, n.Name, n.Code, n.Population, n.LsoaCodes, n.Boundary))
            .PageAsync(request.List, cancellationToken);
    }
}
