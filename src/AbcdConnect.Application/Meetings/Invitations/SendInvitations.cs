using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;

namespace AbcdConnect.Application.Meetings.Invitations;

/// <summary>Invites everybody on the meeting's list who has not been, by letter and calendar. Says how many letters were written.</summary>
[Requires(Permission.RunMeetings)]
public sealed record SendInvitations(MeetingId Meeting) : IRequest<int>;

internal sealed class SendInvitationsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SendInvitations, int>
{
    // Looked up and written in one turn: pressed twice, nobody is invited twice.
    public Task<int> Handle(SendInvitations request, CancellationToken cancellationToken) => db.AllOrNothing(() => Invite(request, cancellationToken), cancellationToken);

    private async Task<int> Invite(SendInvitations request, CancellationToken cancellationToken)
    {
        var meeting = await db.MeetingWith(current.Required(), request.Meeting, m => m.Attendance, cancellationToken);
        if (meeting.Status != MeetingStatus.Planned || meeting.HeldOn < clock.Today())
        {
            throw new DomainRuleException("This meeting is not to come: nobody can be invited to it.");
        }

        meeting.GoIntoCalendars();
        var letters = await InvitationLetters.Bring(db, meeting, invite: true, clock.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return letters;
    }
}
