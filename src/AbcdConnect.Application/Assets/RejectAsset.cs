using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>It should not have been on the map: it is seen no more and counts no more as a contact added.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record RejectAsset(AssetId Id) : IRequest;

internal sealed class RejectAssetHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<RejectAsset>
{
    public async Task Handle(RejectAsset request, CancellationToken cancellationToken)
    {
        var asset = await db.Assets.VisibleTo(current.Required()).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("asset");
        asset.Reject(clock.Today());
        await db.SaveChangesAsync(cancellationToken);
    }
}
