using System.Text;

namespace AbcdConnect.Domain.Meetings.Room;

/// <summary>The number of one letter, which no other letter of this text ever has.</summary>
/// <param name="Number">Above every number its writer had seen when it was typed (a Lamport clock).</param>
/// <param name="Writer">One open page of one minute-taker; made up at random when it is opened.</param>
public readonly record struct LetterId(long Number, long Writer) : IComparable<LetterId>
{
    public int CompareTo(LetterId other) => Number != other.Number ? Number.CompareTo(other.Number) : Writer.CompareTo(other.Writer);

    public static bool operator <(LetterId left, LetterId right) => left.CompareTo(right) < 0;

    public static bool operator >(LetterId left, LetterId right) => left.CompareTo(right) > 0;

    public static bool operator <=(LetterId left, LetterId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LetterId left, LetterId right) => left.CompareTo(right) >= 0;
}

/// <summary>Letters of one writer with numbers one after the other.</summary>
public readonly record struct LetterSpan(LetterId First, int Count);

/// <summary>What somebody did to a text at one stroke: letters taken out, letters put in, or both.</summary>
/// <param name="Id">The first new letter's number; each further letter has the next. Without new letters it only tells this edit from others.</param>
/// <param name="After">The letter that the new ones follow; null: the beginning of the text.</param>
/// <param name="Text">The new letters.</param>
/// <param name="Removed">The letters taken out.</param>
public sealed record TextEdit(LetterId Id, LetterId? After, string Text, IReadOnlyList<LetterSpan> Removed);

/// <summary>A text that several people write at once, each on a copy of their own. Whoever has taken in the same edits, in whatever order and
/// however often, has the same text; a letter goes only where somebody took that very letter out.</summary>
/// <remarks>A replicated growable array: Roh, Jeon, Kim and Lee, "Replicated abstract data types: building blocks for collaborative
/// applications", Journal of Parallel and Distributed Computing 71(3), 2011, pp. 354–368, section 4.3. That it converges was proved by machine in
/// Gomes, Kleppmann, Mulligan and Beresford, "Verifying strong eventual consistency in distributed systems", OOPSLA 2017; that it keeps the
/// strong specification of a list in Attiya and others, "Specification and complexity of collaborative text editing", PODC 2016. Letters that
/// were typed one after the other stand here as one run. The same is done on each page by <c>assets/scripts/room/shared-text.ts</c>.
/// Letters are UTF-16 code units, as in a browser.</remarks>
public sealed class SharedText
{
    private readonly List<Run> runs = [];
    private readonly List<TextEdit> waiting = [];

    /// <summary>The highest number seen. The next edit's is above it.</summary>
    public long Clock { get; private set; }

    /// <summary>Edits that speak of letters which have not come yet.</summary>
    public IReadOnlyList<TextEdit> Waiting => waiting;

    /// <summary>What stands there, in order; runs without text are letters that were taken out: only their numbers are left.</summary>
    public IReadOnlyList<Run> Runs => runs;

    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var run in runs)
            {
                text.Append(run.Text);
            }

            return text.ToString();
        }
    }

    /// <param name="clock">The highest number seen: an edit that only took letters out has one, and leaves no letter that tells of it. Given out again it
    /// would make two edits look like one.</param>
    public static SharedText Of(IEnumerable<Run> stored, long clock)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var text = new SharedText { Clock = clock };
        foreach (var run in stored)
        {
            text.runs.Add(run);
            text.Clock = Math.Max(text.Clock, run.First.Number + run.Length - 1);
        }

        return text;
    }

    public bool Has(LetterId letter) => Find(letter).Run >= 0;

    /// <summary>Takes in an edit: at once, or when the letters that it speaks of have come. Taking it in again changes nothing.</summary>
    public void Take(TextEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        Clock = Math.Max(Clock, edit.Id.Number + Math.Max(edit.Text.Length, 1) - 1);
        if (!IsReady(edit))
        {
            if (!waiting.Exists(w => w.Id == edit.Id))
            {
                waiting.Add(edit);
            }

            return;
        }

        Apply(edit);
        for (var ready = waiting.Find(IsReady); ready is not null; ready = waiting.Find(IsReady))
        {
            waiting.Remove(ready);
            Apply(ready);
        }
    }

    /// <summary>Somebody takes out letters of what they see and puts others in their place; the edit has been taken in here.</summary>
    /// <param name="at">How many letters stand before.</param>
    /// <returns>Nothing where nothing would change.</returns>
    public TextEdit? Type(long writer, int at, int remove, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (remove == 0 && text.Length == 0)
        {
            return null;
        }

        var edit = new TextEdit(new LetterId(Clock + 1, writer), at == 0 ? null : LettersAt(at - 1, 1)[0].First, text, remove == 0 ? [] : LettersAt(at, remove));
        Apply(edit);
        return edit;
    }

    /// <summary>What somebody must have done to make one text of the other: one stretch taken out and another put in.</summary>
    public TextEdit? Become(long writer, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var before = Text;
        var start = 0;
        while (start < before.Length && start < text.Length && before[start] == text[start])
        {
            start++;
        }

        // The two halves of one letter stay together.
        if (start > 0 && char.IsHighSurrogate(before[start - 1]))
        {
            start--;
        }

        var end = 0;
        while (end < before.Length - start && end < text.Length - start && before[^(end + 1)] == text[^(end + 1)])
        {
            end++;
        }

        if (end > 0 && char.IsLowSurrogate(before[^end]))
        {
            end--;
        }

        return Type(writer, start, before.Length - start - end, text[start..^end]);
    }

    private bool IsReady(TextEdit edit) =>
        (edit.After is not { } after || Has(after)) && edit.Removed.All(span => HasAll(span));

    private bool HasAll(LetterSpan span)
    {
        for (var at = 0; at < span.Count;)
        {
            var (run, offset) = Find(new LetterId(span.First.Number + at, span.First.Writer));
            if (run < 0)
            {
                return false;
            }

            at += runs[run].Length - offset;
        }

        return true;
    }

    private void Apply(TextEdit edit)
    {
        Clock = Math.Max(Clock, edit.Id.Number + Math.Max(edit.Text.Length, 1) - 1);
        foreach (var span in edit.Removed)
        {
            Remove(span);
        }

        if (edit.Text.Length > 0 && !Has(edit.Id))
        {
            Insert(edit);
        }
    }

    private void Insert(TextEdit edit)
    {
        var at = 0;
        if (edit.After is { } after)
        {
            var (run, offset) = Find(after);
            Split(run, offset + 1);
            at = run + 1;
        }

        // Of two that follow the same letter the later stands first; what follows a later one is later still, so a whole run is passed at once.
        while (at < runs.Count && runs[at].First > edit.Id)
        {
            at++;
        }

        runs.Insert(at, new Run(edit.Id, edit.Text.Length, edit.Text));
    }

    private void Remove(LetterSpan span)
    {
        for (var at = 0; at < span.Count;)
        {
            var (run, offset) = Find(new LetterId(span.First.Number + at, span.First.Writer));
            Split(run, offset);
            run += offset > 0 ? 1 : 0;
            Split(run, Math.Min(span.Count - at, runs[run].Length));
            at += runs[run].Length;
            runs[run] = runs[run] with { Text = null };
        }
    }

    private void Split(int run, int offset)
    {
        var whole = runs[run];
        if (offset <= 0 || offset >= whole.Length)
        {
            return;
        }

        runs[run] = new Run(whole.First, offset, whole.Text?[..offset]);
        runs.Insert(run + 1, new Run(whole.First with { Number = whole.First.Number + offset }, whole.Length - offset, whole.Text?[offset..]));
    }

    private (int Run, int Offset) Find(LetterId letter)
    {
        for (var at = 0; at < runs.Count; at++)
        {
            var run = runs[at];
            if (run.First.Writer == letter.Writer && letter.Number >= run.First.Number && letter.Number < run.First.Number + run.Length)
            {
                return (at, (int)(letter.Number - run.First.Number));
            }
        }

        return (-1, 0);
    }

    private List<LetterSpan> LettersAt(int at, int count)
    {
        var spans = new List<LetterSpan>();
        foreach (var run in runs)
        {
            if (count == 0)
            {
                break;
            }

            if (run.Text is null)
            {
                continue;
            }

            if (at >= run.Length)
            {
                at -= run.Length;
                continue;
            }

            var taken = Math.Min(run.Length - at, count);
            spans.Add(new LetterSpan(run.First with { Number = run.First.Number + at }, taken));
            (at, count) = (0, count - taken);
        }

        return count == 0 ? spans : throw new ArgumentOutOfRangeException(nameof(count), "The text is shorter than that.");
    }

    /// <summary>Letters typed one after the other that still stand side by side.</summary>
    /// <param name="Text">Null where they were taken out: that they were there is kept, not what they were.</param>
    public sealed record Run(LetterId First, int Length, string? Text);
}
