using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>Begins an item of the agenda, or ends the meeting where there is none to go on with.</summary>
/// <param name="From">The item that was on the screen; null: none was begun, or it was over.</param>
[Requires(Permission.RunMeetings)]
public sealed record MoveOn(MeetingId Meeting, AgendaItemId? From, AgendaItemId? To) : IRequest;

internal sealed class MoveOnHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<MoveOn>
{
    public async Task Handle(MoveOn request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (request.To is { } item)
        {
            await db.MustBeOn(viewer, request.Meeting, item, cancellationToken);
        }

        // Looked up in its turn: two who begin at the same moment begin one meeting.
        await db.AllOrNothing(
            async () =>
            {
                var sitting = await db.SittingOf(viewer, request.Meeting, cancellationToken);
                sitting.MoveOn(request.From, request.To, clock.GetUtcNow());
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
