using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.People;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>Begins to ask somebody how things are. It is answered then and there, on a private link, or on paper.</summary>
[Requires(Permission.ChangePeople)]
public sealed record PlanAsking(PersonId Person, IReadOnlyList<string> Measures) : IMakes<AskingId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class PlanAskingValidator : AbstractValidator<PlanAsking>
{
    public PlanAskingValidator() => RuleFor(r => r.Measures).NotEmpty().WithMessage("Choose what to ask");
}

internal sealed class PlanAskingHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<PlanAsking, AskingId>
{
    public async Task<AskingId> Handle(PlanAsking request, CancellationToken cancellationToken)
    {
        var (viewer, today, id) = (current.Required(), clock.Today(), request.Person);
        var person = await db.People.VisibleTo(viewer, db, today).Where(p => p.Id == id).Select(p => new { p.FirstName, p.NeighbourhoodId }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("person");
        var shelf = await MeasureShelf.Read(db, viewer.ProgrammeId, cancellationToken);
        if (request.Measures.Any(m => !shelf.IsAsked(m)))
        {
            throw new DomainRuleException("One of these is not asked any more. Open the page again.");
        }

        // A beginning that waits is the beginning; one that was answered is followed up and not begun again.
        if (await db.Askings.FirstOrDefaultAsync(a => a.PersonId == id && a.Months == 0 && a.ClosedOn == null, cancellationToken) is { } begun)
        {
            return begun.AnsweredOn is null ? begun.Id : throw new DomainRuleException($"{person.FirstName} was asked a first time on {begun.AnsweredOn:d MMMM yyyy}. What comes next stands below.");
        }

        var asking = Asking.Begin(viewer.ProgrammeId, id, person.NeighbourhoodId, shelf.Now(request.Measures).Select(m => m.Code), today);
        db.Askings.Add(asking);
        await db.SaveChangesAsync(cancellationToken);
        return asking.Id;
    }
}
