using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Changes what is known of a person.</summary>
/// <param name="Version">What the person typing was looking at.</param>
[Requires(Permission.ChangePeople)]
public sealed record ChangePerson(PersonId Id, long Version, PersonDetails Details) : IRequest;

internal sealed class ChangePersonValidator : AbstractValidator<ChangePerson>
{
    public ChangePersonValidator() => RuleFor(r => r.Details).SetValidator(new PersonDetailsValidator());
}

internal sealed class ChangePersonHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ChangePerson>
{
    public async Task Handle(ChangePerson request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var person = await db.People.VisibleTo(viewer, db, clock.Today()).SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("person");
        await db.MustKnowPlace(viewer, request.Details.NeighbourhoodId, person.NeighbourhoodId, cancellationToken);
        person.MustStillBe(request.Version);
        person.Change(request.Details);
        await db.SaveChangesAsync(cancellationToken);
    }
}
