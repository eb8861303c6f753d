using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Access;

/// <summary>The head row that every save of personal data locks and moves on.</summary>
internal sealed class AuditChain(AbcdDbContext db) : IAuditChain
{
    public async Task<AuditEnd> EndAsync(CancellationToken token) =>
        await db.AuditHeads.AsNoTracking().Where(h => h.Id == 1).Select(h => new AuditEnd(h.Sequence, h.Hash)).SingleOrDefaultAsync(token)
        ?? new AuditEnd(0, AuditEntry.Genesis);
}
