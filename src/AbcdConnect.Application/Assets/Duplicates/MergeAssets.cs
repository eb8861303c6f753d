using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Duplicates;

/// <summary>Two entries of one place become one. Both histories are kept under it, and it can be taken back.</summary>
/// <param name="Kept">The entry that stays.</param>
/// <param name="Theirs">The fields whose words are taken from the other one.</param>
[Requires(Permission.ChangeAssets)]
public sealed record MergeAssets(AssetId Kept, long KeptVersion, AssetId Merged, long MergedVersion, IReadOnlyList<AssetField> Theirs) : IRequest<AssetMergeId>;

internal sealed class MergeAssetsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<MergeAssets, AssetMergeId>
{
    public async Task<AssetMergeId> Handle(MergeAssets request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var (keptId, mergedId) = (request.Kept, request.Merged);
        var visible = db.Assets.Include(a => a.Hours).VisibleTo(viewer);
        var kept = await visible.SingleOrDefaultAsync(a => a.Id == keptId, cancellationToken) ?? throw new NotFoundException("asset");
        var merged = await visible.SingleOrDefaultAsync(a => a.Id == mergedId, cancellationToken) ?? throw new NotFoundException("asset");
        kept.MustStillBe(request.KeptVersion);
        merged.MustStillBe(request.MergedVersion);
        var (before, sources) = (kept.Details, kept.Sources);
        merged.MergeInto(kept);
        kept.Change(Chosen(before, merged.Details, request.Theirs), new FieldSource(SourceKind.Merge, clock.Today(), viewer.UserId));
        await AssetLinks.Draw(db, kept, cancellationToken);
        var moved = await MovedAssetRows.Move(db, merged, kept, before, sources, cancellationToken);
        var merge = new AssetMerge { ProgrammeId = viewer.ProgrammeId, KeptId = kept.Id, MergedId = merged.Id, MergedBy = viewer.UserId, MergedAt = clock.GetUtcNow(), Moved = moved.ToJson() };
        db.AssetMerges.Add(merge);
        await db.SaveChangesAsync(cancellationToken);
        return merge.Id;
    }

    private static AssetDetails Chosen(AssetDetails own, AssetDetails other, IReadOnlyList<AssetField> theirs)
    {
        var chosen = AssetFields.Words.Where(w => theirs.Contains(w.Key)).Aggregate(own, (d, w) => w.Value.Set(d, w.Value.Get(other)));
        if (theirs.Contains(AssetField.Kind))
        {
            // A category belongs to a kind.
            chosen = chosen with { Kind = other.Kind, CategoryId = other.CategoryId };
        }

        if (theirs.Contains(AssetField.OpeningTimes))
        {
            chosen = chosen with { Hours = other.Hours };
        }

        // Where it is goes by its point, and by its neighbourhood where it has one.
        return theirs.Contains(AssetField.Point) || (own.Latitude is null && other.Latitude is not null)
            ? chosen with { Latitude = other.Latitude, Longitude = other.Longitude, NeighbourhoodId = other.NeighbourhoodId ?? own.NeighbourhoodId }
            : chosen with { NeighbourhoodId = own.NeighbourhoodId ?? other.NeighbourhoodId };
    }
}
