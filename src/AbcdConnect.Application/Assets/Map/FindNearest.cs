using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Connections.Matching;
using AbcdConnect.Domain.Assets;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Map;

/// <summary>The entries nearest to a point that fit, nearest first, as the crow flies.</summary>
[Requires(Permission.SeeAssets)]
public sealed record FindNearest(double Latitude, double Longitude, AssetFilters? Filters = null, int Most = 20) : IRequest<IReadOnlyList<NearAsset>>;

public sealed record NearAsset(AssetId Id, string Name, AssetKind Kind, string? Category, double Latitude, double Longitude, double Metres);

internal sealed class FindNearestHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<FindNearest, IReadOnlyList<NearAsset>>
{
    // A few streets first: in a city they hold enough, and elsewhere looking again costs little.
    private static readonly double[] Reaches = [300, 1_500, 6_000, NearPoint.Most];

    public async Task<IReadOnlyList<NearAsset>> Handle(FindNearest request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var most = Math.Clamp(request.Most, 1, 100);
        var from = new GeoPoint(request.Latitude, request.Longitude);
        foreach (var metres in Reaches)
        {
            var near = new NearPoint(request.Latitude, request.Longitude, metres);
            var found = await db.Assets.VisibleTo(viewer).Fitting((request.Filters ?? new AssetFilters()) with { Near = near }, db, viewer, clock)
                .NearestTo(near).Take(most)
                .Select(a => new { a.Id, a.Name, a.Kind, Category = db.AssetCategories.Where(c => c.Id == a.CategoryId).Select(c => c.Name).FirstOrDefault(), a.MapX, a.MapY })
                .ToListAsync(cancellationToken);
            if (found.Count == most || metres == NearPoint.Most)
            {
                return [.. found.Select(a =>
                {
                    var (latitude, longitude) = new MapSpot(a.MapX!.Value, a.MapY!.Value).Degrees;
                    return new NearAsset(a.Id, a.Name, a.Kind, a.Category, latitude, longitude, from.MetresTo(new GeoPoint(latitude, longitude)));
                })];
            }
        }

        return [];
    }
}
