using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>One file brought in: its counts and what is to be put right.</summary>
[Requires(Permission.SeeImports)]
public sealed record ViewImport(ImportBatchId Id, ListRequest List) : IRequest<ImportView>;

public sealed record ImportView(ImportRow Import, Page<ImportProblemRow> Problems);

internal sealed class ViewImportHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ViewImport, ImportView>
{
    public async Task<ImportView> Handle(ViewImport request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var import = await db.ImportBatches.Where(b => b.ProgrammeId == programme && b.Id == request.Id)
            .Select(b => new ImportRow(
                b.Id, b.Profile, b.FileName, db.Members.Where(m => m.Id == b.StartedBy).Select(m => m.Name).FirstOrDefault(), b.StartedAt, b.FinishedAt, b.Outcome,
                new ImportCounts(b.Rows, b.Added, b.Changed, b.Same, b.Rejected, b.Placed, b.Unplaced), b.FailedBecause))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("import");
        var problems = await db.ImportProblems.Where(p => p.BatchId == request.Id).OrderBy(p => p.Row).ThenBy(p => p.Id)
            .Select(p => new ImportProblemRow(p.Row, p.Column, p.Value, p.WhatToDo))
            .PageAsync(request.List, cancellationToken);
        return new ImportView(import, problems);
    }
}
