using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>A promise holds up to a month and no longer.</summary>
/// <param name="Last">The last month it holds for.</param>
[Requires(Permission.ChangeProgramme)]
public sealed record EndTarget(TargetId Id, YearMonth? Last) : IRequest;

internal sealed class EndTargetValidator : AbstractValidator<EndTarget>
{
    public EndTargetValidator() => RuleFor(r => r.Last).NotNull().WithMessage("Enter the last month it holds for, such as 2027-03");
}

internal sealed class EndTargetHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<EndTarget>
{
    public async Task Handle(EndTarget request, CancellationToken cancellationToken)
    {
        var target = await db.Targets.VisibleTo(current.Required()).SingleOrDefaultAsync(t => t.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("target");
        target.End(request.Last!.Value);
        await db.MustNotOverlap(target, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
