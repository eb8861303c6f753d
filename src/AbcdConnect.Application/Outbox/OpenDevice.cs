using System.Security.Cryptography;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outbox;

/// <summary>A phone asks for the secret of which the key to what is kept there is made. Null where nothing may be kept.</summary>
[Requires(Permission.LogConversation)]
public sealed record OpenDevice(DeviceId Device) : IRequest<DeviceOpened?>;

public sealed record DeviceOpened(Guid PublicId, byte[] Secret, int Days)
{
    // A record writes its values when printed; a secret is never printed.
    public override string ToString() => nameof(DeviceOpened);
}

internal sealed class OpenDeviceHandler(IAbcdDbContext db, ICurrentViewer current, OfflineSettings settings, TimeProvider clock) : IRequestHandler<OpenDevice, DeviceOpened?>
{
    public async Task<DeviceOpened?> Handle(OpenDevice request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (settings.Days <= 0 || await db.Programmes.AnyAsync(p => p.Id == viewer.ProgrammeId && p.PhonesKeepNothing, cancellationToken))
        {
            return null;
        }

        var device = await db.Devices.SingleOrDefaultAsync(d => d.Id == request.Device && d.UserId == viewer.UserId, cancellationToken) ?? throw new NotFoundException("device");
        var secret = device.Unseal(RandomNumberGenerator.GetBytes);
        device.Seen(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new DeviceOpened(device.PublicId, secret, settings.Days);
    }
}
