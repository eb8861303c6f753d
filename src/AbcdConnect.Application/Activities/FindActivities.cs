using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Activities;

/// <summary>Up to ten activities by the beginnings of words, while somebody types. Those that have ended are left out.</summary>
[Requires(Permission.SeeActivities)]
public sealed record FindActivities(string? Q) : IRequest<IReadOnlyList<FoundActivity>>;

public sealed record FoundActivity(ActivityId Id, string Name, string? Place, string? Neighbourhood);

internal sealed class FindActivitiesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<FindActivities, IReadOnlyList<FoundActivity>>
{
    public async Task<IReadOnlyList<FoundActivity>> Handle(FindActivities request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (await FoundByWords.Ids(db, viewer.ProgrammeId, SearchKind.Activity, request.Q, cancellationToken) is not { } found)
        {
            return [];
        }

        var ids = found.ConvertAll(ActivityId.From);
        return await db.Activities.VisibleTo(viewer).Where(a => ids.Contains(a.Id) && a.Status != ActivityStatus.Ended).OrderBy(a => a.Name).ThenBy(a => a.Id).Take(10)
            .Select(a => new FoundActivity(
                a.Id,
                a.Name,
                db.Assets.Where(p => p.Id == a.PlaceId).Select(p => p.Name).FirstOrDefault(),
                db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }
}
