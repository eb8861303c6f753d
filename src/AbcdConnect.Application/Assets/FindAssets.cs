using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>Up to ten assets by the beginnings of words, while somebody types. Those that have closed are left out.</summary>
[Requires(Permission.SeeAssets)]
public sealed record FindAssets(string? Q) : IRequest<IReadOnlyList<FoundAsset>>;

public sealed record FoundAsset(AssetId Id, string Name, string? Category, string? Neighbourhood);

internal sealed class FindAssetsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<FindAssets, IReadOnlyList<FoundAsset>>
{
    // Some of those found have closed or ended.
    private const int MostLookedAt = 200;

    public async Task<IReadOnlyList<FoundAsset>> Handle(FindAssets request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (await FoundByWords.In(db, viewer, SearchKind.Asset, request.Q, clock.Today(), cancellationToken, MostLookedAt) is not { } found)
        {
            return [];
        }

        var ids = found.Ids.Select(AssetId.From).ToList();
        var rows = await db.Assets.VisibleTo(viewer).Where(a => EF.Parameter(ids).Contains(a.Id) && a.ClosedOn == null)
            .Select(a => new FoundAsset(
                a.Id,
                a.Name,
                db.AssetCategories.Where(c => c.Id == a.CategoryId).Select(c => c.Name).FirstOrDefault(),
                db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return [.. found.InOrder(rows, r => r.Id.Value, r => r.Name).Take(10)];
    }
}
