using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>Brings an open list onto the asset map, by a column profile. The same file again adds nothing; a row that says
/// something new changes its entry; what people changed here stands while the row says the same. They are counted as
/// contacts added in the month they first come in.</summary>
/// <param name="Profile">A profile's name.</param>
/// <param name="DryRun">Counts only, keeps nothing.</param>
[Requires(Permission.ImportData)]
public sealed record ImportAssets(Stream File, string FileName, string Profile, bool DryRun = false, IProgress<int>? Progress = null) : IRequest<ImportResult>, ITellsWhenBegun
{
    public Action<ImportBatchId>? Began { get; init; }
}

internal sealed class ImportAssetsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPlaceFinder finder, IAssetProfiles profiles) : IRequestHandler<ImportAssets, ImportResult>
{
    public Task<ImportResult> Handle(ImportAssets request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var profile = profiles.Named(request.Profile);
        return ImportRun.Do(db, viewer, clock, profile.Name, request.FileName, request.DryRun, request.Progress, request.Began, run => Read(request, profile, viewer, run, cancellationToken), cancellationToken);
    }

    private async Task Read(ImportAssets request, AssetProfile profile, Viewer viewer, ImportRun run, CancellationToken token)
    {
        using var table = await CsvTable.Open(request.File, token);
        table.MustHave(profile.Key.Concat(profile.Fields.Values.SelectMany(AssetProfiles.ColumnsOf)), $"The profile '{profile.Name}'");

        var category = await Category(profile, run, token);
        var placing = await Placing.Load(db, finder, viewer.ProgrammeId, token);
        var reader = new ProfileReader(profile, category);
        var seen = new Dictionary<string, (int Row, string Hash)>(StringComparer.Ordinal);
        var chunk = new List<SourceRow>();
        while (await table.Read())
        {
            token.ThrowIfCancellationRequested();
            run.Rows++;
            if (reader.Read(table, run) is not { } row)
            {
                continue;
            }

            if (!seen.TryAdd(row.Key, (row.Row, row.Hash)))
            {
                var first = seen[row.Key].Row;
                run.Reject(row.Row, string.Join(" and ", profile.Key), row.Details.Name, $"Row {first} is the same one. Keep one of the two.");
                continue;
            }

            chunk.Add(row);
            if (chunk.Count == ImportRun.ChunkSize)
            {
                await Store(chunk, reader, placing, viewer, run, token);
            }
        }

        await Store(chunk, reader, placing, viewer, run, token);
    }

    private async Task<AssetCategoryId?> Category(AssetProfile profile, ImportRun run, CancellationToken token)
    {
        var (kind, name) = (profile.Kind, profile.Category);
        var known = await db.AssetCategories.Where(c => c.Kind == kind && c.Name == name).FirstOrDefaultAsync(token);
        if (known is null && !run.DryRun)
        {
            known = new AssetCategory { Kind = kind, Name = name };
            db.AssetCategories.Add(known);
            await db.SaveChangesAsync(token);
        }

        return known?.Id;
    }

    private async Task Store(List<SourceRow> chunk, ProfileReader reader, Placing placing, Viewer viewer, ImportRun run, CancellationToken token)
    {
        var keys = chunk.ConvertAll(r => r.Key);
        var present = await db.Assets.Include(a => a.Hours).Where(a => a.ProgrammeId == viewer.ProgrammeId && keys.Contains(a.SourceKey!))
            .ToDictionaryAsync(a => a.SourceKey!, StringComparer.Ordinal, token);
        var postcodes = await Placing.Postcodes(db, chunk.Select(r => r.Details.Postcode), token);
        var today = clock.Today();
        foreach (var row in chunk)
        {
            var postcode = Words.Postcode(row.Details.Postcode) is { } code ? postcodes.GetValueOrDefault(code) : null;
            var place = placing.Of(row.Details.Latitude, row.Details.Longitude, postcode);
            if (!present.TryGetValue(row.Key, out var asset))
            {
                asset = Asset.Add(viewer.ProgrammeId, viewer.UserId, today, row.Details with { NeighbourhoodId = place }, new FieldSource(SourceKind.Import, today, Batch: run.Batch, Row: row.Row));
                if (run.Batch is { } batch)
                {
                    asset.CameFrom(batch, row.Key, row.Hash);
                    db.Assets.Add(asset);
                }

                run.Added++;
            }
            else if (asset.SourceHash != row.Hash)
            {
                asset.Change(reader.Onto(asset.Details, row) with { NeighbourhoodId = place ?? asset.NeighbourhoodId }, new FieldSource(SourceKind.Import, today, Batch: run.Batch, Row: row.Row));
                asset.CameFrom(run.Batch ?? asset.ImportBatchId!.Value, row.Key, row.Hash);
                run.Changed++;
            }
            else if (asset.NeighbourhoodId is null && place is not null)
            {
                // Boundaries or postcodes have come in since.
                asset.Place(place);
                run.Changed++;
            }
            else
            {
                run.Same++;
            }

            asset.Draw(postcode?.Latitude, postcode?.Longitude);
            run.Kept(asset.NeighbourhoodId is not null);
        }

        await run.Save(db, token);
        chunk.Clear();
    }
}

/// <summary>One row as its profile reads it.</summary>
internal sealed record SourceRow(int Row, string Key, string Hash, AssetDetails Details);

/// <summary>Reads rows by a profile. A row with anything wrong in it is left out whole, and said why.</summary>
internal sealed class ProfileReader(AssetProfile profile, AssetCategoryId? category)
{
    private readonly HashSet<string> nothing = new(profile.Nothing, StringComparer.OrdinalIgnoreCase);

    public SourceRow? Read(CsvTable table, ImportRun run)
    {
        if (table.HasMoreCellsThanColumns)
        {
            run.Reject(table.Row, "", "", $"This row has {table.Cells} cells where the first row has {table.Columns.Count}. A comma inside a cell needs quotation marks around the cell.");
            return null;
        }

        string? Cell(string column) => table.Cell(column) is { } cell && !nothing.Contains(cell) ? cell : null;
        if (profile.Key.FirstOrDefault(k => Cell(k) is null) is { } blank)
        {
            run.Reject(table.Row, blank, table.Cell(blank), "This cell tells the row from every other and is blank. Fill it in.");
            return null;
        }

        var details = new AssetDetails(profile.Kind, "", category);
        var said = new StringBuilder($"{profile.Kind}|{profile.Category}");
        foreach (var (field, template) in profile.Constants.Concat(profile.Fields).Where(f => AssetProfiles.Fields.ContainsKey(f.Key)))
        {
            var known = AssetProfiles.Fields[field];
            var value = profile.Fields.ContainsKey(field) ? AssetProfiles.Fill(template, Cell) : template;
            if (value?.Length > known.Longest)
            {
                run.Reject(table.Row, template, value, $"This is {value.Length:N0} letters long; {known.Longest:N0} fit. Shorten it.");
                return null;
            }

            details = known.Set(details, value);
            said.Append('|').Append(field).Append('=').Append(value);
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
        return new SourceRow(table.Row, KeyOf(Cell), Sha(said.ToString()), details);
    }

    /// <summary>The row's words over what stands: only the fields that the profile fills.</summary>
    public AssetDetails Onto(AssetDetails stands, SourceRow row)
    {
        var result = stands with { Kind = row.Details.Kind, CategoryId = row.Details.CategoryId };
        foreach (var field in profile.Fields.Keys.Concat(profile.Constants.Keys))
        {
            result = field switch
            {
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

    private bool Point(CsvTable table, ImportRun run, Func<string, string?> cell, ref AssetDetails details)
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

    private static bool Degrees(string? text, double most, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && Math.Abs(number) <= most;

    private string KeyOf(Func<string, string?> cell)
    {
        var key = $"{profile.Name}:{string.Join('|', profile.Key.Select(k => string.Join(' ', cell(k)!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant()))}";
        return key.Length <= Words.LongestLine ? key : $"{profile.Name}:{Sha(key)}";
    }

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
