using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AbcdConnect.Web.Features.Assets;

/// <summary>A small picture: the neighbourhood's outline with the point in it. No map tiles, so nobody else learns what is looked at.</summary>
/// <param name="Outline">The path of an SVG, 300 units wide.</param>
public sealed record AssetMap(string Outline, double Height, double? X, double? Y)
{
    private const double Width = 300;
    private const double Margin = 8;

    /// <summary>Draws a GeoJSON Polygon or MultiPolygon; null where there is none.</summary>
    public static AssetMap? Draw(string? boundary, double? latitude, double? longitude)
    {
        if (boundary is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(boundary);
        var coordinates = json.RootElement.GetProperty("coordinates");
        var rings = (json.RootElement.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToList())
            .SelectMany(polygon => polygon.EnumerateArray())
            .Select(ring => ring.EnumerateArray().Select(p => (X: p[0].GetDouble(), Y: p[1].GetDouble())).ToList())
            .Where(ring => ring.Count > 2)
            .ToList();
        if (rings.Count == 0)
        {
            return null;
        }

        var all = rings.SelectMany(r => r).ToList();
        var (west, east, south, north) = (all.Min(p => p.X), all.Max(p => p.X), all.Min(p => p.Y), all.Max(p => p.Y));
        // A degree of longitude is shorter than one of latitude the further from the equator.
        var narrow = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = (Width - (2 * Margin)) / Math.Max((east - west) * narrow, (north - south) / 1.2);
        (double X, double Y) Place((double X, double Y) p) => (
            Margin + ((p.X - west) * narrow * scale) + ((Width - (2 * Margin) - ((east - west) * narrow * scale)) / 2),
            Margin + ((north - p.Y) * scale));

        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            (double X, double Y)? last = null;
            foreach (var point in ring.Select(Place))
            {
                // A corner nearer than a unit is not seen.
                if (last is { } before && Math.Abs(point.X - before.X) + Math.Abs(point.Y - before.Y) < 1)
                {
                    continue;
                }

                path.Append(last is null ? 'M' : 'L').Append(Number(point.X)).Append(' ').Append(Number(point.Y));
                last = point;
            }

            path.Append('Z');
        }

        var height = (2 * Margin) + ((north - south) * scale);
        if (latitude is not { } lat || longitude is not { } lon)
        {
            return new AssetMap(path.ToString(), height, null, null);
        }

        var at = Place((lon, lat));
        var inside = at.X is >= 0 and <= Width && at.Y >= 0 && at.Y <= height;
        return new AssetMap(path.ToString(), height, inside ? at.X : null, inside ? at.Y : null);
    }

    /// <summary>A number as an SVG takes it.</summary>
    public static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
