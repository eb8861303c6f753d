using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>Sets how many months after the beginning people are asked again. Those who have begun keep the times that were set then.</summary>
[Requires(Permission.ChangeProgramme)]
public sealed record SetFollowUps(IReadOnlyList<int> Months) : IRequest;

internal sealed class SetFollowUpsValidator : AbstractValidator<SetFollowUps>
{
    public SetFollowUpsValidator() => RuleFor(r => r.Months).NotEmpty().WithMessage("Enter at least one number of months, such as 3, 6, 12");
}

internal sealed class SetFollowUpsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SetFollowUps>
{
    public async Task Handle(SetFollowUps request, CancellationToken cancellationToken)
    {
        var id = current.Required().ProgrammeId;
        (await db.Programmes.SingleAsync(p => p.Id == id, cancellationToken)).FollowUpAfter(request.Months);
        await db.SaveChangesAsync(cancellationToken);
    }
}
