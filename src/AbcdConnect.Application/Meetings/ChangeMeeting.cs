using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Invitations;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>Moves a meeting, or puts its title, place or length right.</summary>
[Requires(Permission.RunMeetings)]
public sealed record ChangeMeeting(MeetingId Id, MeetingDetails Details, long Version) : IRequest;

internal sealed class ChangeMeetingValidator : AbstractValidator<ChangeMeeting>
{
    public ChangeMeetingValidator() => RuleFor(r => r.Details).SetValidator(new MeetingDetailsValidator());
}

internal sealed class ChangeMeetingHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ChangeMeeting>
{
    public async Task Handle(ChangeMeeting request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.Meetings.VisibleTo(viewer, db).Include(m => m.Attendance).SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("meeting");
        meeting.MustStillBe(request.Version);
        var details = request.Details;
        await db.MustBeOurs(viewer, details, cancellationToken);
        meeting.Change(details.Title, details.HeldOn!.Value, details.StartsAt, details.PlaceId, details.NeighbourhoodId, details.LastsMinutes);
        await InvitationLetters.Bring(db, meeting, invite: false, clock.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
