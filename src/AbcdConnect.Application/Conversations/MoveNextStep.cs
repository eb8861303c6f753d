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

/// <summary>Moves the next step to another day. Answers with the ticket to take it back with.</summary>
[Requires(Permission.LogConversation)]
public sealed record MoveNextStep(ConversationId Id, DateOnly To) : IRequest<Guid?>;

internal sealed class MoveNextStepValidator : AbstractValidator<MoveNextStep>
{
    public MoveNextStepValidator(TimeProvider clock) =>
        RuleFor(r => r.To)
            .GreaterThanOrEqualTo(_ => clock.Today()).WithMessage("That day has passed. Enter today or a later day")
            .LessThan(_ => clock.Today().AddYears(5)).WithMessage("That is very far off. Enter a day in the next five years");
}

internal sealed class MoveNextStepHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<MoveNextStep, Guid?>
{
    public async Task<Guid?> Handle(MoveNextStep request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var conversation = await db.Conversations.VisibleTo(viewer, db, today).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("conversation");
        var before = conversation.NextStepStands();
        conversation.MoveNextStep(request.To);
        // To today is no putting off: it stays on the list.
        var ticket = request.To > today
            ? await DayAnswers.NotePromise(db, viewer, conversation, before, today, DayChoice.Moved, request.To, null, null, cancellationToken)
            : null;
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}
