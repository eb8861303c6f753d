using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Map;

/// <summary>One photo of an entry, for whoever may see the entry.</summary>
[Requires(Permission.SeeAssets)]
public sealed record SeePhoto(AssetId Asset, AssetPhotoId Photo) : IRequest<PhotoFile>;

public sealed record PhotoFile(string MediaType, byte[] Content, string Hash);

internal sealed class SeePhotoHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeePhoto, PhotoFile>
{
    public async Task<PhotoFile> Handle(SeePhoto request, CancellationToken cancellationToken)
    {
        var (asset, photo) = (request.Asset, request.Photo);
        var visible = db.Assets.VisibleTo(current.Required()).DrawnFor(current.Required());
        return await db.AssetPhotos.Where(p => p.Id == photo && (p.AssetId == asset || db.Assets.Any(m => m.Id == p.AssetId && m.MergedInto == asset)) && visible.Any(a => a.Id == asset)).Select(p => new PhotoFile(p.MediaType, p.Content, p.Hash)).FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("photo");
    }
}
