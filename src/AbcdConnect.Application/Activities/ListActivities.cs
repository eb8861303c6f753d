using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Activities;

/// <summary>What local people do together.</summary>
[Requires(Permission.SeeActivities)]
public sealed record ListActivities(ListRequest List, ActivityStatus? Status = null, LedBy? LedBy = null, NeighbourhoodId? Neighbourhood = null, DayOfWeek? Day = null) : IRequest<Page<ActivityRow>>;

public sealed record ActivityRow(
    ActivityId Id, string Name, ActivityStatus Status, LedBy LedBy, ActivityFrequency Frequency, DayOfWeek? Day, TimeOnly? StartsAt,
    string? Place, string? Neighbourhood, DateOnly? FirstSessionOn, DateOnly? LastSessionOn, int Sessions);

internal sealed class ListActivitiesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListActivities, Page<ActivityRow>>
{
    public async Task<Page<ActivityRow>> Handle(ListActivities request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var activities = db.Activities.VisibleTo(viewer);
        if (request.Status is { } status)
        {
            activities = activities.Where(a => a.Status == status);
        }

        if (request.LedBy is { } leading)
        {
            activities = activities.Where(a => a.LedBy == leading);
        }

        if (request.Neighbourhood is { } neighbourhood)
        {
            activities = activities.Where(a => a.NeighbourhoodId == neighbourhood);
        }

        if (request.Day is { } day)
        {
            activities = activities.Where(a => a.Day == day);
        }

        if (await FoundByWords.In(db, viewer, SearchKind.Activity, request.List.Q, clock.Today(), cancellationToken) is { } found)
        {
            var ids = found.Ids.Select(ActivityId.From).ToList();
            activities = activities.Where(a => EF.Parameter(ids).Contains(a.Id));
        }

        activities = request.List.Sort switch
        {
            "-name" => activities.OrderByDescending(a => a.Name).ThenByDescending(a => a.Id),
            "started" => activities.OrderBy(a => a.FirstSessionOn).ThenBy(a => a.Id),
            "-started" => activities.OrderByDescending(a => a.FirstSessionOn).ThenByDescending(a => a.Id),
            _ => activities.OrderBy(a => a.Name).ThenBy(a => a.Id),
        };
        return await activities
            .Select(a => new ActivityRow(
                a.Id,
                a.Name,
                a.Status,
                a.LedBy,
                a.Frequency,
                a.Day,
                a.StartsAt,
                db.Assets.Where(p => p.Id == a.PlaceId).Select(p => p.Name).FirstOrDefault(),
                db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                a.FirstSessionOn,
                db.ActivitySessions.Where(s => s.ActivityId == a.Id).Max(s => (DateOnly?)s.HeldOn),
                db.ActivitySessions.Count(s => s.ActivityId == a.Id)))
            .PageAsync(request.List, cancellationToken);
    }
}
