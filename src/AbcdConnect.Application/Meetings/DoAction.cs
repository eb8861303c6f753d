using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>Says that an action is done today, or that it is open after all. A partner: their own agency's only.</summary>
[Requires(Permission.DoActions)]
public sealed record DoAction(ActionId Id, bool Done = true) : IRequest;

internal sealed class DoActionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<DoAction>
{
    public async Task Handle(DoAction request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var action = await db.MeetingActions.VisibleTo(viewer, db).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("action");
        if (viewer is { IsSystem: false, Role: Role.Partner } && action.AgencyId != viewer.AgencyId)
        {
            throw new NotAllowedException("This action is another agency's. You can mark your own agency's as done.");
        }

        if (!request.Done)
        {
            action.Reopen();
        }
        else if (action.DoneOn is null)
        {
            // A second tap does not move the day.
            action.Done(clock.Today());
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
