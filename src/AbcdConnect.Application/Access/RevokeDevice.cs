using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Access;

/// <summary>Signs a phone or computer out for good: its session ends at the next request, and what is sealed there can never be
/// opened. One's own, or, for an administrator, a member's.</summary>
[OpenToAll]
public sealed record RevokeDevice(UserId Of, DeviceId Device) : IRequest;

internal sealed class RevokeDeviceHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<RevokeDevice>
{
    public async Task Handle(RevokeDevice request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (viewer.UserId != request.Of && !await db.Members.VisibleTo(viewer).AnyAsync(m => m.Id == request.Of, cancellationToken))
        {
            throw new NotFoundException("device");
        }

        var device = await db.Devices.SingleOrDefaultAsync(d => d.Id == request.Device && d.UserId == request.Of, cancellationToken) ?? throw new NotFoundException("device");
        device.Revoke(viewer.UserId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
