using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Meetings;

public enum InvitationAnswer
{
    Coming,
    Apologies,
}

/// <summary>One address invited to one meeting: a calendar entry that follows the meeting when it moves, and a private link to answer by.
/// Somebody who comes for two agencies by one address is invited once.</summary>
public sealed class Invitation : AggregateRoot
{
    private readonly List<InvitationLink> links = [];

    private Invitation()
    {
    }

    public InvitationId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public MeetingId MeetingId { get; private set; }

    public string Address { get; private set; } = "";

    /// <summary>In small letters: two ways of writing one address are one.</summary>
    public string AddressKey { get; private set; } = "";

    public string? Name { get; private set; }

    /// <summary>By which its letters are found.</summary>
    public Guid Key { get; private set; }

    /// <summary>As RFC 5545 has it, of what this one address was sent: each letter newer than the one before.</summary>
    public int Sequence { get; private set; }

    /// <summary>Which <see cref="Meeting.CalendarVersion"/> this address has been told of.</summary>
    public int Told { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    /// <summary>When it was taken back: the meeting is cancelled, or they are not invited any more.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    public InvitationAnswer? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public IReadOnlyList<InvitationLink> Links => links;

    public string About => AboutOf(Key);

    public static Invitation To(Meeting meeting, string address, string? name)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return new Invitation
        {
            ProgrammeId = meeting.ProgrammeId,
            MeetingId = meeting.Id,
            Address = Words.Required(address, "The e-mail address"),
            AddressKey = KeyOf(address),
            Name = Words.Tidy(name),
            Key = Guid.NewGuid(),
            Sequence = -1,
        };
    }

    public static string KeyOf(string address) => address.Trim().ToLowerInvariant();

    public static string AboutOf(Guid key) => $"invitation-{key:N}";

    /// <summary>They are told how the meeting stands now.</summary>
    /// <returns>The token of a link to answer by, which goes into the letter and nowhere else. Those of earlier letters go on working.</returns>
    public string Tell(Meeting meeting, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        Sequence++;
        (Told, SentAt, CancelledAt) = (meeting.CalendarVersion, now, null);
        var token = PrivateToken.Make();
        links.Add(new InvitationLink { TokenHash = PrivateToken.HashOf(token), MadeAt = now });
        return token;
    }

    /// <summary>It is taken back.</summary>
    public void Cancel(DateTimeOffset now)
    {
        Sequence++;
        CancelledAt = now;
    }

    public void Reply(InvitationAnswer answer, DateTimeOffset now) => (Answer, AnsweredAt) = (answer, now);

    /// <summary>A new day is a new question: what they said of the old one says nothing of it.</summary>
    public void AskAnew() => (Answer, AnsweredAt) = (null, null);
}

/// <summary>A private link by which an invitation is answered, without an account. Only its hash is kept.</summary>
public sealed class InvitationLink
{
    public InvitationLinkId Id { get; private set; }

    public InvitationId InvitationId { get; private set; }

    /// <summary><see cref="PrivateToken.HashOf(string)"/> of its token.</summary>
    public string TokenHash { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }
}
