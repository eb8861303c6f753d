using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>Somebody has checked today that an entry is true.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record ConfirmAsset(AssetId Id) : IRequest;

internal sealed class ConfirmAssetHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ConfirmAsset>
{
    public async Task Handle(ConfirmAsset request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var asset = await db.Assets.VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("asset");
        await asset.ConfirmAndSettle(db, viewer, clock, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
