using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>The notes of a meeting with every letter's number, for a page that writes along.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record ReadNotes(MeetingId Meeting) : IRequest<RoomNotes>;

/// <param name="MayWrite">Else the page only shows what the others write.</param>
public sealed record RoomNotes(IReadOnlyList<ItemLetters> Items, bool MayWrite);

/// <param name="Letters">What stands there: see <see cref="KeptNotes"/>.</param>
/// <param name="Clock">See <see cref="SharedText.Clock"/>.</param>
/// <param name="Waiting">Edits that speak of letters which have not come.</param>
public sealed record ItemLetters(AgendaItemId Item, string Letters, long Clock, IReadOnlyList<TextEdit> Waiting);

internal sealed class ReadNotesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ReadNotes, RoomNotes>
{
    public async Task<RoomNotes> Handle(ReadNotes request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (!await db.Meetings.VisibleTo(viewer, db).AnyAsync(m => m.Id == request.Meeting && m.Status != MeetingStatus.Cancelled, cancellationToken))
        {
            throw new NotFoundException("meeting");
        }

        var items = await db.Meetings.Where(m => m.Id == request.Meeting).SelectMany(m => m.Agenda).Select(a => a.Id).ToListAsync(cancellationToken);
        var notes = await db.NotesUnder(items, cancellationToken);
        return new RoomNotes(
            [.. items.Select(item => notes.TryGetValue(item, out var under) ? new ItemLetters(item, KeptNotes.Of(under.Text), under.Text.Clock, [.. under.Text.Waiting]) : new ItemLetters(item, KeptNotes.Nothing, 0, []))],
            viewer.May(Permission.TakeNotes) && !await db.AgreedMinutes.AnyAsync(m => m.MeetingId == request.Meeting, cancellationToken));
    }
}
