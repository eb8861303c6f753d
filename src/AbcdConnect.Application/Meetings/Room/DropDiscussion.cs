using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings.Room;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>The person is not talked about after all. Nothing was shared, so nothing is kept of it.</summary>
[Requires(Permission.RunMeetings)]
public sealed record DropDiscussion(DiscussionId Id) : IRequest;

internal sealed class DropDiscussionHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<DropDiscussion>
{
    public async Task Handle(DropDiscussion request, CancellationToken cancellationToken)
    {
        var discussion = await db.Discussions.VisibleTo(current.Required()).SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("discussion");
        if (discussion.OpenedAt is not null)
        {
            throw new DomainRuleException("They were talked about already: what was shared, and with whom, stays written down.");
        }

        db.Discussions.Remove(discussion);
        await db.SaveChangesAsync(cancellationToken);
    }
}
