using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Meetings.Room;

/// <summary>One edit of the notes under an agenda item, as it arrived: kept until it is folded into <see cref="ItemNotes"/>.</summary>
public sealed class NoteEdit
{
    private NoteEdit()
    {
    }

    public long Id { get; private set; }

    public AgendaItemId AgendaItemId { get; private set; }

    /// <summary>The open page that it was typed on; see <see cref="LetterId"/>.</summary>
    public long Writer { get; private set; }

    public long Number { get; private set; }

    public long? AfterWriter { get; private set; }

    public long? AfterNumber { get; private set; }

    public string? Text { get; private set; }

    /// <summary>The letters taken out, each span as writer, number and count.</summary>
    public string? Removed { get; private set; }

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static NoteEdit Of(AgendaItemId item, TextEdit edit, UserId? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return new NoteEdit
        {
            AgendaItemId = item,
            Writer = edit.Id.Writer,
            Number = edit.Id.Number,
            AfterWriter = edit.After?.Writer,
            AfterNumber = edit.After?.Number,
            Text = edit.Text.Length == 0 ? null : edit.Text,
            Removed = edit.Removed.Count == 0 ? null : KeptNotes.Of(edit.Removed),
            By = by,
            At = at,
        };
    }

    public TextEdit ToEdit() => new(
        new LetterId(Number, Writer),
        AfterNumber is { } number && AfterWriter is { } writer ? new LetterId(number, writer) : null,
        Text ?? "",
        Removed is null ? [] : KeptNotes.Spans(Removed));
}

/// <summary>What was typed under one agenda item while people talked, word by word. The edits that came since stand beside it as
/// <see cref="NoteEdit"/>s.</summary>
public sealed class ItemNotes : AggregateRoot
{
    private ItemNotes()
    {
    }

    /// <summary>The agenda item's own number.</summary>
    public AgendaItemId AgendaItemId { get; private set; }

    /// <summary>As it reads.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The same with every letter's number, for those who go on writing: see <see cref="KeptNotes"/>.</summary>
    public string Letters { get; private set; } = KeptNotes.Nothing;

    /// <summary>See <see cref="SharedText.Clock"/>.</summary>
    public long Clock { get; private set; }

    /// <summary>Who wrote, and when last: see <see cref="NoteWriter"/>.</summary>
    public string Writers { get; private set; } = KeptNotes.Nothing;

    public static ItemNotes Under(AgendaItemId item) => new() { AgendaItemId = item };

    public SharedText ToText() => SharedText.Of(KeptNotes.Runs(Letters), Clock);

    public IReadOnlyList<NoteWriter> WrittenBy() => KeptNotes.ReadWriters(Writers);

    /// <summary>Takes the edits into the text.</summary>
    /// <returns>Those that are in it now; the others wait for letters that have not come.</returns>
    public IReadOnlyList<NoteEdit> Fold(IReadOnlyList<NoteEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        var text = ToText();
        foreach (var edit in edits)
        {
            text.Take(edit.ToEdit());
        }

        var late = text.Waiting.Select(e => e.Id).ToHashSet();
        List<NoteEdit> taken = [.. edits.Where(e => !late.Contains(new LetterId(e.Number, e.Writer)))];
        Text = text.Text;
        Letters = KeptNotes.Of(text);
        Clock = text.Clock;
        Writers = KeptNotes.Of(NoteWriter.Joined(WrittenBy(), taken));
        return taken;
    }
}

/// <summary>Somebody who wrote under an item.</summary>
/// <param name="Since">Their first edit.</param>
/// <param name="Last">Their latest.</param>
public sealed record NoteWriter(UserId Who, DateTimeOffset Since, DateTimeOffset Last)
{
    /// <summary>The writers known so far and those of further edits, whoever wrote last first.</summary>
    public static IReadOnlyList<NoteWriter> Joined(IReadOnlyList<NoteWriter> known, IEnumerable<NoteEdit> edits) =>
    [
        .. known.Concat(edits.Where(e => e.By is not null).Select(e => new NoteWriter(e.By!.Value, e.At, e.At)))
            .GroupBy(w => w.Who)
            .Select(w => new NoteWriter(w.Key, w.Min(one => one.Since), w.Max(one => one.Last)))
            .OrderByDescending(w => w.Last),
    ];
}
