using System.Data.Common;
using System.Text.Json;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Buses;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>What an import did, or on a trial would do. Rows = added + changed + same + rejected; placed + unplaced = rows kept.</summary>
/// <param name="Batch">Null on a trial.</param>
public sealed record ImportResult(ImportBatchId? Batch, ImportCounts Counts, IReadOnlyList<ImportProblemRow> Problems)
{
    /// <summary>Assets already on the map that lay in no neighbourhood and have found theirs by what came in.</summary>
    public int AlsoPlaced { get; init; }

    /// <summary>New rows that are likely on the map already; looked for on a trial only.</summary>
    public IReadOnlyList<DoubtfulRow> Doubtful { get; init; } = [];
}

/// <param name="Row">As a spreadsheet numbers it.</param>
/// <param name="Like">The entry it is likely the same as.</param>
public sealed record DoubtfulRow(int Row, string Name, AssetId Like, string LikeName, string Why);

/// <summary>An import that says when its entry in the list of imports is there, so that it can be looked at while it goes.</summary>
public interface ITellsWhenBegun
{
    Action<ImportBatchId>? Began { get; }
}

/// <param name="Row">As a spreadsheet numbers it.</param>
public sealed record ImportProblemRow(int Row, string Column, string Value, string WhatToDo)
{
    /// <summary>The entry that stayed when the import was taken back; null for all else.</summary>
    public AssetId? Stayed { get; init; }
}

/// <summary>One import under way: its counts, its problems, and its entry in the list of imports.</summary>
internal sealed class ImportRun
{
    /// <summary>So many rows to a transaction.</summary>
    public const int ChunkSize = 500;

    /// <summary>A file of the wrong kind would report every row; this many tell the same.</summary>
    public const int MostProblems = 5_000;

    private const string RestLater = " What it had brought in is kept; importing the file again brings in the rest.";

    public const string Stopped = "It was stopped before its end: the machine or the program was shut down." + RestLater;

    private const string NoDatabase = "The database could not be written to: it may be full, locked or unreachable." + RestLater;

    private readonly List<ImportProblemRow> problems = [];
    private int alsoPlaced;
    private readonly IProgress<int>? progress;

    private ImportRun(IProgress<int>? progress) => this.progress = progress;

    public ImportBatchId? Batch { get; private set; }

    /// <summary>An import that was stopped is gone on with: what it had brought in counts as brought in.</summary>
    public bool GoesOn { get; private set; }

    public bool DryRun => Batch is null;

    public List<DoubtfulRow> Doubtful { get; } = [];

    public int Rows { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Same { get; set; }

    public int Rejected { get; private set; }

    public int Placed { get; set; }

    public int Unplaced { get; set; }

    private ImportCounts Counts => new(Rows, Added, Changed, Same, Rejected, Placed, Unplaced);

    /// <summary>Runs an import, and whatever happens leaves its entry telling how it ended.</summary>
    public static async Task<ImportResult> Do(IAbcdDbContext db, Viewer viewer, TimeProvider clock, string profile, string fileName, bool dryRun, IProgress<int>? progress, Action<ImportBatchId>? began, Func<ImportRun, Task> work, CancellationToken token, ImportBatchId? goOn = null, UploadId? upload = null, bool leaveOutDoubtful = false)
    {
        var run = new ImportRun(progress);
        if (!dryRun && goOn is { } stopped)
        {
            run.Batch = stopped;
            run.GoesOn = true;
            began?.Invoke(stopped);
        }
        else if (!dryRun)
        {
            await run.Begin(db, viewer, clock, profile, fileName, upload, leaveOutDoubtful, token);
            began?.Invoke(run.Batch!.Value);
        }

        var because = "It stopped at an error of the program, which the log tells." + RestLater;
        var ended = false;
        try
        {
            await work(run);
            ended = true;
        }
        catch (DomainRuleException rule)
        {
            because = rule.Message;
            throw;
        }
        catch (OperationCanceledException)
        {
            because = "It was stopped by hand." + RestLater;
            throw;
        }
        catch (DbUpdateException)
        {
            because = NoDatabase;
            throw;
        }
        catch (DbException)
        {
            because = NoDatabase;
            throw;
        }
        catch (IOException)
        {
            because = "The file could not be read to its end." + RestLater;
            throw;
        }
        finally
        {
            if (!ended && run.Batch is not null)
            {
                await run.Fail(db, clock, because);
            }
        }

        if (run.Batch is { } id)
        {
            db.Forget();
            var batch = await db.ImportBatches.SingleAsync(b => b.Id == id, token);
            batch.Finish(clock.GetUtcNow(), run.Counts, run.problems.Select(p => new ImportProblem { Row = p.Row, Column = p.Column, Value = p.Value, WhatToDo = p.WhatToDo }));
            await db.SaveChangesAsync(token);
        }

        return new ImportResult(run.Batch, run.Counts, run.problems) { AlsoPlaced = run.alsoPlaced, Doubtful = run.Doubtful };
    }

    /// <summary>Has what was on the map before find its neighbourhood, by what has just come in.</summary>
    public async Task PlaceOthers(IAbcdDbContext db, IPlaceFinder finder, Viewer viewer, CancellationToken token)
    {
        if (!DryRun)
        {
            alsoPlaced = await UnplacedAssets.Place(db, finder, viewer.ProgrammeId, token);
        }
    }

    /// <summary>Leaves a row out and says why.</summary>
    public void Reject(int row, string column, string? value, string whatToDo)
    {
        Rejected++;
        Note(row, column, value, whatToDo);
    }

    /// <summary>Says something about a row that is kept.</summary>
    public void Note(int row, string column, string? value, string whatToDo)
    {
        if (problems.Count < MostProblems)
        {
            var shown = value ?? "";
            problems.Add(new ImportProblemRow(row, column.Length > Words.LongestLine ? column[..Words.LongestLine] : column, shown.Length > 500 ? shown[..500] + "…" : shown, whatToDo));
        }
        else if (problems.Count == MostProblems)
        {
            problems.Add(new ImportProblemRow(row, "", "", $"There are more problems from here on; the first {MostProblems:N0} are listed. Put those right and import the file again."));
        }
    }

    public void Kept(bool placed)
    {
        if (placed)
        {
            Placed++;
        }
        else
        {
            Unplaced++;
        }
    }

    /// <summary>Saves a chunk and lets go of it: memory stays flat however long the file is.</summary>
    public async Task Save(IAbcdDbContext db, TimeProvider clock, CancellationToken token)
    {
        if (Batch is { } batch)
        {
            await db.AllOrNothing(
                async () =>
                {
                    await db.SaveChangesAsync(token);
                    return await Beat(db, batch, Rows, clock, token);
                },
                token);
        }

        db.Forget();
        progress?.Report(Rows);
    }

    /// <summary>Says how far it is and that somebody works on it, beside whatever else changes the entry.</summary>
    public static Task<int> Beat(IAbcdDbContext db, ImportBatchId batch, int rows, TimeProvider clock, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        return db.ImportBatches.Where(b => b.Id == batch).ExecuteUpdateAsync(set => set.SetProperty(b => b.RowsRead, rows).SetProperty(b => b.BeatAt, now), token);
    }

    /// <summary>Notes what an entry said before this import changes it; the entry must be as it will be.</summary>
    public void NoteChange(IAbcdDbContext db, Asset asset, ImportedOver before, int row)
    {
        if (Batch is { } batch && before.Fields.Count > 0)
        {
            db.ImportChanges.Add(new ImportChange { BatchId = batch, AssetId = asset.Id, Row = row, Before = JsonSerializer.Serialize(before) });
        }
    }

    private async Task Begin(IAbcdDbContext db, Viewer viewer, TimeProvider clock, string profile, string fileName, UploadId? upload, bool leaveOutDoubtful, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        fileName = fileName.Length > Words.LongestLine ? fileName[^Words.LongestLine..] : fileName;
        var anHourAgo = now.AddHours(-1);
        // One that was uploaded is gone on with by itself.
        var left = await db.ImportBatches
            .Where(b => b.ProgrammeId == viewer.ProgrammeId && b.Outcome == ImportOutcome.Running && (b.StartedAt < anHourAgo || (b.Profile == profile && b.FileName == fileName)) && !db.Uploads.Any(u => u.BatchId == b.Id))
            .ToListAsync(token);
        foreach (var batch in left)
        {
            batch.Fail(now, Stopped);
        }

        var mine = ImportBatch.Start(viewer.ProgrammeId, profile, fileName, viewer.UserId, now, isNoted: profile is not (ImportBoundaries.Profile or ImportPostcodes.Profile or ImportTimetable.Profile));
        await db.AllOrNothing(
            async () =>
            {
                db.ImportBatches.Add(mine);
                await db.SaveChangesAsync(token);
                if (upload is { } id)
                {
                    (await db.Uploads.SingleAsync(u => u.Id == id, token)).BecomeImport(mine.Id, leaveOutDoubtful);
                    await db.SaveChangesAsync(token);
                }

                return mine.Id;
            },
            token);
        Batch = mine.Id;
        db.Forget();
    }

    private async Task Fail(IAbcdDbContext db, TimeProvider clock, string because)
    {
        try
        {
            db.Forget();
            var batch = await db.ImportBatches.SingleAsync(b => b.Id == Batch, CancellationToken.None);
            batch.Fail(clock.GetUtcNow(), because);
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            // The entry stays Running; the next import of the file says that it was stopped.
        }
        catch (DbException)
        {
            // The same: the database cannot be reached at all.
        }
    }
}
