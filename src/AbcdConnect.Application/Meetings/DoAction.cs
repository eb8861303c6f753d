using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;

namespace AbcdConnect.Application.Meetings;

/// <summary>Says that an action is done today, or that it is open after all. A partner: their own agency's only.</summary>
[Requires(Permission.DoActions)]
public sealed record DoAction(ActionId Id, bool Done = true) : IRequest;

internal sealed class DoActionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<DoAction>
{
    public async Task Handle(DoAction request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var action = await db.ActionToDo(viewer, request.Id, cancellationToken);
        if (!request.Done)
        {
            action.Reopen(viewer.UserId, clock.GetUtcNow());
        }
        else
        {
            // A second tap does not move the day.
            action.Move(ActionStatus.Done, clock.Today(), null, viewer.UserId, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
