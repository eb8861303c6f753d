using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>What the asset pages offer to choose from: categories and neighbourhoods.</summary>
[Requires(Permission.SeeAssets)]
public sealed record ListAssetChoices : IRequest<AssetChoices>;

public sealed record AssetChoices(IReadOnlyList<CategoryChoice> Categories, IReadOnlyList<NeighbourhoodChoice> Neighbourhoods);

public sealed record CategoryChoice(AssetCategoryId Id, AssetKind Kind, string Name);

public sealed record NeighbourhoodChoice(NeighbourhoodId Id, string Name);

internal sealed class ListAssetChoicesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListAssetChoices, AssetChoices>
{
    public async Task<AssetChoices> Handle(ListAssetChoices request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var categories = await db.AssetCategories.OrderBy(c => c.Kind).ThenBy(c => c.Name).Select(c => new CategoryChoice(c.Id, c.Kind, c.Name)).ToListAsync(cancellationToken);
        var places = await db.Neighbourhoods.Where(n => n.ProgrammeId == programme).OrderBy(n => n.Name).Select(n => new NeighbourhoodChoice(n.Id, n.Name)).ToListAsync(cancellationToken);
        return new AssetChoices(categories, places);
    }
}
