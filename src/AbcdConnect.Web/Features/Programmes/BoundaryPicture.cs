using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AbcdConnect.Web.Features.Programmes;

/// <summary>A boundary drawn small: an SVG path in a box of its own.</summary>
/// <param name="Path">The rings, for a path's d, to be filled by the even-odd rule.</param>
internal sealed record BoundaryPicture(string Path, double Width, double Height)
{
    // More points than a thumbnail has pixels along its edge are points for nothing.
    private const int MostPoints = 400;
    private const double Side = 100;

    /// <summary>The geometry as a picture, or null where it is none or cannot be read.</summary>
    /// <param name="geoJson">Polygon or MultiPolygon, WGS84 longitude then latitude (RFC 7946).</param>
    public static BoundaryPicture? Of(string? geoJson)
    {
        if (string.IsNullOrWhiteSpace(geoJson))
        {
            return null;
        }

        List<List<(double X, double Y)>> rings;
        try
        {
            using var document = JsonDocument.Parse(geoJson);
            rings = [.. Rings(document.RootElement)];
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            // A picture left out does less harm than a page that does not open.
            return null;
        }

        var points = rings.Sum(r => r.Count);
        return points < 3 ? null : Draw(rings, Math.Max(1, points / MostPoints));
    }

    private static BoundaryPicture Draw(List<List<(double X, double Y)>> rings, int every)
    {
        var all = rings.SelectMany(r => r).ToList();
        var (west, east) = (all.Min(p => p.X), all.Max(p => p.X));
        var (south, north) = (all.Min(p => p.Y), all.Max(p => p.Y));

        // A degree of longitude is shorter than one of latitude by the cosine of the latitude: near enough for a picture.
        var squeeze = Math.Cos((south + north) / 2 * Math.PI / 180);
        var (wide, high) = ((east - west) * squeeze, north - south);
        var scale = Side / Math.Max(Math.Max(wide, high), 1e-9);
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Count; i += every)
            {
                var (x, y) = ((ring[i].X - west) * squeeze * scale, (north - ring[i].Y) * scale);
                path.Append(i == 0 ? 'M' : 'L').Append(x.ToString("0.#", CultureInfo.InvariantCulture)).Append(' ').Append(y.ToString("0.#", CultureInfo.InvariantCulture));
            }

            path.Append('Z');
        }

        return new BoundaryPicture(path.ToString(), Math.Round(wide * scale, 1), Math.Round(high * scale, 1));
    }

    private static IEnumerable<List<(double X, double Y)>> Rings(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        var polygons = geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => [coordinates],
            "MultiPolygon" => coordinates.EnumerateArray().ToArray(),
            _ => Array.Empty<JsonElement>(),
        };
        return polygons.SelectMany(p => p.EnumerateArray()).Select(ring => ring.EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble())).ToList());
    }
}
