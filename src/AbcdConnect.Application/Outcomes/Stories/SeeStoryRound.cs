using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Stories;

/// <summary>One round: its stories, what was chosen, and why.</summary>
[Requires(Permission.PublishReports)]
public sealed record SeeStoryRound(StoryRoundId Id) : IRequest<RoundSeen>;

/// <param name="Stories">One that may not be used any more stands without its words.</param>
public sealed record RoundSeen(StoryRoundId Id, string Question, string? Panel, DateOnly OpenedOn, DateOnly? ClosedOn, string? Learnt, IReadOnlyList<RoundStory> Stories);

/// <param name="Words">Null where it may not be used any more.</param>
public sealed record RoundStory(StoryId Id, string? Title, string? Words, string Language, string? Outcome, bool IsChosen, string? Why);

internal sealed class SeeStoryRoundHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeStoryRound, RoundSeen>
{
    public async Task<RoundSeen> Handle(SeeStoryRound request, CancellationToken cancellationToken)
    {
        var (programme, today, id) = (current.Required().ProgrammeId, clock.Today(), request.Id);
        var round = await db.StoryRounds.AsNoTracking().Include(r => r.Stories).SingleOrDefaultAsync(r => r.Id == id && r.ProgrammeId == programme, cancellationToken) ?? throw new NotFoundException("round");
        var usable = await db.Stories.AsNoTracking().Where(s => db.StoriesInRounds.Any(r => r.RoundId == id && r.StoryId == s.Id)).UsableOn(today, db).ToDictionaryAsync(s => s.Id, cancellationToken);
        return new RoundSeen(
            id,
            round.Question,
            round.Panel,
            round.OpenedOn,
            round.ClosedOn,
            round.Learnt,
            [.. round.Stories.OrderBy(s => s.StoryId.Value).Select(s => usable.TryGetValue(s.StoryId, out var story)
                ? new RoundStory(s.StoryId, story.Title, story.Words, story.Language, story.Outcome, s.IsChosen, s.Why)
                : new RoundStory(s.StoryId, null, null, "en-GB", null, s.IsChosen, s.Why))]);
    }
}
