using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace AbcdConnect.Web.Features.OpenReferral;

internal static class OpenJson
{
    /// <summary>As the standard writes it: snake_case, and nothing where nothing is known.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Letters of every script as they are; what a page could take for a tag stays escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };
}
