using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>How the trial of an uploaded spreadsheet stands.</summary>
[Requires(Permission.ImportData)]
public sealed record SeeTrial(UploadId Id) : IRequest<TrialView>;

/// <param name="TriedAt">When it was begun; null where it was not.</param>
/// <param name="Found">Null until it has ended.</param>
public sealed record TrialView(UploadId Id, string FileName, string List, DateTimeOffset? TriedAt, FoundByTrial? Found, ImportBatchId? Batch);

internal sealed class SeeTrialHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeTrial, TrialView>
{
    public async Task<TrialView> Handle(SeeTrial request, CancellationToken cancellationToken)
    {
        var upload = await db.Uploads.AsNoTracking().Seen(current.Required(), request.Id, cancellationToken);
        return new TrialView(upload.Id, upload.FileName, AssetProfiles.Read(upload.Profile).Name, upload.TriedAt, FoundByTrial.Read(upload.Trial), upload.BatchId);
    }
}
