using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Signposting;

public enum SignpostState
{
    Given,
    Contacted,
    Attended,
    StillGoing,
    DidNotGo,
}

public enum DidNotGoReason
{
    Transport,
    Cost,
    Time,
    Confidence,
    NotRight,
    Closed,
    Other,
}

/// <summary>What somebody is told about: an asset or an activity.</summary>
/// <param name="ClosedOn">The last day it was there, or null while it is.</param>
public sealed record SignpostTarget(AssetId? Asset, ActivityId? Activity, string Name, DateOnly? ClosedOn);

/// <summary>Somebody was told about a place or an activity. Whether they got there is asked after 2 and 12 weeks.</summary>
public sealed class Signpost : AggregateRoot, IPersonal, ICounted
{
    public const int FirstFollowUpDays = 14;
    public const int SecondFollowUpDays = 84;

    private Signpost()
    {
    }

    public SignpostId Id { get; private set; }

    public Guid SubmissionId { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    /// <summary>Null where nobody was named; such a signpost counts as one person.</summary>
    public PersonId? PersonId { get; set; }

    public AssetId? AssetId { get; private set; }

    public ActivityId? ActivityId { get; private set; }

    public ConversationId? ConversationId { get; private set; }

    public UserId? WorkerId { get; private set; }

    public DateOnly GivenOn { get; private set; }

    public string? Why { get; private set; }

    public SignpostState State { get; private set; }

    public DateOnly? ContactedOn { get; private set; }

    public DateOnly? AttendedOn { get; private set; }

    public DateOnly? StillGoingOn { get; private set; }

    public DateOnly? DidNotGoOn { get; private set; }

    public DidNotGoReason? Reason { get; private set; }

    public string? ReasonWords { get; private set; }

    /// <summary>When to ask next, or null when there is nothing more to ask.</summary>
    public DateOnly? FollowUpDue { get; private set; }

    string IPersonal.AuditName => "Signpost";

    long IPersonal.AuditId => Id.Value;

    // Its own month (given, landed) whatever later became of it: landing is told in the month the signpost was given.
    IEnumerable<DateOnly> ICounted.CountedOn => [GivenOn];

    /// <exception cref="DomainRuleException">The place has closed, or the day has not come.</exception>
    public static Signpost Give(ProgrammeId programme, NeighbourhoodId? neighbourhood, UserId? worker, Guid submission, PersonId? to, SignpostTarget target, ConversationId? conversation, DateOnly on, string? why, DateOnly today)
    {
        if (target.ClosedOn <= on)
        {
            throw new DomainRuleException($"{target.Name} closed on {target.ClosedOn:d MMMM yyyy}.");
        }

        if (on > today)
        {
            throw new DomainRuleException($"A signpost on {on:d MMMM yyyy} has not been given yet.");
        }

        if (target.Asset is null == target.Activity is null)
        {
            throw new DomainRuleException("A signpost points to one place or one activity.");
        }

        return new Signpost
        {
            ProgrammeId = programme,
            NeighbourhoodId = neighbourhood,
            WorkerId = worker,
            SubmissionId = submission,
            PersonId = to,
            AssetId = target.Asset,
            ActivityId = target.Activity,
            ConversationId = conversation,
            GivenOn = on,
            Why = Words.Tidy(why),
            State = SignpostState.Given,
            // Nobody can be asked where nobody was named.
            FollowUpDue = to is null ? null : on.AddDays(FirstFollowUpDays),
        };
    }

    /// <summary>They got in touch with the place.</summary>
    public void Contacted(DateOnly on)
    {
        if (AttendedOn is { } attended)
        {
            throw new DomainRuleException($"They went on {attended:d MMMM yyyy}, so that they got in touch is known.");
        }

        After(GivenOn, on, "it was given");
        ContactedOn = on;
        Reopen(on);
        State = SignpostState.Contacted;
    }

    /// <summary>They went. Said again, it corrects the day.</summary>
    public void Attended(DateOnly on)
    {
        After(ContactedOn ?? GivenOn, on, ContactedOn is null ? "it was given" : "they got in touch");
        if (StillGoingOn is { } going && going < on)
        {
            throw new DomainRuleException($"They were still going on {going:d MMMM yyyy}, so they first went by then.");
        }

        Reopen(on);
        AttendedOn = on;
        if (State == SignpostState.StillGoing)
        {
            return;
        }

        State = SignpostState.Attended;
        var second = GivenOn.AddDays(SecondFollowUpDays);
        FollowUpDue = PersonId is null ? null : on < second ? second : on.AddDays(FirstFollowUpDays);
    }

    public void StillGoing(DateOnly on)
    {
        if (AttendedOn is not { } attended)
        {
            throw new DomainRuleException("Say first when they went; then whether they are still going.");
        }

        After(attended, on, "they went");
        StillGoingOn = on;
        State = SignpostState.StillGoing;
        FollowUpDue = null;
    }

    /// <summary>They went and have stopped: it stays attended, and nothing more is asked.</summary>
    public void StoppedGoing(DateOnly on, DidNotGoReason? reason, string? words)
    {
        if (AttendedOn is not { } attended || State == SignpostState.StillGoing)
        {
            throw new DomainRuleException(AttendedOn is null ? "Say first when they went; then that they have stopped." : "They were still going when last asked; there is nothing left to ask.");
        }

        After(attended, on, "they went");
        Reason = reason;
        ReasonWords = Words.Tidy(words);
        FollowUpDue = null;
    }

    public void DidNotGo(DateOnly on, DidNotGoReason reason, string? words)
    {
        if (AttendedOn is { } attended)
        {
            throw new DomainRuleException($"They went on {attended:d MMMM yyyy}. If they have stopped going, say that instead.");
        }

        After(ContactedOn ?? GivenOn, on, ContactedOn is null ? "it was given" : "they got in touch");
        DidNotGoOn = on;
        Reason = reason;
        ReasonWords = Words.Tidy(words);
        State = SignpostState.DidNotGo;
        FollowUpDue = null;
    }

    /// <summary>Asked, not known yet: asks again later.</summary>
    public void AskAgain(DateOnly on)
    {
        if (State is SignpostState.StillGoing or SignpostState.DidNotGo)
        {
            throw new DomainRuleException("What became of this is known; there is nothing left to ask.");
        }

        if (PersonId is null)
        {
            throw new DomainRuleException("Nobody was named, so there is nobody to ask.");
        }

        After(GivenOn, on, "it was given");
        FollowUpDue = on;
    }

    // It had been said that they did not go, and now they are on their way after all.
    private void Reopen(DateOnly on)
    {
        if (State == SignpostState.DidNotGo)
        {
            FollowUpDue = PersonId is null ? null : on.AddDays(FirstFollowUpDays);
        }

        DidNotGoOn = null;
        Reason = null;
        ReasonWords = null;
    }

    /// <summary>Forgets why, keeping that it was given and what became of it. Nobody is asked again.</summary>
    public void Anonymise()
    {
        Why = ReasonWords = null;
        FollowUpDue = null;
    }

    /// <summary>Asked often enough; what became of it stays not known.</summary>
    public void StopAsking() => FollowUpDue = null;

    private static void After(DateOnly earlier, DateOnly on, string what)
    {
        if (on < earlier)
        {
            throw new DomainRuleException($"That is before {earlier:d MMMM yyyy}, when {what}.");
        }
    }
}
