using System.Runtime.CompilerServices;
using System.Text.Json;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>Brings another directory's services onto the asset map, from its Open Referral pages or from a file. The same again adds
/// nothing; a service that says something new changes its entry; what people changed here stands while the service says the same.</summary>
/// <param name="Source">The directory's address, or the file's name.</param>
/// <param name="File">The file; null where the directory's pages are to be read.</param>
/// <param name="DryRun">Counts only, keeps nothing.</param>
/// <param name="Everything">Reads every service anew, also those that have not changed since the last time.</param>
[Requires(Permission.ImportData)]
public sealed record ImportOpenReferral(string Source, Stream? File = null, bool DryRun = false, bool Everything = false, IProgress<int>? Progress = null) : IRequest<ImportResult>, ITellsWhenBegun
{
    /// <summary>What the list of imports calls these.</summary>
    public const string Profile = "open-referral";

    public Action<ImportBatchId>? Began { get; init; }
}

internal sealed class ImportOpenReferralValidator : AbstractValidator<ImportOpenReferral>
{
    public ImportOpenReferralValidator() => RuleFor(r => r.Source).NotEmpty().WithMessage("Give the directory's address, such as https://directory.example/api/open-referral/v3");
}

internal sealed class ImportOpenReferralHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPlaceFinder finder, IWebPages web, ITermMap terms)
    : IRequestHandler<ImportOpenReferral, ImportResult>
{
    public Task<ImportResult> Handle(ImportOpenReferral request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var directory = request.File is null ? ForeignDirectory.BaseOf(request.Source) : null;
        var name = directory?.AbsoluteUri ?? request.Source;
        return ImportRun.Do(
            db, viewer, clock, ImportOpenReferral.Profile, name, request.DryRun, request.Progress, request.Began, run => Bring(request, directory, name, viewer, run, cancellationToken), cancellationToken);
    }

    private async Task Bring(ImportOpenReferral request, Uri? directory, string name, Viewer viewer, ImportRun run, CancellationToken token)
    {
        var categories = await db.AssetCategories.Where(c => c.Kind != AssetKind.Individual).ToListAsync(token);
        var known = categories.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => (g.First().Kind, g.First().Name), StringComparer.OrdinalIgnoreCase);
        // Another directory's ids are its own: two may use the same one. A file may be any directory's, so its name says nothing.
        var source = $"open-referral:{directory?.Host ?? "file"}";
        var reader = new ServiceReader(source, terms.All(), known, clock.Today());
        var filing = new Filing(db, categories);
        var placing = await Placing.Load(db, finder, viewer.ProgrammeId, token);
        var ours = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => p.OpenKey).SingleAsync(token) is { } own ? new OpenIds(own) : null;
        var since = request.Everything || directory is null ? null : await LastTime(viewer, name, run, token);
        var chunk = new List<ForeignEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        async Task<bool> IsKnown(JsonElement service)
        {
            if (ServiceReader.Text(service, "id") is not { } id)
            {
                return false;
            }

            // A regional directory may give back to us what it has from us.
            if (Guid.TryParse(id, out var uuid) && ours?.NumberOf(OpenKind.Service, uuid) is not null)
            {
                return true;
            }

            if (since is not { } from || !DateTimeOffset.TryParse(ServiceReader.Text(service, "last_modified"), System.Globalization.CultureInfo.InvariantCulture, out var modified) || modified >= from)
            {
                return false;
            }

            var key = $"{source}:{id.ToLowerInvariant()}";
            return await db.Assets.AnyAsync(a => a.ProgrammeId == viewer.ProgrammeId && a.SourceKey == key, token);
        }

        var services = directory is null ? InFile(request.File!, token) : ForeignDirectory.Pages(web, directory, since, IsKnown, run, token);
        await foreach (var service in services.WithCancellation(token))
        {
            if (await IsKnown(service))
            {
                run.Rows++;
                run.Same++;
                run.Kept(placed: true);
                continue;
            }

            var row = run.Rows + 1;
            var rejected = run.Rejected;
            var entries = reader.Read(service, row, run).ToList();
            // A service at several places is several entries, each a row that is kept.
            run.Rows += entries.Count + run.Rejected - rejected;
            foreach (var entry in entries)
            {
                if (!seen.Add(entry.Key))
                {
                    run.Reject(row, "id", entry.Details.Name, "A service before it has the same id. Only the first came in; tell whoever keeps the list.");
                    continue;
                }

                chunk.Add(entry);
            }

            if (chunk.Count >= ImportRun.ChunkSize)
            {
                await Store(chunk, filing, placing, viewer, run, token);
            }
        }

        await Store(chunk, filing, placing, viewer, run, token);
    }

    private static async IAsyncEnumerable<JsonElement> InFile(Stream file, [EnumeratorCancellation] CancellationToken token)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, token);
        using var json = ForeignDirectory.Parse(memory.GetBuffer().AsMemory(0, (int)memory.Length), "this file");
        foreach (var service in ForeignDirectory.InFile(json.RootElement))
        {
            yield return service;
        }
    }

    // A day earlier than the last run began that came to its end: clocks differ. A service that was refused then is refused until it changes.
    private async Task<DateTimeOffset?> LastTime(Viewer viewer, string name, ImportRun run, CancellationToken token)
    {
        name = name.Length > Words.LongestLine ? name[^Words.LongestLine..] : name;
        return await db.ImportBatches
            .Where(b => b.ProgrammeId == viewer.ProgrammeId && b.Profile == ImportOpenReferral.Profile && b.FileName == name && b.Outcome == ImportOutcome.Done && b.Id != (run.Batch ?? default))
            .OrderByDescending(b => b.StartedAt).Select(b => (DateTimeOffset?)b.StartedAt).FirstOrDefaultAsync(token) is { } last ? last.AddDays(-1) : null;
    }

    private async Task Store(List<ForeignEntry> chunk, Filing filing, Placing placing, Viewer viewer, ImportRun run, CancellationToken token)
    {
        var keys = chunk.ConvertAll(e => e.Key);
        var categories = await filing.Of(chunk, run.DryRun, token);
        var present = await db.Assets.Include(a => a.Hours).Where(a => a.ProgrammeId == viewer.ProgrammeId && EF.Parameter(keys).Contains(a.SourceKey!))
            .ToDictionaryAsync(a => a.SourceKey!, StringComparer.Ordinal, token);
        var postcodes = await Placing.Postcodes(db, chunk.Select(e => e.Details.Postcode), token);
        var today = clock.Today();
        foreach (var entry in chunk)
        {
            var postcode = Words.Postcode(entry.Details.Postcode) is { } code ? postcodes.GetValueOrDefault(code) : null;
            var place = placing.Of(entry.Details.Latitude, entry.Details.Longitude, postcode);
            var details = entry.Details with { CategoryId = categories.GetValueOrDefault((entry.Details.Kind, entry.Category)) };
            if (!present.TryGetValue(entry.Key, out var asset))
            {
                if (entry.Gone)
                {
                    run.Reject(entry.Row, "status", entry.Details.Name, "By its own list it is there no longer, so it was not brought in. There is nothing to do.");
                    continue;
                }

                asset = Asset.Add(viewer.ProgrammeId, viewer.UserId, today, details with { NeighbourhoodId = place }, new FieldSource(SourceKind.Import, today, Batch: run.Batch, Row: entry.Row));
                if (run.Batch is { } batch)
                {
                    asset.CameFrom(batch, entry.Key, entry.Hash);
                    db.Assets.Add(asset);
                }

                run.Added++;
            }
            else if (entry.Gone && asset.ClosedOn is null)
            {
                asset.Close(today);
                run.Changed++;
            }
            else if (asset.SourceHash != entry.Hash && !entry.Gone)
            {
                // Whom to ask for, and their telephone, are ours: no list brings them.
                var (stands, sources, hash) = (asset.Details, asset.Sources, asset.SourceHash);
                asset.Change(details with { NeighbourhoodId = place ?? stands.NeighbourhoodId, ContactName = stands.ContactName, Phone = stands.Phone, Email = details.Email ?? stands.Email }, new FieldSource(SourceKind.Import, today, Batch: run.Batch, Row: entry.Row));
                asset.SaysNow(entry.Hash);
                run.NoteChange(db, asset, new ImportedOver(stands, AssetFields.Changed(stands, asset.Details), sources, hash), entry.Row);
                run.Changed++;
            }
            else if (asset.NeighbourhoodId is null && place is not null)
            {
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

        await run.Save(db, clock, token);
        chunk.Clear();
    }
}

/// <summary>The categories that entries are filed under; one that is new is made.</summary>
internal sealed class Filing(IAbcdDbContext db, IEnumerable<AssetCategory> there)
{
    private readonly Dictionary<(AssetKind, string), AssetCategoryId?> known = there.ToDictionary(c => (c.Kind, c.Name), c => (AssetCategoryId?)c.Id);

    public async Task<IReadOnlyDictionary<(AssetKind Kind, string Name), AssetCategoryId?>> Of(IEnumerable<ForeignEntry> entries, bool dryRun, CancellationToken token)
    {
        var missing = entries.Select(e => (e.Details.Kind, e.Category)).Distinct().Where(c => !known.ContainsKey(c)).ToList();
        if (missing.Count > 0 && !dryRun)
        {
            var made = missing.ConvertAll(m => new AssetCategory { Kind = m.Kind, Name = m.Category });
            db.AssetCategories.AddRange(made);
            await db.SaveChangesAsync(token);
            foreach (var category in made)
            {
                known[(category.Kind, category.Name)] = category.Id;
            }
        }

        return known;
    }
}
