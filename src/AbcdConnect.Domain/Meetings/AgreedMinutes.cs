using System.Security.Cryptography;
using System.Text;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Meetings;

/// <summary>A meeting's minutes as the table agreed them. They never change any more; a correction stands beside them.</summary>
public sealed class AgreedMinutes : AggregateRoot
{
    private readonly List<MinutesCorrection> corrections = [];

    private AgreedMinutes()
    {
    }

    public AgreedMinutesId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>The meeting they are of.</summary>
    public MeetingId MeetingId { get; private set; }

    /// <summary>The later meeting that agreed them.</summary>
    public MeetingId AgreedAtId { get; private set; }

    public DateOnly AgreedOn { get; private set; }

    /// <summary>Who wrote down that they were agreed, and when.</summary>
    public UserId? WrittenBy { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>How many agencies were at the meeting that agreed them.</summary>
    public int Agencies { get; private set; }

    /// <summary>Everything that the page of the minutes shows, as JSON.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Of <see cref="Text"/> in UTF-8, in small hexadecimal letters: what is printed on the paper can be held against it.</summary>
    public string Sha256 { get; private set; } = "";

    public IReadOnlyList<MinutesCorrection> Corrections => corrections;

    /// <exception cref="DomainRuleException">The meeting that would agree them did not come after.</exception>
    public static AgreedMinutes Agree(Meeting of, Meeting at, int agencies, string text, DateOnly today, UserId? by, DateTimeOffset when)
    {
        if (of.Status == MeetingStatus.Planned)
        {
            throw new DomainRuleException("Say first that the meeting was held: there is nothing to agree yet.");
        }

        if (of.Status == MeetingStatus.Cancelled)
        {
            throw new DomainRuleException("That meeting was cancelled: it has no minutes to agree.");
        }

        if (at.HeldOn <= of.HeldOn || of.Id == at.Id)
        {
            throw new DomainRuleException("Minutes are agreed at a later meeting. Choose the next one.");
        }

        if (at.HeldOn > today || at.Status == MeetingStatus.Cancelled)
        {
            throw new DomainRuleException($"{at.Title} has not been held yet. Agree the minutes when people are round the table.");
        }

        return new AgreedMinutes
        {
            ProgrammeId = of.ProgrammeId,
            MeetingId = of.Id,
            AgreedAtId = at.Id,
            AgreedOn = at.HeldOn,
            Agencies = agencies,
            WrittenBy = by,
            WrittenAt = when,
            Text = Words.Required(text, "The minutes"),
            Sha256 = Hash(text),
        };
    }

    /// <summary>Says what is put right, beside what stands.</summary>
    /// <param name="about">Which part it is about, in words: "3. Winter warmth".</param>
    public void Correct(string about, string words, UserId? by, DateTimeOffset at) =>
        corrections.Add(new MinutesCorrection { About = Words.Required(about, "What it is about"), Words = Common.Words.Required(words, "What is put right"), By = by, At = at });

    /// <summary>Whether the words still are those agreed.</summary>
    public bool IsAsAgreed => Sha256 == Hash(Text);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What was put right after the minutes were agreed. Only ever added to.</summary>
public sealed class MinutesCorrection
{
    public MinutesCorrectionId Id { get; private set; }

    public AgreedMinutesId AgreedMinutesId { get; private set; }

    public string About { get; init; } = "";

    public string Words { get; init; } = "";

    public UserId? By { get; init; }

    public DateTimeOffset At { get; init; }
}
