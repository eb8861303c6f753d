using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Duplicates;

/// <summary>Two likely duplicates side by side, before they are made one.</summary>
/// <param name="KeepSecond">The second is the one to be kept.</param>
[Requires(Permission.ChangeAssets)]
public sealed record CompareAssets(AssetPairId Id, bool KeepSecond = false) : IRequest<ComparedAssets>;

public sealed record ComparedAssets(AssetPairId Id, int Score, IReadOnlyList<string> Reasons, ComparedAsset Kept, ComparedAsset Merged);

/// <summary>One of the two, with how much is told under it.</summary>
public sealed record ComparedAsset(AssetId Id, long Version, AssetDetails Details, string? Category, string? Neighbourhood, DateOnly AddedOn, DateOnly? ConfirmedOn, string? ImportedFrom, int Signposts, int Activities, int Conversations, int Connections);

internal sealed class CompareAssetsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<CompareAssets, ComparedAssets>
{
    public async Task<ComparedAssets> Handle(CompareAssets request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var pair = await db.AssetPairs.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Id && p.ProgrammeId == viewer.ProgrammeId, cancellationToken) ?? throw new NotFoundException("pair");
        var (kept, merged) = request.KeepSecond ? (pair.SecondId, pair.FirstId) : (pair.FirstId, pair.SecondId);
        return new ComparedAssets(pair.Id, pair.Score, pair.Reasons.Split('\n'), await One(viewer, kept, cancellationToken), await One(viewer, merged, cancellationToken));
    }

    private async Task<ComparedAsset> One(Viewer viewer, AssetId id, CancellationToken token)
    {
        var asset = await db.Assets.AsNoTracking().Include(a => a.Hours).VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == id, token) ?? throw new NotFoundException("pair");
        var about = await db.Assets.Where(a => a.Id == id)
            .Select(a => new
            {
                Category = db.AssetCategories.Where(c => c.Id == a.CategoryId).Select(c => c.Name).FirstOrDefault(),
                Neighbourhood = db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                ImportedFrom = db.ImportBatches.Where(b => b.Id == a.ImportBatchId).Select(b => b.FileName).FirstOrDefault(),
                Signposts = db.Signposts.Count(s => s.AssetId == id),
                Activities = db.Activities.Count(s => s.PlaceId == id),
                Conversations = db.Conversations.Count(s => s.PlaceId == id),
                From = db.Connections.Count(c => c.FromAssetId == id),
                To = db.Connections.Count(c => c.ToAssetId == id),
            })
            .SingleAsync(token);
        return new ComparedAsset(asset.Id, asset.Version, asset.Details, about.Category, about.Neighbourhood, asset.AddedOn, asset.ConfirmedOn, about.ImportedFrom, about.Signposts, about.Activities, about.Conversations, about.From + about.To);
    }
}
