using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using MediatR;

namespace AbcdConnect.Application.Access;

/// <summary>Where a member has signed in, for the administrator who is told that a phone is lost.</summary>
[Requires(Permission.ManageUsers)]
public sealed record ListMembersDevices(UserId Member) : IRequest<IReadOnlyList<DeviceRow>>;

internal sealed class ListMembersDevicesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListMembersDevices, IReadOnlyList<DeviceRow>>
{
    public async Task<IReadOnlyList<DeviceRow>> Handle(ListMembersDevices request, CancellationToken cancellationToken)
    {
        var member = await db.Members.VisibleTo(current.Required()).RequiredAsync(request.Member, cancellationToken);
        return await DeviceRows.Of(db, member.Id, cancellationToken);
    }
}
