using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Meetings;

/// <summary>Who came and who sent apologies, for everybody on the list at once.</summary>
[Requires(Permission.RunMeetings)]
public sealed record TickAttendance(MeetingId Meeting, IReadOnlyList<AttendanceTick> Ticks) : IRequest;

/// <param name="Was">What the form showed when it was opened: only what was changed is saved, so that two people ticking side by side both count.</param>
public sealed record AttendanceTick(PractitionerId Practitioner, AttendanceStatus Status, AttendanceStatus Was);

internal sealed class TickAttendanceValidator : AbstractValidator<TickAttendance>
{
    public TickAttendanceValidator() =>
        RuleForEach(r => r.Ticks).Must(t => Enum.IsDefined(t.Status)).WithMessage("Choose whether they came, sent apologies, or are invited");
}

internal sealed class TickAttendanceHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<TickAttendance>
{
    public async Task Handle(TickAttendance request, CancellationToken cancellationToken) =>
        await db.AllOrNothing(() => Tick(request, current.Required(), clock.GetUtcNow(), cancellationToken), cancellationToken);

    private async Task<int> Tick(TickAttendance request, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var meeting = await db.MeetingWith(viewer, request.Meeting, m => m.Attendance, cancellationToken);
        foreach (var tick in request.Ticks.Where(t => t.Status != t.Was))
        {
            // Somebody who was taken off the list meanwhile came after all, or did not: either way they are gone from this form.
            var known = meeting.Attendance.FirstOrDefault(a => a.PractitionerId == tick.Practitioner) ?? throw new NotFoundException("invitation");
            if (known.Status != tick.Was && known.Status != tick.Status)
            {
                throw new OvertakenException(known.AnsweredBy, known.AnsweredAt);
            }

            meeting.Answer(tick.Practitioner, known.AgencyId, tick.Status, viewer.UserId, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await db.HeardByThoseHere(meeting.Id, clock.Today(), now, cancellationToken);
    }
}
