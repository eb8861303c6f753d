using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>The neighbourhoods and workers that somebody may choose from, in a form or a list's filters.</summary>
[Requires(Permission.SeeConversations)]
public sealed record ListPlacesAndWorkers : IRequest<PlacesAndWorkers>;

public sealed record PlacesAndWorkers(IReadOnlyList<NeighbourhoodChoice> Neighbourhoods, IReadOnlyList<WorkerChoice> Workers)
{
    public static readonly PlacesAndWorkers None = new([], []);
}

public sealed record NeighbourhoodChoice(NeighbourhoodId Id, string Name);

public sealed record WorkerChoice(UserId Id, string Name);

internal sealed class ListPlacesAndWorkersHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListPlacesAndWorkers, PlacesAndWorkers>
{
    public async Task<PlacesAndWorkers> Handle(ListPlacesAndWorkers request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (viewer is { IsSystem: false, Role: not (Role.Worker or Role.Coordinator) })
        {
            return PlacesAndWorkers.None;
        }

        var neighbourhoods = db.Neighbourhoods.Where(n => n.ProgrammeId == viewer.ProgrammeId);
        if (viewer.Role == Role.Worker)
        {
            var places = viewer.Neighbourhoods.ToList();
            neighbourhoods = neighbourhoods.Where(n => places.Contains(n.Id));
        }

        var programme = viewer.ProgrammeId;
        return new PlacesAndWorkers(
            await neighbourhoods.OrderBy(n => n.Name).Select(n => new NeighbourhoodChoice(n.Id, n.Name)).ToListAsync(cancellationToken),
            await db.Members
                .Where(m => m.ProgrammeId == programme && (m.Role == Role.Worker || m.Role == Role.Coordinator))
                .OrderBy(m => m.Name)
                .Select(m => new WorkerChoice(m.Id, m.Name))
                .ToListAsync(cancellationToken));
    }
}
