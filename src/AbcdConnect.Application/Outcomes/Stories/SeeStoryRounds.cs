using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Stories;

/// <summary>The panels' rounds, the newest first, and what could be laid before the next.</summary>
[Requires(Permission.PublishReports)]
public sealed record SeeStoryRounds : IRequest<StoryRounds>;

/// <param name="Candidates">Stories of the last year that may be used today; those a panel chose first.</param>
public sealed record StoryRounds(IReadOnlyList<RoundRow> Rounds, IReadOnlyList<StoryCandidate> Candidates);

public sealed record RoundRow(StoryRoundId Id, string Question, string? Panel, DateOnly OpenedOn, DateOnly? ClosedOn, int Stories, int Chosen);

public sealed record StoryCandidate(StoryId Id, string Title, string Language, DateOnly ToldOn, string? Outcome, bool WasChosen);

internal sealed class SeeStoryRoundsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeStoryRounds, StoryRounds>
{
    private const int Most = 50;

    public async Task<StoryRounds> Handle(SeeStoryRounds request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var since = today.AddYears(-1);
        var rounds = await db.StoryRounds.Where(r => r.ProgrammeId == viewer.ProgrammeId).OrderByDescending(r => r.OpenedOn).ThenByDescending(r => r.Id).Take(Most)
            .Select(r => new RoundRow(r.Id, r.Question, r.Panel, r.OpenedOn, r.ClosedOn, r.Stories.Count, r.Stories.Count(s => s.IsChosen))).ToListAsync(cancellationToken);
        var candidates = await db.Stories.VisibleTo(viewer, db, today).Where(s => s.ToldOn >= since).UsableOn(today, db)
            .OrderByDescending(s => s.ToldOn).ThenByDescending(s => s.Id).Take(Most)
            .Select(s => new StoryCandidate(s.Id, s.Title, s.Language, s.ToldOn, s.Outcome, db.StoriesInRounds.Any(r => r.StoryId == s.Id && r.IsChosen))).ToListAsync(cancellationToken);
        return new StoryRounds(rounds, candidates);
    }
}
