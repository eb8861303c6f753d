using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;

namespace AbcdConnect.Domain.Home;

public enum DayChoice
{
    Done,
    Moved,
    Dropped,
}

/// <summary>Why something was let go of.</summary>
public enum DropReason
{
    SortedItself,
    NoLongerWanted,
    SomebodyElse,
    CannotReach,
    TooLate,
    RatherNot,
    KnowEachOther,
    NotAMatch,
    AskedEnough,
    MovedAway,
    Other,
}

/// <summary>What a worker answered to one thing on the list: so that it does not come back before its time, counts as done
/// today, and can be taken back.</summary>
public sealed class DayAnswer : IPersonal
{
    /// <summary>The longest words to a reason.</summary>
    public const int LongestWords = 500;

    private DayAnswer()
    {
    }

    public DayAnswerId Id { get; private set; }

    /// <summary>What was answered with one tap is taken back with one tap.</summary>
    public Guid Ticket { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public UserId WorkerId { get; private set; }

    public DayKind Kind { get; private set; }

    /// <summary>The promise's.</summary>
    public ConversationId? ConversationId { get; private set; }

    /// <summary>The question's.</summary>
    public SignpostId? SignpostId { get; private set; }

    /// <summary>Whom it is about. Of a match, the one who asks.</summary>
    public PersonId? PersonId { get; set; }

    /// <summary>Of a match, the one who brings it.</summary>
    public PersonId? OtherPersonId { get; set; }

    public DateOnly On { get; private set; }

    public DayChoice Choice { get; private set; }

    /// <summary>The first day it may be shown again; null where it stays away.</summary>
    public DateOnly? Until { get; private set; }

    public DropReason? Reason { get; private set; }

    public string? Words { get; private set; }

    /// <summary>Answered in a look through many: it uses no place on the day's list.</summary>
    public bool IsOneOfMany { get; private set; }

    /// <summary>How the record stood before and after, as JSON: it is taken back only while it stands as it was left.</summary>
    public string? Before { get; private set; }

    public string? After { get; private set; }

    string IPersonal.AuditName => "DayAnswer";

    long IPersonal.AuditId => Id.Value;

    /// <exception cref="DomainRuleException">Moved, and not to a later day.</exception>
    public static DayAnswer Give(ProgrammeId programme, UserId worker, Guid ticket, DayThing thing, DateOnly on, DayChoice choice, DateOnly? until = null, DropReason? reason = null, string? words = null, string? before = null, string? after = null, bool oneOfMany = false)
    {
        if (choice == DayChoice.Moved && (until is null || until <= on))
        {
            throw new DomainRuleException("Move it to a later day.");
        }

        return new DayAnswer
        {
            ProgrammeId = programme,
            WorkerId = worker,
            Ticket = ticket,
            Kind = thing.Kind,
            ConversationId = thing.Conversation,
            SignpostId = thing.Signpost,
            PersonId = thing.Person,
            OtherPersonId = thing.Other,
            On = on,
            Choice = choice,
            Until = until,
            Reason = choice == DayChoice.Dropped ? reason ?? DropReason.Other : null,
            Words = Common.Words.Tidy(words),
            Before = before,
            After = after,
            IsOneOfMany = oneOfMany,
        };
    }

    /// <summary>Forgets the words. It can no longer be taken back.</summary>
    public void Anonymise() => Words = Before = After = null;
}

/// <summary>What an answer is about.</summary>
/// <param name="Person">Whom it is about. Of a match, the one who asks.</param>
/// <param name="Other">Of a match, the one who brings it.</param>
public sealed record DayThing(DayKind Kind, ConversationId? Conversation = null, SignpostId? Signpost = null, PersonId? Person = null, PersonId? Other = null);

/// <summary>The short list of reasons that fit each kind.</summary>
public static class DropReasons
{
    public static IReadOnlyList<DropReason> For(DayKind kind) => kind switch
    {
        DayKind.Promise => [DropReason.SortedItself, DropReason.NoLongerWanted, DropReason.SomebodyElse, DropReason.CannotReach, DropReason.TooLate, DropReason.Other],
        DayKind.Question => [DropReason.CannotReach, DropReason.AskedEnough, DropReason.RatherNot, DropReason.MovedAway, DropReason.Other],
        DayKind.KeepInTouch => [DropReason.RatherNot, DropReason.SomebodyElse, DropReason.CannotReach, DropReason.MovedAway, DropReason.Other],
        _ => [DropReason.KnowEachOther, DropReason.NotAMatch, DropReason.RatherNot, DropReason.TooLate, DropReason.Other],
    };
}
