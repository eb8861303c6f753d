namespace AbcdConnect.Domain.Assets;

/// <summary>A point on the map's grid, in whole numbers that both databases index and divide alike: Web Mercator (EPSG:3857), the world
/// <see cref="Across"/> units wide, X eastwards from 180° west, Y southwards from 85.05° north. In Britain a unit is about 0.7 m.</summary>
public readonly record struct MapSpot(int X, int Y)
{
    /// <summary>The world's width and height in units.</summary>
    public const int Across = 1 << 25;

    /// <summary>Beyond this latitude the projection's square ends: atan(sinh π).</summary>
    private const double MostNorth = 85.0511287798066;

    // The equator's length, metres (WGS84's semi-major axis × 2π).
    private const double Equator = 40_075_016.686;

    public static MapSpot Of(double latitude, double longitude)
    {
        var sine = Math.Sin(Math.Clamp(latitude, -MostNorth, MostNorth) * Math.PI / 180);
        var x = (longitude + 180) / 360;
        var y = 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI));
        return new MapSpot(Unit(x), Unit(y));
    }

    /// <summary>WGS84 degrees, exact to a unit.</summary>
    public (double Latitude, double Longitude) Degrees => DegreesOf(X + 0.5, Y + 0.5);

    public static (double Latitude, double Longitude) DegreesOf(double x, double y) => (
        Math.Atan(Math.Sinh(Math.PI * (1 - (2 * y / Across)))) * 180 / Math.PI,
        (x / Across * 360) - 180);

    /// <summary>How many units a distance is at that latitude, rounded up.</summary>
    public static int UnitsOf(double metres, double latitude) =>
        (int)Math.Min(Across, Math.Ceiling(metres * Across / (Equator * Math.Cos(Math.Clamp(latitude, -MostNorth, MostNorth) * Math.PI / 180))));

    private static int Unit(double share) => (int)Math.Clamp(Math.Floor(share * Across), 0, Across - 1);
}

/// <summary>Whether two numbers look like a point in the United Kingdom.</summary>
public static class UkExtent
{
    /// <summary>The two were given the wrong way round: as they stand the point is nowhere near, the other way round it is in the United Kingdom.</summary>
    public static bool LooksSwapped(double latitude, double longitude) => !Holds(latitude, longitude) && Holds(longitude, latitude);

    // From the Scillies to Unst and from Rockall's side of Fermanagh to Lowestoft, with a little sea.
    private static bool Holds(double latitude, double longitude) => latitude is >= 49 and <= 61.5 && longitude is >= -9 and <= 2.5;
}
