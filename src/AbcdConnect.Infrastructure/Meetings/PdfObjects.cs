using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AbcdConnect.Infrastructure.Meetings;

/// <summary>The objects of a PDF as qpdf writes and reads them in JSON (its version 2): a reference is "12 0 R", a name begins with a
/// slash, a string with u: or b:. Only what is reached from the trailer comes into the file that is made of it.</summary>
internal sealed class PdfObjects
{
    private const int Deepest = 500;
    private const int MostHops = 32;

    private readonly JsonObject header;
    private readonly JsonObject objects;

    private PdfObjects(JsonObject header, JsonObject objects)
    {
        this.header = header;
        this.objects = objects;
        Highest = Numbers().DefaultIfEmpty(0).Max();
    }

    /// <summary>The highest number that an object has.</summary>
    public int Highest { get; private set; }

    public JsonObject Root => Dictionary((objects["trailer"] as JsonObject)?["value"]?["/Root"]) ?? throw new JsonException("There is no catalogue.");

    /// <exception cref="JsonException">It is not what qpdf writes.</exception>
    public static PdfObjects Read(Stream json)
    {
        if (JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = Deepest })?["qpdf"] is not JsonArray { Count: 2 } parts || parts[0] is not JsonObject header || parts[1] is not JsonObject objects)
        {
            throw new JsonException("There are no objects.");
        }

        parts.Clear();
        return new PdfObjects(header, objects);
    }

    public void Write(Stream to)
    {
        header["maxobjectid"] = Highest;
        using var writer = new Utf8JsonWriter(to);
        new JsonObject { ["qpdf"] = new JsonArray(header, objects) }.WriteTo(writer, new JsonSerializerOptions { MaxDepth = Deepest });
    }

    public static bool IsReference(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && IsReference(text);

    /// <summary>What a node is, whatever it is called by; null where it refers to nothing.</summary>
    public JsonNode? Value(JsonNode? node)
    {
        for (var hops = 0; IsReference(node); hops++)
        {
            if (hops == MostHops)
            {
                return null;
            }

            var there = objects[$"obj:{(string)node!}"] as JsonObject;
            node = there?["value"] ?? there?["stream"]?["dict"];
        }

        return node;
    }

    public JsonObject? Dictionary(JsonNode? node) => Value(node) as JsonObject;

    public JsonArray? Array(JsonNode? node) => Value(node) as JsonArray;

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>The array behind a key, made a plain one of its own where it is one thing, elsewhere, or missing.</summary>
    public JsonArray Own(JsonObject dictionary, string key)
    {
        var node = dictionary[key];
        if (node is JsonArray there)
        {
            return there;
        }

        var found = Value(node);
        var own = found is JsonArray elsewhere ? (JsonArray)elsewhere.DeepClone() : found is null ? [] : new JsonArray(node!.DeepClone());
        dictionary[key] = own;
        return own;
    }

    /// <summary>The dictionary behind a key; made where it is missing.</summary>
    public JsonObject OwnDictionary(JsonObject dictionary, string key)
    {
        if (Dictionary(dictionary[key]) is { } there)
        {
            return there;
        }

        var made = new JsonObject();
        dictionary[key] = made;
        return made;
    }

    /// <returns>The new object's reference.</returns>
    public string Add(JsonNode value)
    {
        var reference = $"{++Highest} 0 R";
        objects[$"obj:{reference}"] = new JsonObject { ["value"] = value };
        return reference;
    }

    /// <summary>Every dictionary there is, those of streams and within others too.</summary>
    public IEnumerable<JsonObject> Dictionaries()
    {
        var waiting = new Stack<JsonNode>(objects.Select(o => o.Value).OfType<JsonNode>());
        while (waiting.TryPop(out var node))
        {
            if (node is JsonObject dictionary)
            {
                yield return dictionary;
            }

            foreach (var inside in Inside(node))
            {
                waiting.Push(inside);
            }
        }
    }

    /// <summary>Takes all of another file's objects in; it holds none any more. They are reached by nothing yet.</summary>
    public void Take(PdfObjects other)
    {
        other.Renumber(Highest);
        foreach (var (key, value) in other.objects.Where(o => o.Key != "trailer").ToList())
        {
            other.objects.Remove(key);
            objects[key] = value;
        }

        Highest = other.Highest;
        if (string.CompareOrdinal(Text(other.header["pdfversion"]), Text(header["pdfversion"])) > 0)
        {
            header["pdfversion"] = Text(other.header["pdfversion"]);
        }
    }

    private static bool IsReference(string text) => text.EndsWith(" R", StringComparison.Ordinal) && char.IsAsciiDigit(text[0]);

    private static IEnumerable<JsonNode> Inside(JsonNode node) => node switch
    {
        JsonObject dictionary => dictionary.Select(p => p.Value).OfType<JsonNode>(),
        JsonArray array => array.OfType<JsonNode>(),
        _ => [],
    };

    private static string Later(string reference, int by)
    {
        var space = reference.IndexOf(' ', StringComparison.Ordinal);
        return (int.Parse(reference.AsSpan(0, space), CultureInfo.InvariantCulture) + by).ToString(CultureInfo.InvariantCulture) + reference[space..];
    }

    private IEnumerable<int> Numbers() => objects.Select(o => o.Key).Where(k => k.StartsWith("obj:", StringComparison.Ordinal)).Select(k => int.Parse(k.AsSpan(4, k.IndexOf(' ', StringComparison.Ordinal) - 4), CultureInfo.InvariantCulture));

    private void Renumber(int by)
    {
        var waiting = new Stack<JsonNode>(objects.Select(o => o.Value).OfType<JsonNode>());
        while (waiting.TryPop(out var node))
        {
            if (node is JsonObject dictionary)
            {
                foreach (var (key, value) in dictionary.Where(p => IsReference(p.Value)).ToList())
                {
                    dictionary[key] = Later((string)value!, by);
                }
            }
            else if (node is JsonArray array)
            {
                for (var at = 0; at < array.Count; at++)
                {
                    if (IsReference(array[at]))
                    {
                        array[at] = Later((string)array[at]!, by);
                    }
                }
            }

            foreach (var inside in Inside(node))
            {
                waiting.Push(inside);
            }
        }

        foreach (var (key, value) in objects.Where(o => o.Key != "trailer").ToList())
        {
            objects.Remove(key);
            objects[$"renumbered:{Later(key[4..], by)}"] = value;
        }

        foreach (var (key, value) in objects.Where(o => o.Key != "trailer").ToList())
        {
            objects.Remove(key);
            objects[key.Replace("renumbered:", "obj:", StringComparison.Ordinal)] = value;
        }

        Highest += by;
    }
}
