using System.Collections.Concurrent;
using System.Text.Json;
using AbcdConnect.Application.Assets;
using AbcdConnect.Domain.Programmes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Valid;
using NetTopologySuite.Simplify;

namespace AbcdConnect.Infrastructure.Assets;

/// <summary>Points in polygons, by NetTopologySuite. Boundaries are prepared once and kept until one of them changes.</summary>
internal sealed class PlaceFinder : IPlaceFinder
{
    private static readonly GeometryFactory Geometry = new(new PrecisionModel(), 4326);

    private readonly ConcurrentDictionary<ProgrammeId, (string Stamp, IPlaces Places)> remembered = new();

    public string? WhatIsWrongWith(string geoJson)
    {
        try
        {
            var geometry = Read(geoJson);
            var extent = geometry.EnvelopeInternal;
            if (geometry.IsEmpty)
            {
                return "The boundary is empty. Draw it again.";
            }

            if (extent.MinX < -180 || extent.MaxX > 180 || extent.MinY < -90 || extent.MaxY > 90)
            {
                return "The boundary's numbers are not degrees; they may be metres of the British National Grid. Export it as WGS84 (EPSG:4326).";
            }

            return new IsValidOp(geometry).ValidationError is { } error
                ? FormattableString.Invariant($"The boundary crosses or touches itself near longitude {error.Coordinate?.X:0.#####}, latitude {error.Coordinate?.Y:0.#####}. Move that corner, so that no side crosses another.")
                : null;
        }
        catch (Exception broken) when (broken is NotSupportedException or ArgumentException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return broken is NotSupportedException ? broken.Message : "The boundary's coordinates cannot be read. Each ring needs at least four points, the last the same as the first.";
        }
    }

    public IPlaces? Remembered(ProgrammeId programme, string stamp) =>
        remembered.TryGetValue(programme, out var known) && known.Stamp == stamp ? known.Places : null;

    public IPlaces Prepare(ProgrammeId programme, string stamp, IReadOnlyList<PlaceBoundary> boundaries)
    {
        var places = new Places([.. boundaries.Select(b => (b.Id, PreparedGeometryFactory.Prepare(Read(b.GeoJson))))]);
        remembered[programme] = (stamp, places);
        return places;
    }

    private static Geometry Read(string geoJson)
    {
        using var json = JsonDocument.Parse(geoJson);
        var coordinates = json.RootElement.GetProperty("coordinates");
        return json.RootElement.GetProperty("type").GetString() switch
        {
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => Geometry.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(Polygon)]),
            var other => throw new NotSupportedException($"A boundary is a Polygon or a MultiPolygon; this is a {other}."),
        };
    }

    private static Polygon Polygon(JsonElement rings)
    {
        var all = rings.EnumerateArray().Select(Ring).ToArray();
        return all.Length == 0 ? Geometry.CreatePolygon() : Geometry.CreatePolygon(all[0], all[1..]);
    }

    private static string Written(Geometry geometry)
    {
        // A ten-thousandth of a degree is about 11 m from north to south.
        var drawn = TopologyPreservingSimplifier.Simplify(geometry, 0.0001);
        var polygons = Enumerable.Range(0, drawn.NumGeometries).Select(drawn.GetGeometryN).OfType<Polygon>()
            .Select(p => p.InteriorRings.Prepend(p.ExteriorRing).Select(r => r.Coordinates.Select(c => new[] { Math.Round(c.X, 5), Math.Round(c.Y, 5) })));
        return JsonSerializer.Serialize(new { type = "MultiPolygon", coordinates = polygons });
    }

    private static LinearRing Ring(JsonElement points) =>
        Geometry.CreateLinearRing([.. points.EnumerateArray().Select(p => new Coordinate(p[0].GetDouble(), p[1].GetDouble()))]);

    private sealed class Places((NeighbourhoodId Id, IPreparedGeometry Shape)[] shapes) : IPlaces
    {
        private readonly Dictionary<NeighbourhoodId, (double Latitude, double Longitude)> middles =
            shapes.Where(s => !s.Shape.Geometry.IsEmpty).ToDictionary(s => s.Id, s => (s.Shape.Geometry.Centroid.Y, s.Shape.Geometry.Centroid.X));

        public (double Latitude, double Longitude)? MiddleOf(NeighbourhoodId neighbourhood) => middles.TryGetValue(neighbourhood, out var middle) ? middle : null;

        private readonly Lazy<Dictionary<NeighbourhoodId, string>> outlines = new(() => shapes.Where(s => !s.Shape.Geometry.IsEmpty).ToDictionary(s => s.Id, s => Written(s.Shape.Geometry)));

        public string? OutlineOf(NeighbourhoodId neighbourhood) => outlines.Value.GetValueOrDefault(neighbourhood);

        public NeighbourhoodId? At(double latitude, double longitude)
        {
            var at = new Coordinate(longitude, latitude);
            Point? point = null;
            foreach (var (id, shape) in shapes)
            {
                // The bounding box first: it settles nearly all.
                if (shape.Geometry.EnvelopeInternal.Covers(at) && shape.Covers(point ??= Geometry.CreatePoint(at)))
                {
                    return id;
                }
            }

            return null;
        }
    }
}
