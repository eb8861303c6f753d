using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Measures;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

public enum AskingAnswer
{
    /// <summary>Another day.</summary>
    Later,

    /// <summary>They would rather not, this time.</summary>
    NotThisTime,

    /// <summary>They would rather not be asked any more: nothing else is put to them.</summary>
    NoMore,
}

/// <summary>Moves or closes what was to be asked, without answers. Nobody has to say why.</summary>
[Requires(Permission.ChangePeople)]
public sealed record SettleAsking(AskingId Id, AskingAnswer Answer, DateOnly? Until = null) : IRequest;

internal sealed class SettleAskingValidator : AbstractValidator<SettleAsking>
{
    public SettleAskingValidator(TimeProvider clock) => RuleFor(r => r.Until)
        .NotNull().WithMessage("Enter the day to be reminded")
        .LessThan(_ => clock.Today().AddYears(2)).WithMessage("That is very far off. Enter a day in the next two years")
        .When(r => r.Answer == AskingAnswer.Later);
}

internal sealed class SettleAskingHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SettleAsking>
{
    public async Task Handle(SettleAsking request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var asking = await db.Askings.VisibleTo(viewer, db, today).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) ?? throw new NotFoundException("set of questions");
        switch (request.Answer)
        {
            case AskingAnswer.Later:
                asking.MoveTo(request.Until!.Value, today);
                break;
            case AskingAnswer.NotThisTime:
                asking.Close(AskingEnd.Declined, today);
                break;
            default:
                var person = asking.PersonId;
                foreach (var open in await db.Askings.Where(a => a.PersonId == person && a.AnsweredOn == null && a.ClosedOn == null).ToListAsync(cancellationToken))
                {
                    open.Close(AskingEnd.Stopped, today);
                }

                break;
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
