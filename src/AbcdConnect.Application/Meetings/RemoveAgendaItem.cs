using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;

namespace AbcdConnect.Application.Meetings;

/// <summary>Takes an item off the agenda; the others close up.</summary>
[Requires(Permission.RunMeetings)]
public sealed record RemoveAgendaItem(MeetingId Meeting, AgendaItemId Item) : IRequest;

internal sealed class RemoveAgendaItemHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<RemoveAgendaItem>
{
    public async Task Handle(RemoveAgendaItem request, CancellationToken cancellationToken)
    {
        var meeting = await db.MeetingWith(current.Required(), request.Meeting, m => m.Agenda, cancellationToken);
        if (await db.WasTalkedAbout(request.Item, cancellationToken))
        {
            throw new DomainRuleException("This item has been begun, or has notes under it: it stays. Give it another title if it is called wrongly.");
        }

        meeting.RemoveItem(request.Item);
        await db.SaveChangesAsync(cancellationToken);
    }
}
