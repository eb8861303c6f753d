using System.Globalization;
using System.Text.Json;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>Brings in the neighbourhoods: a GeoJSON file of boundaries with their official codes. A code that is there already is changed, never doubled.</summary>
/// <param name="CodeProperty">The property that holds the code; found by its looks where null.</param>
/// <param name="NameProperty">The property that holds the name; found by its looks where null.</param>
[Requires(Permission.ImportData)]
public sealed record ImportBoundaries(Stream File, string FileName, string? CodeProperty = null, string? NameProperty = null, bool DryRun = false, IProgress<int>? Progress = null) : IRequest<ImportResult>, ITellsWhenBegun
{
    public Action<ImportBatchId>? Began { get; init; }

    public const string Profile = "boundaries";
}

internal sealed class ImportBoundariesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPlaceFinder finder) : IRequestHandler<ImportBoundaries, ImportResult>
{
    private static readonly string[] CodeNames = ["code", "area_code", "ward_code", "gss_code", "ons_code", "id"];
    private static readonly string[] NameNames = ["name", "area_name", "ward_name", "title", "label"];

    public Task<ImportResult> Handle(ImportBoundaries request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        return ImportRun.Do(db, viewer, clock, ImportBoundaries.Profile, request.FileName, request.DryRun, request.Progress, request.Began, run => Read(request, viewer, run, cancellationToken), cancellationToken);
    }

    private async Task Read(ImportBoundaries request, Viewer viewer, ImportRun run, CancellationToken token)
    {
        using var file = await Parse(request.File, token);
        if (file.RootElement.ValueKind != JsonValueKind.Object || !file.RootElement.TryGetProperty("features", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw new DomainRuleException("The file holds no boundaries. It needs to be a GeoJSON FeatureCollection with at least one feature.");
        }

        var features = list.EnumerateArray().ToList();
        var properties = features.Select(f => f.TryGetProperty("properties", out var p) && p.ValueKind == JsonValueKind.Object ? p : default).ToList();
        var found = properties.Where(p => p.ValueKind == JsonValueKind.Object).SelectMany(p => p.EnumerateObject().Select(o => o.Name)).Distinct(StringComparer.Ordinal).ToList();
        var code = Chosen(request.CodeProperty, found, "code") ?? GuessCode(found, properties);
        var name = Chosen(request.NameProperty, found, "name") ?? GuessName(found, code);

        var present = await db.Neighbourhoods.Where(n => n.ProgrammeId == viewer.ProgrammeId).ToDictionaryAsync(n => n.Code, StringComparer.OrdinalIgnoreCase, token);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < features.Count; i++)
        {
            run.Rows++;
            var (row, own) = (i + 1, properties[i]);
            if (Text(own, code) is not { Length: <= 20 } itsCode)
            {
                run.Reject(row, code, Text(own, code), "Each boundary needs its official code, of at most 20 letters.");
            }
            else if (Text(own, name) is not { Length: <= Words.LongestLine } itsName)
            {
                run.Reject(row, name, Text(own, name), "Each boundary needs a name, of at most 200 letters.");
            }
            else if (!seen.Add(itsCode))
            {
                run.Reject(row, code, itsCode, "This code is in the file more than once. Join the parts to one MultiPolygon, or give each its own code.");
            }
            else if (!features[i].TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object)
            {
                run.Reject(row, "geometry", "", "This feature has no geometry. It needs a Polygon or a MultiPolygon.");
            }
            else if (JsonSerializer.Serialize(geometry) is var boundary && finder.WhatIsWrongWith(boundary) is { } wrong)
            {
                run.Reject(row, "geometry", itsName, wrong);
            }
            else
            {
                Keep(viewer, run, present.GetValueOrDefault(itsCode), itsCode, itsName, boundary, own);
            }
        }

        await run.Save(db, clock, token);
        await run.PlaceOthers(db, finder, viewer, token);
    }

    private void Keep(Viewer viewer, ImportRun run, Neighbourhood? known, string code, string name, string boundary, JsonElement properties)
    {
        var population = properties.TryGetProperty("population", out var count) && count.TryGetInt32(out var people) && people >= 0 ? people : known?.Population;
        var lsoas = properties.TryGetProperty("lsoa_codes", out var codes) && codes.ValueKind == JsonValueKind.Array
            ? string.Join(' ', codes.EnumerateArray().Select(c => c.ToString()))
            : known?.LsoaCodes;
        run.Kept(placed: true);
        if (known is null)
        {
            db.Neighbourhoods.Add(Neighbourhood.Define(viewer.ProgrammeId, code, name, boundary, population, lsoas));
            run.Added++;
        }
        else if ((known.Name, known.Boundary, known.Population, known.LsoaCodes) == (name, boundary, population, lsoas))
        {
            run.Same++;
        }
        else
        {
            known.Change(name, boundary, population, lsoas);
            run.Changed++;
        }
    }

    private static async Task<JsonDocument> Parse(Stream file, CancellationToken token)
    {
        try
        {
            return await JsonDocument.ParseAsync(file, cancellationToken: token);
        }
        catch (JsonException broken)
        {
            throw new DomainRuleException($"The file is not GeoJSON: it cannot be read at line {broken.LineNumber + 1}. Export the boundaries as GeoJSON (WGS84) and import that.");
        }
    }

    private static string? Chosen(string? asked, List<string> found, string what)
    {
        if (Words.Tidy(asked) is not { } name)
        {
            return null;
        }

        return found.Find(f => string.Equals(f, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new DomainRuleException($"No boundary has a property '{name}' to take the {what} from. There are: {string.Join(", ", found)}.");
    }

    // An official code looks like E05015253: a letter of a nation and eight digits.
    private static string GuessCode(List<string> found, List<JsonElement> properties) =>
        found.Find(f => properties.TrueForAll(p => Text(p, f) is { Length: 9 } c && char.IsAsciiLetterUpper(c[0]) && c.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
                && properties.Select(p => Text(p, f)).Distinct(StringComparer.Ordinal).Count() == properties.Count)
        ?? Array.Find(CodeNames, n => found.Contains(n, StringComparer.OrdinalIgnoreCase))
        ?? throw new DomainRuleException($"None of the boundaries' properties looks like an official code. Say which it is. There are: {string.Join(", ", found)}.");

    private static string GuessName(List<string> found, string code) =>
        Array.Find(NameNames, n => found.Contains(n, StringComparer.OrdinalIgnoreCase)) is { } usual ? found.Find(f => string.Equals(f, usual, StringComparison.OrdinalIgnoreCase))!
        // The statistics office names them in pairs: WD24CD and WD24NM.
        : found.Find(f => code.EndsWith("CD", StringComparison.OrdinalIgnoreCase) && string.Equals(f, code[..^2] + "NM", StringComparison.OrdinalIgnoreCase))
        ?? found.Find(f => f.EndsWith("NM", StringComparison.OrdinalIgnoreCase) || f.Contains("name", StringComparison.OrdinalIgnoreCase))
        ?? throw new DomainRuleException($"None of the boundaries' properties looks like a name. Say which it is. There are: {string.Join(", ", found)}.");

    private static string? Text(JsonElement properties, string name)
    {
        if (properties.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var property in properties.EnumerateObject().Where(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return property.Value.ValueKind switch
            {
                JsonValueKind.String => Words.Tidy(property.Value.GetString()),
                JsonValueKind.Number => property.Value.GetRawText().ToString(CultureInfo.InvariantCulture),
                _ => null,
            };
        }

        return null;
    }
}
