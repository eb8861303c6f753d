using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>Lets go of an uploaded spreadsheet. What was brought in of it stays.</summary>
[Requires(Permission.ImportData)]
public sealed record DropUpload(UploadId Id) : IRequest;

internal sealed class DropUploadHandler(IAbcdDbContext db, ICurrentViewer current, IUploadedFiles files) : IRequestHandler<DropUpload>
{
    public async Task Handle(DropUpload request, CancellationToken cancellationToken)
    {
        var upload = await db.Uploads.Seen(current.Required(), request.Id, cancellationToken);
        if (upload.BatchId is null)
        {
            db.Uploads.Remove(upload);
            await db.SaveChangesAsync(cancellationToken);
        }

        files.Drop(upload.Key);
    }
}
