using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>Puts people on a meeting's list.</summary>
[Requires(Permission.RunMeetings)]
public sealed record InvitePractitioners(MeetingId Meeting, IReadOnlyList<PractitionerId> Practitioners) : IRequest;

internal sealed class InvitePractitionersValidator : AbstractValidator<InvitePractitioners>
{
    public InvitePractitionersValidator() => RuleFor(r => r.Practitioners).NotEmpty().WithMessage("Choose who to invite");
}

internal sealed class InvitePractitionersHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<InvitePractitioners>
{
    public async Task Handle(InvitePractitioners request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.MeetingWith(viewer, request.Meeting, m => m.Attendance, cancellationToken);
        var wanted = request.Practitioners.Distinct().ToList();
        var people = await db.Practitioners.VisibleTo(viewer, db).Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.AgencyId }).ToListAsync(cancellationToken);
        if (people.Count < wanted.Count)
        {
            throw new NotFoundException("practitioner");
        }

        foreach (var person in people.Where(p => meeting.Attendance.All(a => a.PractitionerId != p.Id)))
        {
            meeting.Answer(person.Id, person.AgencyId, AttendanceStatus.Invited);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
