using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Meetings.Actions;

/// <summary>Whoever has an action asks for a later day; the coordinator answers.</summary>
[Requires(Permission.DoActions)]
public sealed record AskForTime(ActionId Id, DateOnly? Until, string? Why) : IRequest;

internal sealed class AskForTimeValidator : AbstractValidator<AskForTime>
{
    public AskForTimeValidator()
    {
        RuleFor(r => r.Until).NotNull().WithMessage("Enter the day by which it can be done");
        RuleFor(r => r.Why).MaximumLength(2000).WithMessage("Say why in at most 2,000 letters");
    }
}

internal sealed class AskForTimeHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AskForTime>
{
    public async Task Handle(AskForTime request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var action = await db.ActionToDo(viewer, request.Id, cancellationToken);
        action.AskForTime(request.Until!.Value, request.Why, clock.Today(), viewer.UserId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
