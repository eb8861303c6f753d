using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Minutes;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>Writes what was said.</summary>
/// <param name="MinutesVersion">The minutes that were looked at while typing; somebody else's newer ones are never written over.</param>
[Requires(Permission.RunMeetings)]
public sealed record WriteMinutes(MeetingId Meeting, string? Minutes, long MinutesVersion) : IRequest;

internal sealed class WriteMinutesValidator : AbstractValidator<WriteMinutes>
{
    public WriteMinutesValidator() => RuleFor(r => r.Minutes).MaximumLength(Words.LongestText).WithMessage("Minutes have at most 100,000 letters");
}

internal sealed class WriteMinutesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<WriteMinutes>
{
    public async Task Handle(WriteMinutes request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.Meetings.VisibleTo(viewer, db).SingleOrDefaultAsync(m => m.Id == request.Meeting, cancellationToken)
            ?? throw new NotFoundException("meeting");
        await db.MustNotBeAgreed(request.Meeting, cancellationToken);
        meeting.MinutesMustStillBe(request.MinutesVersion);
        meeting.WriteMinutes(request.Minutes, viewer.UserId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
