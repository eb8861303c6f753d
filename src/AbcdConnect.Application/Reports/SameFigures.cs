using System.Text.Json;

namespace AbcdConnect.Application.Reports;

/// <summary>Whether two writings of a report tell the same figures. Sentences are written by the program of their day; counts, promises, dates
/// and what is hidden are not.</summary>
internal static class SameFigures
{
    public static bool In(string one, string other)
    {
        using var first = JsonDocument.Parse(one);
        using var second = JsonDocument.Parse(other);
        return Same(first.RootElement, second.RootElement);
    }

    private static bool Same(JsonElement one, JsonElement other) => (Kind(one), Kind(other)) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => Members(one).Union(Members(other)).All(name => Same(Member(one, name), Member(other, name))),
        // As many sentences as it takes.
        (JsonValueKind.Array, JsonValueKind.Array) => (AreAllWords(one) && AreAllWords(other))
            || (one.GetArrayLength() == other.GetArrayLength() && one.EnumerateArray().Zip(other.EnumerateArray()).All(pair => Same(pair.First, pair.Second))),
        (JsonValueKind.String, JsonValueKind.String) => (IsWords(one) && IsWords(other)) || one.GetString() == other.GetString(),
        (JsonValueKind.Number, JsonValueKind.Number) => one.GetRawText() == other.GetRawText(),
        var (kind, otherKind) => kind == otherKind,
    };

    // What an older program did not write is nothing.
    private static JsonValueKind Kind(JsonElement element) => element.ValueKind == JsonValueKind.Undefined ? JsonValueKind.Null : element.ValueKind;

    private static IEnumerable<string> Members(JsonElement element) => element.EnumerateObject().Select(m => m.Name);

    private static JsonElement Member(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? member : default;

    private static bool AreAllWords(JsonElement array) => array.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String && IsWords(e));

    // A code, a date or a hash has no space in it.
    private static bool IsWords(JsonElement text) => text.GetString()!.Contains(' ', StringComparison.Ordinal);
}
