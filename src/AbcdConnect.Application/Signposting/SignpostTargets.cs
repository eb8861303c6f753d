using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Signposting;

/// <summary>Looks up what somebody is told about.</summary>
internal static class SignpostTargets
{
    public static async Task<SignpostTarget> Find(IAbcdDbContext db, Viewer viewer, AssetId? asset, ActivityId? activity, CancellationToken token)
    {
        if (asset is { } named)
        {
            var place = await db.FollowMerges(named, token);
            return await db.Assets
                .Where(a => a.Id == place && a.ProgrammeId == viewer.ProgrammeId && a.RejectedOn == null && a.MergedInto == null)
                .Select(a => new SignpostTarget(a.Id, null, a.Name, a.ClosedOn))
                .SingleOrDefaultAsync(token) ?? throw new NotFoundException("asset");
        }

        return await db.Activities
            .Where(a => a.Id == activity && a.ProgrammeId == viewer.ProgrammeId)
            .Select(a => new SignpostTarget(null, a.Id, a.Name, a.EndedOn))
            .SingleOrDefaultAsync(token) ?? throw new NotFoundException("activity");
    }
}
