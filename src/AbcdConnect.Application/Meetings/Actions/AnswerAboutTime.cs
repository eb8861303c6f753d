using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Actions;

/// <summary>The coordinator gives more time, or keeps the day.</summary>
/// <param name="AskedUntil">The day that was asked for when the coordinator read it; null where that is not known.</param>
[Requires(Permission.RunMeetings)]
public sealed record AnswerAboutTime(ActionId Id, bool Yes, string? Words = null, DateOnly? AskedUntil = null) : IRequest;

internal sealed class AnswerAboutTimeValidator : AbstractValidator<AnswerAboutTime>
{
    public AnswerAboutTimeValidator() => RuleFor(r => r.Words).MaximumLength(2000).WithMessage("Use at most 2,000 letters");
}

internal sealed class AnswerAboutTimeHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AnswerAboutTime>
{
    public async Task Handle(AnswerAboutTime request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var action = await db.MeetingActions.VisibleTo(viewer, db).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("action");
        if (request.AskedUntil is { } read && action.AskedUntil is { } asked && read != asked)
        {
            throw new DomainRuleException($"They ask for another day by now: {asked:d MMMM yyyy}. Look again, and answer that.");
        }

        action.AnswerAboutTime(request.Yes, request.Words, viewer.UserId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
