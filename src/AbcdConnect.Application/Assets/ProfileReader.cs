using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>One row as its profile reads it.</summary>
/// <param name="Known">Half of the key's SHA-256.</param>
internal sealed record SourceRow(int Row, string Key, UInt128 Known, string Hash, AssetDetails Details);

/// <summary>Reads rows by a profile. A row with anything wrong in it is left out whole, and said why.</summary>
internal sealed class ProfileReader
{
    private readonly AssetProfile profile;
    private readonly AssetCategoryId? category;
    private readonly IReadOnlyDictionary<string, (AssetKind Kind, AssetCategoryId Id)> categories;
    private readonly IReadOnlyDictionary<string, NeighbourhoodId> neighbourhoods;
    private readonly HashSet<string> nothing;
    private readonly HashSet<string> strange = new(StringComparer.OrdinalIgnoreCase);

    private ProfileReader(AssetProfile profile, AssetCategoryId? category, IReadOnlyDictionary<string, (AssetKind Kind, AssetCategoryId Id)> categories, IReadOnlyDictionary<string, NeighbourhoodId> neighbourhoods)
    {
        (this.profile, this.category, this.categories, this.neighbourhoods) = (profile, category, categories, neighbourhoods);
        nothing = new HashSet<string>(profile.Nothing, StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="dryRun">A category that is new is not made.</param>
    public static async Task<ProfileReader> For(IAbcdDbContext db, AssetProfile profile, Viewer viewer, bool dryRun, CancellationToken token)
    {
        var all = await db.AssetCategories.AsNoTracking().ToListAsync(token);
        var known = all.Find(c => c.Kind == profile.Kind && string.Equals(c.Name, profile.Category, StringComparison.OrdinalIgnoreCase));
        if (known is null && !dryRun)
        {
            known = new AssetCategory { Kind = profile.Kind, Name = profile.Category };
            db.AssetCategories.Add(known);
            await db.SaveChangesAsync(token);
        }

        // One word may name a category of several kinds: then that of the profile's own kind.
        var byName = all.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(c => c.Kind == profile.Kind).Select(c => (c.Kind, c.Id)).First(), StringComparer.OrdinalIgnoreCase);
        var places = profile.Fields.ContainsKey(AssetProfiles.Neighbourhood)
            ? await db.Neighbourhoods.Where(n => n.ProgrammeId == viewer.ProgrammeId).Select(n => new { n.Id, n.Name, n.Code }).ToListAsync(token)
            : [];
        var byPlace = new Dictionary<string, NeighbourhoodId>(StringComparer.OrdinalIgnoreCase);
        foreach (var place in places)
        {
            byPlace.TryAdd(place.Code, place.Id);
            byPlace.TryAdd(place.Name, place.Id);
        }

        return new ProfileReader(profile, known?.Id, byName, byPlace);
    }

    public SourceRow? Read(SheetTable table, ImportRun run)
    {
        if (table.HasMoreCellsThanColumns)
        {
            run.Reject(table.Row, "", "", $"This row has {table.Cells} cells where the first row has {table.Columns.Count}. A comma inside a cell needs quotation marks around the cell.");
            return null;
        }

        string? Cell(string column) => table.Cell(column) is { } cell && !nothing.Contains(cell) ? cell : null;
        if (profile.Key.All(k => Cell(k) is null))
        {
            run.Reject(table.Row, profile.Key[0], table.Cell(profile.Key[0]), "This cell tells the row from every other and is blank. Fill it in.");
            return null;
        }

        var details = new AssetDetails(profile.Kind, "", category);
        var said = new StringBuilder($"{profile.Kind}|{profile.Category}");
        foreach (var (field, columns, value) in Values(Cell))
        {
            var known = AssetProfiles.Fields[field];
            if (value?.Length > known.Longest)
            {
                run.Reject(table.Row, columns, value, $"This is {(value.Length > 200_000 ? "more than " : "")}{Math.Min(value.Length, 200_000):N0} letters long; {known.Longest:N0} fit. Shorten it.");
                return null;
            }

            details = known.Set(details, value);
            said.Append('|').Append(field).Append('=').Append(value);
        }

        if (profile.Fields.TryGetValue(AssetProfiles.Category, out var kinds) && Cell(kinds) is { } word)
        {
            Filed(table.Row, kinds, word, run, ref details);
            said.Append("|category=").Append(word);
        }

        if (profile.Fields.TryGetValue(AssetProfiles.Neighbourhood, out var wards) && Cell(wards) is { } ward)
        {
            details = details with { NeighbourhoodId = neighbourhoods.TryGetValue(ward, out var place) ? place : null };
            said.Append("|neighbourhood=").Append(ward);
        }

        if (Words.Tidy(details.Name) is null)
        {
            run.Reject(table.Row, profile.Fields.GetValueOrDefault("name", "name"), "", "There is no name. Give it the name people know it by.");
            return null;
        }

        if (!Point(table, run, Cell, ref details))
        {
            return null;
        }

        if (details.Postcode is { } typed && Words.Postcode(typed) is null)
        {
            run.Note(table.Row, profile.Fields.GetValueOrDefault("postcode", "postcode"), typed, "Kept, but this is not a whole postcode, so it cannot place the entry. A postcode looks like M33 4QJ.");
        }

        said.Append(CultureInfo.InvariantCulture, $"|{details.Latitude:R},{details.Longitude:R}");
        var key = KeyOf(Cell);
        return new SourceRow(table.Row, key, BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))), Sha(said.ToString()), details);
    }

    // The words of each field: the same for every row, from one column or a template, or from several columns.
    private IEnumerable<(string Field, string Columns, string? Value)> Values(Func<string, string?> cell)
    {
        foreach (var (field, words) in profile.Constants.Where(f => AssetProfiles.Fields.ContainsKey(f.Key) && !profile.Fields.ContainsKey(f.Key)))
        {
            yield return (field, words, words);
        }

        foreach (var (field, template) in profile.Fields.Where(f => AssetProfiles.Fields.ContainsKey(f.Key)))
        {
            yield return (field, template, AssetProfiles.Fill(template, cell));
        }

        foreach (var (field, columns) in profile.Joined.Where(f => AssetProfiles.Fields.ContainsKey(f.Key)))
        {
            var words = columns.Select(cell).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            yield return (field, string.Join(", ", columns), words.Count == 0 ? null : string.Join(", ", words));
        }
    }

    // A word that is one of our categories says the kind too; any other is said once and the list's own category stands.
    private void Filed(int row, string column, string word, ImportRun run, ref AssetDetails details)
    {
        if (categories.TryGetValue(word, out var known) && known.Kind != AssetKind.Individual)
        {
            details = details with { Kind = known.Kind, CategoryId = known.Id };
        }
        else if (strange.Count < 50 && strange.Add(word))
        {
            run.Note(row, column, word, $"Kept, as {profile.Category}: this is none of our categories. An administrator can add it; then bring the file in again.");
        }
    }

    /// <summary>The row's words over what stands: only the fields that the profile fills.</summary>
    public AssetDetails Onto(AssetDetails stands, SourceRow row)
    {
        var result = stands with { Kind = row.Details.Kind, CategoryId = row.Details.CategoryId };
        foreach (var field in profile.Fields.Keys.Concat(profile.Constants.Keys).Concat(profile.Joined.Keys))
        {
            result = field switch
            {
                AssetProfiles.Category or AssetProfiles.Neighbourhood => result,
                AssetProfiles.Latitude => result with { Latitude = row.Details.Latitude },
                AssetProfiles.Longitude => result with { Longitude = row.Details.Longitude },
                "openingTimes" => result with { OpeningTimes = row.Details.OpeningTimes, Hours = row.Details.Hours },
                _ => AssetProfiles.Fields[field].Set(result, ValueOf(row.Details, field)),
            };
        }

        return result;
    }

    private static string? ValueOf(AssetDetails details, string field) => field.ToLowerInvariant() switch
    {
        "name" => details.Name,
        "description" => details.Description,
        "address" => details.Address,
        "postcode" => details.Postcode,
        "cost" => details.Cost,
        "languages" => details.Languages,
        "access" => details.Access,
        "contactname" => details.ContactName,
        "phone" => details.Phone,
        "email" => details.Email,
        "website" => details.Website,
        _ => details.LookedAfterBy,
    };

    private bool Point(SheetTable table, ImportRun run, Func<string, string?> cell, ref AssetDetails details)
    {
        if (!profile.Fields.TryGetValue(AssetProfiles.Latitude, out var latitude) || !profile.Fields.TryGetValue(AssetProfiles.Longitude, out var longitude))
        {
            return true;
        }

        var (north, east) = (cell(latitude), cell(longitude));
        if (north is null && east is null)
        {
            return true;
        }

        if (Degrees(north, 180, out var first) && Degrees(east, 180, out var second) && UkExtent.LooksSwapped(first, second))
        {
            run.Note(table.Row, latitude, $"{north}, {east}", "Latitude and longitude stand the wrong way about; they were taken the right way. Swap them in the file.");
            (north, east) = (east, north);
        }

        if (!Degrees(north, 90, out var lat))
        {
            run.Reject(table.Row, latitude, north, "A latitude is a number of degrees between -90 and 90, such as 53.4651.");
            return false;
        }

        if (!Degrees(east, 180, out var lon))
        {
            run.Reject(table.Row, longitude, east, "A longitude is a number of degrees between -180 and 180, such as -2.2604.");
            return false;
        }

        // Zero and zero is how spreadsheets write "not known"; nothing of ours lies in that sea.
        if (lat != 0 || lon != 0)
        {
            details = details with { Latitude = lat, Longitude = lon };
        }

        return true;
    }

    // Some spreadsheets write a decimal comma.
    private static bool Degrees(string? text, double most, out double number) =>
        double.TryParse(text?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && Math.Abs(number) <= most;

    private string KeyOf(Func<string, string?> cell)
    {
        var key = $"{profile.Name}:{string.Join('|', profile.Key.Select(k => string.Join(' ', (cell(k) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant()))}";
        return key.Length <= Words.LongestLine ? key : $"{profile.Name}:{Sha(key)}";
    }

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
