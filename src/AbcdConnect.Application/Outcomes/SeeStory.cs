using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Outcomes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes;

/// <summary>One story in the teller's words.</summary>
[Requires(Permission.SeePeople)]
public sealed record SeeStory(StoryId Id) : IRequest<StoryView>;

/// <param name="Went">Where it already went: what is printed cannot be called back.</param>
/// <param name="Rounds">The panels that read it, with their reasons.</param>
public sealed record StoryView(StoryRow Story, string Words, long Version, bool MayChange, StoryAgreement Agreed, IReadOnlyList<string> Codes, ConversationId? HeardIn, IReadOnlyList<StoryWent> Went, IReadOnlyList<StoryJudged> Rounds)
{
    /// <summary>What its picture shows; null where none may stand beside it today.</summary>
    public string? PictureShows { get; init; }
}

public sealed record StoryWent(string Place, DateOnly On);

public sealed record StoryJudged(StoryRoundId Round, string Question, bool IsChosen, string? Why);

internal sealed class SeeStoryHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeStory, StoryView>
{
    public async Task<StoryView> Handle(SeeStory request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var story = db.Stories.VisibleTo(viewer, db, today).Where(s => s.Id == request.Id);
        var row = await story.Rows(today, db).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("story");
        var whole = await story.AsNoTracking().SingleAsync(cancellationToken);
        var id = request.Id;
        return new StoryView(
            row,
            whole.Words,
            whole.Version,
            viewer.May(Permission.ChangePeople),
            new StoryAgreement(!whole.StaysOutOfReports, whole.MayGoOnWeb, whole.MayNameTeller, !whole.HidesPlace, whole.MayShowPicture, whole.ConsentUntil),
            whole.Codes,
            whole.ConversationId,
            await db.StoryTrails.Where(t => t.StoryId == id).OrderBy(t => t.On).Select(t => new StoryWent(t.Place, t.On)).ToListAsync(cancellationToken),
            await db.StoriesInRounds.Where(s => s.StoryId == id).Join(db.StoryRounds, s => s.RoundId, r => r.Id, (s, r) => new StoryJudged(r.Id, r.Question, s.IsChosen, s.Why)).ToListAsync(cancellationToken))
        {
            PictureShows = row.IsUsable ? whole.PictureShows : null,
        };
    }
}
