using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;

namespace AbcdConnect.Application.Assets;

/// <summary>The files brought in, the latest first.</summary>
[Requires(Permission.SeeImports)]
public sealed record ListImports(ListRequest List) : IRequest<Page<ImportRow>>;

public sealed record ImportRow(ImportBatchId Id, string Profile, string FileName, string? By, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, ImportOutcome Outcome, ImportCounts Counts, string? FailedBecause);

internal sealed class ListImportsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListImports, Page<ImportRow>>
{
    public Task<Page<ImportRow>> Handle(ListImports request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        return db.ImportBatches.Where(b => b.ProgrammeId == programme)
            .OrderByDescending(b => b.StartedAt).ThenByDescending(b => b.Id)
            .Select(b => new ImportRow(
                b.Id, b.Profile, b.FileName, db.Members.Where(m => m.Id == b.StartedBy).Select(m => m.Name).FirstOrDefault(), b.StartedAt, b.FinishedAt, b.Outcome,
                new ImportCounts(b.Rows, b.Added, b.Changed, b.Same, b.Rejected, b.Placed, b.Unplaced), b.FailedBecause))
            .PageAsync(request.List, cancellationToken);
    }
}
