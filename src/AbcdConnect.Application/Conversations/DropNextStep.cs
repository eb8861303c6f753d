using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Home;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>Lets go of the next step: it is no longer due. Answers with the ticket to take it back with.</summary>
[Requires(Permission.LogConversation)]
public sealed record DropNextStep(ConversationId Id, DropReason? Reason = null, string? Words = null) : IRequest<Guid?>;

internal sealed class DropNextStepValidator : AbstractValidator<DropNextStep>
{
    public DropNextStepValidator() => RuleFor(r => r.Words).MaximumLength(DayAnswer.LongestWords).WithMessage("Say it in at most 500 letters");
}

internal sealed class DropNextStepHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<DropNextStep, Guid?>
{
    public async Task<Guid?> Handle(DropNextStep request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var conversation = await db.Conversations.VisibleTo(viewer, db, today).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("conversation");
        var before = conversation.NextStepStands();
        conversation.DropNextStep(today);
        var ticket = await DayAnswers.NotePromise(db, viewer, conversation, before, today, DayChoice.Dropped, null, request.Reason, request.Words, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}
