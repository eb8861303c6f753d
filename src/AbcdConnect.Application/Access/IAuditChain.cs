namespace AbcdConnect.Application.Access;

/// <summary>Port: the end of the audit log, as it was when the last entry was sealed.</summary>
public interface IAuditChain
{
    /// <summary>Number and hash of the last entry; zero and the first hash of all where there is none yet.</summary>
    Task<AuditEnd> EndAsync(CancellationToken token);
}

public sealed record AuditEnd(long Sequence, string Hash);
