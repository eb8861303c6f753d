using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>Puts a neighbourhood's name, population or codes right. Its own code and its boundary stay.</summary>
[Requires(Permission.ChangeProgramme)]
public sealed record ChangeNeighbourhood(NeighbourhoodId Id, NeighbourhoodDetails Details, long Version) : IRequest;

internal sealed class ChangeNeighbourhoodValidator : AbstractValidator<ChangeNeighbourhood>
{
    public ChangeNeighbourhoodValidator() => RuleFor(r => r.Details).SetValidator(new NeighbourhoodDetailsValidator());
}

internal sealed class ChangeNeighbourhoodHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChangeNeighbourhood>
{
    public async Task Handle(ChangeNeighbourhood request, CancellationToken cancellationToken)
    {
        var neighbourhood = await db.Neighbourhoods.VisibleTo(current.Required()).SingleOrDefaultAsync(n => n.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("neighbourhood");
        neighbourhood.MustStillBe(request.Version);
        neighbourhood.Change(request.Details.Name, neighbourhood.Boundary, request.Details.Population, string.Join(' ', request.Details.Lsoas));
        await db.SaveChangesAsync(cancellationToken);
    }
}
