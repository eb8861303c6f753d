using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Actions;

/// <summary>A practitioner takes on what is their agency's and nobody's in particular.</summary>
[Requires(Permission.DoActions)]
public sealed record TakeOnAction(ActionId Id) : IRequest;

internal sealed class TakeOnActionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<TakeOnAction>
{
    public async Task Handle(TakeOnAction request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var action = await db.ActionToDo(viewer, request.Id, cancellationToken);
        var (me, agency) = (viewer.UserId, action.AgencyId);
        var self = me is null
            ? null
            : await db.Practitioners.Where(p => p.UserId == me && p.AgencyId == agency && p.LeftOn == null).OrderBy(p => p.Id).Select(p => new { p.Id, p.AgencyId, p.Name }).FirstOrDefaultAsync(cancellationToken);
        if (self is null)
        {
            throw new DomainRuleException("Your sign-in is not tied to a name at this agency's table yet. Ask the coordinator to tie it, then take this on.");
        }

        action.TakeOn(self.Id, self.AgencyId, self.Name, viewer.UserId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
