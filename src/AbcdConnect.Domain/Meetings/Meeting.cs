using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Domain.Meetings;

public enum MeetingStatus
{
    Planned,
    Held,
    Cancelled,
}

public enum AttendanceStatus
{
    Invited,
    Present,
    Apologies,
}

/// <summary>A multi-agency meeting.</summary>
public sealed class Meeting : AggregateRoot, ISearchable, ICounted
{
    private readonly List<AgendaItem> agenda = [];
    private readonly List<MeetingAttendance> attendance = [];
    private readonly List<Decision> decisions = [];
    private readonly List<DroppedSuggestion> dropped = [];

    private Meeting()
    {
    }

    public MeetingId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>The neighbourhood whose table it is, or null for the whole programme.</summary>
    public NeighbourhoodId? NeighbourhoodId { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly HeldOn { get; private set; }

    public TimeOnly? StartsAt { get; private set; }

    /// <summary>How long it may take, in minutes, where that was agreed; the agenda is held against it.</summary>
    public int? LastsMinutes { get; private set; }

    public AssetId? PlaceId { get; set; }

    public MeetingStatus Status { get; private set; }

    /// <summary>The run of meetings it belongs to; null where it stands alone.</summary>
    public MeetingSeriesId? SeriesId { get; private set; }

    /// <summary>The day of its series that it stands for, wherever it was moved since; null where it stands alone.</summary>
    public DateOnly? SeriesDay { get; private set; }

    /// <summary>By which calendars know it; null until somebody is invited.</summary>
    public Guid? CalendarKey { get; private set; }

    /// <summary>Rises with each change that a calendar shows: day, time, length, title, place, and whether it takes place.</summary>
    public int CalendarVersion { get; private set; }

    public string CalendarUid => $"{CalendarKey:N}@meetings.abcdconnect";

    public string? Minutes { get; private set; }

    /// <summary>Rises each time the minutes are written. Whoever writes minutes for an hour is not overtaken by somebody
    /// ticking who came, only by somebody else's minutes.</summary>
    public long MinutesVersion { get; private set; }

    /// <summary>Who wrote the minutes last, and when: not the same as the meeting's latest change.</summary>
    public UserId? MinutesBy { get; private set; }

    public DateTimeOffset? MinutesAt { get; private set; }

    public IReadOnlyList<AgendaItem> Agenda => agenda;

    public IReadOnlyList<MeetingAttendance> Attendance => attendance;

    public IReadOnlyList<Decision> Decisions => decisions;

    /// <summary>Suggestions that were not wanted.</summary>
    public IReadOnlyList<DroppedSuggestion> Dropped => dropped;

    SearchKind ISearchable.SearchKind => SearchKind.Meeting;

    long ISearchable.SearchId => Id.Value;

    IEnumerable<string?> ISearchable.SearchNames => [Title];

    IEnumerable<string?> ISearchable.SearchText => [Minutes];

    IEnumerable<DateOnly> ICounted.CountedOn => [HeldOn];

    public static Meeting Plan(ProgrammeId programme, string title, DateOnly on, TimeOnly? startsAt, AssetId? place, NeighbourhoodId? neighbourhood, int? lastsMinutes = null)
    {
        var meeting = new Meeting { ProgrammeId = programme };
        meeting.Change(title, on, startsAt, place, neighbourhood, lastsMinutes);
        return meeting;
    }

    public void Change(string title, DateOnly on, TimeOnly? startsAt, AssetId? place, NeighbourhoodId? neighbourhood, int? lastsMinutes = null)
    {
        if (lastsMinutes is < 5 or > 1440)
        {
            throw new DomainRuleException("A meeting lasts between 5 minutes and a day.");
        }

        if (Status == MeetingStatus.Held && on > HeldOn)
        {
            throw new DomainRuleException("This meeting has been held; it cannot move to a later day. Plan the next one instead.");
        }

        var moved = HeldOn != on || StartsAt != startsAt;
        if (moved || Title != Words.Tidy(title) || LastsMinutes != lastsMinutes || PlaceId != place)
        {
            CalendarVersion++;
        }

        if (moved)
        {
            AskAnew();
        }

        Title = Words.Required(title, "The meeting's title");
        HeldOn = on;
        StartsAt = startsAt;
        LastsMinutes = lastsMinutes;
        PlaceId = place;
        NeighbourhoodId = neighbourhood;
    }

    /// <summary>It is one of a series, and stands for one of its days.</summary>
    public void StandsFor(DateOnly day, MeetingSeries of)
    {
        ArgumentNullException.ThrowIfNull(of);
        (SeriesId, SeriesDay) = (of.Id, day);
    }

    public AgendaItem AddItem(string title, int minutes, string? note)
    {
        var item = new AgendaItem { Position = agenda.Count == 0 ? 1 : agenda.Max(a => a.Position) + 1 };
        item.Change(title, minutes, note);
        agenda.Add(item);
        return item;
    }

    /// <summary>Puts the minutes of the meeting before on the agenda, first, to be agreed.</summary>
    public AgendaItem AddMinutesItem(Meeting of, int minutes)
    {
        ArgumentNullException.ThrowIfNull(of);
        foreach (var other in agenda)
        {
            other.Position++;
        }

        var item = new AgendaItem { Position = 1, MinutesOf = of.Id };
        item.Change($"Minutes of {of.HeldOn:d MMMM}, to be agreed", minutes, null);
        item.ComesFrom(new Suggested("minutes", item.Title, $"What was written down at {of.Title} on {of.HeldOn:d MMMM}. Once the table agrees it, it does not change any more.", $"/meetings/{of.Id}/minutes/read", minutes));
        agenda.Add(item);
        return item;
    }

    /// <summary>Puts a suggestion on the agenda, at its end. Kept twice, it stands there once.</summary>
    public AgendaItem Keep(Suggested suggestion)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        if (agenda.Find(a => a.Origin == suggestion.Key) is { } known)
        {
            return known;
        }

        dropped.RemoveAll(d => d.Key == suggestion.Key);
        var item = AddItem(suggestion.Title, suggestion.Minutes, null);
        item.ComesFrom(suggestion);
        return item;
    }

    /// <summary>A suggestion is not wanted at this meeting.</summary>
    public void Drop(string key, UserId? by, DateTimeOffset at)
    {
        if (dropped.TrueForAll(d => d.Key != key))
        {
            dropped.Add(new DroppedSuggestion { Key = key, By = by, At = at });
        }
    }

    /// <summary>It may be suggested after all.</summary>
    public void BringBack(string key) => dropped.RemoveAll(d => d.Key == key);

    public void RemoveItem(AgendaItemId id)
    {
        agenda.RemoveAll(a => a.Id == id);
        var position = 1;
        foreach (var item in agenda.OrderBy(a => a.Position))
        {
            item.Position = position++;
        }
    }

    /// <summary>Moves an item one place up (−1) or down (+1).</summary>
    public void MoveItem(AgendaItemId id, int by)
    {
        var ordered = agenda.OrderBy(a => a.Position).ToList();
        var at = ordered.FindIndex(a => a.Id == id);
        var to = at + Math.Sign(by);
        if (at < 0 || to < 0 || to >= ordered.Count)
        {
            return;
        }

        (ordered[at].Position, ordered[to].Position) = (ordered[to].Position, ordered[at].Position);
    }

    /// <summary>Puts an item before another one, wherever either stands by now; at the end where that one is gone or none is named.</summary>
    public void PlaceItem(AgendaItemId id, AgendaItemId? before)
    {
        var ordered = agenda.OrderBy(a => a.Position).ToList();
        if (ordered.Find(a => a.Id == id) is not { } moved || id == before)
        {
            return;
        }

        ordered.Remove(moved);
        var at = ordered.FindIndex(a => a.Id == before);
        ordered.Insert(at < 0 ? ordered.Count : at, moved);
        for (var place = 0; place < ordered.Count; place++)
        {
            ordered[place].Position = place + 1;
        }
    }

    public void Answer(PractitionerId practitioner, AgencyId agency, AttendanceStatus status, UserId? by = null, DateTimeOffset? at = null)
    {
        var known = attendance.Find(a => a.PractitionerId == practitioner);
        if (known is null)
        {
            attendance.Add(new MeetingAttendance { PractitionerId = practitioner, AgencyId = agency, Status = status, AnsweredBy = by, AnsweredAt = at });
            return;
        }

        (known.Status, known.AnsweredBy, known.AnsweredAt) = (status, by, at);
        if (status != AttendanceStatus.Present)
        {
            (known.ArrivedAt, known.LeftAt) = (null, null);
        }
    }

    /// <summary>Somebody comes in, or back in, while the meeting runs; on the list or not.</summary>
    public void Arrive(PractitionerId practitioner, AgencyId agency, UserId? by, DateTimeOffset at)
    {
        var known = attendance.Find(a => a.PractitionerId == practitioner);
        if (known is { Status: AttendanceStatus.Present })
        {
            known.LeftAt = null;
            return;
        }

        Answer(practitioner, agency, AttendanceStatus.Present, by, at);
        attendance.Find(a => a.PractitionerId == practitioner)!.ArrivedAt = at;
    }

    /// <summary>Somebody who came is out of the room: they came all the same, and hear nothing until they are back.</summary>
    public void StepOut(PractitionerId practitioner, DateTimeOffset at)
    {
        var known = attendance.Find(a => a.PractitionerId == practitioner && a.Status == AttendanceStatus.Present)
            ?? throw new DomainRuleException("They were not in the room. Tick first that they came.");
        known.LeftAt ??= at;
    }

    public void Remove(PractitionerId practitioner) => attendance.RemoveAll(a => a.PractitionerId == practitioner);

    public void WriteMinutes(string? minutes, UserId? by = null, DateTimeOffset? at = null)
    {
        (Minutes, MinutesBy, MinutesAt) = (Words.Tidy(minutes), by, at);
        MinutesVersion++;
    }

    /// <summary>Refuses minutes typed over older ones.</summary>
    /// <exception cref="OvertakenException">Somebody wrote minutes in between.</exception>
    public void MinutesMustStillBe(long version)
    {
        if (MinutesVersion != version)
        {
            throw new OvertakenException(MinutesBy, MinutesAt);
        }
    }

    /// <param name="item">The agenda item under which it was decided, where that is known.</param>
    public Decision Decide(string text, AgendaItemId? item = null)
    {
        var decision = new Decision { ProgrammeId = ProgrammeId, AgendaItemId = item, Text = Words.Required(text, "The decision") };
        decisions.Add(decision);
        return decision;
    }

    public void Held(DateOnly today)
    {
        if (Status == MeetingStatus.Cancelled)
        {
            throw new DomainRuleException("This meeting was cancelled. Plan it again if it takes place after all.");
        }

        if (HeldOn > today)
        {
            throw new DomainRuleException($"The meeting is on {HeldOn:d MMMM yyyy}: it has not been held yet.");
        }

        Status = MeetingStatus.Held;
    }

    public void Cancel()
    {
        if (Status == MeetingStatus.Held)
        {
            throw new DomainRuleException("This meeting has been held; it cannot be cancelled any more.");
        }

        if (Status != MeetingStatus.Cancelled)
        {
            CalendarVersion++;
        }

        Status = MeetingStatus.Cancelled;
    }

    /// <summary>Takes back a cancellation, or a "held" that was ticked on the wrong meeting.</summary>
    public void PlanAgain()
    {
        // What was held by mistake, or is planned already, stands in the calendars as it is.
        if (Status == MeetingStatus.Cancelled)
        {
            CalendarVersion++;
        }

        Status = MeetingStatus.Planned;
    }

    /// <summary>From now on it stands in the calendars of those invited, always as the same entry.</summary>
    public void GoIntoCalendars() => CalendarKey ??= Guid.NewGuid();

    /// <summary>Somebody invited says whether they will come. Who came is ticked on the day.</summary>
    public void Reply(PractitionerId practitioner, InvitationAnswer answer, DateTimeOffset at)
    {
        if (attendance.Find(a => a.PractitionerId == practitioner) is { } known && known.Status != AttendanceStatus.Present)
        {
            (known.Answer, known.AnsweredBy, known.AnsweredAt) = (answer, null, at);
            known.Status = answer == InvitationAnswer.Apologies ? AttendanceStatus.Apologies : AttendanceStatus.Invited;
        }
    }

    // A new day is a new question: what was said of the old one says nothing of it.
    private void AskAnew()
    {
        foreach (var known in attendance.Where(a => a.Answer is not null && a.Status != AttendanceStatus.Present))
        {
            (known.Answer, known.Status) = (null, AttendanceStatus.Invited);
        }
    }
}

public sealed class AgendaItem
{
    public AgendaItemId Id { get; private set; }

    public MeetingId MeetingId { get; private set; }

    /// <summary>1 is first.</summary>
    public int Position { get; internal set; }

    public string Title { get; private set; } = "";

    /// <summary>How long it may take.</summary>
    public int Minutes { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The meeting whose minutes are agreed under this item.</summary>
    public MeetingId? MinutesOf { get; internal init; }

    /// <summary>Who presents it, as people call them.</summary>
    public string? Presenter { get; private set; }

    /// <summary>The suggestion it was made from (<see cref="Suggested.Key"/>), with why it was suggested and where to look; null where somebody thought of it.</summary>
    public string? Origin { get; private set; }

    public string? Reason { get; private set; }

    public string? Link { get; private set; }

    /// <summary>Rises with each change of its words or minutes, not when it moves: only the same item's writers overtake each other.</summary>
    public long Edition { get; private set; }

    /// <summary>Who changed its words or minutes last, and when. Null while it is as it was added.</summary>
    public UserId? ChangedBy { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    /// <exception cref="OvertakenException">Somebody changed this item in between.</exception>
    public void MustStillBe(long edition)
    {
        if (Edition != edition)
        {
            throw new OvertakenException(ChangedBy, ChangedAt);
        }
    }

    public void PresentedBy(string? presenter) => Presenter = Words.Tidy(presenter);

    internal void ComesFrom(Suggested suggestion) => (Origin, Reason, Link) = (suggestion.Key, suggestion.Reason, suggestion.Link);

    public void Change(string title, int minutes, string? note, UserId? by = null, DateTimeOffset? at = null)
    {
        if (minutes is < 0 or > 480)
        {
            throw new DomainRuleException("An item takes between 0 and 480 minutes.");
        }

        Title = Words.Required(title, "The item's title");
        Minutes = minutes;
        Note = Words.Tidy(note);
        (ChangedBy, ChangedAt) = (by, at);
        Edition++;
    }
}

public sealed class MeetingAttendance
{
    public MeetingId MeetingId { get; private set; }

    public PractitionerId PractitionerId { get; init; }

    /// <summary>The agency they came for then; people move on.</summary>
    public AgencyId AgencyId { get; init; }

    public AttendanceStatus Status { get; internal set; }

    /// <summary>What they said themselves, of the day as it stands; null while they have not.</summary>
    public InvitationAnswer? Answer { get; internal set; }

    /// <summary>Who wrote the answer down, and when; nobody where they answered by their invitation's link.</summary>
    public UserId? AnsweredBy { get; internal set; }

    public DateTimeOffset? AnsweredAt { get; internal set; }

    /// <summary>When they were ticked as here while the meeting ran; null where that was written down otherwise.</summary>
    public DateTimeOffset? ArrivedAt { get; internal set; }

    /// <summary>Since when they are out of the room.</summary>
    public DateTimeOffset? LeftAt { get; internal set; }
}

/// <summary>What a table decided. Found by its words in the register of decisions.</summary>
public sealed class Decision : ISearchable
{
    public DecisionId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; init; }

    public MeetingId MeetingId { get; private set; }

    /// <summary>The agenda item under which it was decided; null where that is not known, and the item may be gone since.</summary>
    public AgendaItemId? AgendaItemId { get; init; }

    public string Text { get; init; } = "";

    SearchKind ISearchable.SearchKind => SearchKind.Decision;

    long ISearchable.SearchId => Id.Value;

    IEnumerable<string?> ISearchable.SearchNames => [];

    IEnumerable<string?> ISearchable.SearchText => [Text];
}
