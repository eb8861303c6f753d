using AbcdConnect.Domain.Common;

namespace AbcdConnect.Web.Features.Assets;

/// <summary>Where the map's tiles come from. Without any it is drawn from our own boundaries and names, and no other server learns
/// what is looked at.</summary>
/// <param name="Tiles">The address of a tile with {z}, {x} and {y} in it; null for none.</param>
/// <param name="Attribution">Whose they are, as their licence wants it said.</param>
/// <param name="TileOrigin">The one server that the content security policy then lets pictures come from; {s} stands for any below it.</param>
public sealed record MapSettings(string? Tiles, string? Attribution, string? TileOrigin)
{
    public const string TilesSetting = "Map:Tiles";
    public const string AttributionSetting = "Map:Attribution";

    private static readonly string[] Parts = ["{z}", "{x}", "{y}"];

    public static MapSettings From(IConfiguration configuration)
    {
        if (Words.Tidy(configuration[TilesSetting]) is not { } tiles)
        {
            return new MapSettings(null, null, null);
        }

        var whole = Uri.TryCreate(tiles.Replace("{s}.", "", StringComparison.Ordinal).Replace('{', '0').Replace('}', '0'), UriKind.Absolute, out var address);
        if (!whole || address!.Scheme != Uri.UriSchemeHttps || !Array.TrueForAll(Parts, part => tiles.Contains(part, StringComparison.Ordinal)))
        {
            throw new DomainRuleException($"The setting {TilesSetting} is the address of a map's tiles, such as https://tiles.example.org/{{z}}/{{x}}/{{y}}.png. Put it right, or take it away: the map works without.");
        }

        var host = address.IsDefaultPort ? address.Host : $"{address.Host}:{address.Port}";
        return new MapSettings(tiles, Words.Tidy(configuration[AttributionSetting]), $"https://{(tiles.Contains("{s}.", StringComparison.Ordinal) ? "*." : "")}{host}");
    }
}
