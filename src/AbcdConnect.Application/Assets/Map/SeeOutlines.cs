using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Map;

/// <summary>What the map is drawn of where no server of tiles is set: the neighbourhoods' outlines with their names, and the places
/// most goes on at, for whoever may see assets.</summary>
[OpenToAll]
public sealed record SeeOutlines : IRequest<MapOutlines>;

public sealed record MapOutlines(IReadOnlyList<MapOutline> Neighbourhoods, IReadOnlyList<MainPoint> Points);

/// <param name="GeoJson">A Polygon or MultiPolygon without corners nobody would see.</param>
/// <param name="Latitude">Where its name stands.</param>
public sealed record MapOutline(NeighbourhoodId Id, string Name, string GeoJson, double Latitude, double Longitude);

public sealed record MainPoint(AssetId Id, string Name, double Latitude, double Longitude);

internal sealed class SeeOutlinesHandler(IAbcdDbContext db, ICurrentViewer current, IPlaceFinder finder) : IRequestHandler<SeeOutlines, MapOutlines>
{
    private const int MostPoints = 60;

    public async Task<MapOutlines> Handle(SeeOutlines request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var placing = await Placing.Load(db, finder, viewer.ProgrammeId, cancellationToken);
        var names = await db.Neighbourhoods.Where(n => n.ProgrammeId == viewer.ProgrammeId).OrderBy(n => n.Name).Select(n => new { n.Id, n.Name }).ToListAsync(cancellationToken);
        var busy = db.Activities
            .Where(a => a.ProgrammeId == viewer.ProgrammeId && a.PlaceId != null && (a.Status == ActivityStatus.Running || a.Status == ActivityStatus.SelfSustaining))
            .GroupBy(a => a.PlaceId).Select(g => new { PlaceId = g.Key, Count = g.Count() });
        var points = !viewer.May(Permission.SeeAssets) ? [] : await db.Assets.VisibleTo(viewer)
            .Where(a => a.ClosedOn == null && a.MapX != null && (a.Kind == AssetKind.Place || a.Kind == AssetKind.Institution))
            .Join(busy, a => a.Id, b => b.PlaceId, (a, b) => new { a.Id, a.Name, a.MapX, a.MapY, b.Count })
            .OrderByDescending(a => a.Count).ThenBy(a => a.Id).Take(MostPoints)
            .ToListAsync(cancellationToken);
        return new MapOutlines(
            [.. names.Select(n => (n.Id, n.Name, Outline: placing.OutlineOf(n.Id), Middle: placing.MiddleOf(n.Id))).Where(n => n.Outline is not null)
                .Select(n => new MapOutline(n.Id, n.Name, n.Outline!, n.Middle!.Value.Latitude, n.Middle.Value.Longitude))],
            [.. points.Select(p =>
            {
                var (latitude, longitude) = new MapSpot(p.MapX!.Value, p.MapY!.Value).Degrees;
                return new MainPoint(p.Id, p.Name, latitude, longitude);
            })]);
    }
}
