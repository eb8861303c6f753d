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

/// <param name="Stayed">Entries that stayed when it was taken back, each with what was done to it since.</param>
public sealed record ImportView(ImportRow Import, Page<ImportProblemRow> Problems, IReadOnlyList<ImportProblemRow> Stayed);

internal sealed class ViewImportHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ViewImport, ImportView>
{
    public async Task<ImportView> Handle(ViewImport request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var import = await db.ImportBatches.Where(b => b.ProgrammeId == programme && b.Id == request.Id)
            .AsRows(db)
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("import");
        var problems = await db.ImportProblems.Where(p => p.BatchId == request.Id && p.StayedId == null).OrderBy(p => p.Row).ThenBy(p => p.Id)
            .Select(p => new ImportProblemRow(p.Row, p.Column, p.Value, p.WhatToDo))
            .PageAsync(request.List, cancellationToken);
        var stayed = await db.ImportProblems.Where(p => p.BatchId == request.Id && p.StayedId != null).OrderBy(p => p.Row).ThenBy(p => p.Id).Take(2_000)
            .Select(p => new ImportProblemRow(p.Row, p.Column, p.Value, p.WhatToDo) { Stayed = p.StayedId }).ToListAsync(cancellationToken);
        return new ImportView(import, problems, stayed);
    }
}
