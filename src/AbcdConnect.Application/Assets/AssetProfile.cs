using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;

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
}

/// <summary>Port: the profiles there are.</summary>
public interface IAssetProfiles
{
    /// <exception cref="DomainRuleException">A profile's file is not sound; the message says which and why.</exception>
    IReadOnlyList<AssetProfile> All();
}

internal static class AssetProfiles
{
    public static AssetProfile Named(this IAssetProfiles profiles, string name)
    {
        var all = profiles.All();
        return all.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new DomainRuleException($"There is no profile '{name}'. There are: {string.Join(", ", all.Select(p => p.Name))}.");
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
