using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>The notes under agenda items as they stand now: what was folded, and the edits that came since. For whoever makes minutes of them too.</summary>
internal static class Notebook
{
    /// <summary>The notes under these items; an item without any is not among them.</summary>
    public static async Task<IReadOnlyDictionary<AgendaItemId, NotesUnder>> NotesUnder(this IAbcdDbContext db, IReadOnlyList<AgendaItemId> items, CancellationToken token)
    {
        var wanted = items.ToList();
        var folded = await db.ItemNotes.AsNoTracking().Where(n => EF.Parameter(wanted).Contains(n.AgendaItemId)).ToListAsync(token);
        var edits = await db.NoteEdits.AsNoTracking().Where(e => EF.Parameter(wanted).Contains(e.AgendaItemId)).OrderBy(e => e.Id).ToListAsync(token);
        var later = edits.ToLookup(e => e.AgendaItemId);
        return folded.Select(n => n.AgendaItemId).Union(edits.Select(e => e.AgendaItemId)).ToDictionary(item => item, item =>
        {
            var notes = folded.Find(n => n.AgendaItemId == item);
            var text = notes?.ToText() ?? new SharedText();
            foreach (var edit in later[item])
            {
                text.Take(edit.ToEdit());
            }

            return new NotesUnder(text, NoteWriter.Joined(notes?.WrittenBy() ?? [], later[item]));
        });
    }

    /// <summary>Whether an item was begun, or anything was typed under it: then it is part of what happened.</summary>
    public static async Task<bool> WasTalkedAbout(this IAbcdDbContext db, AgendaItemId item, CancellationToken token) =>
        await db.Sittings.AnyAsync(s => s.Spells.Any(p => p.AgendaItemId == item), token)
        || await db.ItemNotes.AnyAsync(n => n.AgendaItemId == item, token) || await db.NoteEdits.AnyAsync(e => e.AgendaItemId == item, token);
}

/// <param name="Writers">Whoever wrote last first.</param>
internal sealed record NotesUnder(SharedText Text, IReadOnlyList<NoteWriter> Writers);
