using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using MediatR;

namespace AbcdConnect.Application.Feeds;

/// <summary>The list of assets as points, for whoever reads the list: by every one of its filters, "nothing is tied to" too. What stands
/// in the file is what may leave: no individuals, nobody's contacts.</summary>
[Requires(Permission.SeeAssets)]
public sealed record ReadPointsOfList(string? Q, AssetFilters Filters) : IRequest<IAsyncEnumerable<MapPoint>>;

internal sealed class ReadPointsOfListHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ReadPointsOfList, IAsyncEnumerable<MapPoint>>
{
    public Task<IAsyncEnumerable<MapPoint>> Handle(ReadPointsOfList request, CancellationToken cancellationToken) =>
        SharedPoints.Of(db, current.Required(), request.Filters, request.Q, clock, cancellationToken);
}
