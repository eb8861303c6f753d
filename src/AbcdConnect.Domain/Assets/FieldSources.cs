using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using AbcdConnect.Domain.Access;

namespace AbcdConnect.Domain.Assets;

/// <summary>The fields of an entry, as far as it matters where each came from.</summary>
public enum AssetField
{
    Kind,
    Name,
    Category,
    Description,
    Address,
    Postcode,
    Point,
    Neighbourhood,
    OpeningTimes,
    Hours,
    Cost,
    Languages,
    Access,
    ContactName,
    Phone,
    Email,
    Website,
    LookedAfterBy,
}

public enum SourceKind
{
    /// <summary>Somebody of the programme typed it.</summary>
    Member,
    Import,

    /// <summary>Who looks after the entry said so by their private link, and a moderator agreed.</summary>
    Keeper,

    /// <summary>It was taken over from a duplicate.</summary>
    Merge,
}

/// <summary>Where the value of a field came from.</summary>
/// <param name="By">The member who typed it, or agreed to it.</param>
/// <param name="Row">In the import's file, as a spreadsheet numbers it.</param>
public sealed record FieldSource(SourceKind Kind, DateOnly On, UserId? By = null, ImportBatchId? Batch = null, int? Row = null);

/// <summary>Where the values of an entry's fields came from, kept in one text beside them: fields of one source together.</summary>
public static class FieldSources
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static IReadOnlyDictionary<AssetField, FieldSource> Read(string? text)
    {
        var known = new Dictionary<AssetField, FieldSource>();
        foreach (var group in text is null ? [] : JsonSerializer.Deserialize<List<Stored>>(text, Json)!)
        {
            var source = new FieldSource(
                Enum.Parse<SourceKind>(group.K), DateOnly.ParseExact(group.On, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                group.By is { } by ? new UserId(by) : null, group.B is { } batch ? new ImportBatchId(batch) : null, group.R);
            foreach (var field in group.F)
            {
                known[Enum.Parse<AssetField>(field)] = source;
            }
        }

        return known;
    }

    /// <summary>The text once these fields come from there. Without a source, it is no longer known where they came from.</summary>
    public static string? Put(string? text, IReadOnlyCollection<AssetField> fields, FieldSource? source)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count == 0)
        {
            return text;
        }

        var known = text is null ? [] : Read(text).ToDictionary();
        foreach (var field in fields)
        {
            if (source is null)
            {
                known.Remove(field);
            }
            else
            {
                known[field] = source;
            }
        }

        return Write(known);
    }

    public static string? Write(IReadOnlyDictionary<AssetField, FieldSource> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known.Count == 0
            ? null
            : JsonSerializer.Serialize(
                known.GroupBy(k => k.Value).Select(g => new Stored(g.Key.Kind.ToString(), g.Key.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), g.Key.By?.Value, g.Key.Batch?.Value, g.Key.Row, [.. g.Select(k => k.Key).Order().Select(f => f.ToString())])),
                Json);
    }

    private sealed record Stored(string K, string On, long? By, long? B, int? R, IReadOnlyList<string> F);
}

/// <summary>The fields of <see cref="AssetDetails"/> one by one.</summary>
public static class AssetFields
{
    /// <summary>Those whose value is words, and how to set them: what a keeper may change, and what two duplicates are compared by.</summary>
    public static IReadOnlyDictionary<AssetField, (Func<AssetDetails, string?> Get, Func<AssetDetails, string?, AssetDetails> Set)> Words { get; } =
        new Dictionary<AssetField, (Func<AssetDetails, string?>, Func<AssetDetails, string?, AssetDetails>)>
        {
            [AssetField.Name] = (d => d.Name, (d, v) => d with { Name = v ?? "" }),
            [AssetField.Description] = (d => d.Description, (d, v) => d with { Description = v }),
            [AssetField.Address] = (d => d.Address, (d, v) => d with { Address = v }),
            [AssetField.Postcode] = (d => d.Postcode, (d, v) => d with { Postcode = v }),
            [AssetField.OpeningTimes] = (d => d.OpeningTimes, (d, v) => d with { OpeningTimes = v }),
            [AssetField.Cost] = (d => d.Cost, (d, v) => d with { Cost = v }),
            [AssetField.Languages] = (d => d.Languages, (d, v) => d with { Languages = v }),
            [AssetField.Access] = (d => d.Access, (d, v) => d with { Access = v }),
            [AssetField.ContactName] = (d => d.ContactName, (d, v) => d with { ContactName = v }),
            [AssetField.Phone] = (d => d.Phone, (d, v) => d with { Phone = v }),
            [AssetField.Email] = (d => d.Email, (d, v) => d with { Email = v }),
            [AssetField.Website] = (d => d.Website, (d, v) => d with { Website = v }),
            [AssetField.LookedAfterBy] = (d => d.LookedAfterBy, (d, v) => d with { LookedAfterBy = v }),
        };

    /// <summary>These fields as <paramref name="from"/> has them, all others as <paramref name="stands"/>.</summary>
    public static AssetDetails Put(AssetDetails stands, AssetDetails from, IReadOnlyCollection<AssetField> fields)
    {
        ArgumentNullException.ThrowIfNull(stands);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(fields);
        var put = Words.Where(w => fields.Contains(w.Key)).Aggregate(stands, (d, w) => w.Value.Set(d, w.Value.Get(from)));
        // A category belongs to a kind.
        put = fields.Contains(AssetField.Kind) || fields.Contains(AssetField.Category) ? put with { Kind = from.Kind, CategoryId = from.CategoryId } : put;
        put = fields.Contains(AssetField.Point) ? put with { Latitude = from.Latitude, Longitude = from.Longitude } : put;
        put = fields.Contains(AssetField.Neighbourhood) ? put with { NeighbourhoodId = from.NeighbourhoodId } : put;
        return fields.Contains(AssetField.Hours) ? put with { Hours = from.Hours } : put;
    }

    /// <summary>Which fields differ. Values are compared as they are kept.</summary>
    public static IReadOnlyList<AssetField> Changed(AssetDetails before, AssetDetails after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changed = Words.Where(w => !string.Equals(w.Value.Get(before), w.Value.Get(after), StringComparison.Ordinal)).Select(w => w.Key).ToList();
        Add(AssetField.Kind, before.Kind != after.Kind);
        Add(AssetField.Category, before.CategoryId != after.CategoryId);
        Add(AssetField.Point, before.Latitude != after.Latitude || before.Longitude != after.Longitude);
        Add(AssetField.Neighbourhood, before.NeighbourhoodId != after.NeighbourhoodId);
        Add(AssetField.Hours, !(before.Hours ?? []).SequenceEqual(after.Hours ?? []));
        return changed;

        void Add(AssetField field, bool differs)
        {
            if (differs)
            {
                changed.Add(field);
            }
        }
    }
}
