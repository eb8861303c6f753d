using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Activities;

/// <summary>Up to ten activities by the beginnings of words, while somebody types. Those that have ended are left out.</summary>
[Requires(Permission.SeeActivities)]
public sealed record FindActivities(string? Q) : IRequest<IReadOnlyList<FoundActivity>>;

public sealed record FoundActivity(ActivityId Id, string Name, string? Place, string? Neighbourhood);

internal sealed class FindActivitiesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<FindActivities, IReadOnlyList<FoundActivity>>
{
    // Some of those found have closed or ended.
    private const int MostLookedAt = 200;

    public async Task<IReadOnlyList<FoundActivity>> Handle(FindActivities request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (await FoundByWords.In(db, viewer, SearchKind.Activity, request.Q, clock.Today(), cancellationToken, MostLookedAt) is not { } found)
        {
            return [];
        }

        var ids = found.Ids.Select(ActivityId.From).ToList();
        var rows = await db.Activities.VisibleTo(viewer).Where(a => EF.Parameter(ids).Contains(a.Id) && a.Status != ActivityStatus.Ended)
            .Select(a => new FoundActivity(
                a.Id,
                a.Name,
                db.Assets.Where(p => p.Id == a.PlaceId).Select(p => p.Name).FirstOrDefault(),
                db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return [.. found.InOrder(rows, r => r.Id.Value, r => r.Name).Take(10)];
    }
}
