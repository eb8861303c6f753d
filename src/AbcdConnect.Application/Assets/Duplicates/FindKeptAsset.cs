using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;

namespace AbcdConnect.Application.Assets.Duplicates;

/// <summary>Which entry an old address means now: the one it was made one with, or itself.</summary>
[Requires(Permission.SeeAssets)]
public sealed record FindKeptAsset(AssetId Id) : IRequest<AssetId>;

internal sealed class FindKeptAssetHandler(IAbcdDbContext db) : IRequestHandler<FindKeptAsset, AssetId>
{
    public Task<AssetId> Handle(FindKeptAsset request, CancellationToken cancellationToken) => db.FollowMerges(request.Id, cancellationToken);
}
