using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;

namespace AbcdConnect.Application.Meetings.Agenda;

/// <summary>Puts an agenda item before another one, as when it is dragged there.</summary>
/// <param name="Before">Null: at the end.</param>
[Requires(Permission.RunMeetings)]
public sealed record PlaceAgendaItem(MeetingId Meeting, AgendaItemId Item, AgendaItemId? Before) : IRequest;

internal sealed class PlaceAgendaItemHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<PlaceAgendaItem>
{
    public async Task Handle(PlaceAgendaItem request, CancellationToken cancellationToken)
    {
        var meeting = await db.MeetingWith(current.Required(), request.Meeting, m => m.Agenda, cancellationToken);
        meeting.PlaceItem(request.Item, request.Before);
        await db.SaveChangesAsync(cancellationToken);
    }
}
