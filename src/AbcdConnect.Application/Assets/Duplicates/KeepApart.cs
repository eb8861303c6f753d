using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Duplicates;

/// <summary>Two entries that look alike are not the same. Nobody is asked about them again.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record KeepApart(AssetPairId Id) : IRequest;

internal sealed class KeepApartHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<KeepApart>
{
    public async Task Handle(KeepApart request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var pair = await db.AssetPairs.SingleOrDefaultAsync(p => p.Id == request.Id && p.ProgrammeId == viewer.ProgrammeId, cancellationToken) ?? throw new NotFoundException("pair");
        pair.NotTheSame(viewer.UserId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
