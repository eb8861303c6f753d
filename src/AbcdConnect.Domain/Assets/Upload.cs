using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Assets;

/// <summary>A spreadsheet somebody uploaded, on its way to the map: how its columns are read, what a trial found, and the import it
/// became. The file itself lies in the data folder until it is brought in or let go of. Whoever uploaded it works on it, nobody else.</summary>
public sealed class Upload : AggregateRoot
{
    private Upload()
    {
    }

    public UploadId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The file's name in the data folder.</summary>
    public Guid Key { get; private set; }

    public UserId? UploadedBy { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>How its columns are read, as JSON.</summary>
    public string Profile { get; private set; } = "";

    /// <summary>When a trial of the columns as they are was begun; null where none was.</summary>
    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>What the trial found, as JSON; null until it has ended.</summary>
    public string? Trial { get; private set; }

    /// <summary>The import it became.</summary>
    public ImportBatchId? BatchId { get; private set; }

    /// <summary>Rows that are likely here already are left out.</summary>
    public bool LeavesOutDoubtful { get; private set; }

    public static Upload Of(ProgrammeId programme, UserId? by, DateTimeOffset at, string fileName, Guid key, string profile) => new()
    {
        ProgrammeId = programme,
        UploadedBy = by,
        UploadedAt = at,
        FileName = fileName.Length > Words.LongestLine ? fileName[^Words.LongestLine..] : fileName,
        Key = key,
        Profile = profile,
    };

    /// <summary>Its columns are read so. What a trial of other columns found counts no more.</summary>
    public void ReadAs(string profile)
    {
        MustWait();
        (Profile, TriedAt, Trial) = (profile, null, null);
    }

    public void BeginTrial(DateTimeOffset at)
    {
        MustWait();
        (TriedAt, Trial) = (at, null);
    }

    public void EndTrial(string found) => Trial = found;

    public void BecomeImport(ImportBatchId batch, bool leaveOutDoubtful)
    {
        MustWait();
        (BatchId, LeavesOutDoubtful) = (batch, leaveOutDoubtful);
    }

    /// <exception cref="DomainRuleException">It has been brought in.</exception>
    public void MustWait()
    {
        if (BatchId is not null)
        {
            throw new DomainRuleException("This file has been brought in already. To bring in another version of it, upload that one.");
        }
    }
}

/// <summary>How the columns of one list are read, kept under a name for the next time it comes.</summary>
public sealed class KeptProfile
{
    public KeptProfileId Id { get; private set; }

    public required ProgrammeId ProgrammeId { get; init; }

    public required string Name { get; init; }

    /// <summary>As JSON.</summary>
    public required string Profile { get; set; }

    public UserId? KeptBy { get; set; }

    public required DateTimeOffset KeptAt { get; set; }
}
