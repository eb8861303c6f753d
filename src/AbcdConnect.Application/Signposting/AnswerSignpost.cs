using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Home;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.Signposting;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Signposting;

/// <summary>What is known now of a signpost.</summary>
public enum SignpostAnswer
{
    /// <summary>They got in touch with the place.</summary>
    Contacted,

    /// <summary>They went.</summary>
    Attended,
    StillGoing,

    /// <summary>They went, and have stopped.</summary>
    Stopped,
    DidNotGo,

    /// <summary>Not known yet: <see cref="AnswerSignpost.On"/> is when to ask again.</summary>
    AskAgain,
}

/// <summary>Says what became of a signpost. Answers with the ticket to take it back with (<see cref="TakeBackAnswer"/>).</summary>
/// <param name="On">The day it was so; for <see cref="SignpostAnswer.AskAgain"/> the day to ask again.</param>
/// <param name="Reason">Why they did not go, or stopped.</param>
/// <param name="Version">The version on the screen; null for a one-tap answer, which takes the signpost as it stands.</param>
[Requires(Permission.Signpost)]
public sealed record AnswerSignpost(SignpostId Id, SignpostAnswer Answer, DateOnly On, DidNotGoReason? Reason = null, string? Words = null, long? Version = null) : IRequest<Guid?>;

internal sealed class AnswerSignpostValidator : AbstractValidator<AnswerSignpost>
{
    public AnswerSignpostValidator(TimeProvider clock)
    {
        RuleFor(r => r.On)
            .LessThanOrEqualTo(_ => clock.Today()).When(r => r.Answer != SignpostAnswer.AskAgain, ApplyConditionTo.CurrentValidator).WithMessage("The date has not come yet. Enter the day it was")
            .GreaterThan(_ => clock.Today()).When(r => r.Answer == SignpostAnswer.AskAgain, ApplyConditionTo.CurrentValidator).WithMessage("Enter a later day to ask again")
            .LessThan(_ => clock.Today().AddYears(5)).WithMessage("That is very far off. Enter a day in the next five years");
        RuleFor(r => r.Reason).NotNull().When(r => r.Answer == SignpostAnswer.DidNotGo).WithMessage("Choose what stood in the way");
        RuleFor(r => r.Words).MaximumLength(500).WithMessage("Say it in at most 500 letters");
    }
}

internal sealed class AnswerSignpostHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AnswerSignpost, Guid?>
{
    public async Task<Guid?> Handle(AnswerSignpost request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var signpost = await db.Signposts.VisibleTo(viewer, db, today).SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("signpost");
        if (request.Version is { } version)
        {
            signpost.MustStillBe(version);
        }

        var before = signpost.Stands();
        switch (request.Answer)
        {
            case SignpostAnswer.Contacted:
                signpost.Contacted(request.On);
                break;
            case SignpostAnswer.Attended:
                signpost.Attended(request.On);
                break;
            case SignpostAnswer.StillGoing:
                signpost.StillGoing(request.On);
                break;
            case SignpostAnswer.Stopped:
                signpost.StoppedGoing(request.On, request.Reason, request.Words);
                break;
            case SignpostAnswer.DidNotGo:
                signpost.DidNotGo(request.On, request.Reason!.Value, request.Words);
                break;
            case SignpostAnswer.AskAgain:
                signpost.AskAgain(request.On);
                break;
            default:
                throw new DomainRuleException("Choose what you know now.");
        }

        // Of a place that was closed, its entry on the map should know.
        await db.Follow(signpost, viewer.UserId, clock, cancellationToken);
        var ticket = request.Answer == SignpostAnswer.AskAgain
            ? DayAnswers.NoteQuestion(db, viewer, signpost, before, today, DayChoice.Moved, request.On)
            : DayAnswers.NoteQuestion(db, viewer, signpost, before, today, DayChoice.Done);
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}
