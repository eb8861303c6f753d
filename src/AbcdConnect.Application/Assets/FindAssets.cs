using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>Up to ten assets by the beginnings of words, while somebody types. Those that have closed are left out.</summary>
[Requires(Permission.SeeAssets)]
public sealed record FindAssets(string? Q) : IRequest<IReadOnlyList<FoundAsset>>;

public sealed record FoundAsset(AssetId Id, string Name, string? Category, string? Neighbourhood);

internal sealed class FindAssetsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<FindAssets, IReadOnlyList<FoundAsset>>
{
    public async Task<IReadOnlyList<FoundAsset>> Handle(FindAssets request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (await FoundByWords.Ids(db, viewer.ProgrammeId, SearchKind.Asset, request.Q, cancellationToken) is not { } found)
        {
            return [];
        }

        var ids = found.ConvertAll(AssetId.From);
        return await db.Assets.VisibleTo(viewer).Where(a => ids.Contains(a.Id) && a.ClosedOn == null).OrderBy(a => a.Name).ThenBy(a => a.Id).Take(10)
            .Select(a => new FoundAsset(
                a.Id,
                a.Name,
                db.AssetCategories.Where(c => c.Id == a.CategoryId).Select(c => c.Name).FirstOrDefault(),
                db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }
}
