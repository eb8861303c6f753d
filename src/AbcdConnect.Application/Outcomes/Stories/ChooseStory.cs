using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Stories;

/// <summary>The panel chooses a story of the round, or lets it go, and says why.</summary>
[Requires(Permission.PublishReports)]
public sealed record ChooseStory(StoryRoundId Round, StoryId Story, bool IsChosen, string Why) : IRequest;

internal sealed class ChooseStoryValidator : AbstractValidator<ChooseStory>
{
    public ChooseStoryValidator() => RuleFor(r => r.Why).NotEmpty().WithMessage("Say why: the reasons are what is learnt from").MaximumLength(4000).WithMessage("Use at most 4,000 letters");
}

internal sealed class ChooseStoryHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ChooseStory>
{
    public async Task Handle(ChooseStory request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var round = await db.StoryRounds.Include(r => r.Stories).SingleOrDefaultAsync(r => r.Id == request.Round && r.ProgrammeId == programme, cancellationToken) ?? throw new NotFoundException("round");
        round.Choose(request.Story, request.IsChosen, request.Why);
        await db.SaveChangesAsync(cancellationToken);
    }
}
