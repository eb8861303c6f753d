using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using MediatR;

namespace AbcdConnect.Application.Outcomes.Stories.Pictures;

/// <summary>A story's picture, for those who work with the story, as long as its teller lets us.</summary>
[Requires(Permission.SeePeople)]
public sealed record SeeStoryPicture(StoryId Id) : IRequest<StoryPictureFile>;

internal sealed class SeeStoryPictureHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeStoryPicture, StoryPictureFile>
{
    public async Task<StoryPictureFile> Handle(SeeStoryPicture request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var stories = db.Stories.VisibleTo(current.Required(), db, today).UsableOn(today, db);
        return await db.PictureOf(stories, request.Id, cancellationToken) ?? throw new NotFoundException("picture");
    }
}
