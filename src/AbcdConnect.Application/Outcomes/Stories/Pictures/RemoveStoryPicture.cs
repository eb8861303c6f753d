using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Stories.Pictures;

/// <summary>Takes a story's picture away, and lets go of it.</summary>
[Requires(Permission.ChangePeople)]
public sealed record RemoveStoryPicture(StoryId Id) : IRequest;

internal sealed class RemoveStoryPictureHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<RemoveStoryPicture>
{
    public async Task Handle(RemoveStoryPicture request, CancellationToken cancellationToken)
    {
        var id = request.Id;
        var story = await db.Stories.VisibleTo(current.Required(), db, clock.Today()).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw new NotFoundException("story");
        story.ShowNoPicture();
        await db.LetPictureGo(id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
