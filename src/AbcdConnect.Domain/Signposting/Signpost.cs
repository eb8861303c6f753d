using System.Text.Json;
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

/// <summary>What is known of a signpost, to be put back by <see cref="Signpost.PutBack"/>.</summary>
public sealed record SignpostStanding(
    SignpostState State,
    DateOnly? ContactedOn,
    DateOnly? AttendedOn,
    DateOnly? StillGoingOn,
    DateOnly? DidNotGoOn,
    DidNotGoReason? Reason,
    string? ReasonWords,
    DateOnly? FollowUpDue,
    bool ByAttendance = false,
    string? StoodBefore = null);

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

    public AssetId? AssetId { get; set; }

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

    /// <summary>That they went on <see cref="AttendedOn"/> is known because they were named at the activity's session of that day.</summary>
    public bool ByAttendance { get; private set; }

    /// <summary>How it stood before attendance moved it, as JSON, until somebody says more: should the attendance turn out to be
    /// a mistake, it stands so again.</summary>
    public string? StoodBefore { get; private set; }

    /// <summary>The place that passed them on, where it was not the programme that told them.</summary>
    public AssetId? PassedOnBy { get; set; }

    /// <summary>The signpost that had brought them to that place.</summary>
    public SignpostId? PassedOnFrom { get; private set; }

    string IPersonal.AuditName => "Signpost";

    long IPersonal.AuditId => Id.Value;

    // Its own month (given, landed) whatever later became of it: landing is told in the month the signpost was given.
    IEnumerable<DateOnly> ICounted.CountedOn => [GivenOn];

    /// <exception cref="DomainRuleException">The place has closed, or the day has not come.</exception>
    public static Signpost Give(ProgrammeId programme, NeighbourhoodId? neighbourhood, UserId? worker, Guid submission, PersonId? to, SignpostTarget target, ConversationId? conversation, DateOnly on, string? why, DateOnly today, AssetId? passedOnBy = null, SignpostId? passedOnFrom = null)
    {
        if (passedOnBy is not null && passedOnBy == target.Asset)
        {
            throw new DomainRuleException($"{target.Name} cannot pass somebody on to itself. Choose where they were passed on to.");
        }

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
            PassedOnBy = passedOnBy,
            PassedOnFrom = passedOnFrom,
            State = SignpostState.Given,
            // Nobody can be asked where nobody was named.
            FollowUpDue = to is null ? null : on.AddDays(FirstFollowUpDays),
        };
    }

    /// <summary>A slip of the thumb: the one who gave it may undo it on the day, while nothing has come of it.</summary>
    public bool CanBeTakenBackBy(UserId? worker, DateOnly today) => WorkerId == worker && GivenOn == today && State == SignpostState.Given;

    /// <summary>They got in touch with the place.</summary>
    public void Contacted(DateOnly on)
    {
        if (AttendedOn is { } attended)
        {
            throw new DomainRuleException($"They went on {attended:d MMMM yyyy}, so that they got in touch is known.");
        }

        After(GivenOn, on, "it was given");
        SaidBySomebody();
        ContactedOn = on;
        Reopen(on);
        State = SignpostState.Contacted;
        // Whether they went too is for another day.
        FollowUpDue = FollowUpDue <= on ? on.AddDays(FirstFollowUpDays) : FollowUpDue;
    }

    /// <summary>They went. Said again, it corrects the day.</summary>
    public void Attended(DateOnly on)
    {
        After(ContactedOn ?? GivenOn, on, ContactedOn is null ? "it was given" : "they got in touch");
        if (StillGoingOn is { } going && going < on)
        {
            throw new DomainRuleException($"They were still going on {going:d MMMM yyyy}, so they first went by then.");
        }

        SaidBySomebody();
        ByAttendance = false;
        Went(on);
    }

    /// <summary>They were named at a session of the activity: they went, and nobody needs to ask. It moves a signpost of which
    /// that was not known, and one that attendance had moved to a later session.</summary>
    /// <returns>Whether it moved.</returns>
    public bool SeenAtSession(DateOnly on)
    {
        if (on < GivenOn || (AttendedOn is { } known && (!ByAttendance || known <= on)))
        {
            return false;
        }

        if (AttendedOn is not null)
        {
            AttendedOn = on;
        }
        else
        {
            StoodBefore = JsonSerializer.Serialize(Stands());
            ByAttendance = true;
            Went(on);
        }

        // They were there before it was heard that they had been in touch.
        ContactedOn = ContactedOn > on ? on : ContactedOn;
        return true;
    }

    /// <summary>They were not at that session after all. It stands as before attendance moved it; what somebody has said since stays.</summary>
    public void NotSeenAtSession()
    {
        if (!ByAttendance)
        {
            return;
        }

        if (StoodBefore is { } json)
        {
            PutBack(JsonSerializer.Deserialize<SignpostStanding>(json)!);
            return;
        }

        ByAttendance = false;
    }

    /// <summary>What is known of it.</summary>
    public SignpostStanding Stands() => new(State, ContactedOn, AttendedOn, StillGoingOn, DidNotGoOn, Reason, ReasonWords, FollowUpDue, ByAttendance, StoodBefore);

    /// <summary>Takes back what was said of it.</summary>
    public void PutBack(SignpostStanding standing) =>
        (State, ContactedOn, AttendedOn, StillGoingOn, DidNotGoOn, Reason, ReasonWords, FollowUpDue, ByAttendance, StoodBefore) = standing;

    private void Went(DateOnly on)
    {
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

    private void SaidBySomebody() => StoodBefore = null;

    public void StillGoing(DateOnly on)
    {
        if (AttendedOn is not { } attended)
        {
            throw new DomainRuleException("Say first when they went; then whether they are still going.");
        }

        After(attended, on, "they went");
        SaidBySomebody();
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
        SaidBySomebody();
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
        Why = ReasonWords = StoodBefore = null;
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
