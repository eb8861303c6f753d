using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Connections.Matching;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>The asset map as a list.</summary>
[Requires(Permission.SeeAssets)]
public sealed record ListAssets(ListRequest List, AssetFilters? Filters = null) : IRequest<Page<AssetRow>>;

public sealed record AssetRow(
    AssetId Id, string Name, AssetKind Kind, string? Category, string? Neighbourhood, string? Address, string? Postcode,
    string? OpeningTimes, string? Cost, string? Website, DateOnly AddedOn, DateOnly? ConfirmedOn, DateOnly? ClosedOn,
    bool Doubted, bool AskFirst)
{
    /// <summary>How far it is from the point asked about, as the crow flies.</summary>
    public double? Metres { get; init; }

    internal int? MapX { get; init; }

    internal int? MapY { get; init; }
}

internal sealed class ListAssetsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListAssets, Page<AssetRow>>
{
    public async Task<Page<AssetRow>> Handle(ListAssets request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var contacts = viewer.SeesContactsOfIndividuals();
        var filters = request.Filters ?? new AssetFilters();
        var assets = db.Assets.VisibleTo(viewer).Fitting(filters, db, viewer, clock);
        var today = clock.Today();
        if (await FoundByWords.In(db, viewer, SearchKind.Asset, request.List.Q, today, cancellationToken) is { } found)
        {
            var ids = found.Ids.Select(AssetId.From).ToList();
            assets = assets.Where(a => EF.Parameter(ids).Contains(a.Id));
        }

        assets = request.List.Sort switch
        {
            "-name" => assets.OrderByDescending(a => a.Name).ThenByDescending(a => a.Id),
            "added" => assets.OrderBy(a => a.AddedOn).ThenBy(a => a.Id),
            "-added" => assets.OrderByDescending(a => a.AddedOn).ThenByDescending(a => a.Id),
            "fresh" => assets.OrderBy(a => a.AskFirstFrom).ThenBy(a => a.Id),
            "-fresh" => assets.OrderByDescending(a => a.AskFirstFrom).ThenByDescending(a => a.Id),
            "confirmed" => assets.OrderBy(a => a.ConfirmedOn).ThenBy(a => a.Id),
            "-confirmed" => assets.OrderByDescending(a => a.ConfirmedOn).ThenByDescending(a => a.Id),
            "name" => assets.OrderBy(a => a.Name).ThenBy(a => a.Id),
            _ when filters.Near is { } near => assets.NearestTo(near),
            _ => assets.OrderBy(a => a.Name).ThenBy(a => a.Id),
        };
        var page = await assets
            .Select(a => new AssetRow(
                a.Id,
                a.Name,
                a.Kind,
                db.AssetCategories.Where(c => c.Id == a.CategoryId).Select(c => c.Name).FirstOrDefault(),
                db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                contacts || a.Kind != AssetKind.Individual ? a.Address : null,
                contacts || a.Kind != AssetKind.Individual ? a.Postcode : null,
                a.OpeningTimes,
                a.Cost,
                a.Website,
                a.AddedOn,
                a.ConfirmedOn,
                a.ClosedOn,
                a.DoubtWeight > 0,
                a.AskFirstFrom <= today)
            {
                MapX = a.MapX,
                MapY = a.MapY,
            })
            .PageAsync(request.List, cancellationToken);
        return filters.Near is { } from ? page with { Items = [.. page.Items.Select(row => row with { Metres = MetresTo(row, from) })] } : page;
    }

    private static double? MetresTo(AssetRow row, NearPoint from)
    {
        if (row.MapX is not { } x || row.MapY is not { } y)
        {
            return null;
        }

        var (latitude, longitude) = new MapSpot(x, y).Degrees;
        return new GeoPoint(from.Latitude, from.Longitude).MetresTo(new GeoPoint(latitude, longitude));
    }
}
