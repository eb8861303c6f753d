using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.Meetings.Actions;

/// <summary>Says how an action goes. A partner: of their own agency's only.</summary>
[Requires(Permission.DoActions)]
public sealed record TellProgress(ActionId Id, string? Words) : ISentOnce<bool>
{
    public Guid? SubmissionId { get; set; }

    long? ISentOnce<bool>.NumberOf(bool answer) => Id.Value;

    bool ISentOnce<bool>.AnswerFor(long number) => true;
}

internal sealed class TellProgressValidator : AbstractValidator<TellProgress>
{
    public TellProgressValidator() => RuleFor(r => r.Words)
        .NotEmpty().WithMessage("Enter how it goes")
        .MaximumLength(Domain.Common.Words.LongestText).WithMessage("Use at most 100,000 letters");
}

internal sealed class TellProgressHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<TellProgress, bool>
{
    public async Task<bool> Handle(TellProgress request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var action = await db.ActionToDo(viewer, request.Id, cancellationToken);
        action.Tell(request.Words!, viewer.UserId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
