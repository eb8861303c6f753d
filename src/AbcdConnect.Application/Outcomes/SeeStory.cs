using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes;

/// <summary>One story in the teller's words.</summary>
[Requires(Permission.SeePeople)]
public sealed record SeeStory(StoryId Id) : IRequest<StoryView>;

public sealed record StoryView(StoryRow Story, string Words, long Version, bool MayChange);

internal sealed class SeeStoryHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeStory, StoryView>
{
    public async Task<StoryView> Handle(SeeStory request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var story = db.Stories.VisibleTo(viewer, db, today).Where(s => s.Id == request.Id);
        var row = await story.Rows(today, db).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("story");
        var words = await story.Select(s => new { s.Words, s.Version }).SingleAsync(cancellationToken);
        return new StoryView(row, words.Words, words.Version, viewer.May(Permission.ChangePeople));
    }
}
