using System.ComponentModel.DataAnnotations;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Meetings;

/// <summary>Where an action stands: the board's columns.</summary>
public enum ActionStatus
{
    [Display(Name = "To do")]
    ToDo,

    [Display(Name = "Under way")]
    UnderWay,
    Done,
    Dropped,
}

/// <summary>What an action can make. Making it closes the action.</summary>
public enum MadeKind
{
    Activity,
    Connection,
    Asset,
    Introduction,
}

/// <summary>Something somebody at the table will do. Open actions are carried to each next meeting until they are done or dropped.</summary>
public sealed class MeetingAction : AggregateRoot
{
    private readonly List<ActionNote> notes = [];

    private MeetingAction()
    {
    }

    public ActionId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public MeetingId MeetingId { get; private set; }

    /// <summary>The agenda item under which it was agreed, where that is known.</summary>
    public AgendaItemId? AgendaItemId { get; private set; }

    /// <summary>The decision it carries out, where there is one.</summary>
    public DecisionId? DecisionId { get; private set; }

    public string Text { get; private set; } = "";

    public AgencyId? AgencyId { get; private set; }

    /// <summary>Who does it; null where it is the agency's to say.</summary>
    public PractitionerId? OwnerId { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>The day first agreed, where it was moved since: "on time" is held against the first promise.</summary>
    public DateOnly? FirstDueOn { get; private set; }

    /// <summary>When somebody began; null while it is to do, and where it was done in one go.</summary>
    public DateOnly? StartedOn { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    /// <summary>When the table let go of it. The words and why stay.</summary>
    public DateOnly? DroppedOn { get; private set; }

    /// <summary>The later day that its owner asks for, until the coordinator has answered.</summary>
    public DateOnly? AskedUntil { get; private set; }

    /// <summary>The due day of which somebody was reminded beforehand: each day is reminded of once.</summary>
    public DateOnly? RemindedBefore { get; private set; }

    /// <summary>The due day of which somebody was reminded once it had passed.</summary>
    public DateOnly? RemindedAfter { get; private set; }

    /// <summary>What it made, where it was to make something.</summary>
    public MadeKind? Made { get; private set; }

    /// <summary>The number of what it made.</summary>
    public long? MadeId { get; private set; }

    /// <summary>What became of it, the oldest first.</summary>
    public IReadOnlyList<ActionNote> Notes => notes;

    public bool IsOpen => DoneOn is null && DroppedOn is null;

    public ActionStatus Status => DoneOn is not null ? ActionStatus.Done : DroppedOn is not null ? ActionStatus.Dropped : StartedOn is not null ? ActionStatus.UnderWay : ActionStatus.ToDo;

    /// <summary>The day it is held to when asked whether it was done on time.</summary>
    public DateOnly? PromisedFor => FirstDueOn ?? DueOn;

    public static MeetingAction Agree(ProgrammeId programme, MeetingId meeting, string text, AgencyId? agency, PractitionerId? owner, DateOnly? due, AgendaItemId? item = null, DecisionId? decision = null)
    {
        var action = new MeetingAction { ProgrammeId = programme, MeetingId = meeting, AgendaItemId = item, DecisionId = decision };
        action.Change(text, agency, owner, due);
        return action;
    }

    public void Change(string text, AgencyId? agency, PractitionerId? owner, DateOnly? due)
    {
        Text = Words.Required(text, "What is to be done");
        AgencyId = agency;
        OwnerId = owner;
        MoveDue(due);
    }

    /// <summary>Says under which agenda item it was agreed.</summary>
    public void AgreedUnder(AgendaItemId? item) => AgendaItemId = item;

    /// <summary>Says which decision it carries out.</summary>
    public void CarriesOut(DecisionId? decision) => DecisionId = decision;

    public void Done(DateOnly on, UserId? by = null, DateTimeOffset? at = null, string? words = null)
    {
        (DoneOn, DroppedOn, AskedUntil) = (on, null, null);
        Note(ActionNoteKind.Done, words, by, at);
    }

    public void Reopen(UserId? by = null, DateTimeOffset? at = null)
    {
        if (IsOpen)
        {
            return;
        }

        (DoneOn, DroppedOn, Made, MadeId) = (null, null, null, null);
        Note(ActionNoteKind.OpenedAgain, null, by, at);
    }

    /// <summary>Moves it to a column of the board; where it stands there already it stays, so that a second tap moves no day. What somebody said with
    /// it is read all the same.</summary>
    /// <param name="words">How it goes; for letting go of it, why: it is carried to the next meeting's table.</param>
    public void Move(ActionStatus to, DateOnly today, string? words, UserId? by, DateTimeOffset at)
    {
        if (to == Status)
        {
            if (Common.Words.Tidy(words) is { } said)
            {
                Tell(said, by, at);
            }

            return;
        }

        if (!IsOpen && to is ActionStatus.ToDo or ActionStatus.UnderWay)
        {
            (DoneOn, DroppedOn, Made, MadeId) = (null, null, null, null);
        }

        switch (to)
        {
            case ActionStatus.ToDo:
                StartedOn = null;
                Note(ActionNoteKind.OpenedAgain, words, by, at);
                break;
            case ActionStatus.UnderWay:
                StartedOn ??= today;
                Note(ActionNoteKind.Started, words, by, at);
                break;
            case ActionStatus.Done:
                Done(today, by, at, words);
                break;
            default:
                (DroppedOn, DoneOn, AskedUntil, Made, MadeId) = (today, null, null, null, null);
                Note(ActionNoteKind.Dropped, words, by, at);
                break;
        }
    }

    /// <summary>Says how it goes.</summary>
    public void Tell(string words, UserId? by, DateTimeOffset at) => Note(ActionNoteKind.Progress, Words.Required(words, "How it goes"), by, at);

    /// <summary>Its owner asks for a later day; the coordinator answers.</summary>
    public void AskForTime(DateOnly until, string? why, DateOnly today, UserId? by, DateTimeOffset at)
    {
        MustBeOpen();
        if (until <= today)
        {
            throw new DomainRuleException("Ask for a day that is still to come.");
        }

        if (DueOn is { } due && until <= due)
        {
            throw new DomainRuleException($"It is due on {due:d MMMM yyyy}. Ask for a later day.");
        }

        AskedUntil = until;
        Note(ActionNoteKind.AskedForTime, why, by, at, until);
    }

    /// <summary>The coordinator answers the question for more time. A new day is reminded of anew.</summary>
    public void AnswerAboutTime(bool yes, string? words, UserId? by, DateTimeOffset at)
    {
        if (AskedUntil is not { } until)
        {
            throw new DomainRuleException("Nobody is asking for more time any more.");
        }

        AskedUntil = null;
        if (yes)
        {
            MoveDue(until);
        }

        Note(yes ? ActionNoteKind.GaveTime : ActionNoteKind.KeptTheDay, words, by, at, yes ? until : DueOn);
    }

    /// <summary>Its owner has moved on: it stays with the agency until somebody there takes it.</summary>
    /// <param name="owner">The name of the one who moved on.</param>
    public void OfferToAgency(string owner, UserId? by, DateTimeOffset at)
    {
        if (OwnerId is null || !IsOpen)
        {
            return;
        }

        OwnerId = null;
        Note(ActionNoteKind.Offered, $"{owner} has moved on.", by, at);
    }

    /// <summary>Somebody of the agency takes it.</summary>
    public void TakeOn(PractitionerId owner, AgencyId agency, string name, UserId? by, DateTimeOffset at)
    {
        MustBeOpen();
        if (OwnerId is not null)
        {
            throw new DomainRuleException("Somebody has this already. Ask the coordinator to hand it over.");
        }

        (OwnerId, AgencyId) = (owner, agency);
        Note(ActionNoteKind.TakenOn, name, by, at);
    }

    /// <summary>Notes that its owner is reminded of the day, before it or after. Each day is reminded of once each way.</summary>
    /// <returns>False where they were reminded already.</returns>
    public bool Remind(bool before)
    {
        if (!IsOpen || DueOn is null || (before ? RemindedBefore : RemindedAfter) == DueOn)
        {
            return false;
        }

        if (before)
        {
            RemindedBefore = DueOn;
        }
        else
        {
            RemindedAfter = DueOn;
        }

        return true;
    }

    /// <summary>It was to make something, and that is made: it is done.</summary>
    public void Makes(MadeKind kind, long number, DateOnly today, UserId? by, DateTimeOffset at)
    {
        if (Made is not null)
        {
            throw new DomainRuleException("This action has made something already.");
        }

        (Made, MadeId) = (kind, number);
        Move(ActionStatus.Done, today, null, by, at);
    }

    private void MoveDue(DateOnly? due)
    {
        if (DueOn is { } before && due != before)
        {
            FirstDueOn ??= before;
            AskedUntil = AskedUntil <= due ? null : AskedUntil;
        }

        DueOn = due;
    }

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new DomainRuleException("This action is closed. Open it again first.");
        }
    }

    private void Note(ActionNoteKind kind, string? words, UserId? by, DateTimeOffset? at, DateOnly? day = null)
    {
        // The demo and older versions know the day only.
        if (at is { } when)
        {
            notes.Add(new ActionNote { Kind = kind, Words = Common.Words.Tidy(words), By = by, At = when, Day = day });
        }
    }
}

public enum ActionNoteKind
{
    Progress,
    Started,
    Done,
    Dropped,
    OpenedAgain,
    AskedForTime,
    GaveTime,
    KeptTheDay,

    /// <summary>Its owner moved on; it is the agency's to say who takes it.</summary>
    Offered,
    TakenOn,
}

/// <summary>One thing that became of an action. Only ever added to.</summary>
public sealed class ActionNote
{
    public ActionNoteId Id { get; private set; }

    public ActionId ActionId { get; private set; }

    public ActionNoteKind Kind { get; init; }

    public string? Words { get; init; }

    /// <summary>The day asked for, or given.</summary>
    public DateOnly? Day { get; init; }

    public UserId? By { get; init; }

    public DateTimeOffset At { get; init; }
}
