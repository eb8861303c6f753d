namespace AbcdConnect.Application.Connections.Matching;

/// <summary>A point, WGS84 degrees.</summary>
internal readonly record struct GeoPoint(double Latitude, double Longitude)
{
    // The Earth's mean radius, metres (IUGG).
    private const double Radius = 6_371_009;

    public static GeoPoint? Of(double? latitude, double? longitude) => latitude is { } north && longitude is { } east ? new GeoPoint(north, east) : null;

    /// <summary>Metres as the crow flies (haversine).</summary>
    public double MetresTo(GeoPoint other)
    {
        static double Radians(double degrees) => degrees * Math.PI / 180;
        var (a, b) = (Math.Sin(Radians(other.Latitude - Latitude) / 2), Math.Sin(Radians(other.Longitude - Longitude) / 2));
        var h = (a * a) + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * b * b);
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}

/// <summary>How far is far, for somebody on foot.</summary>
internal static class Reach
{
    /// <summary>Metres as the crow flies that somebody may be sent on foot: 1,200 m is the greatest distance that the Institution
    /// of Highways and Transportation's "Guidelines for Providing for Journeys on Foot" (2000, table 3.2) accepts outside town
    /// centres and commuting.</summary>
    public const double Metres = 1200;

    /// <summary>Metres a minute: 800 m in 10 minutes, as "Manual for Streets" (Department for Transport, 2007, 4.4.1) reckons a
    /// walkable neighbourhood.</summary>
    public const double MetresAMinute = 80;

    /// <summary>Streets are longer than the crow's way: a fifth is added. A round figure of ours, so minutes are said as "about".</summary>
    public const double Detour = 1.2;

    /// <summary>The distance at which a tie is half as likely. Our own choice, ten minutes' walk.</summary>
    public const double Half = 800;

    /// <summary>1 next door, falling as the inverse of the distance, never nothing. Where the distance is not known: as for
    /// <see cref="Half"/> of a walk, so that a place without a point neither wins nor vanishes.</summary>
    /// <remarks>Interactions that people remember fall off as the inverse of the distance between their homes: B. Latané, J. H. Liu,
    /// A. Nowak, M. Bonevento and L. Zheng, "Distance matters: physical space and social impact", Personality and Social Psychology
    /// Bulletin 21 (1995), 795–805.</remarks>
    public static double Nearness(double? metres) => 1 / (1 + (Math.Max(0, metres ?? Half) / Half));

    public static int Minutes(double metres) => Math.Max(1, (int)Math.Round(metres * Detour / MetresAMinute, MidpointRounding.AwayFromZero));

    /// <summary>As people say it: to 50 m below half a kilometre, to 100 m above, in kilometres from there on.</summary>
    public static string InWords(double metres) => metres switch
    {
        < 75 => "next door",
        < 500 => FormattableString.Invariant($"{Math.Round(metres / 50, MidpointRounding.AwayFromZero) * 50:0} m away"),
        < 950 => FormattableString.Invariant($"{Math.Round(metres / 100, MidpointRounding.AwayFromZero) * 100:0} m away"),
        _ => FormattableString.Invariant($"{metres / 1000:0.0} km away"),
    };
}
