using System.Text.Json;
using System.Text.Json.Serialization;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>How one kind of open list becomes entries of the asset map. A data file: see database/profiles/README.md.</summary>
public sealed record AssetProfile
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public string? About { get; init; }

    public required AssetKind Kind { get; init; }

    public required string Category { get; init; }

    /// <summary>The columns that together tell one row from every other.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>What stands in a cell where nothing is known.</summary>
    public IReadOnlyList<string> Nothing { get; init; } = [];

    /// <summary>For each field a column's heading, or words with headings in braces.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Fields that several columns make up, in their order; a blank one is passed over.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Joined { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The row the headings are in; null for the first with anything in it.</summary>
    public int? HeadingsAt { get; init; }

    /// <summary>A workbook's sheet; null for the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>Every column it reads.</summary>
    internal IEnumerable<string> Columns => Key.Concat(Fields.Values.SelectMany(AssetProfiles.ColumnsOf)).Concat(Joined.Values.SelectMany(c => c));
}

/// <summary>Port: the profiles there are.</summary>
public interface IAssetProfiles
{
    /// <exception cref="DomainRuleException">A profile's file is not sound; the message says which and why.</exception>
    IReadOnlyList<AssetProfile> All();
}

internal static class AssetProfiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Written(this AssetProfile profile) => JsonSerializer.Serialize(profile, Json);

    public static AssetProfile Read(string json) => JsonSerializer.Deserialize<AssetProfile>(json, Json)!;

    /// <summary>One of those a programme has kept, else one that ships.</summary>
    public static async Task<AssetProfile> Named(this IAssetProfiles profiles, IAbcdDbContext db, ProgrammeId programme, string name, CancellationToken token)
    {
        var kept = await db.KeptProfiles.Where(p => p.ProgrammeId == programme).Select(p => new { p.Name, p.Profile }).ToListAsync(token);
        return kept.Find(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)) is { } own ? Read(own.Profile) : profiles.Named(name, kept.Select(p => p.Name));
    }

    private static AssetProfile Named(this IAssetProfiles profiles, string name, IEnumerable<string> kept)
    {
        var all = profiles.All();
        return all.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new DomainRuleException($"There is no profile '{name}'. There are: {string.Join(", ", all.Select(p => p.Name).Concat(kept))}.");
    }

    /// <summary>Sets one field from a cell's words.</summary>
    public static readonly IReadOnlyDictionary<string, ProfileField> Fields = new Dictionary<string, ProfileField>(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = new(Words.LongestLine, (d, v) => d with { Name = v ?? "" }),
        ["description"] = new(Words.LongestText, (d, v) => d with { Description = v }),
        ["address"] = new(500, (d, v) => d with { Address = v }),
        ["postcode"] = new(20, (d, v) => d with { Postcode = v }),
        ["openingTimes"] = new(Words.LongestText, (d, v) => d with { OpeningTimes = v, Hours = OpeningTimes.Sure(v) ?? [] }),
        ["cost"] = new(500, (d, v) => d with { Cost = v }),
        ["languages"] = new(Words.LongestLine, (d, v) => d with { Languages = v }),
        ["access"] = new(Words.LongestText, (d, v) => d with { Access = v }),
        ["contactName"] = new(Words.LongestLine, (d, v) => d with { ContactName = v }),
        ["phone"] = new(Words.LongestLine, (d, v) => d with { Phone = v }),
        ["email"] = new(Words.LongestLine, (d, v) => d with { Email = v }),
        ["website"] = new(500, (d, v) => d with { Website = v }),
        ["lookedAfterBy"] = new(Words.LongestLine, (d, v) => d with { LookedAfterBy = v }),
    };

    /// <summary>A word of the row that says its category, and with it its kind.</summary>
    public const string Category = "category";

    /// <summary>The name or code of a neighbourhood, for rows that neither point nor postcode places.</summary>
    public const string Neighbourhood = "neighbourhood";

    public const string Latitude = "latitude";
    public const string Longitude = "longitude";

    /// <summary>The headings that a template names: itself, or those in braces.</summary>
    public static IEnumerable<string> ColumnsOf(string template)
    {
        if (!template.Contains('{', StringComparison.Ordinal))
        {
            yield return template;
            yield break;
        }

        for (var at = template.IndexOf('{', StringComparison.Ordinal); at >= 0; at = template.IndexOf('{', at + 1))
        {
            var end = template.IndexOf('}', at);
            if (end < 0)
            {
                throw new DomainRuleException($"The profile's words \"{template}\" open a brace and do not close it.");
            }

            yield return template[(at + 1)..end];
        }
    }

    /// <summary>A template's words for one row; nothing where a cell it names is nothing.</summary>
    public static string? Fill(string template, Func<string, string?> cell)
    {
        if (!template.Contains('{', StringComparison.Ordinal))
        {
            return cell(template);
        }

        var words = template;
        foreach (var column in ColumnsOf(template))
        {
            if (cell(column) is not { } value)
            {
                return null;
            }

            words = words.Replace($"{{{column}}}", value, StringComparison.Ordinal);
        }

        return words;
    }
}

/// <param name="Longest">How many letters fit.</param>
internal sealed record ProfileField(int Longest, Func<AssetDetails, string?, AssetDetails> Set);
