using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Domain.Activities;

public enum ActivityStatus
{
    Idea,
    Starting,
    Running,

    /// <summary>Running without the programme's help.</summary>
    SelfSustaining,
    Resting,
    Ended,
}

public enum ActivityFrequency
{
    Once,
    Weekly,
    Fortnightly,
    Monthly,
}

public enum LedBy
{
    Resident,
    Association,
    Service,
}

/// <summary>Something local people do together, regularly or once.</summary>
public sealed class Activity : AggregateRoot, ISearchable, ICounted
{
    private readonly List<ActivitySession> sessions = [];
    private readonly List<ActivityStatusChange> history = [];

    private Activity()
    {
    }

    public ActivityId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    public string Name { get; private set; } = "";

    public string? Description { get; private set; }

    public AssetId? PlaceId { get; set; }

    public ActivityFrequency Frequency { get; private set; }

    public DayOfWeek? Day { get; private set; }

    public TimeOnly? StartsAt { get; private set; }

    public TimeOnly? EndsAt { get; private set; }

    public LedBy LedBy { get; private set; }

    public PersonId? LeaderId { get; set; }

    public ActivityStatus Status { get; private set; }

    public DateOnly AddedOn { get; private set; }

    public UserId? AddedBy { get; private set; }

    /// <summary>The day of the earliest session: the activity started then. Kept in step with the sessions.</summary>
    public DateOnly? FirstSessionOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public IReadOnlyList<ActivitySession> Sessions => sessions;

    /// <summary>Which status it had, from when.</summary>
    public IReadOnlyList<ActivityStatusChange> History => history;

    SearchKind ISearchable.SearchKind => SearchKind.Activity;

    long ISearchable.SearchId => Id.Value;

    IEnumerable<string?> ISearchable.SearchNames => [Name];

    IEnumerable<string?> ISearchable.SearchText => [Description];

    // It counts in the month it started and where it stands 6 and 12 months later.
    IEnumerable<DateOnly> ICounted.CountedOn => FirstSessionOn is { } first ? [first, first.AddMonths(6), first.AddMonths(12)] : [];

    public static Activity Add(ProgrammeId programme, UserId? addedBy, DateOnly on, ActivityDetails details)
    {
        var activity = new Activity { ProgrammeId = programme, AddedBy = addedBy, AddedOn = on };
        activity.Change(details, on);
        return activity;
    }

    public void Change(ActivityDetails details, DateOnly on)
    {
        if (details.StartsAt is { } starts && details.EndsAt is { } ends && ends <= starts)
        {
            throw new DomainRuleException($"It would end at {ends:HH:mm} before it begins at {starts:HH:mm}.");
        }

        Name = Words.Required(details.Name, "The activity's name");
        Description = Words.Tidy(details.Description);
        NeighbourhoodId = details.NeighbourhoodId;
        PlaceId = details.PlaceId;
        Frequency = details.Frequency;
        Day = details.Day;
        StartsAt = details.StartsAt;
        EndsAt = details.EndsAt;
        LedBy = details.LedBy;
        LeaderId = details.LeaderId;
        MoveTo(details.Status, on);
    }

    /// <summary>Changes the status from a day on. The same day again corrects it.</summary>
    public void MoveTo(ActivityStatus status, DateOnly on)
    {
        // Who leads it is part of the history too: "still running, and resident-led" is asked of a day.
        if (history.Count > 0 && Status == status && history.MaxBy(h => h.From)!.LedBy == LedBy)
        {
            return;
        }

        history.RemoveAll(h => h.From == on);
        history.Add(new ActivityStatusChange { Status = status, LedBy = LedBy, From = on });
        Status = history.MaxBy(h => h.From)!.Status;
        EndedOn = Status == ActivityStatus.Ended ? EndedOn ?? on : null;
    }

    public ActivitySession Hold(DateOnly on, int? headCount, IEnumerable<PersonId> attendees, DateOnly today)
    {
        if (on > today)
        {
            throw new DomainRuleException($"The session on {on:d MMMM yyyy} has not been held yet.");
        }

        if (sessions.Exists(s => s.HeldOn == on))
        {
            throw new DomainRuleException($"The session on {on:d MMMM yyyy} is there already; open it to change who came.");
        }

        var session = new ActivitySession { HeldOn = on };
        session.Count(headCount, attendees);
        sessions.Add(session);
        FirstSessionOn = FirstSessionOn is { } first && first < on ? first : on;
        return session;
    }

    /// <summary>Takes away a session that was not held after all. All sessions must have been loaded.</summary>
    public void Drop(ActivitySession session)
    {
        sessions.Remove(session);
        FirstSessionOn = sessions.Count == 0 ? null : sessions.Min(s => s.HeldOn);
    }

    /// <summary>The activity as it stands, to change a part of it.</summary>
    public ActivityDetails Details => new(Name, Status, LedBy, Frequency, Description, NeighbourhoodId, PlaceId, Day, StartsAt, EndsAt, LeaderId);
}

public sealed record ActivityDetails(
    string Name,
    ActivityStatus Status,
    LedBy LedBy,
    ActivityFrequency Frequency,
    string? Description = null,
    NeighbourhoodId? NeighbourhoodId = null,
    AssetId? PlaceId = null,
    DayOfWeek? Day = null,
    TimeOnly? StartsAt = null,
    TimeOnly? EndsAt = null,
    PersonId? LeaderId = null);

public sealed class ActivitySession
{
    private readonly List<Attendance> attendees = [];

    public ActivitySessionId Id { get; private set; }

    public ActivityId ActivityId { get; private set; }

    public DateOnly HeldOn { get; internal init; }

    /// <summary>How many came, named or not; null where nobody counted.</summary>
    public int? HeadCount { get; private set; }

    public IReadOnlyList<Attendance> Attendees => attendees;

    public void Count(int? headCount, IEnumerable<PersonId> people)
    {
        var wanted = people.Distinct().ToList();
        if (headCount is < 0 or > 100_000)
        {
            throw new DomainRuleException("The head count lies between 0 and 100,000.");
        }

        if (headCount < wanted.Count)
        {
            throw new DomainRuleException($"{wanted.Count} people are named, so the head count cannot be {headCount}.");
        }

        HeadCount = headCount ?? (wanted.Count > 0 ? wanted.Count : null);
        attendees.RemoveAll(a => !wanted.Contains(a.PersonId));
        attendees.AddRange(wanted.Where(w => attendees.TrueForAll(a => a.PersonId != w)).Select(w => new Attendance { PersonId = w }));
    }

    /// <summary>Two records of one person became one, or were parted again. The head count stays as it was counted.</summary>
    public void Replace(PersonId person, PersonId by)
    {
        if (attendees.RemoveAll(a => a.PersonId == person) > 0)
        {
            Join(by);
        }
    }

    /// <summary>They came too.</summary>
    public void Join(PersonId person)
    {
        if (attendees.TrueForAll(a => a.PersonId != person))
        {
            attendees.Add(new Attendance { PersonId = person });
        }
    }
}

/// <summary>Somebody was there: personal, so each change is kept in the audit log, under the person's number.</summary>
public sealed class Attendance : IPersonal
{
    public ActivitySessionId SessionId { get; private set; }

    public PersonId PersonId { get; set; }

    string IPersonal.AuditName => "Attendance";

    long IPersonal.AuditId => PersonId.Value;
}

public sealed class ActivityStatusChange
{
    public long Id { get; private set; }

    public ActivityId ActivityId { get; private set; }

    public ActivityStatus Status { get; init; }

    /// <summary>Who led it then.</summary>
    public LedBy LedBy { get; init; }

    public DateOnly From { get; init; }
}
