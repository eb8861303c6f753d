using AbcdConnect.Application.Access;
using AbcdConnect.Application.Activities;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Signposting;

/// <summary>The places and activities whose words begin so, open ones only: for a box that completes what is typed.</summary>
[Requires(Permission.Signpost)]
public sealed record SuggestTargets(string? Q) : IRequest<IReadOnlyList<SuggestedTarget>>;

/// <summary>One of the two is set.</summary>
/// <param name="ClosedOn">The last day it was or will be there, where that is known.</param>
public sealed record SuggestedTarget(AssetId? Asset, ActivityId? Activity, string Name, DateOnly? ClosedOn = null);

internal sealed class SuggestTargetsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SuggestTargets, IReadOnlyList<SuggestedTarget>>
{
    // Some of those found have closed or ended.
    private const int MostLookedAt = 200;

    public async Task<IReadOnlyList<SuggestedTarget>> Handle(SuggestTargets request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = Domain.Common.UkTime.Today(clock);
        var doing = await db.FindAsync(viewer, today, SearchKind.Activity, request.Q, MostLookedAt, cancellationToken);
        var standing = await db.FindAsync(viewer, today, SearchKind.Asset, request.Q, MostLookedAt, cancellationToken);
        var (activityIds, assetIds) = (doing.Ids.Select(ActivityId.From).ToList(), standing.Ids.Select(AssetId.From).ToList());
        var activities = await db.Activities.VisibleTo(viewer)
            .Where(a => EF.Parameter(activityIds).Contains(a.Id) && (a.EndedOn == null || a.EndedOn > today))
            .Select(a => new { a.Id, a.Name, Until = a.EndedOn }).ToListAsync(cancellationToken);
        var assets = await db.Assets.VisibleTo(viewer)
            .Where(a => EF.Parameter(assetIds).Contains(a.Id) && (a.ClosedOn == null || a.ClosedOn > today))
            .Select(a => new { a.Id, a.Name, Until = a.ClosedOn }).ToListAsync(cancellationToken);
        var ongoing = doing.InOrder(activities, a => a.Id.Value, a => a.Name).Take(4).Select(a => new SuggestedTarget(null, a.Id, a.Name, a.Until)).ToList();
        var places = standing.InOrder(assets, a => a.Id.Value, a => a.Name).Take(8 - ongoing.Count).Select(a => new SuggestedTarget(a.Id, null, a.Name, a.Until));
        return [.. ongoing, .. places];
    }
}
