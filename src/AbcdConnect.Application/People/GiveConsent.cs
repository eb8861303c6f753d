using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>A person said yes to one use. It holds for a year unless another end was agreed.</summary>
/// <param name="ExpiresOn">The last day it holds; null: a year from the day it was given.</param>
[Requires(Permission.ChangePeople)]
public sealed record GiveConsent(PersonId PersonId, ConsentUse Use, AgencyId? AgencyId, DateOnly GivenOn, ConsentHow How, DateOnly? ExpiresOn = null) : IMakes<ConsentId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class GiveConsentValidator : AbstractValidator<GiveConsent>
{
    public GiveConsentValidator(TimeProvider clock)
    {
        RuleFor(r => r.GivenOn).Must(on => on <= clock.Today()).WithMessage("They cannot have said yes on a day that has not come");
        RuleFor(r => r.AgencyId).NotNull().When(r => r.Use == ConsentUse.ShareWithAgency).WithMessage("Sharing is agreed with one agency at a time: choose which");
        RuleFor(r => r.ExpiresOn).Must((r, ends) => ends is null || ends >= r.GivenOn).WithMessage("It would end before it was given");
    }
}

internal sealed class GiveConsentHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<GiveConsent, ConsentId>
{
    public async Task<ConsentId> Handle(GiveConsent request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        await db.MustSee(viewer, clock.Today(), request.PersonId, cancellationToken);
        // Chosen while sharing was chosen, left behind when another use was: it names nobody then.
        var agency = request.Use == ConsentUse.ShareWithAgency ? request.AgencyId : null;
        if (agency is { } id && !await db.Agencies.AnyAsync(a => a.Id == id && a.ProgrammeId == viewer.ProgrammeId, cancellationToken))
        {
            throw new ValidationException([new ValidationFailure("AgencyId", "That agency is not at your table: choose another")]);
        }

        var consent = Consent.Give(request.PersonId, request.Use, agency, request.GivenOn, request.How, request.ExpiresOn ?? request.GivenOn.AddYears(1), viewer.UserId);
        db.Consents.Add(consent);
        await db.SaveChangesAsync(cancellationToken);
        return consent.Id;
    }
}
