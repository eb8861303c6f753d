using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>Whether the viewer belongs to the meeting, which was not cancelled. Refused otherwise.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record MayBeInRoom(MeetingId Meeting) : IRequest;

internal sealed class MayBeInRoomHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<MayBeInRoom>
{
    public async Task Handle(MayBeInRoom request, CancellationToken cancellationToken)
    {
        if (!await db.Meetings.VisibleTo(current.Required(), db).AnyAsync(m => m.Id == request.Meeting && m.Status != MeetingStatus.Cancelled, cancellationToken))
        {
            throw new NotFoundException("meeting");
        }
    }
}
