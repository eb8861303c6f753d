using System.Globalization;
using System.Text.Json;
using AbcdConnect.Domain.Assets;

namespace AbcdConnect.Application.Programmes;

/// <summary>A boundary as people type or paste it, and back. Says in plain words what is wrong with it.</summary>
public static class BoundaryText
{
    public const int LongestText = 2_000_000;
    private const int MostLines = 2_000;

    private static readonly Result NotWhole = new(null, "That is not whole GeoJSON. Copy all of it, from the first { to the last }");

    /// <param name="GeoJson">A Polygon or MultiPolygon; null where there is a problem.</param>
    public readonly record struct Result(string? GeoJson, string? Problem);

    /// <summary>Lines of "latitude, longitude", or GeoJSON (longitude first): a Polygon, a MultiPolygon, a Feature of one, or a
    /// collection of one such feature. Whether its sides cross is the geometry's to say.</summary>
    public static Result Read(string? text)
    {
        var words = text?.Trim() ?? "";
        return words.Length == 0 ? new Result(null, "Set at least three corners, or paste the boundary as GeoJSON")
            : words.Length > LongestText ? new Result(null, "That is too long for the boundary of a neighbourhood. Simplify it first: ten metres is near enough")
            : words[0] is '{' or '[' ? OfGeoJson(words)
            : OfLines(words);
    }

    /// <summary>As it is typed: lines where it is one plain shape, otherwise GeoJSON.</summary>
    public static string? Write(string? geoJson)
    {
        if (geoJson is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(geoJson);
        var coordinates = json.RootElement.GetProperty("coordinates");
        var polygon = json.RootElement.GetProperty("type").GetString() == "Polygon" ? coordinates : coordinates.GetArrayLength() == 1 ? coordinates[0] : default;
        if (polygon.ValueKind != JsonValueKind.Array || polygon.GetArrayLength() != 1 || polygon[0].GetArrayLength() > MostLines)
        {
            return geoJson;
        }

        return string.Join('\n', polygon[0].EnumerateArray().SkipLast(1).Select(p => FormattableString.Invariant($"{p[1].GetDouble():0.#####}, {p[0].GetDouble():0.#####}")));
    }

    private static Result OfLines(string text)
    {
        var corners = new List<(double Latitude, double Longitude)>();
        foreach (var (at, line) in text.Split('\n', StringSplitOptions.TrimEntries).Index().Where(l => l.Item.Length > 0))
        {
            if (line.Split([',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is not [var first, var second]
                || !double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
                || !double.TryParse(second, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude))
            {
                return new Result(null, $"Line {at + 1} is not a corner. Each is a latitude and a longitude, such as 53.4651, -2.2604");
            }

            if (Wrong(latitude, longitude) is { } wrong)
            {
                return new Result(null, $"Line {at + 1}: {wrong}. In a line the latitude comes first");
            }

            corners.Add((latitude, longitude));
        }

        if (corners.Count > 1 && corners[0] == corners[^1])
        {
            corners.RemoveAt(corners.Count - 1);
        }

        if (corners.Distinct().Count() < 3)
        {
            return new Result(null, "A boundary has at least three corners");
        }

        var ring = corners.Append(corners[0]).Select(c => new[] { c.Longitude, c.Latitude });
        return new Result(JsonSerializer.Serialize(new { type = "Polygon", coordinates = new[] { ring } }), null);
    }

    private static Result OfGeoJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var shape = json.RootElement;
            if (Type(shape) == "FeatureCollection")
            {
                if (shape.GetProperty("features").GetArrayLength() != 1)
                {
                    return new Result(null, "That holds several shapes. Paste the one of this neighbourhood, or bring the whole file in under Imports");
                }

                shape = shape.GetProperty("features")[0];
            }

            shape = Type(shape) == "Feature" ? shape.GetProperty("geometry") : shape;
            if (Type(shape) is not ("Polygon" or "MultiPolygon"))
            {
                return new Result(null, "A boundary is a Polygon or a MultiPolygon");
            }

            var coordinates = shape.GetProperty("coordinates");
            foreach (var point in Points(coordinates, Type(shape) == "Polygon" ? 2 : 3))
            {
                var (longitude, latitude) = (point[0].GetDouble(), point[1].GetDouble());
                // Metres of the national grid are told apart from degrees by the geometry, which says so.
                if (Math.Abs(longitude) < 1000 && Math.Abs(latitude) < 1000 && Wrong(latitude, longitude) is { } wrong)
                {
                    return new Result(null, $"{wrong}. In GeoJSON the longitude comes first");
                }
            }

            return new Result(JsonSerializer.Serialize(new { type = Type(shape), coordinates }), null);
        }
        catch (JsonException)
        {
            return NotWhole;
        }
        catch (InvalidOperationException)
        {
            // A word where a list should be, and the like.
            return NotWhole;
        }
        catch (KeyNotFoundException)
        {
            return NotWhole;
        }
        catch (FormatException)
        {
            return NotWhole;
        }
        catch (IndexOutOfRangeException)
        {
            return NotWhole;
        }
    }

    private static string? Type(JsonElement element) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var type) ? type.GetString() : null;

    private static IEnumerable<JsonElement> Points(JsonElement element, int depth) =>
        depth == 0 ? [element] : element.EnumerateArray().SelectMany(inner => Points(inner, depth - 1));

    private static string? Wrong(double latitude, double longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180
            ? UkExtent.LooksSwapped(latitude, longitude) ? "latitude and longitude look swapped" : null
            : UkExtent.LooksSwapped(latitude, longitude) ? "latitude and longitude look swapped"
            : latitude is >= -90 and <= 90
                ? FormattableString.Invariant($"longitude {longitude:0.#####} is not on this Earth: it lies between -180 and 180")
                : FormattableString.Invariant($"latitude {latitude:0.#####} is not on this Earth: it lies between -90 and 90");
}
