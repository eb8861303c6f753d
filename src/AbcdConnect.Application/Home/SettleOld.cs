using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.Signposting;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Home;

/// <summary>Lets go of many old promises and questions at once, moves them, or says they are done (promises only). Those that have
/// been answered since are passed by.</summary>
/// <param name="All">Every old one, whether chosen or not, up to <see cref="Most"/>.</param>
[Requires(Permission.LogConversation)]
public sealed record SettleOld(IReadOnlyList<ConversationId> Promises, IReadOnlyList<SignpostId> Questions, DayChoice Choice, DateOnly? Until = null, DropReason? Reason = null, bool All = false) : IRequest<SettledOld>
{
    /// <summary>At one time.</summary>
    public const int Most = 500;
}

/// <param name="Ticket">To take it back with; null where there was nothing left to answer.</param>
public sealed record SettledOld(int Count, Guid? Ticket);

internal sealed class SettleOldValidator : AbstractValidator<SettleOld>
{
    public SettleOldValidator(TimeProvider clock)
    {
        RuleFor(r => r.Promises)
            .Must((r, promises) => r.All || promises.Count + r.Questions.Count > 0).WithMessage("Tick at least one of them")
            .Must((r, promises) => promises.Count + r.Questions.Count <= SettleOld.Most).WithMessage("Tick at most 500 at a time");
        RuleFor(r => r.Until)
            .NotNull().When(r => r.Choice == DayChoice.Moved, ApplyConditionTo.CurrentValidator).WithMessage("Enter the day they come back")
            .GreaterThan(_ => clock.Today()).When(r => r.Choice == DayChoice.Moved, ApplyConditionTo.CurrentValidator).WithMessage("Enter a later day")
            .LessThan(_ => clock.Today().AddYears(5)).WithMessage("That is very far off. Enter a day in the next five years");
        RuleFor(r => r.Choice).Must((r, choice) => choice != DayChoice.Done || (!r.All && r.Questions.Count == 0)).WithMessage("What became of a signpost is said of each by itself");
    }
}

internal sealed class SettleOldHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SettleOld, SettledOld>
{
    public async Task<SettledOld> Handle(SettleOld request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var before = DaysList.OldBefore(today);
        var ticket = Guid.NewGuid();
        var count = 0;
        var (promised, asked) = (request.Promises, request.Questions);
        var promises = DueNow.Promises(db, viewer, today).Where(c => c.NextStepDue < before);
        foreach (var conversation in await (request.All ? promises : promises.Where(c => EF.Parameter(promised).Contains(c.Id))).Take(SettleOld.Most).ToListAsync(cancellationToken))
        {
            var stood = conversation.NextStepStands();
            switch (request.Choice)
            {
                case DayChoice.Done:
                    conversation.NextStepDone(today);
                    break;
                case DayChoice.Moved:
                    conversation.MoveNextStep(request.Until!.Value);
                    break;
                default:
                    conversation.DropNextStep(today);
                    break;
            }

            await DayAnswers.NotePromise(db, viewer, conversation, stood, today, request.Choice, request.Until, request.Reason, null, cancellationToken, ticket);
            count++;
        }

        var questions = DueNow.Questions(db, viewer, today).Where(s => s.FollowUpDue < before);
        foreach (var signpost in await (request.All ? questions : questions.Where(s => EF.Parameter(asked).Contains(s.Id))).Take(SettleOld.Most).ToListAsync(cancellationToken))
        {
            var stood = signpost.Stands();
            if (request.Choice == DayChoice.Moved)
            {
                signpost.AskAgain(request.Until!.Value);
            }
            else
            {
                signpost.StopAsking();
            }

            DayAnswers.NoteQuestion(db, viewer, signpost, stood, today, request.Choice, request.Until, request.Reason, many: ticket);
            count++;
        }

        await db.SaveChangesAsync(cancellationToken);
        return new SettledOld(count, count == 0 ? null : ticket);
    }
}
