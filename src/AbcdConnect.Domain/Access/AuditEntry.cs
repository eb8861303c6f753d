using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Access;

/// <summary>One change to personal data: who, when, what, from, to. Never changed, never removed; each entry is sealed with
/// the hash of the one before it, so that a missing or altered entry shows.</summary>
public sealed class AuditEntry
{
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    private AuditEntry()
    {
    }

    /// <summary>1, 2, 3 … without a gap. The key.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null where the system itself made the change (an import, a job).</summary>
    public UserId? By { get; private set; }

    /// <summary>Whose log it belongs to. Null in entries sealed before each was given its programme.</summary>
    public ProgrammeId? ProgrammeId { get; private set; }

    public string Record { get; private set; } = "";

    public long RecordId { get; private set; }

    /// <summary>Added, Changed or Removed.</summary>
    public string What { get; private set; } = "";

    /// <summary>The fields with their old and new values, as JSON. Blanked, with its own hash kept, when the person is anonymised.</summary>
    public string? Changes { get; private set; }

    /// <summary>SHA-256 of <see cref="Changes"/> with a random salt in it, hexadecimal: the chain holds when the words are gone.</summary>
    public string ChangesHash { get; private set; } = "";

    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256 over everything above but the words themselves, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public static AuditEntry Seal(long sequence, DateTimeOffset at, UserId? by, ProgrammeId? programme, string record, long recordId, string what, string changes, string previousHash)
    {
        // Stored instants keep whole microseconds on both databases; the seal must not depend on what is lost below that.
        var kept = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        var entry = new AuditEntry
        {
            Sequence = sequence,
            At = kept,
            By = by,
            ProgrammeId = programme,
            Record = record,
            RecordId = recordId,
            What = what,
            Changes = changes,
            ChangesHash = Sha256(changes),
            PreviousHash = previousHash,
        };
        entry.Hash = entry.ComputeHash();
        return entry;
    }

    /// <summary>Whether this entry is as it was sealed, after the one whose hash is given.</summary>
    public bool Follows(string previousHash) =>
        PreviousHash == previousHash && Hash == ComputeHash() && (Changes is null || ChangesHash == Sha256(Changes));

    /// <summary>Forgets the words of the change, when the person it was about has been anonymised. The seal still holds.</summary>
    public void Forget() => Changes = null;

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // A length before each part, so that no two different entries can read alike.
    private string ComputeHash()
    {
        var content = new StringBuilder();
        string[] parts =
        [
            Sequence.ToString(CultureInfo.InvariantCulture),
            At.UtcTicks.ToString(CultureInfo.InvariantCulture),
            By?.Value.ToString(CultureInfo.InvariantCulture) ?? "",
            Record,
            RecordId.ToString(CultureInfo.InvariantCulture),
            What,
            ChangesHash,
            PreviousHash,
        ];
        // What was sealed without a programme still reads as it did.
        foreach (var part in ProgrammeId is { } programme ? parts.Append(programme.ToString()) : parts)
        {
            content.Append(part.Length).Append(':').Append(part).Append('|');
        }

        return Sha256(content.ToString());
    }
}
