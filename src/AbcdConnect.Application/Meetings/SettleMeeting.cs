using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Invitations;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

public enum MeetingSettlement
{
    Held,
    Cancelled,
    PlannedAgain,
}

/// <summary>Says that a meeting was held, is cancelled, or takes place after all.</summary>
[Requires(Permission.RunMeetings)]
public sealed record SettleMeeting(MeetingId Id, MeetingSettlement As) : IRequest;

internal sealed class SettleMeetingValidator : AbstractValidator<SettleMeeting>
{
    public SettleMeetingValidator() => RuleFor(r => r.As).IsInEnum().WithMessage("Choose what became of the meeting");
}

internal sealed class SettleMeetingHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SettleMeeting>
{
    public async Task Handle(SettleMeeting request, CancellationToken cancellationToken)
    {
        var meeting = await db.Meetings.VisibleTo(current.Required(), db).Include(m => m.Attendance).SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("meeting");
        switch (request.As)
        {
            case MeetingSettlement.Held:
                meeting.Held(clock.Today());
                break;
            case MeetingSettlement.Cancelled:
                meeting.Cancel();
                break;
            default:
                if (await db.AgreedMinutes.AnyAsync(m => m.MeetingId == request.Id, cancellationToken))
                {
                    throw new DomainRuleException("The table has agreed this meeting's minutes: it was held, and stays so.");
                }

                meeting.PlanAgain();
                break;
        }

        await InvitationLetters.Bring(db, meeting, invite: false, clock.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
