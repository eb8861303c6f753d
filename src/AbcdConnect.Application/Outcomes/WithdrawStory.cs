using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes;

/// <summary>A story is not told any more, from today. Reports already published keep it.</summary>
[Requires(Permission.ChangePeople)]
public sealed record WithdrawStory(StoryId Id) : IRequest;

internal sealed class WithdrawStoryHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<WithdrawStory>
{
    public async Task Handle(WithdrawStory request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var story = await db.Stories.VisibleTo(current.Required(), db, today).SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("story");
        story.Withdraw(today);
        await db.LetPictureGo(story.Id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
