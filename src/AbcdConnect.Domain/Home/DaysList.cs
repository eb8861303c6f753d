using AbcdConnect.Domain.People;

namespace AbcdConnect.Domain.Home;

/// <summary>Why something stands on a worker's list.</summary>
public enum DayKind
{
    /// <summary>A next step that was promised.</summary>
    Promise,

    /// <summary>A signpost to ask after, two or twelve weeks on.</summary>
    Question,

    /// <summary>Somebody who asked to be kept in touch with, not spoken to for a while.</summary>
    KeepInTouch,

    /// <summary>A gift that fits somebody's ask.</summary>
    Match,

    /// <summary>Somebody who is asked how things are, so many months after the first time. It has no turn of its own: it stands where
    /// there is room, or beside what else there is about them.</summary>
    Asking,
}

/// <summary>One thing that could be done.</summary>
/// <param name="People">Whom it is about; nobody where nobody was named.</param>
/// <param name="Due">The day it became due. What was moved is due on the day it was moved to.</param>
public record DueItem(DayKind Kind, IReadOnlyList<PersonId> People, DateOnly Due);

/// <summary>Something that was answered today: it has used a place on today's list, and its people have had their turn.</summary>
public sealed record AnsweredItem(DayKind Kind, IReadOnlyList<PersonId> People);

/// <summary>One line of the list: what leads it, and what else there is about the same people.</summary>
public sealed record DayCard(IReadOnlyList<DueItem> Items)
{
    public DueItem First => Items[0];
}

/// <param name="Cards">In the order to be read.</param>
/// <param name="Old">Promises and questions that have waited too long to stand among today's: they are looked through together.</param>
/// <param name="Waiting">How many promises and questions are due, not old, and not on the list today.</param>
public sealed record DrawnDay(IReadOnlyList<DayCard> Cards, IReadOnlyList<DueItem> Old, int Waiting);

/// <summary>Draws a day's list: as much as a person can do, promises first and fresh before stale, nobody twice, and nothing that
/// waits for ever.</summary>
/// <remarks>
/// The places of a day go round in turns (<see cref="Turns"/>). Most turns take the freshest of a kind; one in eight takes whatever
/// has waited longest, whatever it is. What was answered today has used its turn, so the others stay where they are.
/// A promise or a question that has waited for <see cref="OldAfterDays"/> leaves the list for the pile of old ones.
/// </remarks>
public static class DaysList
{
    /// <summary>How many things a day where a programme says nothing else.</summary>
    public const int UsualLength = 8;

    /// <summary>Eight weeks.</summary>
    public const int OldAfterDays = 56;

    private static readonly Comparer<DueItem> InOrder = Comparer<DueItem>.Create(Compare);

    // Null: whatever has waited longest.
    private static readonly DayKind?[] Turns =
        [DayKind.Promise, DayKind.Question, null, DayKind.Promise, DayKind.Question, DayKind.Promise, DayKind.KeepInTouch, DayKind.Match];

    /// <param name="due">What there is, in any order. What is due later than today is left out.</param>
    /// <param name="length">How many lines a day, those answered today included.</param>
    public static DrawnDay Draw(IEnumerable<DueItem> due, IReadOnlyList<AnsweredItem> answered, DateOnly today, int length)
    {
        List<DueItem> open = [];
        List<DueItem> old = [];
        foreach (var item in due.Where(d => d.Due <= today))
        {
            (IsOld(item, today) ? old : open).Add(item);
        }

        open = [.. open.Order(InOrder)];
        List<Line> lines = [];
        foreach (var done in answered)
        {
            Answered(lines, done);
        }

        var used = lines.Count;
        foreach (var turn in TurnsOf(today, length, lines.ConvertAll(l => l.Kind)))
        {
            if (lines.Count >= Math.Max(length, used))
            {
                break;
            }

            Take(lines, open, turn);
        }

        // What else there is about somebody on the list stands in the same line.
        Attach(lines, open);
        var cards = lines.Where(l => l.Items.Count > 0).Select(l => new DayCard([.. l.Items.Order(InOrder)])).OrderBy(c => c.First, InOrder).ToList();
        return new DrawnDay(cards, old, open.Count(i => i.Kind is DayKind.Promise or DayKind.Question));
    }

    /// <summary>Whether it has waited too long to stand among today's.</summary>
    public static bool IsOld(DueItem item, DateOnly today) => item.Kind is DayKind.Promise or DayKind.Question && item.Due < OldBefore(today);

    /// <summary>Promises and questions due before that day are old.</summary>
    public static DateOnly OldBefore(DateOnly today) => today.AddDays(-OldAfterDays);

    // A promise made to a person comes first, then other promises, questions, people to keep in touch with, matches; fresh before stale.
    private static int Compare(DueItem left, DueItem right)
    {
        var kinds = Rank(left).CompareTo(Rank(right));
        return kinds != 0 ? kinds : right.Due.CompareTo(left.Due);
    }

    private static int Rank(DueItem item) => item switch
    {
        { Kind: DayKind.Promise, People.Count: > 0 } => 0,
        { Kind: DayKind.Promise } => 1,
        { Kind: DayKind.Question } => 2,
        { Kind: DayKind.KeepInTouch } => 3,
        { Kind: DayKind.Match } => 4,
        _ => 5,
    };

    // Two answers about one person are one line.
    private static void Answered(List<Line> lines, AnsweredItem done)
    {
        var same = done.People.Count == 0 ? [] : lines.FindAll(l => l.Meets(done.People));
        if (same.Count == 0)
        {
            lines.Add(new Line(done.Kind, done.People, IsAnswered: true));
            return;
        }

        same[0].Join(done.People);
        foreach (var other in same.Skip(1))
        {
            same[0].Join(other.People);
            lines.Remove(other);
        }
    }

    /// <summary>Which turns are left today. A list shorter than all turns goes on tomorrow where it stopped today; the turn of what
    /// has waited longest is taken before the others are.</summary>
    private static List<DayKind?> TurnsOf(DateOnly today, int length, List<DayKind> used)
    {
        var first = length < Turns.Length ? (int)((long)today.DayNumber * length % Turns.Length) : 0;
        var turns = Enumerable.Range(0, length).Select(i => Turns[(first + i) % Turns.Length]).ToList();
        foreach (var kind in used)
        {
            var own = turns.IndexOf(kind);
            turns.RemoveAt(own >= 0 ? own : Math.Max(0, turns.FindLastIndex(t => t is not null)));
            if (turns.Count == 0)
            {
                break;
            }
        }

        return [.. turns.OrderBy(t => t is not null)];
    }

    private static void Take(List<Line> lines, List<DueItem> open, DayKind? turn)
    {
        var candidates = turn is { } kind
            ? open.Where(i => i.Kind == kind).Concat(open.Where(i => i.Kind != kind))
            : open.OrderBy(i => i.Due);
        if (candidates.FirstOrDefault(i => !lines.Exists(l => l.Meets(i.People))) is not { } item)
        {
            return;
        }

        open.Remove(item);
        var line = new Line(item.Kind, item.People, IsAnswered: false);
        line.Items.Add(item);
        lines.Add(line);
    }

    private static void Attach(List<Line> lines, List<DueItem> open)
    {
        foreach (var item in open.ToList())
        {
            // About people of two lines, or only about somebody whom the line brought in beside its own: another day.
            if (lines.FindAll(l => l.Meets(item.People)) is not [var line] || !line.IsAbout(item.People))
            {
                continue;
            }

            // Somebody who has been thought of today is not suggested as well.
            if (line.IsAnswered && item.Kind is DayKind.KeepInTouch or DayKind.Match)
            {
                continue;
            }

            line.People.UnionWith(item.People);
            line.Items.Add(item);
            open.Remove(item);
        }
    }

    private sealed class Line(DayKind kind, IReadOnlyList<PersonId> people, bool IsAnswered)
    {
        private readonly HashSet<PersonId> own = [.. people];

        public DayKind Kind { get; } = kind;

        public bool IsAnswered { get; } = IsAnswered;

        public HashSet<PersonId> People { get; } = [.. people];

        public List<DueItem> Items { get; } = [];

        public bool Meets(IReadOnlyList<PersonId> others) => People.Overlaps(others);

        public bool IsAbout(IReadOnlyList<PersonId> others) => own.Overlaps(others);

        public void Join(IEnumerable<PersonId> others)
        {
            own.UnionWith(others);
            People.UnionWith(others);
        }
    }
}
