using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>It is there again, or had not closed after all.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record ReopenAsset(AssetId Id) : IRequest;

internal sealed class ReopenAssetHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ReopenAsset>
{
    public async Task Handle(ReopenAsset request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var asset = await db.Assets.VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("asset");
        asset.Reopen();
        await asset.ConfirmAndSettle(db, viewer, clock, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
