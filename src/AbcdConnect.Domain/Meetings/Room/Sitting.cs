using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Meetings.Room;

/// <summary>A meeting while it takes place: which item is talked about now, since when, and who is there without being on the list.</summary>
public sealed class Sitting : AggregateRoot
{
    private readonly List<SittingSpell> spells = [];
    private readonly List<Guest> guests = [];

    private Sitting()
    {
    }

    public SittingId Id { get; private set; }

    public MeetingId MeetingId { get; private set; }

    /// <summary>When the first item was begun.</summary>
    public DateTimeOffset? BeganAt { get; private set; }

    /// <summary>When the last item was over; an item begun again takes it back.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<SittingSpell> Spells => spells;

    public IReadOnlyList<Guest> Guests => guests;

    /// <summary>The item that is talked about.</summary>
    public AgendaItemId? Now => spells.Find(s => s.EndedAt is null)?.AgendaItemId;

    public static Sitting Of(MeetingId meeting) => new() { MeetingId = meeting };

    /// <summary>Goes on with an item, or ends where there is none. Saying it twice is saying it once.</summary>
    /// <param name="from">The item that was on whoever's screen when they pressed.</param>
    /// <exception cref="OvertakenException">Somebody else has moved on meanwhile, elsewhere.</exception>
    public void MoveOn(AgendaItemId? from, AgendaItemId? to, DateTimeOffset at)
    {
        if (Now == to && (to is not null || EndedAt is not null || BeganAt is null))
        {
            return;
        }

        if (Now != from)
        {
            throw new OvertakenException(ChangedBy, ChangedAt);
        }

        foreach (var spell in spells.Where(s => s.EndedAt is null))
        {
            spell.EndedAt = at;
        }

        if (to is { } item)
        {
            BeganAt ??= at;
            EndedAt = null;
            spells.Add(new SittingSpell { AgendaItemId = item, BeganAt = at });
        }
        else
        {
            EndedAt = at;
        }
    }

    public Guest Welcome(string name, string? from, DateTimeOffset at)
    {
        var guest = new Guest { Name = Words.Required(name, "The guest's name"), From = Words.Tidy(from), ArrivedAt = at };
        guests.Add(guest);
        return guest;
    }
}

/// <summary>One stretch of time in which an item was talked about. An item may have several.</summary>
public sealed class SittingSpell
{
    public long Id { get; private set; }

    public SittingId SittingId { get; private set; }

    public AgendaItemId AgendaItemId { get; init; }

    public DateTimeOffset BeganAt { get; init; }

    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>How long it has been, at a moment.</summary>
    public TimeSpan Took(DateTimeOffset now) => (EndedAt ?? (now < BeganAt ? BeganAt : now)) - BeganAt;
}

/// <summary>Somebody in the room who speaks for no agency at the table: a resident, a speaker, a student on placement. They count
/// for no agency, and nobody can have agreed to share with them.</summary>
public sealed class Guest : IPersonal
{
    public GuestId Id { get; private set; }

    public SittingId SittingId { get; private set; }

    public string Name { get; init; } = "";

    /// <summary>Where they come from, in their own words.</summary>
    public string? From { get; init; }

    public DateTimeOffset ArrivedAt { get; init; }

    public DateTimeOffset? LeftAt { get; private set; }

    string IPersonal.AuditName => "Guest";

    long IPersonal.AuditId => Id.Value;

    public void Leave(DateTimeOffset at) => LeftAt ??= at;

    public void Return() => LeftAt = null;
}
