using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>Puts an agency's name or sector right.</summary>
[Requires(Permission.ChangeAgencies)]
public sealed record ChangeAgency(AgencyId Id, string Name, Sector Sector, long Version) : IRequest;

internal sealed class ChangeAgencyValidator : AbstractValidator<ChangeAgency>
{
    public ChangeAgencyValidator()
    {
        RuleFor(r => r.Name).AgencyName();
        RuleFor(r => r.Sector).IsInEnum().WithMessage("Choose a sector");
    }
}

internal sealed class ChangeAgencyHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChangeAgency>
{
    public async Task Handle(ChangeAgency request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var agency = await db.Agencies.VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("agency");
        agency.MustStillBe(request.Version);
        await db.MustBeNewName(viewer, request.Name, agency.Id, cancellationToken);
        agency.Change(request.Name, request.Sector);
        await db.SaveChangesAsync(cancellationToken);
    }
}
