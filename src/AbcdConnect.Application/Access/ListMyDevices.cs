using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Access;

/// <summary>Where somebody has signed in, those seen last first.</summary>
[OpenToAll]
public sealed record ListMyDevices : IRequest<IReadOnlyList<DeviceRow>>;

/// <param name="KeepsWords">Something may be kept there without signal.</param>
public sealed record DeviceRow(DeviceId Id, Guid PublicId, string Name, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, bool KeepsWords);

internal sealed class ListMyDevicesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListMyDevices, IReadOnlyList<DeviceRow>>
{
    public async Task<IReadOnlyList<DeviceRow>> Handle(ListMyDevices request, CancellationToken cancellationToken) =>
        current.Required().UserId is { } me ? await DeviceRows.Of(db, me, cancellationToken) : [];
}

internal static class DeviceRows
{
    private const int Most = 30;

    public static Task<List<DeviceRow>> Of(IAbcdDbContext db, UserId user, CancellationToken token) =>
        db.Devices.Where(d => d.UserId == user && d.RevokedAt == null).OrderByDescending(d => d.LastSeenAt).Take(Most)
            .Select(d => new DeviceRow(d.Id, d.PublicId, d.Name, d.CreatedAt, d.LastSeenAt, d.Secret != null))
            .ToListAsync(token);
}
