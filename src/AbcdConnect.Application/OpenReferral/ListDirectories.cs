using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>The directories that are followed, and how reading each went the last time.</summary>
/// <param name="DueOnly">Only those whose time has come.</param>
[Requires(Permission.SeeImports)]
public sealed record ListDirectories(bool DueOnly = false) : IRequest<IReadOnlyList<DirectoryRow>>;

/// <param name="Trouble">Why the last reading failed; null where it did not, or there was none.</param>
/// <param name="Counts">What the last reading brought; null where there was none.</param>
public sealed record DirectoryRow(DirectoryId Id, string Address, FollowedHowOften HowOften, DateTimeOffset? LastReadAt, ImportBatchId? LastBatch, ImportCounts? Counts, string? Trouble);

internal sealed class ListDirectoriesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListDirectories, IReadOnlyList<DirectoryRow>>
{
    public async Task<IReadOnlyList<DirectoryRow>> Handle(ListDirectories request, CancellationToken cancellationToken)
    {
        var (programme, now) = (current.Required().ProgrammeId, clock.GetUtcNow());
        var all = await db.FollowedDirectories.AsNoTracking().Where(d => d.ProgrammeId == programme).OrderBy(d => d.Address).ToListAsync(cancellationToken);
        var batches = all.Select(d => d.LastBatchId).OfType<ImportBatchId>().ToList();
        var counts = await db.ImportBatches.Where(b => EF.Parameter(batches).Contains(b.Id))
            .Select(b => new { b.Id, Counts = new ImportCounts(b.Rows, b.Added, b.Changed, b.Same, b.Rejected, b.Placed, b.Unplaced) }).ToDictionaryAsync(b => b.Id, b => b.Counts, cancellationToken);
        return
        [
            .. all.Where(d => !request.DueOnly || d.IsDue(now))
                .Select(d => new DirectoryRow(d.Id, d.Address, d.HowOften, d.LastReadAt, d.LastBatchId, d.LastBatchId is { } batch ? counts.GetValueOrDefault(batch) : null, d.LastTrouble)),
        ];
    }
}
