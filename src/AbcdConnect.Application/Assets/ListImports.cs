using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;

namespace AbcdConnect.Application.Assets;

/// <summary>The files brought in, the latest first.</summary>
[Requires(Permission.SeeImports)]
public sealed record ListImports(ListRequest List) : IRequest<Page<ImportRow>>;

public sealed record ImportRow(ImportBatchId Id, string Profile, string FileName, string? By, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, ImportOutcome Outcome, ImportCounts Counts, string? FailedBecause)
{
    /// <summary>It brought entries in and noted what it changed, so that it can be taken back.</summary>
    public bool CanBeUndone { get; init; }

    public int? TakenBack { get; init; }

    public int? KeptSince { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>How many rows have been read so far.</summary>
    public int RowsRead { get; init; }
}

internal static class ImportRows
{
    public static IQueryable<ImportRow> AsRows(this IQueryable<ImportBatch> batches, IAbcdDbContext db) => batches.Select(b => new ImportRow(
        b.Id, b.Profile, b.FileName, db.Members.Where(m => m.Id == b.StartedBy).Select(m => m.Name).FirstOrDefault(), b.StartedAt, b.FinishedAt, b.Outcome,
        new ImportCounts(b.Rows, b.Added, b.Changed, b.Same, b.Rejected, b.Placed, b.Unplaced), b.FailedBecause)
    {
        CanBeUndone = b.IsNoted && (b.Outcome == ImportOutcome.Done || b.Outcome == ImportOutcome.Failed),
        TakenBack = b.TakenBack,
        KeptSince = b.KeptSince,
        UndoneAt = b.UndoneAt,
        RowsRead = b.RowsRead,
    });
}

internal sealed class ListImportsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListImports, Page<ImportRow>>
{
    public Task<Page<ImportRow>> Handle(ListImports request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        return db.ImportBatches.Where(b => b.ProgrammeId == programme)
            .OrderByDescending(b => b.StartedAt).ThenByDescending(b => b.Id)
            .AsRows(db)
            .PageAsync(request.List, cancellationToken);
    }
}
