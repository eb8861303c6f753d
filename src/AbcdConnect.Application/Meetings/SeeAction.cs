using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>One action.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record SeeAction(ActionId Id) : IRequest<ActionRow>;

internal sealed class SeeActionHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeAction, ActionRow>
{
    public async Task<ActionRow> Handle(SeeAction request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        return await db.MeetingActions.VisibleTo(viewer, db).Where(a => a.Id == request.Id).Rows(viewer, db).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("action");
    }
}
