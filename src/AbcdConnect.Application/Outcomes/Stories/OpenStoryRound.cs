using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Stories;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Stories;

/// <summary>Lays stories before a panel. Only those that may be used.</summary>
[Requires(Permission.PublishReports)]
public sealed record OpenStoryRound(string Question, string? Panel, IReadOnlyList<StoryId> Stories) : IMakes<StoryRoundId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class OpenStoryRoundValidator : AbstractValidator<OpenStoryRound>
{
    public OpenStoryRoundValidator()
    {
        RuleFor(r => r.Question).NotEmpty().WithMessage("Say what the panel asks").MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(r => r.Panel).MaximumLength(Words.LongestLine).WithMessage("Use at most 200 letters");
        RuleFor(r => r.Stories).Must(s => s.Count >= 2).WithMessage("Choose two stories or more");
    }
}

internal sealed class OpenStoryRoundHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<OpenStoryRound, StoryRoundId>
{
    public async Task<StoryRoundId> Handle(OpenStoryRound request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var wanted = request.Stories.ToList();
        var usable = await db.Stories.VisibleTo(viewer, db, today).Where(s => EF.Parameter(wanted).Contains(s.Id)).UsableOn(today, db).Select(s => s.Id).ToListAsync(cancellationToken);
        if (usable.Count != wanted.Distinct().Count())
        {
            throw new DomainRuleException("One of these may not be used any more. Open the page again.");
        }

        var round = StoryRound.Open(viewer.ProgrammeId, request.Question, request.Panel, usable, today);
        db.StoryRounds.Add(round);
        await db.SaveChangesAsync(cancellationToken);
        return round.Id;
    }
}
