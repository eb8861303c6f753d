using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>Reads an uploaded spreadsheet as a list of that name was read before.</summary>
[Requires(Permission.ImportData)]
public sealed record UseProfile(UploadId Id, string Name) : IRequest<UploadId>;

internal sealed class UseProfileHandler(IAbcdDbContext db, ICurrentViewer current, IAssetProfiles profiles) : IRequestHandler<UseProfile, UploadId>
{
    public async Task<UploadId> Handle(UseProfile request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var upload = await db.Uploads.Seen(viewer, request.Id, cancellationToken);
        var (now, kept) = (AssetProfiles.Read(upload.Profile), await profiles.Named(db, viewer.ProgrammeId, request.Name, cancellationToken));
        upload.ReadAs((kept with { Sheet = kept.Sheet ?? now.Sheet, HeadingsAt = kept.HeadingsAt ?? now.HeadingsAt }).Written());
        await db.SaveChangesAsync(cancellationToken);
        return upload.Id;
    }
}
