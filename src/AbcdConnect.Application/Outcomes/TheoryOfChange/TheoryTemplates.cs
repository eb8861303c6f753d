using System.Text.Json;
using System.Text.Json.Serialization;
using AbcdConnect.Domain.Outcomes.TheoryOfChange;

namespace AbcdConnect.Application.Outcomes.TheoryOfChange;

/// <summary>What a programme can begin from: <c>database/theories</c>.</summary>
public static class TheoryTemplates
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<TheoryContent> All { get; } = Load();

    public static TheoryContent? Of(string key) => All.FirstOrDefault(t => t.Key == key);

    private static List<TheoryContent> Load()
    {
        const string prefix = "theory-";
        var assembly = typeof(TheoryTemplates).Assembly;
        var read = new List<TheoryContent>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            read.Add(JsonSerializer.Deserialize<TheoryContent>(stream, Json) ?? throw new InvalidOperationException($"{name} is empty."));
        }

        return [.. read.OrderBy(t => t.Key != "stronger-communities").ThenBy(t => t.Key, StringComparer.Ordinal)];
    }
}
