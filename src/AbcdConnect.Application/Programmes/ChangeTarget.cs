using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>Puts a promise right, or ends it. What was promised, and for where, stays.</summary>
[Requires(Permission.ChangeProgramme)]
public sealed record ChangeTarget(TargetId Id, TargetDetails Details, long Version) : IRequest;

internal sealed class ChangeTargetValidator : AbstractValidator<ChangeTarget>
{
    public ChangeTargetValidator() => RuleFor(r => r.Details).SetValidator(new TargetDetailsValidator());
}

internal sealed class ChangeTargetHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChangeTarget>
{
    public async Task Handle(ChangeTarget request, CancellationToken cancellationToken)
    {
        var target = await db.Targets.VisibleTo(current.Required()).SingleOrDefaultAsync(t => t.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("target");
        target.MustStillBe(request.Version);
        var details = request.Details;
        target.Change(details.Amount!.Value, details.Per, details.PerFte, details.From!.Value, details.To);
        await db.MustNotOverlap(target, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
