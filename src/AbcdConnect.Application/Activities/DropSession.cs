using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Activities;

/// <summary>Takes away a session that was not held after all, and what it said of signposts.</summary>
[Requires(Permission.ChangeActivities)]
public sealed record DropSession(ActivityId Activity, ActivitySessionId Id) : IRequest;

internal sealed class DropSessionHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<DropSession>
{
    public async Task Handle(DropSession request, CancellationToken cancellationToken)
    {
        var activity = await db.Activities.Include(a => a.Sessions).VisibleTo(current.Required()).SingleOrDefaultAsync(a => a.Id == request.Activity, cancellationToken)
            ?? throw new NotFoundException("activity");
        var session = activity.Sessions.SingleOrDefault(s => s.Id == request.Id) ?? throw new NotFoundException("session");
        var came = await db.Attendances.Where(a => a.SessionId == request.Id).Select(a => a.PersonId).ToListAsync(cancellationToken);
        activity.Drop(session);
        await GotThere.TakeBack(db, activity.Id, session.Id, session.HeldOn, came, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
