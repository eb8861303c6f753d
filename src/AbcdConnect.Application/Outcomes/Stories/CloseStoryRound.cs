using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Stories;

/// <summary>The panel is done. What it chose and why stays.</summary>
[Requires(Permission.PublishReports)]
public sealed record CloseStoryRound(StoryRoundId Round, string? Learnt) : IRequest;

internal sealed class CloseStoryRoundValidator : AbstractValidator<CloseStoryRound>
{
    public CloseStoryRoundValidator() => RuleFor(r => r.Learnt).MaximumLength(4000).WithMessage("Use at most 4,000 letters");
}

internal sealed class CloseStoryRoundHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<CloseStoryRound>
{
    public async Task Handle(CloseStoryRound request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var round = await db.StoryRounds.Include(r => r.Stories).SingleOrDefaultAsync(r => r.Id == request.Round && r.ProgrammeId == programme, cancellationToken) ?? throw new NotFoundException("round");
        round.Close(clock.Today(), request.Learnt);
        await db.SaveChangesAsync(cancellationToken);
    }
}
