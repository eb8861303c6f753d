using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>One meeting as it is run: the clock, who is here, and what is written down as people talk.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record OpenRoom(MeetingId Id) : IRequest<RoomView>;

/// <param name="At">When this was looked at: the clock stands as at that moment.</param>
/// <param name="Now">The item that is talked about.</param>
public sealed record RoomView(MeetingId Id, string Title, DateOnly HeldOn, TimeOnly? StartsAt, int? LastsMinutes, MeetingStatus Status, DateTimeOffset At, AgendaItemId? Now, DateTimeOffset? BeganAt, DateTimeOffset? EndedAt)
{
    public bool MayRun { get; init; }

    public bool MayTakeNotes { get; init; }

    /// <summary>The table has agreed its minutes: nothing is written down any more.</summary>
    public bool IsAgreed { get; init; }

    public IReadOnlyList<RoomItem> Items { get; init; } = [];

    public IReadOnlyList<RoomPerson> People { get; init; } = [];

    public IReadOnlyList<RoomGuest> Guests { get; init; } = [];

    /// <summary>Those who come for the table's agencies and are not on this meeting's list. For whoever runs it.</summary>
    public IReadOnlyList<PractitionerChoice> Others { get; init; } = [];

    public IReadOnlyList<AgencyChoice> Agencies { get; init; } = [];

    public IReadOnlyList<DecisionRow> Decisions { get; init; } = [];

    public IReadOnlyList<ActionRow> Actions { get; init; } = [];

    /// <summary>People to be talked about. For whoever runs it.</summary>
    public IReadOnlyList<RoomDiscussion> Discussions { get; init; } = [];

    public RoomItem? Current => Items.FirstOrDefault(i => i.Id == Now);

    /// <summary>The first item after the current one; before any was begun, the first that has had no time.</summary>
    public RoomItem? Next => Current is { } current
        ? Items.FirstOrDefault(i => i.Position > current.Position)
        : Items.FirstOrDefault(i => i.Took == TimeSpan.Zero) ?? (BeganAt is null && Items is [var first, ..] ? first : null);

    public TimeSpan Took => Items.Aggregate(TimeSpan.Zero, (sum, i) => sum + i.Took);

    public int Minutes => Items.Sum(i => i.Minutes);

    public IEnumerable<RoomPerson> Here => People.Where(p => p.IsHere);

    public int AgenciesHere => Here.Select(p => p.AgencyId).Distinct().Count();
}

/// <param name="Took">How long it has been talked about, in all its stretches.</param>
public sealed record RoomItem(AgendaItemId Id, int Position, string Title, int Minutes, string? Note, TimeSpan Took, string Notes, long NotesClock, IReadOnlyList<RoomWriter> Writers)
{
    /// <summary>Below nought: over its time.</summary>
    public TimeSpan Left => TimeSpan.FromMinutes(Minutes) - Took;
}

public sealed record RoomWriter(string Name, DateTimeOffset Last);

public sealed record RoomPerson(PractitionerId Id, string Name, string? JobTitle, AgencyId AgencyId, string Agency, Sector Sector, AttendanceStatus Status, DateTimeOffset? ArrivedAt, DateTimeOffset? LeftAt)
{
    public bool IsHere => Status == AttendanceStatus.Present && LeftAt is null;
}

public sealed record RoomGuest(GuestId Id, string Name, string? From, DateTimeOffset ArrivedAt, DateTimeOffset? LeftAt);

public sealed record RoomDiscussion(DiscussionId Id, string FirstName, DateTimeOffset? OpenedAt, DateTimeOffset? ClosedAt);

internal sealed class OpenRoomHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<OpenRoom, RoomView>
{
    public async Task<RoomView> Handle(OpenRoom request, CancellationToken cancellationToken)
    {
        var (viewer, now) = (current.Required(), clock.GetUtcNow());
        var id = request.Id;
        var meeting = await db.Meetings.VisibleTo(viewer, db).Where(m => m.Id == id)
            .Select(m => new { m.Title, m.HeldOn, m.StartsAt, m.LastsMinutes, m.Status })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("meeting");
        var sitting = await db.Sittings.AsNoTracking().Include(s => s.Spells).Include(s => s.Guests).SingleOrDefaultAsync(s => s.MeetingId == id, cancellationToken);
        var people = await (
            from a in db.MeetingAttendances
            join p in db.Practitioners on a.PractitionerId equals p.Id
            join g in db.Agencies on a.AgencyId equals g.Id
            where a.MeetingId == id
            select new RoomPerson(a.PractitionerId, p.Name, p.JobTitle, a.AgencyId, g.Name, g.Sector, a.Status, a.ArrivedAt, a.LeftAt)).ToListAsync(cancellationToken);
        // What the table has agreed stands: a correction is written beside it.
        var agreed = await db.AgreedMinutes.AnyAsync(m => m.MeetingId == id, cancellationToken);
        var view = new RoomView(id, meeting.Title, meeting.HeldOn, meeting.StartsAt, meeting.LastsMinutes, meeting.Status, now, sitting?.Now, sitting?.BeganAt, sitting?.EndedAt)
        {
            MayRun = viewer.May(Permission.RunMeetings) && meeting.Status != MeetingStatus.Cancelled,
            MayTakeNotes = viewer.May(Permission.TakeNotes) && meeting.Status != MeetingStatus.Cancelled && !agreed,
            IsAgreed = agreed,
            Items = await Items(id, sitting, now, cancellationToken),
            People = [.. people.OrderBy(p => p.Sector).ThenBy(p => p.Agency, StringComparer.CurrentCulture).ThenBy(p => p.Name, StringComparer.CurrentCulture)],
            Guests = [.. (sitting?.Guests ?? []).OrderBy(g => g.Id.Value).Select(g => new RoomGuest(g.Id, g.Name, g.From, g.ArrivedAt, g.LeftAt))],
            Decisions = await db.Meetings.Where(m => m.Id == id).SelectMany(m => m.Decisions).OrderBy(d => d.Id).Select(d => new DecisionRow(d.Id, d.Text, d.AgendaItemId)).ToListAsync(cancellationToken),
            Actions = await db.MeetingActions.VisibleTo(viewer, db).Where(a => a.MeetingId == id).OrderBy(a => a.Id).Rows(viewer, db).ToListAsync(cancellationToken),
        };
        return view.MayRun ? await WithChoices(view, viewer, cancellationToken) : view;
    }

    private async Task<IReadOnlyList<RoomItem>> Items(MeetingId id, Sitting? sitting, DateTimeOffset now, CancellationToken token)
    {
        var items = await db.Meetings.Where(m => m.Id == id).SelectMany(m => m.Agenda).OrderBy(a => a.Position)
            .Select(a => new { a.Id, a.Position, a.Title, a.Minutes, a.Note }).ToListAsync(token);
        var notes = await db.NotesUnder(items.ConvertAll(i => i.Id), token);
        var writers = notes.Values.SelectMany(n => n.Writers).Select(w => w.Who).Distinct().ToList();
        var names = await db.Members.Where(m => EF.Parameter(writers).Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, token);
        return items.ConvertAll(i =>
        {
            var under = notes.GetValueOrDefault(i.Id);
            var took = (sitting?.Spells ?? []).Where(s => s.AgendaItemId == i.Id).Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Took(now));
            return new RoomItem(
                i.Id,
                i.Position,
                i.Title,
                i.Minutes,
                i.Note,
                took,
                under?.Text.Text ?? "",
                under?.Text.Clock ?? 0,
                [.. (under?.Writers ?? []).Where(w => names.ContainsKey(w.Who)).Select(w => new RoomWriter(names[w.Who], w.Last))]);
        });
    }

    private async Task<RoomView> WithChoices(RoomView view, Viewer viewer, CancellationToken token)
    {
        var others = await (
            from p in db.Practitioners
            join a in db.Agencies.VisibleTo(viewer) on p.AgencyId equals a.Id
            where p.LeftOn == null && a.LeftOn == null
            orderby a.Name, p.Name
            select new PractitionerChoice(p.Id, p.Name, p.AgencyId, a.Name)).ToListAsync(token);
        var listed = view.People.Select(p => p.Id).ToHashSet();
        var agencies = await db.Agencies.VisibleTo(viewer).Where(a => a.LeftOn == null).OrderBy(a => a.Name).Select(a => new AgencyChoice(a.Id, a.Name)).ToListAsync(token);
        var discussions = await (
            from d in db.Discussions.VisibleTo(viewer)
            join p in db.People on d.PersonId equals p.Id
            where d.MeetingId == view.Id
            orderby d.Id
            select new RoomDiscussion(d.Id, p.KnownAs ?? p.FirstName, d.OpenedAt, d.ClosedAt)).ToListAsync(token);
        return view with { Others = [.. others.Where(o => !listed.Contains(o.Id))], Agencies = agencies, Discussions = discussions };
    }
}
