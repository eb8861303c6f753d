using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Duplicates;

/// <summary>They were two places after all: what was moved goes back. What was written since stays with the kept entry.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record UndoAssetMerge(AssetMergeId Id) : IRequest<AssetId>;

internal sealed class UndoAssetMergeHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<UndoAssetMerge, AssetId>
{
    public async Task<AssetId> Handle(UndoAssetMerge request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var merge = await db.AssetMerges.SingleOrDefaultAsync(m => m.Id == request.Id && m.ProgrammeId == viewer.ProgrammeId, cancellationToken) ?? throw new NotFoundException("merge");
        var (keptId, mergedId) = (merge.KeptId, merge.MergedId);
        var kept = await db.Assets.Include(a => a.Hours).VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == keptId, cancellationToken) ?? throw new NotFoundException("merge");
        var merged = await db.Assets.Include(a => a.Hours).SingleAsync(a => a.Id == mergedId, cancellationToken);
        merge.Undo(clock.GetUtcNow());
        merged.UndoMerge();
        await MovedAssetRows.FromJson(merge.Moved).PutBack(db, merged, kept, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return merged.Id;
    }
}
