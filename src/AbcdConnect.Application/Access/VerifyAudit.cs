using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Access;

/// <summary>Proves that no entry of the audit log was altered, removed or put in: walks the chain from its first entry to its end.</summary>
/// <param name="Progress">Told how many entries have been looked at, of how many.</param>
[Requires(Permission.SeeAudit)]
public sealed record VerifyAudit(IProgress<(long Done, long All)>? Progress = null) : IRequest<AuditVerdict>;

/// <param name="Entries">How many entries were looked at and hold.</param>
/// <param name="FirstBroken">The number of the first entry that is missing, altered or put in; null where the whole chain holds.</param>
/// <param name="Why">What is wrong with it, in words.</param>
public sealed record AuditVerdict(long Entries, long? FirstBroken, string? Why)
{
    public bool Holds => FirstBroken is null;
}

internal sealed class VerifyAuditHandler(IAbcdDbContext db, IAuditChain chain) : IRequestHandler<VerifyAudit, AuditVerdict>
{
    private const int Batch = 5_000;

    public async Task<AuditVerdict> Handle(VerifyAudit request, CancellationToken cancellationToken)
    {
        // Read first: entries sealed while we walk come after it and are left for the next walk.
        var end = await chain.EndAsync(cancellationToken);
        var (sequence, hash) = (0L, AuditEntry.Genesis);
        while (sequence < end.Sequence)
        {
            var from = sequence;
            var entries = await db.AuditEntries.AsNoTracking()
                .Where(a => a.Sequence > from && a.Sequence <= end.Sequence)
                .OrderBy(a => a.Sequence)
                .Take(Batch)
                .ToListAsync(cancellationToken);
            foreach (var entry in entries)
            {
                if (entry.Sequence != sequence + 1)
                {
                    return new AuditVerdict(sequence, sequence + 1, "The entry is missing.");
                }

                if (!entry.Follows(hash))
                {
                    return new AuditVerdict(sequence, entry.Sequence, "The entry is not as it was sealed.");
                }

                (sequence, hash) = (entry.Sequence, entry.Hash);
            }

            if (entries.Count == 0)
            {
                return new AuditVerdict(sequence, sequence + 1, "The entry is missing: entries have been cut off at the end.");
            }

            request.Progress?.Report((sequence, end.Sequence));
        }

        if (hash != end.Hash)
        {
            return new AuditVerdict(Math.Max(0, sequence - 1), sequence, "The log was sealed again from some earlier entry on: its end is not the one that was kept.");
        }

        var last = sequence;
        var beyond = await db.AuditEntries.Where(a => a.Sequence > last).OrderBy(a => a.Sequence).Select(a => new { a.Sequence, a.PreviousHash }).FirstOrDefaultAsync(cancellationToken);
        if (beyond is not null && (await chain.EndAsync(cancellationToken)).Sequence < beyond.Sequence)
        {
            return new AuditVerdict(sequence, beyond.Sequence, "The entry was put in after the end.");
        }

        return new AuditVerdict(sequence, null, null);
    }
}
