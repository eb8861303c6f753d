using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Agenda;

/// <summary>A suggestion is not wanted at this meeting, or is after all.</summary>
[Requires(Permission.RunMeetings)]
public sealed record DropSuggestion(MeetingId Meeting, string Key, bool BringBack = false) : IRequest;

internal sealed class DropSuggestionValidator : AbstractValidator<DropSuggestion>
{
    public DropSuggestionValidator() => RuleFor(r => r.Key).NotEmpty().MaximumLength(Suggested.LongestKey).WithMessage("Choose from the list");
}

internal sealed class DropSuggestionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<DropSuggestion>
{
    public async Task Handle(DropSuggestion request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var meeting = await db.MeetingWith(viewer, request.Meeting, m => m.Dropped, cancellationToken);
        if (request.BringBack)
        {
            meeting.BringBack(request.Key);
        }
        else
        {
            meeting.Drop(request.Key, viewer.UserId, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

internal static class DroppedParts
{
    /// <summary>The meeting's second kind of parts, once the first is loaded.</summary>
    public static Task LoadDropped(this IAbcdDbContext db, Meeting meeting, CancellationToken token) =>
        db.Meetings.Include(m => m.Dropped).Where(m => m.Id == meeting.Id).LoadAsync(token);
}
