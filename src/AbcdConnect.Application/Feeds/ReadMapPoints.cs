using System.Runtime.CompilerServices;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Feeds;

/// <summary>The shared entries of the map with their points, by the same filters as the list of assets.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record ReadMapPoints(
    string? Q = null,
    AssetKind? Kind = null,
    AssetCategoryId? Category = null,
    NeighbourhoodId? Neighbourhood = null,
    DayOfWeek? OpenOn = null,
    DateOnly? ConfirmedBefore = null,
    bool Closed = false,
    bool Unplaced = false) : IRequest<IAsyncEnumerable<MapPoint>>;

/// <param name="Latitude">WGS84 degrees; null, with the longitude, where nobody knows where it is.</param>
/// <param name="PointIsPostcodes">The point is its postcode's, not its own.</param>
public sealed record MapPoint(
    AssetId Id, string Name, string Kind, string? Category, string? Neighbourhood, string? Description, string? Address, string? Postcode, string? OpeningTimes, string? Cost, string? Languages, string? Access,
    string? Website, DateOnly? ConfirmedOn, DateOnly? ClosedOn, double? Latitude, double? Longitude, bool PointIsPostcodes);

internal sealed class ReadMapPointsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ReadMapPoints, IAsyncEnumerable<MapPoint>>
{
    public async Task<IAsyncEnumerable<MapPoint>> Handle(ReadMapPoints request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var assets = db.Assets.Shared(viewer.ProgrammeId).Where(a => request.Closed ? a.ClosedOn != null : a.ClosedOn == null);
        if (request.Kind is { } kind)
        {
            assets = assets.Where(a => a.Kind == kind);
        }

        if (request.Category is { } category)
        {
            assets = assets.Where(a => a.CategoryId == category);
        }

        if (request.Neighbourhood is { } neighbourhood)
        {
            assets = assets.Where(a => a.NeighbourhoodId == neighbourhood);
        }
        else if (request.Unplaced)
        {
            assets = assets.Where(a => a.NeighbourhoodId == null);
        }

        if (request.OpenOn is { } day)
        {
            assets = assets.Where(a => a.Hours.Any(h => h.Day == day));
        }

        if (request.ConfirmedBefore is { } before)
        {
            assets = assets.Where(a => a.ConfirmedOn == null || a.ConfirmedOn < before);
        }

        if (await FoundByWords.In(db, viewer, SearchKind.Asset, request.Q, clock.Today(), cancellationToken) is { } found)
        {
            var ids = found.Ids.Select(AssetId.From).ToList();
            assets = assets.Where(a => EF.Parameter(ids).Contains(a.Id));
        }

        return Points(await assets.OrderBy(a => a.Id).Select(a => a.Id).Take(ListRequest.MostCsvRows).ToListAsync(cancellationToken), cancellationToken);
    }

    private async IAsyncEnumerable<MapPoint> Points(List<AssetId> ids, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var point in OpenRows.Read(db, ids, Point, withPoints: true, token))
        {
            yield return point;
        }
    }

    private static MapPoint Point(OpenAsset asset, IReadOnlyDictionary<string, Postcode> postcodes)
    {
        var at = asset.Point(postcodes);
        return new MapPoint(
            asset.Id, asset.Name, OpenMapping.KindName(asset.Kind), asset.Category, asset.Neighbourhood, asset.PublicDescription, asset.PublicAddress, asset.PublicPostcode, asset.PublicText(asset.OpeningTimes),
            asset.PublicText(asset.Cost), asset.Languages, asset.PublicText(asset.Access), asset.PublicWebsite, asset.ConfirmedOn, asset.ClosedOn, at?.Latitude, at?.Longitude, asset.Latitude is null && at is not null);
    }
}
