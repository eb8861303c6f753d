using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Invitations;

/// <summary>Somebody invited says whether they will come, for every agency they come for by that address. False where the link opens nothing.</summary>
[OpenToAnybody]
public sealed record AnswerInvitation(string Token, InvitationAnswer Answer) : IRequest<bool>;

internal sealed class AnswerInvitationValidator : AbstractValidator<AnswerInvitation>
{
    public AnswerInvitationValidator() => RuleFor(r => r.Answer).IsInEnum().WithMessage("Say whether you will come");
}

internal sealed class AnswerInvitationHandler(IAbcdDbContext db, TimeProvider clock) : IRequestHandler<AnswerInvitation, bool>
{
    public async Task<bool> Handle(AnswerInvitation request, CancellationToken cancellationToken)
    {
        if (await InvitationLinks.Find(db, request.Token, clock.Today(), cancellationToken) is null)
        {
            return false;
        }

        // A letter to thirty people is answered by many in the same minute: each waits for the one before, and none is sent away.
        db.Forget();
        return await db.AllOrNothing(() => Answer(request, cancellationToken), cancellationToken);
    }

    private async Task<bool> Answer(AnswerInvitation request, CancellationToken cancellationToken)
    {
        if (await InvitationLinks.Find(db, request.Token, clock.Today(), cancellationToken) is not { CancelledAt: null } invitation)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        invitation.Reply(request.Answer, now);
        var meeting = await db.Meetings.Include(m => m.Attendance).SingleAsync(m => m.Id == invitation.MeetingId, cancellationToken);
        var ids = meeting.Attendance.Select(a => a.PractitionerId).ToList();
        var people = await db.Practitioners.Where(p => EF.Parameter(ids).Contains(p.Id) && p.Email != null).Select(p => new { p.Id, p.AgencyId, p.Email }).ToListAsync(cancellationToken);
        foreach (var person in people.Where(p => Invitation.KeyOf(p.Email!) == invitation.AddressKey))
        {
            meeting.Reply(person.Id, request.Answer, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
