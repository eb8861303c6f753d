using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Map;

/// <summary>Which photos there are of an entry, and of those that were made one with it, the newest first.</summary>
[Requires(Permission.SeeAssets)]
public sealed record ListPhotos(AssetId Asset) : IRequest<IReadOnlyList<PhotoRow>>;

public sealed record PhotoRow(AssetPhotoId Id, int Width, int Height, DateOnly AddedOn);

internal sealed class ListPhotosHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListPhotos, IReadOnlyList<PhotoRow>>
{
    private const int Most = 12;

    public async Task<IReadOnlyList<PhotoRow>> Handle(ListPhotos request, CancellationToken cancellationToken)
    {
        var asset = request.Asset;
        var visible = db.Assets.VisibleTo(current.Required()).DrawnFor(current.Required());
        return await db.AssetPhotos.Where(p => (p.AssetId == asset || db.Assets.Any(m => m.Id == p.AssetId && m.MergedInto == asset)) && visible.Any(a => a.Id == asset)).OrderByDescending(p => p.Id).Take(Most)
            .Select(p => new PhotoRow(p.Id, p.Width, p.Height, p.AddedOn)).ToListAsync(cancellationToken);
    }
}
