using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Duplicates;
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
/// <param name="DryRun">Counts only, keeps nothing; looks for what is likely on the map already.</param>
[Requires(Permission.ImportData)]
public sealed record ImportAssets(Stream File, string FileName, string Profile, bool DryRun = false, IProgress<int>? Progress = null) : IRequest<ImportResult>, ITellsWhenBegun
{
    public Action<ImportBatchId>? Began { get; init; }

    /// <summary>How the columns are read, where no named profile says so.</summary>
    public AssetProfile? Columns { get; init; }

    /// <summary>Rows that are likely on the map already are not added; each is said.</summary>
    public bool LeaveOutDoubtful { get; init; }

    /// <summary>The upload that becomes this import; kept with it in one transaction, so that a stopped one is gone on with.</summary>
    public UploadId? Upload { get; init; }

    /// <summary>An import that was stopped with the program, to go on with.</summary>
    public ImportBatchId? GoOn { get; init; }
}

internal sealed class ImportAssetsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPlaceFinder finder, IAssetProfiles profiles, IWorkbooks workbooks) : IRequestHandler<ImportAssets, ImportResult>
{
    public async Task<ImportResult> Handle(ImportAssets request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var profile = request.Columns ?? await profiles.Named(db, viewer.ProgrammeId, request.Profile, cancellationToken);
        if (request is { LeaveOutDoubtful: true, DryRun: false, Columns: not null })
        {
            // What is doubtful is a question of the whole file, so it is read through first.
            var trial = await ImportRun.Do(db, viewer, clock, profile.Name, request.FileName, dryRun: true, null, null, run => Read(request with { DryRun = true }, profile, viewer, run, [], cancellationToken), cancellationToken);
            request.File.Position = 0;
            return await Do(request, profile, viewer, trial.Doubtful.ToDictionary(d => d.Row), cancellationToken);
        }

        return await Do(request, profile, viewer, [], cancellationToken);
    }

    private Task<ImportResult> Do(ImportAssets request, AssetProfile profile, Viewer viewer, Dictionary<int, DoubtfulRow> leaveOut, CancellationToken token) =>
        ImportRun.Do(db, viewer, clock, profile.Name, request.FileName, request.DryRun, request.Progress, request.Began, run => Read(request, profile, viewer, run, leaveOut, token), token, request.GoOn, request.Upload, request.LeaveOutDoubtful);

    private async Task Read(ImportAssets request, AssetProfile profile, Viewer viewer, ImportRun run, Dictionary<int, DoubtfulRow> leaveOut, CancellationToken token)
    {
        using var table = await SheetTable.Open(request.File, workbooks, profile.Sheet, profile.HeadingsAt, token);
        table.MustHave(profile.Columns, $"The profile '{profile.Name}'");

        var reader = await ProfileReader.For(db, profile, viewer, run.DryRun, token);
        var placing = await Placing.Load(db, finder, viewer.ProgrammeId, token);
        var twins = run.DryRun ? new LikelyTwins(profile.Name) : null;
        // Half of each hash: a hundred thousand rows take a few megabytes.
        var seen = new Dictionary<UInt128, int>();
        var chunk = new List<SourceRow>();
        var unknown = new UnknownPostcodes(profile.Fields.GetValueOrDefault("postcode", "postcode"), await db.Postcodes.AnyAsync(token));
        while (await table.Read())
        {
            token.ThrowIfCancellationRequested();
            run.Rows++;
            if (reader.Read(table, run) is not { } row)
            {
                continue;
            }

            if (!seen.TryAdd(row.Known, row.Row))
            {
                run.Reject(row.Row, string.Join(" and ", profile.Key), row.Details.Name, $"Row {seen[row.Known]} is the same one. Keep one of the two.");
                continue;
            }

            if (leaveOut.TryGetValue(row.Row, out var doubtful))
            {
                run.Reject(row.Row, "", row.Details.Name, $"Left out, as it is likely {doubtful.LikeName}, which is on the map already ({doubtful.Why}). If it is another one, bring it in without leaving out what is doubtful.");
                continue;
            }

            chunk.Add(row);
            if (chunk.Count == ImportRun.ChunkSize)
            {
                await Store(chunk, reader, placing, unknown, twins, viewer, run, token);
            }
        }

        await Store(chunk, reader, placing, unknown, twins, viewer, run, token);
        if (twins is not null)
        {
            run.Doubtful.AddRange(await twins.Find(db, viewer, token));
        }
    }

    private async Task Store(List<SourceRow> chunk, ProfileReader reader, Placing placing, UnknownPostcodes unknown, LikelyTwins? twins, Viewer viewer, ImportRun run, CancellationToken token)
    {
        var keys = chunk.ConvertAll(r => r.Key);
        var present = await db.Assets.Include(a => a.Hours).Where(a => a.ProgrammeId == viewer.ProgrammeId && EF.Parameter(keys).Contains(a.SourceKey!))
            .ToDictionaryAsync(a => a.SourceKey!, StringComparer.Ordinal, token);
        var postcodes = await Placing.Postcodes(db, chunk.Select(r => r.Details.Postcode), token);
        var today = clock.Today();
        foreach (var row in chunk)
        {
            var postcode = Words.Postcode(row.Details.Postcode) is { } code ? postcodes.GetValueOrDefault(code) : null;
            var place = placing.Of(row.Details.Latitude, row.Details.Longitude, postcode) ?? row.Details.NeighbourhoodId;
            if (place is null && postcode is null && row.Details.Latitude is null)
            {
                unknown.Say(row, run);
            }

            if (!present.TryGetValue(row.Key, out var asset))
            {
                asset = Asset.Add(viewer.ProgrammeId, viewer.UserId, today, row.Details with { NeighbourhoodId = place }, new FieldSource(SourceKind.Import, today, Batch: run.Batch, Row: row.Row));
                if (run.Batch is { } batch)
                {
                    asset.CameFrom(batch, row.Key, row.Hash);
                    db.Assets.Add(asset);
                }

                twins?.Add(row);
                run.Added++;
            }
            else if (asset.SourceHash != row.Hash)
            {
                var (stood, sources, hash) = (asset.Details, asset.Sources, asset.SourceHash);
                asset.Change(reader.Onto(stood, row) with { NeighbourhoodId = place ?? stood.NeighbourhoodId }, new FieldSource(SourceKind.Import, today, Batch: run.Batch, Row: row.Row));
                asset.SaysNow(row.Hash);
                run.NoteChange(db, asset, new ImportedOver(stood, AssetFields.Changed(stood, asset.Details), sources, hash), row.Row);
                run.Changed++;
            }
            else if (asset.NeighbourhoodId is null && place is not null)
            {
                // Boundaries or postcodes have come in since.
                asset.Place(place);
                run.Changed++;
            }
            else if (run.GoesOn && asset.ImportBatchId == run.Batch)
            {
                run.Added++;
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

/// <summary>Postcodes of no table: new, mistyped, or no longer in use. Each is said once, and only where there is a table at all.</summary>
internal sealed class UnknownPostcodes(string column, bool isTable)
{
    private const int Most = 100;

    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    public void Say(SourceRow row, ImportRun run)
    {
        if (isTable && Words.Postcode(row.Details.Postcode) is { } code && said.Count < Most && said.Add(code))
        {
            run.Note(row.Row, column, code, "Kept, but nobody knows this postcode here, so it lies in no neighbourhood: it may be mistyped, new, or no longer in use. Put it right, or bring a newer table of postcodes in.");
        }
    }
}

/// <summary>The rows that would be new, held against the map as a night's look for duplicates would.</summary>
internal sealed class LikelyTwins(string list)
{
    private readonly List<AssetCard> cards = [];

    public void Add(SourceRow row)
    {
        var d = row.Details;
        // Below nought, so that no entry has it.
        cards.Add(new AssetCard(-row.Row, d.Name, d.Address, d.Postcode, d.Latitude, d.Longitude, d.Phone, d.Email, d.Website, d.Kind == AssetKind.Individual, list));
    }

    public async Task<IReadOnlyList<DoubtfulRow>> Find(IAbcdDbContext db, Viewer viewer, CancellationToken token)
    {
        if (cards.Count == 0)
        {
            return [];
        }

        var there = await db.Assets.VisibleTo(viewer).Where(a => a.ClosedOn == null)
            .Select(a => new { a.Id, a.Name, a.Address, a.Postcode, a.Latitude, a.Longitude, a.Phone, a.Email, a.Website, a.Kind, a.SourceKey })
            .ToListAsync(token);
        var finder = new DuplicateFinder(there.Select(e => new AssetCard(
            e.Id.Value, e.Name, e.Address, e.Postcode, e.Latitude, e.Longitude, e.Phone, e.Email, e.Website, e.Kind == AssetKind.Individual, e.SourceKey?.Split(':')[0])).Concat(cards));
        var found = finder.Find(only: cards.Select(c => c.Id).ToHashSet(), across: true, token: token);
        var (rows, names) = (cards.ToDictionary(c => c.Id, c => c.Name), there.ToDictionary(e => e.Id.Value, e => e.Name));
        // The likeliest stands first.
        return
        [
            .. found.Select(p => (Row: Math.Min(p.First, p.Second), Like: Math.Max(p.First, p.Second), p.Reasons)).DistinctBy(p => p.Row).OrderByDescending(p => p.Row)
                .Select(p => new DoubtfulRow((int)-p.Row, rows[p.Row], new AssetId(p.Like), names[p.Like], string.Join("; ", p.Reasons.Take(3)))),
        ];
    }
}
