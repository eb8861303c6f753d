using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>Folds the edits that came into the item's notes: who wrote and when stays, each stroke does not. What was typed and taken out
/// again is forgotten here.</summary>
[Requires(Permission.TakeNotes)]
public sealed record FoldNotes(MeetingId Meeting, AgendaItemId Item) : IRequest;

internal sealed class FoldNotesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<FoldNotes>
{
    public async Task Handle(FoldNotes request, CancellationToken cancellationToken)
    {
        var item = request.Item;
        await db.MustBeOn(current.Required(), request.Meeting, item, cancellationToken);
        var edits = await db.NoteEdits.Where(e => e.AgendaItemId == item).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        if (edits.Count == 0)
        {
            return;
        }

        var notes = await db.ItemNotes.SingleOrDefaultAsync(n => n.AgendaItemId == item, cancellationToken);
        if (notes is null)
        {
            notes = ItemNotes.Under(item);
            db.ItemNotes.Add(notes);
        }

        // An edit that waits for letters which have not come stays; one that comes meanwhile is not among these.
        db.NoteEdits.RemoveRange(notes.Fold(edits));
        await db.SaveChangesAsync(cancellationToken);
    }
}
