using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using FluentValidation;
using MediatR;

namespace AbcdConnect.Application.People;

/// <summary>Adds a person. A first name is enough.</summary>
[Requires(Permission.ChangePeople)]
public sealed record MeetPerson(PersonDetails Details) : IMakes<PersonId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class MeetPersonValidator : AbstractValidator<MeetPerson>
{
    public MeetPersonValidator() => RuleFor(r => r.Details).SetValidator(new PersonDetailsValidator());
}

internal sealed class PersonDetailsValidator : AbstractValidator<PersonDetails>
{
    public PersonDetailsValidator()
    {
        RuleFor(d => d.FirstName)
            .NotEmpty().WithMessage("Enter a first name, or what they like to be called")
            .MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
        RuleFor(d => d.LastName).MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
        RuleFor(d => d.KnownAs).MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
        RuleFor(d => d.Language).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(d => d.Phone).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(d => d.Email).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(d => d.KeepInTouchWeeks).InclusiveBetween(1, 52).WithMessage("Enter a number of weeks between 1 and 52, or leave it empty");
        RuleFor(d => d.ContactPreference).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
    }
}

internal sealed class MeetPersonHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<MeetPerson, PersonId>
{
    public async Task<PersonId> Handle(MeetPerson request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        await db.MustKnowPlace(viewer, request.Details.NeighbourhoodId, null, cancellationToken);
        var person = Person.Meet(viewer.ProgrammeId, viewer.UserId, clock.Today(), request.Details);
        db.People.Add(person);
        await db.SaveChangesAsync(cancellationToken);
        return person.Id;
    }
}
