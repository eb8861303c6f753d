using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Assets;

public enum FollowedHowOften
{
    EveryNight,
    EveryWeek,
}

/// <summary>Another directory whose services are brought in again and again, and how that went the last time.</summary>
public sealed class FollowedDirectory : AggregateRoot
{
    private FollowedDirectory()
    {
    }

    public DirectoryId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    /// <summary>Of its Open Referral pages.</summary>
    public string Address { get; private set; } = "";

    public FollowedHowOften HowOften { get; private set; }

    public UserId? FollowedBy { get; private set; }

    public DateTimeOffset FollowedSince { get; private set; }

    public DateTimeOffset? LastReadAt { get; private set; }

    /// <summary>The import the last reading became; null where it failed before it could begin.</summary>
    public ImportBatchId? LastBatchId { get; private set; }

    /// <summary>Why the last reading failed; null where it did not.</summary>
    public string? LastTrouble { get; private set; }

    public static FollowedDirectory Of(ProgrammeId programme, string address, FollowedHowOften howOften, UserId? by, DateTimeOffset at) =>
        new() { ProgrammeId = programme, Address = Words.Required(address, "The directory's address"), HowOften = howOften, FollowedBy = by, FollowedSince = at };

    public void Follow(FollowedHowOften howOften) => HowOften = howOften;

    /// <summary>Whether the night's work reads it: every night, or where a week has passed. A few hours less, as jobs begin a little early or late.</summary>
    public bool IsDue(DateTimeOffset now) => LastReadAt is not { } last || now - last >= (HowOften == FollowedHowOften.EveryNight ? TimeSpan.FromHours(12) : TimeSpan.FromDays(6.5));

    public void WasRead(DateTimeOffset at, ImportBatchId? batch, string? trouble) => (LastReadAt, LastBatchId, LastTrouble) = (at, batch, trouble);
}
