using System.Text.Json;
using AbcdConnect.Testing;

namespace AbcdConnect.Web.Tests.OpenReferral;

/// <summary>The standard's own schemas, read by a validator that is none of ours.</summary>
internal static class SchemaCheck
{
    /// <summary>What is wrong with these documents; empty where all are valid.</summary>
    public static async Task<IReadOnlyList<string>> Wrong(IReadOnlyList<(string Schema, string What, JsonElement Document)> documents)
    {
        var lines = await Python.Run(
            Path.Combine("tests", "AbcdConnect.Web.Tests", "OpenReferral", "validate.py"),
            string.Join('\n', documents.Select(d => JsonSerializer.Serialize(new { schema = d.Schema + ".json", what = d.What, document = d.Document }))),
            Path.Combine(OpenData.Folder!, "open-referral-uk", "schema"));
        lines[^1].ShouldBe($"{documents.Count} documents read");
        return lines[..^1];
    }
}
