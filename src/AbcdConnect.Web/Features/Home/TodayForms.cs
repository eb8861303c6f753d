using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Home;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;

namespace AbcdConnect.Web.Features.Home;

/// <summary>One tap on the day's list. What it is about is one of <see cref="Promise"/>, <see cref="Signpost"/> and
/// <see cref="Person"/> (with <see cref="Other"/>: two to introduce); the button says what is answered.</summary>
public sealed class TodayForm
{
    public long? Promise { get; set; }

    public long? Signpost { get; set; }

    public long? Person { get; set; }

    public long? Other { get; set; }

    public DayChoice? Choice { get; set; }

    /// <summary>What became of the signpost.</summary>
    public SignpostAnswer? Answer { get; set; }

    /// <summary>Moved by so many days.</summary>
    public int? In { get; set; }

    /// <summary>Moved to that day.</summary>
    [Leaning(DateLeaning.Future)]
    public DateOnly? To { get; set; }

    /// <summary>Let go of, and why.</summary>
    public DropReason? Reason { get; set; }

    /// <summary>They did not go, or have stopped, and why.</summary>
    public DidNotGoReason? WhyNot { get; set; }

    public string? Words { get; set; }

    /// <summary>They did not go, or have stopped, for something else that others gave as well.</summary>
    public string? Said { get; set; }

    public string? BackTo { get; set; }

    public DayKind Kind => Promise is not null ? DayKind.Promise : Signpost is not null ? DayKind.Question : Other is not null ? DayKind.Match : DayKind.KeepInTouch;

    public DayChoice? Chosen => (Choice, Answer, In, Reason) switch
    {
        (not null, _, _, _) => Choice,
        (_, not null, _, _) => DayChoice.Done,
        (_, _, not null, _) => DayChoice.Moved,
        (_, _, _, not null) => DayChoice.Dropped,
        _ => null,
    };

    public DateOnly? Until(DateOnly today) => Chosen != DayChoice.Moved ? null : In is { } days and > 0 and < 1000 ? today.AddDays(days) : To;

    /// <summary>Null where it says nothing that can be asked for.</summary>
    public IRequest<Guid?>? ToRequest(DateOnly today)
    {
        var until = Until(today);
        return (Kind, Chosen) switch
        {
            (_, null) or (_, DayChoice.Moved) when until is null => null,
            (DayKind.Promise, DayChoice.Done) => new FinishNextStep(ConversationId.From(Promise!.Value)),
            (DayKind.Promise, DayChoice.Moved) => new MoveNextStep(ConversationId.From(Promise!.Value), until!.Value),
            (DayKind.Promise, DayChoice.Dropped) => new DropNextStep(ConversationId.From(Promise!.Value), Reason, Words),
            (DayKind.Question, DayChoice.Done) when Answer is { } answer => new AnswerSignpost(SignpostId.From(Signpost!.Value), answer, today, Said is null ? WhyNot : DidNotGoReason.Other, string.IsNullOrWhiteSpace(Words) ? Said : Words),
            (DayKind.Question, DayChoice.Moved) => new AnswerSignpost(SignpostId.From(Signpost!.Value), SignpostAnswer.AskAgain, until!.Value),
            (DayKind.Question, DayChoice.Dropped) => new StopAsking(SignpostId.From(Signpost!.Value), Reason, Words),
            (DayKind.KeepInTouch or DayKind.Match, { } choice) when Person is { } person => new AnswerSuggestion(PersonId.From(person), Other is { } other ? PersonId.From(other) : null, choice, until, Reason, Words),
            _ => null,
        };
    }
}

/// <summary>Which old promises or questions, and what becomes of them.</summary>
public sealed class OldForm
{
    public List<long> Promises { get; set; } = [];

    public List<long> Questions { get; set; } = [];

    public bool All { get; set; }

    public DayChoice? Choice { get; set; }

    public int? In { get; set; }

    public DropReason? Reason { get; set; }

    public SettleOld ToRequest(DateOnly today) => new(
        Promises.ConvertAll(ConversationId.From),
        Questions.ConvertAll(SignpostId.From),
        Choice ?? (In is null ? DayChoice.Dropped : DayChoice.Moved),
        In is { } days and > 0 and < 1000 ? today.AddDays(days) : null,
        Reason,
        All);
}
