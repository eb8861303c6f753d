using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>Somebody new comes to the table for an agency.</summary>
[Requires(Permission.ChangeAgencies)]
public sealed record AddPractitioner(AgencyId Agency, PractitionerDetails Details) : IMakes<PractitionerId>
{
    public Guid? SubmissionId { get; set; }
}

/// <summary>What is known of a practitioner. A name is enough.</summary>
public sealed record PractitionerDetails(string Name, string? JobTitle = null, string? Email = null);

internal sealed class AddPractitionerValidator : AbstractValidator<AddPractitioner>
{
    public AddPractitionerValidator() => RuleFor(r => r.Details).SetValidator(new PractitionerDetailsValidator());
}

internal sealed class PractitionerDetailsValidator : AbstractValidator<PractitionerDetails>
{
    public PractitionerDetailsValidator()
    {
        RuleFor(d => d.Name)
            .NotEmpty().WithMessage("Enter a name")
            .MaximumLength(Words.LongestLine).WithMessage("A name has at most 200 letters");
        RuleFor(d => d.JobTitle).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(d => d.Email)
            .MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters")
            .Must(e => string.IsNullOrWhiteSpace(e) || e.Contains('@', StringComparison.Ordinal)).WithMessage("An e-mail address has an @ in it");
    }
}

internal sealed class AddPractitionerHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<AddPractitioner, PractitionerId>
{
    public async Task<PractitionerId> Handle(AddPractitioner request, CancellationToken cancellationToken)
    {
        if (!await db.Agencies.VisibleTo(current.Required()).AnyAsync(a => a.Id == request.Agency, cancellationToken))
        {
            throw new NotFoundException("agency");
        }

        // A double tap adds nobody twice. Somebody welcomed in the room by name alone is that somebody, and gets the rest now.
        var (name, job, email) = (Words.Tidy(request.Details.Name)!, Words.Tidy(request.Details.JobTitle), Words.Tidy(request.Details.Email));
        if (await db.Practitioners.FirstOrDefaultAsync(p => p.AgencyId == request.Agency && p.Name == name && p.LeftOn == null, cancellationToken) is { } known)
        {
            if (Differs(known.JobTitle, job) || Differs(known.Email, email))
            {
                throw new DomainRuleException($"{name} comes for this agency already, with another job or address. Change what is known of them; if this is somebody else, tell the two apart by their names.");
            }

            known.Change(known.AgencyId, name, known.JobTitle ?? job, known.Email ?? email);
            await db.SaveChangesAsync(cancellationToken);
            return known.Id;
        }

        var practitioner = Practitioner.Join(request.Agency, request.Details.Name, request.Details.JobTitle, request.Details.Email);
        db.Practitioners.Add(practitioner);
        await db.SaveChangesAsync(cancellationToken);
        return practitioner.Id;
    }

    private static bool Differs(string? known, string? typed) => known is not null && typed is not null && !known.Equals(typed, StringComparison.OrdinalIgnoreCase);
}
