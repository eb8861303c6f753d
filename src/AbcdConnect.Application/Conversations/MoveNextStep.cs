using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>Moves the next step to another day.</summary>
[Requires(Permission.LogConversation)]
public sealed record MoveNextStep(ConversationId Id, DateOnly To) : IRequest;

internal sealed class MoveNextStepValidator : AbstractValidator<MoveNextStep>
{
    public MoveNextStepValidator(TimeProvider clock) =>
        RuleFor(r => r.To)
            .GreaterThanOrEqualTo(_ => clock.Today()).WithMessage("That day has passed. Enter today or a later day")
            .LessThan(_ => clock.Today().AddYears(5)).WithMessage("That is very far off. Enter a day in the next five years");
}

internal sealed class MoveNextStepHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<MoveNextStep>
{
    public async Task Handle(MoveNextStep request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var conversation = await db.Conversations.VisibleTo(current.Required(), db, today).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("conversation");
        conversation.MoveNextStep(request.To);
        await db.SaveChangesAsync(cancellationToken);
    }
}
