using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

public enum Presence
{
    /// <summary>In the room now.</summary>
    Here,

    /// <summary>Came, and is out of the room.</summary>
    SteppedOut,
    Apologies,
    NoWord,
}

/// <summary>One tick while the meeting runs. Somebody who is not on the list comes onto it.</summary>
[Requires(Permission.RunMeetings)]
public sealed record SayWhoIsHere(MeetingId Meeting, PractitionerId Practitioner, Presence As) : IRequest;

internal sealed class SayWhoIsHereValidator : AbstractValidator<SayWhoIsHere>
{
    public SayWhoIsHereValidator() => RuleFor(r => r.As).IsInEnum().WithMessage("Choose whether they are here");
}

internal sealed class SayWhoIsHereHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SayWhoIsHere>
{
    public async Task Handle(SayWhoIsHere request, CancellationToken cancellationToken)
    {
        // Looked up in its turn: two who tick side by side both count.
        await db.AllOrNothing(() => Tick(request, current.Required(), clock.GetUtcNow(), cancellationToken), cancellationToken);
    }

    private async Task<int> Tick(SayWhoIsHere request, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var meeting = await db.MeetingWith(viewer, request.Meeting, m => m.Attendance, cancellationToken);
        var agency = meeting.Attendance.FirstOrDefault(a => a.PractitionerId == request.Practitioner)?.AgencyId
            ?? await db.Practitioners.VisibleTo(viewer, db).Where(p => p.Id == request.Practitioner).Select(p => (AgencyId?)p.AgencyId).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("practitioner");
        switch (request.As)
        {
            case Presence.Here:
                meeting.Arrive(request.Practitioner, agency, viewer.UserId, now);
                break;
            case Presence.SteppedOut:
                meeting.StepOut(request.Practitioner, now);
                break;
            default:
                meeting.Answer(request.Practitioner, agency, request.As == Presence.Apologies ? AttendanceStatus.Apologies : AttendanceStatus.Invited, viewer.UserId, now);
                break;
        }

        await db.SaveChangesAsync(cancellationToken);
        return await db.HeardByThoseHere(meeting.Id, clock.Today(), now, cancellationToken);
    }
}
