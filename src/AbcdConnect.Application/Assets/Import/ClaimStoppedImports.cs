using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>Imports and undoings whose process was killed: what can be gone on with is given to whoever asks first, of any programme;
/// an import whose file is not here any more is marked as stopped.</summary>
[Requires(Permission.ImportData)]
public sealed record ClaimStoppedImports : IRequest<IReadOnlyList<StoppedImport>>;

/// <param name="Upload">Null for an undoing.</param>
/// <param name="By">Whoever began it.</param>
public sealed record StoppedImport(ImportBatchId Batch, UploadId? Upload, ProgrammeId Programme, UserId? By, string? ByName);

internal sealed class ClaimStoppedImportsHandler(IAbcdDbContext db, TimeProvider clock, IUploadedFiles files) : IRequestHandler<ClaimStoppedImports, IReadOnlyList<StoppedImport>>
{
    /// <summary>Whoever works on one says so with every few hundred rows; who has been silent for so long works no more.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<StoppedImport>> Handle(ClaimStoppedImports request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var silentSince = now - Silence;
        var silent = await db.ImportBatches.AsNoTracking()
            .Where(b => (b.Outcome == ImportOutcome.Running || b.Outcome == ImportOutcome.Undoing) && b.BeatAt < silentSince)
            .Select(b => new
            {
                b.Id,
                b.ProgrammeId,
                b.Outcome,
                b.BeatAt,
                By = b.Outcome == ImportOutcome.Undoing ? b.UndoneBy : b.StartedBy,
                Upload = db.Uploads.Where(u => u.BatchId == b.Id).Select(u => new { u.Id, u.Key }).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var claimed = new List<StoppedImport>();
        foreach (var stopped in silent)
        {
            var (id, beat) = (stopped.Id, stopped.BeatAt);
            // Two servers may look at once: who moves the clock has it.
            if (await db.ImportBatches.Where(b => b.Id == id && b.BeatAt == beat).ExecuteUpdateAsync(set => set.SetProperty(b => b.BeatAt, now), cancellationToken) == 0)
            {
                continue;
            }

            if (stopped.Outcome == ImportOutcome.Undoing || (stopped.Upload is { } upload && IsHere(upload.Key)))
            {
                var by = stopped.By;
                var name = await db.Members.Where(m => m.Id == by).Select(m => m.Name).FirstOrDefaultAsync(cancellationToken);
                claimed.Add(new StoppedImport(id, stopped.Outcome == ImportOutcome.Running ? stopped.Upload!.Id : null, stopped.ProgrammeId, by, name));
                continue;
            }

            var batch = await db.ImportBatches.SingleAsync(b => b.Id == id, cancellationToken);
            batch.Fail(now, ImportRun.Stopped);
            await db.SaveChangesAsync(cancellationToken);
            db.Forget();
        }

        return claimed;
    }

    private bool IsHere(Guid key)
    {
        using var file = files.Open(key);
        return file is not null;
    }
}
