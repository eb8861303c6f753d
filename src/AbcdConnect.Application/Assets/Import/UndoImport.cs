using System.Text.Json;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>Takes a whole import back: what it added goes off the map, what it changed says again what it said before. An entry, or a
/// field of one, that somebody has worked on since stays, and is named. Stopped in the middle, it is gone on with by sending it again.</summary>
[Requires(Permission.ImportData)]
public sealed record UndoImport(ImportBatchId Id, IProgress<int>? Progress = null) : IRequest<UndoneImport>;

public sealed record UndoneImport(ImportBatchId Id, int TakenBack, int KeptSince);

internal sealed class UndoImportHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<UndoImport, UndoneImport>
{
    /// <summary>More are counted, not named.</summary>
    private const int MostNamed = 2_000;

    private readonly List<ImportProblem> stayed = [];
    private int takenBack;
    private int kept;
    private int looked;

    public async Task<UndoneImport> Handle(UndoImport request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var (id, programme) = (request.Id, viewer.ProgrammeId);
        var batch = await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id && b.ProgrammeId == programme, cancellationToken) ?? throw new NotFoundException("import");
        batch.BeginUndo(viewer.UserId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        db.Forget();

        await PutChangesBack(request, cancellationToken);
        await TakeAddedBack(request, cancellationToken);

        batch = await db.ImportBatches.SingleAsync(b => b.Id == id, cancellationToken);
        batch.FinishUndo(clock.GetUtcNow(), takenBack, stayed, kept);
        await db.SaveChangesAsync(cancellationToken);
        return new UndoneImport(id, takenBack, kept);
    }

    private async Task PutChangesBack(UndoImport request, CancellationToken token)
    {
        var (batch, last) = (request.Id, 0L);
        while (true)
        {
            var from = last;
            var chunk = await db.ImportChanges.AsNoTracking().Where(c => c.BatchId == batch && c.Id > from).OrderBy(c => c.Id).Take(ImportRun.ChunkSize).ToListAsync(token);
            if (chunk.Count == 0)
            {
                return;
            }

            last = chunk[^1].Id;
            var ids = chunk.Select(c => c.AssetId).Distinct().ToList();
            var assets = await db.Assets.Include(a => a.Hours).Where(a => EF.Parameter(ids).Contains(a.Id)).ToDictionaryAsync(a => a.Id, token);
            foreach (var change in chunk)
            {
                await PutBack(assets[change.AssetId], change, token);
            }

            await Save(request, chunk.Count, token);
        }
    }

    // Field by field: what the import changed and nobody has since.
    private async Task PutBack(Asset asset, ImportChange change, CancellationToken token)
    {
        var before = JsonSerializer.Deserialize<ImportedOver>(change.Before)!;
        var (stands, from) = (asset.Details, FieldSources.Read(asset.Sources));
        var back = before.Fields.Where(f => from.GetValueOrDefault(f) is { Kind: SourceKind.Import } source && source.Batch == change.BatchId).ToHashSet();
        if (asset.MergedInto is not null)
        {
            Stays(asset, change.Row, "It has been made one with another entry since.");
            return;
        }

        var since = before.Fields.Except(back).Where(f => AssetFields.Changed(AssetFields.Put(stands, before.Details, [f]), stands).Count > 0).ToList();
        if (back.Count > 0)
        {
            asset.Change(AssetFields.Put(stands, before.Details, back));
            asset.PutSourcesBack(back, before.Sources);
            asset.SaysNow(before.Hash);
            await AssetLinks.Draw(db, asset, token);
            takenBack++;
        }

        if (since.Count > 0)
        {
            Stays(asset, change.Row, $"Changed since, so it stays as it is: {string.Join(", ", since.Select(FieldName))}.{(back.Count > 0 ? " All else says again what it said before." : "")}");
        }
    }

    private async Task TakeAddedBack(UndoImport request, CancellationToken token)
    {
        var batch = request.Id;
        var added = await db.Assets.Where(a => a.ImportBatchId == batch).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(token);
        foreach (var some in added.Chunk(ImportRun.ChunkSize))
        {
            var ids = some.ToList();
            var chunk = await db.Assets.Where(a => EF.Parameter(ids).Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(token);
            var used = await Used(ids, token);
            foreach (var asset in chunk)
            {
                if (asset is { RejectedOn: not null, SourceKey: null })
                {
                    // An undoing that was stopped had come so far.
                    takenBack++;
                    continue;
                }

                if (SinceOf(asset, batch, used) is { } since)
                {
                    Stays(asset, RowOf(asset, batch), since);
                }
                else
                {
                    asset.TakeBack(clock.Today());
                    takenBack++;
                }
            }

            await Save(request, chunk.Count, token);
        }
    }

    private static string? SinceOf(Asset asset, ImportBatchId batch, IReadOnlyDictionary<AssetId, string> used)
    {
        if (asset.MergedInto is not null)
        {
            return "It has been made one with another entry since.";
        }

        var changed = FieldSources.Read(asset.Sources).Where(s => s.Value.Kind != SourceKind.Import || s.Value.Batch != batch).ToList();
        if (changed.Count > 0)
        {
            var by = changed.TrueForAll(c => c.Value.Kind == SourceKind.Import) ? "a later import" : "somebody";
            return $"Changed since by {by}, so it stays: {string.Join(", ", changed.Select(c => c.Key).Order().Select(FieldName))}.";
        }

        return asset.ConfirmedOn is not null ? "Somebody has confirmed since that it is right."
            : asset.ClosedOn is not null ? "Somebody has said since that it closed."
            : asset.RejectedOn is not null ? null
            : used.GetValueOrDefault(asset.Id);
    }

    // What the programme has done with an entry would lose its place with it.
    private async Task<Dictionary<AssetId, string>> Used(List<AssetId> ids, CancellationToken token)
    {
        var used = new Dictionary<AssetId, string>();
        Note(await db.Signposts.Where(s => s.AssetId != null && EF.Parameter(ids).Contains(s.AssetId!.Value)).Select(s => s.AssetId!.Value).Distinct().ToListAsync(token), "People have been told about it since.");
        Note(await db.Signposts.Where(s => s.PassedOnBy != null && EF.Parameter(ids).Contains(s.PassedOnBy!.Value)).Select(s => s.PassedOnBy!.Value).Distinct().ToListAsync(token), "It has passed people on since.");
        Note(await db.Connections.Where(c => c.FromAssetId != null && EF.Parameter(ids).Contains(c.FromAssetId!.Value)).Select(c => c.FromAssetId!.Value).Distinct().ToListAsync(token), "People or places are tied to it since.");
        Note(await db.Connections.Where(c => c.ToAssetId != null && EF.Parameter(ids).Contains(c.ToAssetId!.Value)).Select(c => c.ToAssetId!.Value).Distinct().ToListAsync(token), "People or places are tied to it since.");
        Note(await db.Introductions.Where(i => i.ToAssetId != null && EF.Parameter(ids).Contains(i.ToAssetId!.Value)).Select(i => i.ToAssetId!.Value).Distinct().ToListAsync(token), "Somebody was introduced there since.");
        Note(await db.Activities.Where(a => a.PlaceId != null && EF.Parameter(ids).Contains(a.PlaceId!.Value)).Select(a => a.PlaceId!.Value).Distinct().ToListAsync(token), "An activity takes place there.");
        Note(await db.Conversations.Where(c => c.PlaceId != null && EF.Parameter(ids).Contains(c.PlaceId!.Value)).Select(c => c.PlaceId!.Value).Distinct().ToListAsync(token), "A conversation took place there.");
        Note(await db.Meetings.Where(m => m.PlaceId != null && EF.Parameter(ids).Contains(m.PlaceId!.Value)).Select(m => m.PlaceId!.Value).Distinct().ToListAsync(token), "A meeting takes place there.");
        Note(await db.AssetPhotos.Where(p => EF.Parameter(ids).Contains(p.AssetId)).Select(p => p.AssetId).Distinct().ToListAsync(token), "It has a photo.");
        Note(await db.AssetDoubts.Where(d => EF.Parameter(ids).Contains(d.AssetId)).Select(d => d.AssetId).Distinct().ToListAsync(token), "Somebody said something about it.");
        Note(await db.AssetSuggestions.Where(s => EF.Parameter(ids).Contains(s.AssetId)).Select(s => s.AssetId).Distinct().ToListAsync(token), "A partner has suggested a change to it.");
        Note(await db.KeeperLinks.Where(l => EF.Parameter(ids).Contains(l.AssetId)).Select(l => l.AssetId).Distinct().ToListAsync(token), "Its keeper has been asked about it.");
        Note(await db.AssetMerges.Where(m => EF.Parameter(ids).Contains(m.KeptId)).Select(m => m.KeptId).Distinct().ToListAsync(token), "Another entry has been made one with it.");
        return used;

        void Note(List<AssetId> found, string what)
        {
            foreach (var id in found)
            {
                used.TryAdd(id, what);
            }
        }
    }

    private static int RowOf(Asset asset, ImportBatchId batch) => FieldSources.Read(asset.Sources).Values.FirstOrDefault(s => s.Batch == batch)?.Row ?? 0;

    private void Stays(Asset asset, int row, string since)
    {
        kept++;
        if (stayed.Count < MostNamed)
        {
            stayed.Add(new ImportProblem { Row = row, Column = "", Value = asset.Name, WhatToDo = since, StayedId = asset.Id });
        }
    }

    private async Task Save(UndoImport request, int some, CancellationToken token)
    {
        await db.SaveChangesAsync(token);
        db.Forget();
        looked += some;
        await ImportRun.Beat(db, request.Id, looked, clock, token);
        request.Progress?.Report(looked);
    }

    // OpeningTimes as people read it: opening times.
    private static string FieldName(AssetField field) => string.Concat(field.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
