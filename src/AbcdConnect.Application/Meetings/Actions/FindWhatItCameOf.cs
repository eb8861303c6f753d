using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Actions;

/// <summary>The action that something was made for, where there was one that the viewer may see.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record FindWhatItCameOf(MadeKind Kind, long Number) : IRequest<ActionRow?>;

internal sealed class FindWhatItCameOfHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<FindWhatItCameOf, ActionRow?>
{
    public Task<ActionRow?> Handle(FindWhatItCameOf request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        MadeKind? kind = request.Kind;
        long? number = request.Number;
        return db.MeetingActions.VisibleTo(viewer, db)
            .Where(a => a.Made == kind && a.MadeId == number)
            .OrderBy(a => a.Id)
            .Rows(viewer, db)
            .FirstOrDefaultAsync(cancellationToken)!;
    }
}
