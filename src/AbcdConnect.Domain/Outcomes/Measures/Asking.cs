using System.Text.Json;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Outcomes.Measures;

/// <summary>How somebody was asked.</summary>
public enum AskingHow
{
    /// <summary>In a conversation, face to face or on the telephone.</summary>
    Spoken,

    /// <summary>By themselves, on a private link.</summary>
    Online,

    /// <summary>On a printed sheet, typed in afterwards.</summary>
    Paper,
}

/// <summary>Why it was closed without answers.</summary>
public enum AskingEnd
{
    /// <summary>They would rather not, this time.</summary>
    Declined,

    /// <summary>They would rather not be asked any more.</summary>
    Stopped,
}

/// <summary>Some measures, put to one person at one point: at the beginning, or so many months after it. It waits, is answered (perhaps in
/// part), or is closed. What is not answered stays unknown; nothing becomes nought.</summary>
public sealed class Asking : AggregateRoot, IPersonal
{
    /// <summary>How long after its day it still stands on a worker's list: then it lets itself be.</summary>
    public const int ListedDays = 42;

    private const char Between = ' ';

    private Asking()
    {
    }

    public AskingId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public PersonId PersonId { get; set; }

    /// <summary>Where they lived when they were first asked: somebody who moves is still compared with themselves there.</summary>
    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    /// <summary>Months after the beginning; 0 for the beginning itself.</summary>
    public int Months { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>The first day it stands on a list: later than <see cref="DueOn"/> where somebody moved it.</summary>
    public DateOnly ShownFrom { get; private set; }

    /// <summary>The codes of what is asked, with a space between.</summary>
    public string Measures { get; private set; } = "";

    public DateOnly? AnsweredOn { get; private set; }

    public AskingHow? How { get; private set; }

    public UserId? WrittenBy { get; private set; }

    /// <summary>What was answered, as JSON: <see cref="AnswersTo"/>. Null until then.</summary>
    public string? Answers { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public AskingEnd? End { get; private set; }

    public IReadOnlyList<string> Codes => Measures.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    public bool IsOpen => AnsweredOn is null && ClosedOn is null;

    string IPersonal.AuditName => "Asking";

    long IPersonal.AuditId => Id.Value;

    /// <summary>The first time.</summary>
    public static Asking Begin(ProgrammeId programme, PersonId person, NeighbourhoodId? neighbourhood, IEnumerable<string> codes, DateOnly on)
    {
        var measures = string.Join(Between, codes.Distinct(StringComparer.Ordinal));
        return measures.Length == 0
            ? throw new DomainRuleException("Choose what to ask.")
            : new Asking { ProgrammeId = programme, PersonId = person, NeighbourhoodId = neighbourhood, Measures = measures, DueOn = on, ShownFrom = on };
    }

    /// <summary>What was answered, by measure.</summary>
    public static IReadOnlyDictionary<string, AnswersTo> Read(string? answers) => answers is null
        ? new Dictionary<string, AnswersTo>(StringComparer.Ordinal)
        : JsonSerializer.Deserialize<Dictionary<string, AnswersTo>>(answers)!;

    /// <summary>The next times, counted from the day the first was answered. Asked is what was answered then.</summary>
    public IReadOnlyList<Asking> FollowUps(IEnumerable<int> months)
    {
        if (Months != 0 || AnsweredOn is not { } began)
        {
            throw new DomainRuleException("Only an answered beginning is followed up.");
        }

        var measures = string.Join(Between, Codes.Where(Read(Answers).ContainsKey));
        return [.. months.Where(m => m > 0).Distinct().Order().Select(m => new Asking
        {
            ProgrammeId = ProgrammeId,
            PersonId = PersonId,
            NeighbourhoodId = NeighbourhoodId,
            Months = m,
            Measures = measures,
            DueOn = began.AddMonths(m),
            ShownFrom = began.AddMonths(m),
        })];
    }

    /// <summary>Keeps what was answered: all of it, or the part there is.</summary>
    /// <param name="wordings">The wordings that were asked, one a measure.</param>
    /// <param name="answers">By measure, then by question.</param>
    /// <param name="again">Answered before, and to be put right; otherwise a second answer is refused.</param>
    /// <exception cref="DomainRuleException">Nothing is answered, something is out of range, or it was answered already.</exception>
    public void Answer(IReadOnlyList<MeasureDefinition> wordings, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> answers, DateOnly on, AskingHow how, UserId? by, bool again = false)
    {
        if (ClosedOn is not null)
        {
            throw new DomainRuleException("They said that they would rather not. Begin anew if they have changed their mind.");
        }

        if (AnsweredOn is { } before && !again)
        {
            throw new DomainRuleException($"This was answered already, on {before:d MMMM yyyy}. A second answer does not take the place of the first; to put one right, open what was answered.");
        }

        var kept = new SortedDictionary<string, AnswersTo>(StringComparer.Ordinal);
        foreach (var (code, given) in answers.Where(a => a.Value.Count > 0))
        {
            var wording = wordings.FirstOrDefault(w => w.Code == code) ?? throw new DomainRuleException("That is not among what was asked here. Open the page again.");
            wording.Check(given);
            kept[code] = new AnswersTo(wording.Wording, new SortedDictionary<string, int>(given.ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal), StringComparer.Ordinal));
        }

        if (kept.Count == 0)
        {
            throw new DomainRuleException("Nothing is answered yet. If they would rather not, say so instead.");
        }

        (Answers, AnsweredOn, How, WrittenBy) = (JsonSerializer.Serialize(kept), on, how, by);
    }

    /// <summary>Another day on the list.</summary>
    public void MoveTo(DateOnly day, DateOnly today)
    {
        MustBeOpen();
        ShownFrom = day > today ? day : throw new DomainRuleException("Move it to a later day.");
    }

    public void Close(AskingEnd end, DateOnly on)
    {
        MustBeOpen();
        (End, ClosedOn) = (end, on);
    }

    /// <summary>The person is forgotten: who wrote it down is too, and nothing more is asked.</summary>
    public void Forget(DateOnly on)
    {
        WrittenBy = null;
        if (IsOpen)
        {
            Close(AskingEnd.Stopped, on);
        }
    }

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new DomainRuleException("This has been answered or closed already.");
        }
    }
}

/// <summary>The answers to one wording of one measure, by question.</summary>
public sealed record AnswersTo(int Wording, IReadOnlyDictionary<string, int> Answers);
