using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>Somebody new is in the room. From an agency at the table they come onto its list and count for it; from nowhere at the table
/// they are the meeting's guest and count for no agency.</summary>
[Requires(Permission.RunMeetings)]
public sealed record WelcomeGuest(MeetingId Meeting, string Name, string? From, AgencyId? Agency) : IRequest;

internal sealed class WelcomeGuestValidator : AbstractValidator<WelcomeGuest>
{
    public WelcomeGuestValidator()
    {
        RuleFor(r => r.Name)
            .NotEmpty().WithMessage("Enter their name")
            .MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
        RuleFor(r => r.From).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
    }
}

internal sealed class WelcomeGuestHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<WelcomeGuest>
{
    public async Task Handle(WelcomeGuest request, CancellationToken cancellationToken)
    {
        var (viewer, now) = (current.Required(), clock.GetUtcNow());
        var name = Words.Tidy(request.Name)!;
        if (request.Agency is { } agency)
        {
            if (!await db.Agencies.VisibleTo(viewer).AnyAsync(a => a.Id == agency, cancellationToken))
            {
                throw new NotFoundException("agency");
            }

            await db.AllOrNothing(
                async () =>
                {
                    var meeting = await db.MeetingWith(viewer, request.Meeting, m => m.Attendance, cancellationToken);
                    // Looked up in its turn: a double tap welcomes nobody twice, and somebody known by that name is that somebody.
                    var practitioner = await db.Practitioners.FirstOrDefaultAsync(p => p.AgencyId == agency && p.Name == name && p.LeftOn == null, cancellationToken);
                    if (practitioner is null)
                    {
                        practitioner = Practitioner.Join(agency, name, null, null);
                        db.Practitioners.Add(practitioner);
                        await db.SaveChangesAsync(cancellationToken);
                    }

                    meeting.Arrive(practitioner.Id, agency, viewer.UserId, now);
                    await db.SaveChangesAsync(cancellationToken);
                    return await db.HeardByThoseHere(meeting.Id, clock.Today(), now, cancellationToken);
                },
                cancellationToken);
            return;
        }

        await db.AllOrNothing(
            async () =>
            {
                var sitting = await db.SittingOf(viewer, request.Meeting, cancellationToken);
                if (!sitting.Guests.Any(g => g.Name == name && g.From == Words.Tidy(request.From) && g.LeftAt is null))
                {
                    sitting.Welcome(name, request.From, now);
                }

                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
