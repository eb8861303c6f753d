using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using MediatR;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>A guest is out of the room, or back in it.</summary>
[Requires(Permission.RunMeetings)]
public sealed record SayGuestLeft(MeetingId Meeting, GuestId Guest, bool Left = true) : IRequest;

internal sealed class SayGuestLeftHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SayGuestLeft>
{
    public async Task Handle(SayGuestLeft request, CancellationToken cancellationToken)
    {
        var (viewer, now) = (current.Required(), clock.GetUtcNow());
        await db.AllOrNothing(
            async () =>
            {
                var sitting = await db.SittingOf(viewer, request.Meeting, cancellationToken);
                var guest = sitting.Guests.FirstOrDefault(g => g.Id == request.Guest) ?? throw new NotFoundException("guest");
                if (request.Left)
                {
                    guest.Leave(now);
                }
                else
                {
                    guest.Return();
                }

                await db.SaveChangesAsync(cancellationToken);
                return await db.HeardByThoseHere(request.Meeting, clock.Today(), now, cancellationToken);
            },
            cancellationToken);
    }
}
