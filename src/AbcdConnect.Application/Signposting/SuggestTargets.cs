using AbcdConnect.Application.Access;
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
    public async Task<IReadOnlyList<SuggestedTarget>> Handle(SuggestTargets request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = Domain.Common.UkTime.Today(clock);
        var words = Tokens.OfText(request.Q, 6);
        if (words.Count == 0)
        {
            return [];
        }

        var assets = db.Assets.Where(a => a.ProgrammeId == viewer.ProgrammeId && a.RejectedOn == null && a.MergedInto == null && (a.ClosedOn == null || a.ClosedOn > today));
        var activities = db.Activities.Where(a => a.ProgrammeId == viewer.ProgrammeId && (a.EndedOn == null || a.EndedOn > today));
        foreach (var word in words)
        {
            var after = Tokens.AfterPrefix(word);
            var found = db.SearchTokens.Where(t => string.Compare(t.Token, word) >= 0 && string.Compare(t.Token, after) < 0);
            assets = assets.Where(a => found.Where(t => t.Kind == SearchKind.Asset).Select(t => t.RecordId).Contains((long)(object)a.Id));
            activities = activities.Where(a => found.Where(t => t.Kind == SearchKind.Activity).Select(t => t.RecordId).Contains((long)(object)a.Id));
        }

        var ongoing = await activities.OrderBy(a => a.Name).ThenBy(a => a.Id).Take(4).Select(a => new SuggestedTarget(null, a.Id, a.Name, a.EndedOn)).ToListAsync(cancellationToken);
        var places = await assets.OrderBy(a => a.Name).ThenBy(a => a.Id).Take(8 - ongoing.Count).Select(a => new SuggestedTarget(a.Id, null, a.Name, a.ClosedOn)).ToListAsync(cancellationToken);
        return [.. ongoing, .. places];
    }
}
