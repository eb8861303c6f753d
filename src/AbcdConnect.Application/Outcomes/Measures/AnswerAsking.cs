using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Measures;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>Keeps what somebody answered, all of it or a part. A first answer sets the next times; one that is there already is put right
/// only where that is what was meant.</summary>
/// <param name="Answers">By measure, then by question; what is missing is left out.</param>
/// <param name="Correct">It was answered before, and is put right.</param>
/// <param name="Wordings">Which words they answered, by measure; the newest where nothing is said.</param>
[Requires(Permission.ChangePeople)]
public sealed record AnswerAsking(
    AskingId Id,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Answers,
    DateOnly? On,
    AskingHow? How,
    long Version,
    bool Correct = false,
    IReadOnlyDictionary<string, int>? Wordings = null) : IRequest;

internal sealed class AnswerAskingValidator : AbstractValidator<AnswerAsking>
{
    public AnswerAskingValidator(TimeProvider clock)
    {
        RuleFor(r => r.On)
            .NotNull().WithMessage("Enter the day they answered")
            .Must(on => on is null || on <= clock.Today()).WithMessage("Enter a day that has been");
        RuleFor(r => r.How).NotNull().WithMessage("Choose how they were asked");
    }
}

internal sealed class AnswerAskingHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AnswerAsking>
{
    public async Task Handle(AnswerAsking request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var asking = await db.Askings.VisibleTo(viewer, db, clock.Today()).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) ?? throw new NotFoundException("set of questions");
        // Answered meanwhile, on the link perhaps: that is said, and is no matter of two versions.
        if (asking.AnsweredOn is null || request.Correct)
        {
            asking.MustStillBe(request.Version);
        }

        await KeptAnswers.Keep(db, asking, request.Wordings, request.Answers, request.On!.Value, request.How!.Value, viewer.UserId, request.Correct, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>What follows from an answer, whoever typed it.</summary>
internal static class KeptAnswers
{
    /// <summary>Keeps the answers and, of a first time, adds the next ones. To be saved by the caller.</summary>
    /// <param name="wordings">Those that were shown, by measure.</param>
    /// <exception cref="DomainRuleException">What comes afterwards was answered before the beginning.</exception>
    public static async Task Keep(
        IAbcdDbContext db,
        Asking asking,
        IReadOnlyDictionary<string, int>? wordings,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> answers,
        DateOnly on,
        AskingHow how,
        Domain.Access.UserId? by,
        bool correct,
        CancellationToken token)
    {
        var shelf = await MeasureShelf.Read(db, asking.ProgrammeId, token);
        var (first, person) = (asking.Months == 0 && asking.AnsweredOn is null, asking.PersonId);
        if (asking.Months > 0 && await db.Askings.Where(a => a.PersonId == person && a.Months == 0 && a.AnsweredOn != null).MinAsync(a => a.AnsweredOn, token) is { } began && on <= began)
        {
            throw new DomainRuleException($"They answered the first time on {began:d MMMM yyyy}. Enter the later day on which they answered this.");
        }

        asking.Answer(AskedWordings.Of(asking, shelf, wordings), answers, on, how, by, correct);
        if (first)
        {
            var programme = asking.ProgrammeId;
            db.Askings.AddRange(asking.FollowUps((await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == programme, token)).FollowUpMonths));
        }
    }
}
