using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>Somebody looked into what was said against an entry, and it is not so, or has been seen to.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record DismissDoubt(AssetDoubtId Id) : IRequest<AssetId>;

internal sealed class DismissDoubtHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<DismissDoubt, AssetId>
{
    public async Task<AssetId> Handle(DismissDoubt request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var id = request.Id;
        var doubt = await db.AssetDoubts.SingleOrDefaultAsync(d => d.Id == id && d.ProgrammeId == viewer.ProgrammeId, cancellationToken) ?? throw new NotFoundException("report");
        var about = doubt.AssetId;
        var asset = await db.Assets.VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == about, cancellationToken) ?? throw new NotFoundException("report");
        doubt.Settle(viewer.UserId, clock.GetUtcNow());
        asset.Doubted(await db.AssetDoubts.Where(d => d.AssetId == about && d.SettledAt == null && d.Id != id).Select(d => d.Kind).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return about;
    }
}
