using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Invitations;
using AbcdConnect.Domain.Meetings;
using MediatR;

namespace AbcdConnect.Application.Meetings;

/// <summary>Takes somebody off a meeting's list who was put there by mistake.</summary>
[Requires(Permission.RunMeetings)]
public sealed record UninvitePractitioner(MeetingId Meeting, PractitionerId Practitioner) : IRequest;

internal sealed class UninvitePractitionerHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<UninvitePractitioner>
{
    public async Task Handle(UninvitePractitioner request, CancellationToken cancellationToken)
    {
        var meeting = await db.MeetingWith(current.Required(), request.Meeting, m => m.Attendance, cancellationToken);
        meeting.Remove(request.Practitioner);
        await InvitationLetters.Bring(db, meeting, invite: false, clock.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
