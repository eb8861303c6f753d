using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Minutes;

/// <summary>A later meeting of the table agrees the minutes. They never change any more.</summary>
/// <param name="At">The meeting that agreed them.</param>
[Requires(Permission.RunMeetings)]
public sealed record AgreeMinutes(MeetingId Of, MeetingId? At) : IRequest;

internal sealed class AgreeMinutesValidator : AbstractValidator<AgreeMinutes>
{
    public AgreeMinutesValidator() => RuleFor(r => r.At).NotNull().WithMessage("Choose the meeting that agreed them");
}

internal sealed class AgreeMinutesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AgreeMinutes>
{
    // Looked up and written in one turn: a second tap agrees nothing twice.
    public Task Handle(AgreeMinutes request, CancellationToken cancellationToken) => db.AllOrNothing(() => Agree(request, cancellationToken), cancellationToken);

    private async Task<bool> Agree(AgreeMinutes request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var visible = db.Meetings.VisibleTo(viewer, db);
        var of = await visible.SingleOrDefaultAsync(m => m.Id == request.Of, cancellationToken) ?? throw new NotFoundException("meeting");
        var at = await visible.SingleOrDefaultAsync(m => m.Id == request.At!.Value, cancellationToken) ?? throw new NotFoundException("meeting");

        if (await db.AgreedMinutes.AnyAsync(m => m.MeetingId == of.Id, cancellationToken))
        {
            return false;
        }

        var sheet = await MinutesWriter.Write(db, of.Id, cancellationToken);
        var agencies = await db.MeetingAttendances.Where(a => a.MeetingId == at.Id && a.Status == AttendanceStatus.Present).Select(a => a.AgencyId).Distinct().CountAsync(cancellationToken);
        db.AgreedMinutes.Add(AgreedMinutes.Agree(of, at, agencies, sheet.ToJson(), clock.Today(), viewer.UserId, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

internal static class MinutesRules
{
    /// <summary>What the table has agreed is not written over: a correction stands beside it.</summary>
    public static async Task MustNotBeAgreed(this IAbcdDbContext db, MeetingId meeting, CancellationToken token)
    {
        if (await db.AgreedMinutes.AnyAsync(m => m.MeetingId == meeting, token))
        {
            throw new DomainRuleException("The table has agreed these minutes. Write a correction beside them instead.");
        }
    }
}
