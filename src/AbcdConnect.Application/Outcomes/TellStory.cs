using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes;

/// <summary>Writes down a story that somebody lets us tell.</summary>
[Requires(Permission.ChangePeople)]
public sealed record TellStory(PersonId Person, StoryDetails Details, ConversationId? HeardIn = null) : ISentOnce<StoryAnswer>
{
    public Guid? SubmissionId { get; set; }

    long? ISentOnce<StoryAnswer>.NumberOf(StoryAnswer answer) => (answer as StoryTold)?.Id.Value;

    StoryAnswer ISentOnce<StoryAnswer>.AnswerFor(long number) => new StoryTold(StoryId.From(number));
}

/// <param name="Language">BCP 47: en-GB, pl, bn, ar.</param>
/// <param name="Outcome">What it speaks of, in the theory of change's words.</param>
/// <param name="Agreed">What they agreed to for this story; null for what the consent to use stories says by itself.</param>
/// <param name="Codes">The outcomes it is coded to, by their keys in the theory of change.</param>
public sealed record StoryDetails(string Title, string Words, string Language, DateOnly? ToldOn, string? Outcome = null, StoryAgreement? Agreed = null, IReadOnlyList<string>? Codes = null);

/// <summary>Written down, or not before the person has said that their story may be used.</summary>
public abstract record StoryAnswer;

public sealed record StoryTold(StoryId Id) : StoryAnswer;

public sealed record StoryConsentNeeded(PersonId Person, string FirstName) : StoryAnswer;

internal sealed class TellStoryValidator : AbstractValidator<TellStory>
{
    public TellStoryValidator(TimeProvider clock) => RuleFor(r => r.Details).SetValidator(new StoryDetailsValidator(clock));
}

internal sealed class StoryDetailsValidator : AbstractValidator<StoryDetails>
{
    public StoryDetailsValidator(TimeProvider clock)
    {
        RuleFor(d => d.Title)
            .NotEmpty().WithMessage("Give the story a title")
            .MaximumLength(Words.LongestLine).WithMessage("A title has at most 200 letters");
        RuleFor(d => d.Words)
            .NotEmpty().WithMessage("Write the story down, in their words")
            .MaximumLength(Words.LongestText).WithMessage("A story has at most 100,000 letters");
        RuleFor(d => d.Language).Must(StoryLanguages.IsKnown).WithMessage("Choose the language it is told in");
        RuleFor(d => d.ToldOn)
            .NotNull().WithMessage("Enter the day it was told")
            .Must(on => on is null || on <= clock.Today()).WithMessage("Enter a day that has been");
        RuleFor(d => d.Codes).Must(c => c is null || (c.Count <= 10 && c.All(k => k.Length <= 60 && !k.Contains(' ', StringComparison.Ordinal)))).WithMessage("Choose at most ten outcomes");
        RuleFor(d => d.Outcome).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
    }
}

internal sealed class TellStoryHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<TellStory, StoryAnswer>
{
    public async Task<StoryAnswer> Handle(TellStory request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var person = await db.StoryTeller(viewer, request.Person, today, cancellationToken) ?? throw new NotFoundException("person");
        if (!person.MayUse)
        {
            return new StoryConsentNeeded(person.Id, person.FirstName);
        }

        // A double tap tells nothing twice.
        var details = request.Details;
        var (title, words) = (Words.Tidy(details.Title), Words.Tidy(details.Words));
        var same = await db.Stories.Where(s => s.PersonId == person.Id && s.Title == title && s.Words == words).Select(s => (StoryId?)s.Id).FirstOrDefaultAsync(cancellationToken);
        if (same is { } id)
        {
            return new StoryTold(id);
        }

        var story = Story.Tell(viewer.ProgrammeId, person.NeighbourhoodId, person.Id, details.Title, details.Words, details.Language, details.ToldOn!.Value, details.Outcome, person.Until);
        story.Agree((details.Agreed ?? new StoryAgreement()) with { Until = StoryRules.Earlier(details.Agreed?.Until, person.Until) }, details.Codes ?? []);
        if (request.HeardIn is { } heard && await db.Conversations.VisibleTo(viewer, db, today).AnyAsync(c => c.Id == heard, cancellationToken))
        {
            story.HeardIn(heard);
        }

        db.Stories.Add(story);
        await db.SaveChangesAsync(cancellationToken);
        return new StoryTold(story.Id);
    }
}

internal static class StoryRules
{
    /// <summary>The earlier of two ends; no end is the latest.</summary>
    public static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
