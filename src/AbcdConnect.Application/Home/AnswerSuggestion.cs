using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Connections;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Home;

/// <summary>Answers what the list suggests: to keep in touch with somebody, or to introduce two people, which doing it does.
/// Answers with the ticket to take it back with (<see cref="TakeBackAnswer"/>).</summary>
/// <param name="Other">Of two people to introduce, the one who brings what the other asks for.</param>
/// <param name="Aside">Answered elsewhere than on the day's list: it uses no place of it.</param>
/// <param name="Until">Where it is moved, the day it comes back.</param>
[Requires(Permission.LogConversation)]
public sealed record AnswerSuggestion(PersonId Person, PersonId? Other, DayChoice Choice, DateOnly? Until = null, DropReason? Reason = null, string? Words = null, bool Aside = false) : IRequest<Guid?>;

internal sealed class AnswerSuggestionValidator : AbstractValidator<AnswerSuggestion>
{
    public AnswerSuggestionValidator(TimeProvider clock)
    {
        RuleFor(r => r.Until)
            .NotNull().When(r => r.Choice == DayChoice.Moved, ApplyConditionTo.CurrentValidator).WithMessage("Enter the day to be reminded")
            .GreaterThan(_ => clock.Today()).When(r => r.Choice == DayChoice.Moved, ApplyConditionTo.CurrentValidator).WithMessage("Enter a later day")
            .LessThan(_ => clock.Today().AddYears(5)).WithMessage("That is very far off. Enter a day in the next five years");
        RuleFor(r => r.Words).MaximumLength(DayAnswer.LongestWords).WithMessage("Say it in at most 500 letters");
        RuleFor(r => r.Other).Must((r, other) => other != r.Person).WithMessage("Nobody is introduced to themselves");
    }
}

internal sealed class AnswerSuggestionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AnswerSuggestion, Guid?>
{
    public async Task<Guid?> Handle(AnswerSuggestion request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        List<PersonId> ids = request.Other is { } second ? [request.Person, second] : [request.Person];
        var people = await db.People.VisibleTo(viewer, db, today).Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken);
        if (people.Count != ids.Count)
        {
            throw new NotFoundException("person");
        }

        var person = people.Find(p => p.Id == request.Person)!;
        var until = request.Choice == DayChoice.Moved ? request.Until : null;
        if (request.Other is { } other)
        {
            if (request.Choice == DayChoice.Done)
            {
                await Introduce(viewer, person, people.Find(p => p.Id == other)!, today, cancellationToken);
            }
        }
        else if (request.Choice == DayChoice.Done)
        {
            until = today.AddDays(7 * (person.KeepInTouchWeeks ?? await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => p.KeepInTouchWeeks).SingleAsync(cancellationToken) ?? Programme.UsualKeepInTouchWeeks));
        }

        var thing = new DayThing(request.Other is null ? DayKind.KeepInTouch : DayKind.Match, Person: request.Person, Other: request.Other);
        var ticket = DayAnswers.Note(db, viewer, thing, today, request.Choice, until, request.Reason, request.Words, many: request.Aside ? Guid.NewGuid() : null);
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }

    private async Task Introduce(Viewer viewer, Person person, Person other, DateOnly today, CancellationToken token)
    {
        foreach (var one in new[] { person, other })
        {
            if (!await db.Consents.LiveOn(today).AnyAsync(c => c.PersonId == one.Id && c.Use == ConsentUse.IntroduceMe, token))
            {
                throw new DomainRuleException($"{one.FullName} no longer agrees to be introduced. Ask first, and note the yes on their page.");
            }
        }

        var (from, to) = (person.Id, other.Id);
        if (await db.Introductions.AnyAsync(i => (i.PersonId == from && i.ToPersonId == to) || (i.PersonId == to && i.ToPersonId == from), token))
        {
            throw new DomainRuleException($"{person.FullName} and {other.FullName} have been introduced already.");
        }

        db.Introductions.Add(Introduction.Make(viewer.ProgrammeId, ConnectionParts.Where(viewer, person.NeighbourhoodId, other.NeighbourhoodId), viewer.UserId, from, ConnectionEnd.Of(to), today, null));
    }
}
