using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Meetings.Actions;

/// <summary>Moves an action to a column of the board. A partner: their own agency's only.</summary>
/// <param name="Words">How it goes; where it is let go of, why.</param>
[Requires(Permission.DoActions)]
public sealed record MoveAction(ActionId Id, ActionStatus To, string? Words = null) : IRequest;

internal sealed class MoveActionValidator : AbstractValidator<MoveAction>
{
    public MoveActionValidator()
    {
        RuleFor(r => r.To).IsInEnum().WithMessage("Choose where it stands");
        RuleFor(r => r.Words).MaximumLength(Domain.Common.Words.LongestText).WithMessage("Use at most 100,000 letters");
    }
}

internal sealed class MoveActionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<MoveAction>
{
    public async Task Handle(MoveAction request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var action = await db.ActionToDo(viewer, request.Id, cancellationToken);
        action.Move(request.To, clock.Today(), request.Words, viewer.UserId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
