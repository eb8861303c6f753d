using System.Text;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Mail;

public enum LetterState
{
    Waiting,
    Sent,

    /// <summary>The other side refused the address: sending again changes nothing.</summary>
    Bounced,

    /// <summary>Tried for days, or refused for what it is. Somebody may send it on its way again.</summary>
    GivenUp,
}

/// <summary>One e-mail to one address. Adding it is sending it: it is saved together with what it tells of, and carried by a job
/// until the mail server takes it. Never anything about a resident in it: a link to the page instead.</summary>
/// <remarks>A mail server that took a letter and fell silent before it said so is given it once more, with the same Message-ID, by
/// which mail programs tell that it is the same (RFC 5321, 4.5.3.2 and 6.1; RFC 5322, 3.6.4).</remarks>
public sealed class Letter : AggregateRoot, IStamped
{
    /// <summary>Stands in a letter's words for this application's own address, which is known to whoever carries it.</summary>
    public const string Site = "{site}";

    /// <summary>Stands in a calendar for the address that letters come from.</summary>
    public const string Sender = "{sender}";

    public const int LongestSubject = 300;

    public const int LongestReason = 500;

    /// <summary>How long a letter is tried before it is given up: RFC 5321, 4.5.4.1 asks for four or five days at the least.</summary>
    public static readonly TimeSpan TriedFor = TimeSpan.FromDays(5);

    // Whoever carries it may be killed on the way; after so long another takes it up.
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(15);

    private static readonly int[] WaitMinutes = [1, 2, 5, 10, 20, 40, 60];

    private readonly List<LetterAttachment> attachments = [];

    private Letter()
    {
    }

    public LetterId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public string Address { get; private set; } = "";

    public string? Name { get; private set; }

    public string Subject { get; private set; } = "";

    /// <summary>The words. Let go once it is sent or has come back: that it was sent is kept, and not what was in it.</summary>
    public string? Text { get; private set; }

    /// <summary>REQUEST or CANCEL (RFC 5546), where a calendar is to take it in.</summary>
    public string? CalendarMethod { get; private set; }

    /// <summary>As RFC 5545 writes it.</summary>
    public string? Calendar { get; private set; }

    /// <summary>What it is about, by which whoever wrote it finds what became of it: meeting-12/practitioner-5.</summary>
    public string? About { get; private set; }

    /// <summary>The left side of its Message-ID, alike at each try.</summary>
    public Guid MessageKey { get; private set; }

    public LetterState State { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When it is to be tried next; while it waits.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset GivenUpFrom { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>When it was sent, came back, or was given up.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Why it was not taken, in the mail server's words.</summary>
    public string? Why { get; private set; }

    public IReadOnlyList<LetterAttachment> Attachments => attachments;

    /// <summary>A letter to be sent. Links begin with <see cref="Site"/>.</summary>
    /// <param name="about">By which the writer finds it again, at most 100 letters.</param>
    public static Letter To(ProgrammeId programme, string address, string? name, string subject, string text, string? about = null) => new()
    {
        ProgrammeId = programme,
        Address = Words.Required(OneLine(address, Words.LongestLine), "The e-mail address"),
        Name = Words.Tidy(OneLine(name, Words.LongestLine)),
        Subject = Words.Required(OneLine(subject, LongestSubject), "The letter's subject"),
        Text = Words.Required(text, "What the letter says"),
        About = about,
        MessageKey = Guid.NewGuid(),
    };

    /// <summary>Lets the reader's calendar take it in.</summary>
    /// <param name="method">REQUEST or CANCEL.</param>
    public Letter WithCalendar(string method, string calendar)
    {
        (CalendarMethod, Calendar) = (method, calendar);
        return this;
    }

    public Letter With(string fileName, string mediaType, byte[] content)
    {
        attachments.Add(new LetterAttachment { FileName = OneLine(fileName, Words.LongestLine), MediaType = mediaType, Content = content });
        return this;
    }

    void IStamped.Stamp(DateTimeOffset at) => (WrittenAt, DueAt, GivenUpFrom) = (at, at, at + TriedFor);

    /// <summary>Somebody takes it to the mail server now; nobody else does meanwhile.</summary>
    public void Try(DateTimeOffset now)
    {
        MustWait();
        Tries++;
        (TriedAt, DueAt) = (now, now + Turn);
    }

    public void Taken(DateTimeOffset now)
    {
        MustWait();
        Settle(LetterState.Sent, now, null);
        LetGo();
    }

    /// <summary>The address is refused for good.</summary>
    public void CameBack(DateTimeOffset now, string why)
    {
        MustWait();
        Settle(LetterState.Bounced, now, why);
        LetGo();
    }

    /// <summary>The letter itself is refused for good: too big, or taken for something else.</summary>
    public void Refused(DateTimeOffset now, string why)
    {
        MustWait();
        Settle(LetterState.GivenUp, now, why);
    }

    /// <summary>Not now: tried again later, less and less often, for <see cref="TriedFor"/>.</summary>
    public void NotNow(DateTimeOffset now, string why)
    {
        MustWait();
        if (now >= GivenUpFrom)
        {
            Settle(LetterState.GivenUp, now, why);
            return;
        }

        Why = OneLine(why, LongestReason);
        DueAt = now.AddMinutes(WaitMinutes[Math.Clamp(Tries - 1, 0, WaitMinutes.Length - 1)]);
    }

    /// <summary>On its way again, at once.</summary>
    /// <exception cref="DomainRuleException">It was sent, its address does not exist, or somebody is carrying it at this moment: it would arrive twice.</exception>
    public void TryAgain(DateTimeOffset now)
    {
        if (State == LetterState.Waiting && now < DueAt && DueAt == TriedAt + Turn)
        {
            throw new DomainRuleException("This letter is on its way just now. If it still waits in a quarter of an hour, try again then.");
        }

        if (State is LetterState.Sent or LetterState.Bounced)
        {
            throw new DomainRuleException(State == LetterState.Sent ? "This letter has been sent." : "The address was refused. Put it right where it came from; a new letter goes there then.");
        }

        (State, DueAt, GivenUpFrom, SettledAt) = (LetterState.Waiting, now, now + TriedFor, null);
    }

    private static string OneLine(string? text, int most)
    {
        var line = new StringBuilder();
        foreach (var c in text ?? "")
        {
            line.Append(char.IsControl(c) ? ' ' : c);
        }

        var whole = line.ToString().Trim();
        // A pair that makes one letter is not parted.
        return whole.Length <= most ? whole : whole[..(char.IsHighSurrogate(whole[most - 1]) ? most - 1 : most)];
    }

    private void MustWait()
    {
        if (State != LetterState.Waiting)
        {
            throw new InvalidOperationException($"Letter {Id} does not wait: it is {State}.");
        }
    }

    private void Settle(LetterState state, DateTimeOffset now, string? why) => (State, SettledAt, Why) = (state, now, why is null ? null : OneLine(why, LongestReason));

    private void LetGo()
    {
        (Text, Calendar) = (null, null);
        attachments.Clear();
    }
}

/// <summary>A file that goes along with a letter.</summary>
public sealed class LetterAttachment
{
    public LetterAttachmentId Id { get; private set; }

    public LetterId LetterId { get; private set; }

    public string FileName { get; init; } = "";

    public string MediaType { get; init; } = "";

    public byte[] Content { get; init; } = [];
}
