using System.Text.Json;
using System.Text.Json.Serialization;
using AbcdConnect.Application.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Infrastructure.Database;

namespace AbcdConnect.Infrastructure.Assets;

/// <summary>The column profiles: those shipped beside the program, and the data folder's own, which stand before them.</summary>
internal sealed class AssetProfileFiles(DatabaseSettings settings) : IAssetProfiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public IReadOnlyList<AssetProfile> All()
    {
        var profiles = new SortedDictionary<string, AssetProfile>(StringComparer.OrdinalIgnoreCase);
        foreach (var folder in new[] { Path.Combine(AppContext.BaseDirectory, "database", "profiles"), Path.Combine(settings.DataFolder, "profiles") }.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
            {
                var profile = Read(file);
                profiles[profile.Name] = profile;
            }
        }

        return [.. profiles.Values];
    }

    private static AssetProfile Read(string file)
    {
        var name = Path.GetFileName(file);
        try
        {
            using var stream = File.OpenRead(file);
            var profile = JsonSerializer.Deserialize<AssetProfile>(stream, Json) ?? throw new JsonException("The file is empty.");
            return profile.Fields.ContainsKey("name")
                ? profile
                : throw new DomainRuleException($"The profile {name} does not say which column holds the name.");
        }
        catch (JsonException broken)
        {
            throw new DomainRuleException($"The profile {name} cannot be read: {broken.Message}");
        }
    }
}
