using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.People;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections;

/// <summary>A worker introduces two people, or a person to a place. Both people have to have agreed to be introduced; where
/// somebody has not, the answer is <see cref="ConsentNeeded"/> and nothing is stored.</summary>
/// <param name="Consents">The yeses that the worker has just been given, recorded with the introduction or not at all.</param>
[Requires(Permission.ChangeConnections)]
public sealed record Introduce(PersonId? Person, ConnectionEnd? To, DateOnly On, string? Why = null, IReadOnlyList<GivenConsent>? Consents = null) : ISentOnce<IntroduceAnswer>, Meetings.Actions.IClosesAction
{
    public Guid? SubmissionId { get; set; }

    public Domain.Meetings.ActionId? ForAction { get; set; }

    Domain.Meetings.MadeKind Meetings.Actions.IClosesAction.Makes => Domain.Meetings.MadeKind.Introduction;

    long? ISentOnce<IntroduceAnswer>.NumberOf(IntroduceAnswer answer) => (answer as Introduced)?.Id.Value;

    IntroduceAnswer ISentOnce<IntroduceAnswer>.AnswerFor(long number) => new Introduced(IntroductionId.From(number));
}

/// <summary>A yes to being introduced, given today or some days ago.</summary>
public sealed record GivenConsent(PersonId Person, DateOnly On, ConsentHow How);

/// <summary><see cref="Introduced"/> or <see cref="ConsentNeeded"/>.</summary>
public abstract record IntroduceAnswer
{
    private protected IntroduceAnswer()
    {
    }
}

public sealed record Introduced(IntroductionId Id) : IntroduceAnswer;

/// <param name="From">Those who have not agreed to be introduced, or no longer do.</param>
public sealed record ConsentNeeded(IReadOnlyList<TieEnd> From) : IntroduceAnswer;

internal sealed class IntroduceValidator : AbstractValidator<Introduce>
{
    public IntroduceValidator(TimeProvider clock)
    {
        RuleFor(r => r.Person).NotNull().WithMessage("Choose whom to introduce");
        RuleFor(r => r.To)
            .NotNull().WithMessage("Choose whom or what to introduce them to")
            .Must((r, to) => to is null || to.Person is null || to.Person != r.Person).WithMessage("Nobody is introduced to themselves. Choose somebody else");
        RuleFor(r => r.On).LessThanOrEqualTo(_ => clock.Today()).WithMessage("The date has not come yet. Enter the day you introduced them");
        RuleFor(r => r.Why).MaximumLength(2000).WithMessage("Say why in at most 2,000 letters");
        RuleForEach(r => r.Consents).ChildRules(consent => consent
            .RuleFor(c => c.On).LessThanOrEqualTo(_ => clock.Today()).WithMessage("The date has not come yet. Enter the day they said yes"));
    }
}

internal sealed class IntroduceHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<Introduce, IntroduceAnswer>
{
    public async Task<IntroduceAnswer> Handle(Introduce request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var (person, personIn) = await ConnectionParts.Find(db, viewer, today, ConnectionEnd.Of(request.Person!.Value), cancellationToken);
        var (to, toIn) = await ConnectionParts.Find(db, viewer, today, request.To!, cancellationToken);

        TieEnd[] asked = to.Person is null ? [person] : [person, to];
        var ids = asked.Select(a => a.Person!.Value).ToList();
        var stored = await db.Consents.Where(c => EF.Parameter(ids).Contains(c.PersonId) && c.Use == ConsentUse.IntroduceMe).ToListAsync(cancellationToken);
        var given = (request.Consents ?? [])
            .Where(c => ids.Contains(c.Person))
            .Select(c => Consent.Give(c.Person, ConsentUse.IntroduceMe, null, c.On, c.How, null, viewer.UserId))
            .ToList();
        // It has to hold on the day of the introduction, and still today: a yes taken back since is a no.
        var missing = asked
            .Where(a => !stored.Concat(given).Any(c => c.PersonId == a.Person && c.HoldsOn(request.On) && c.HoldsOn(today)))
            .ToList();
        if (missing.Count > 0)
        {
            return new ConsentNeeded(missing);
        }

        // Tapped twice: they are introduced once.
        if (await Before(request, cancellationToken) is { } before)
        {
            return new Introduced(before);
        }

        db.Consents.AddRange(given.Where(g => !stored.Exists(c => c.PersonId == g.PersonId && c.HoldsOn(request.On) && c.HoldsOn(today))));
        var introduction = Introduction.Make(viewer.ProgrammeId, ConnectionParts.Where(viewer, personIn, toIn), viewer.UserId, request.Person.Value, request.To!, request.On, request.Why);
        db.Introductions.Add(introduction);
        await db.SaveChangesAsync(cancellationToken);
        return new Introduced(introduction.Id);
    }

    private async Task<IntroductionId?> Before(Introduce request, CancellationToken token)
    {
        var (person, other, place) = (request.Person!.Value, request.To!.Person, request.To.Asset);
        var found = await db.Introductions
            .Where(i => i.PersonId == person && i.ToPersonId == other && i.ToAssetId == place && i.On == request.On && i.Outcome == IntroductionOutcome.Waiting)
            .OrderBy(i => i.Id).Select(i => i.Id).Take(1).ToListAsync(token);
        return found.Count == 0 ? null : found[0];
    }
}
