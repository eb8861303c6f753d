using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.TheoryOfChange;

/// <summary>The draft becomes the theory of change that holds. The editions before it can still be read.</summary>
[Requires(Permission.ChangeTheory)]
public sealed record AdoptTheory(string Key, string? Why, long Version) : IRequest;

internal sealed class AdoptTheoryValidator : AbstractValidator<AdoptTheory>
{
    public AdoptTheoryValidator() => RuleFor(r => r.Why).MaximumLength(2000).WithMessage("Use at most 2,000 letters");
}

internal sealed class AdoptTheoryHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AdoptTheory>
{
    public async Task Handle(AdoptTheory request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var draft = await db.Theories.SingleOrDefaultAsync(t => t.ProgrammeId == viewer.ProgrammeId && t.Key == request.Key && t.AdoptedOn == null, cancellationToken)
            ?? throw new NotFoundException("draft");
        draft.MustStillBe(request.Version);
        draft.Adopt(clock.Today(), viewer.UserId, request.Why);
        await db.SaveChangesAsync(cancellationToken);
    }
}
