using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>An uploaded spreadsheet to work on: for a trial, which begins now, or to be brought in.</summary>
[Requires(Permission.ImportData)]
public sealed record TakeUpload(UploadId Id, bool ForTrial) : IRequest<TakenUpload>;

/// <param name="File">To be closed by whoever took it.</param>
/// <param name="Expected">How many rows the trial counted; nought where there was none.</param>
public sealed record TakenUpload(UploadId Id, Guid Key, Stream File, string FileName, AssetProfile Profile, bool LeavesOutDoubtful, ImportBatchId? Batch, int Expected);

internal sealed class TakeUploadHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IUploadedFiles files) : IRequestHandler<TakeUpload, TakenUpload>
{
    public async Task<TakenUpload> Handle(TakeUpload request, CancellationToken cancellationToken)
    {
        var upload = await db.Uploads.Seen(current.Required(), request.Id, cancellationToken);
        if (request.ForTrial)
        {
            upload.BeginTrial(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        var file = files.Reopen(upload);
        return new TakenUpload(upload.Id, upload.Key, file, upload.FileName, AssetProfiles.Read(upload.Profile), upload.LeavesOutDoubtful, upload.BatchId, FoundByTrial.Read(upload.Trial)?.Counts.Rows ?? 0);
    }
}
