using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>The first rows of an uploaded spreadsheet, as they would stand on the map.</summary>
[Requires(Permission.ImportData)]
public sealed record PreviewUpload(UploadId Id) : IRequest<UploadPreview>;

public sealed record UploadPreview(UploadId Id, string FileName, AssetProfile Profile, IReadOnlyList<PreviewRow> Rows, ImportBatchId? Batch);

/// <param name="Details">Null where the row would be left out; <paramref name="Said"/> tells why.</param>
/// <param name="Neighbourhood">Where it would lie; null where in none of ours.</param>
public sealed record PreviewRow(int Row, AssetDetails? Details, string? Category, string? Neighbourhood, IReadOnlyList<ImportProblemRow> Said);

internal sealed class PreviewUploadHandler(IAbcdDbContext db, ICurrentViewer current, IPlaceFinder finder, IWorkbooks workbooks, IUploadedFiles files, TimeProvider clock) : IRequestHandler<PreviewUpload, UploadPreview>
{
    private const int Rows = 10;

    public async Task<UploadPreview> Handle(PreviewUpload request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var upload = await db.Uploads.AsNoTracking().Seen(viewer, request.Id, cancellationToken);
        var profile = AssetProfiles.Read(upload.Profile);
        if (upload.BatchId is not null)
        {
            return new UploadPreview(upload.Id, upload.FileName, profile, [], upload.BatchId);
        }

        await using var file = files.Reopen(upload);
        var read = new List<(int Row, SourceRow? Source, int From)>();
        var result = await ImportRun.Do(db, viewer, clock, profile.Name, upload.FileName, dryRun: true, null, null, async run =>
        {
            using var table = await SheetTable.Open(file, workbooks, profile.Sheet, profile.HeadingsAt, cancellationToken);
            table.MustHave(profile.Columns, "This list");
            var reader = await ProfileReader.For(db, profile, viewer, dryRun: true, cancellationToken);
            while (read.Count < Rows && await table.Read())
            {
                read.Add((table.Row, reader.Read(table, run), 0));
            }
        }, cancellationToken);

        var placing = await Placing.Load(db, finder, viewer.ProgrammeId, cancellationToken);
        var postcodes = await Placing.Postcodes(db, read.Select(r => r.Source?.Details.Postcode), cancellationToken);
        var names = await db.Neighbourhoods.Where(n => n.ProgrammeId == viewer.ProgrammeId).ToDictionaryAsync(n => n.Id, n => n.Name, cancellationToken);
        var filed = read.Select(r => r.Source?.Details.CategoryId).OfType<AssetCategoryId>().Distinct().ToList();
        var categories = await db.AssetCategories.Where(c => EF.Parameter(filed).Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        return new UploadPreview(upload.Id, upload.FileName, profile, [.. read.Select(r => Shown(r.Row, r.Source))], null);

        PreviewRow Shown(int row, SourceRow? source)
        {
            var details = source?.Details;
            var postcode = Words.Postcode(details?.Postcode) is { } code ? postcodes.GetValueOrDefault(code) : null;
            var place = details is null ? null : placing.Of(details.Latitude, details.Longitude, postcode) ?? details.NeighbourhoodId;
            return new PreviewRow(
                row, details, details?.CategoryId is { } category ? categories.GetValueOrDefault(category) : profile.Category,
                place is { } known ? names.GetValueOrDefault(known) : null, [.. result.Problems.Where(p => p.Row == row)]);
        }
    }
}
