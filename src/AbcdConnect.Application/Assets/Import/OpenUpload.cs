using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>The columns of an uploaded spreadsheet, with what stands in them and what each would become.</summary>
[Requires(Permission.ImportData)]
public sealed record OpenUpload(UploadId Id) : IRequest<UploadView>;

/// <param name="Profile">How it is read now.</param>
/// <param name="Kept">Profiles kept before whose columns this file has too.</param>
/// <param name="LeftOver">How many columns are not shown: nothing in them, or too many for a page.</param>
public sealed record UploadView(
    UploadId Id, string FileName, AssetProfile Profile, IReadOnlyList<string> Sheets, IReadOnlyList<UploadColumn> Columns, int LeftOver, IReadOnlyList<string> Kept, IReadOnlyList<CategoryChoice> Categories, ImportBatchId? Batch);

/// <param name="Samples">The first three different things in it.</param>
public sealed record UploadColumn(string Heading, IReadOnlyList<string> Samples, string? Becomes, bool TellsApart);

public sealed record CategoryChoice(AssetKind Kind, string Name);

internal sealed class OpenUploadHandler(IAbcdDbContext db, ICurrentViewer current, IWorkbooks workbooks, IUploadedFiles files, IAssetProfiles profiles) : IRequestHandler<OpenUpload, UploadView>
{
    // What a page can show; a list has seldom more columns with anything in them.
    private const int MostShown = 60;

    public async Task<UploadView> Handle(OpenUpload request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var upload = await db.Uploads.AsNoTracking().Seen(viewer, request.Id, cancellationToken);
        var profile = AssetProfiles.Read(upload.Profile);
        var categories = await db.AssetCategories.Where(c => c.Kind != AssetKind.Individual).OrderBy(c => c.Kind).ThenBy(c => c.Name).Select(c => new CategoryChoice(c.Kind, c.Name)).ToListAsync(cancellationToken);
        if (upload.BatchId is not null)
        {
            return new UploadView(upload.Id, upload.FileName, profile, [], [], 0, [], categories, upload.BatchId);
        }

        await using var file = files.Reopen(upload);
        var look = await SheetLook.At(file, workbooks, profile.Sheet, profile.HeadingsAt, cancellationToken);
        var becomes = profile.Fields.Select(f => (f.Key, Column: f.Value)).Concat(profile.Joined.SelectMany(j => j.Value.Select(c => (j.Key, Column: c))))
            .DistinctBy(f => f.Column, StringComparer.OrdinalIgnoreCase).ToDictionary(f => f.Column, f => f.Key, StringComparer.OrdinalIgnoreCase);
        var all = look.Columns.Select(c => (Column: new UploadColumn(c.Heading, [.. c.Samples.Take(3)], becomes.GetValueOrDefault(c.Heading), profile.Key.Contains(c.Heading, StringComparer.OrdinalIgnoreCase)), c.Filled)).ToList();
        var room = MostShown - all.Count(c => c.Column.Becomes is not null || c.Column.TellsApart);
        var shown = all.Where(c => c.Column.Becomes is not null || c.Column.TellsApart || (c.Filled > 0 && room-- > 0)).Select(c => c.Column).ToList();

        var there = look.Columns.Select(c => c.Heading).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kept = await db.KeptProfiles.Where(p => p.ProgrammeId == viewer.ProgrammeId).OrderBy(p => p.Name).Select(p => p.Profile).ToListAsync(cancellationToken);
        var fitting = kept.Select(AssetProfiles.Read).Concat(profiles.All()).Where(p => p.Columns.All(there.Contains)).Select(p => p.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return new UploadView(upload.Id, upload.FileName, profile, look.Sheets, shown, all.Count - shown.Count, fitting, categories, null);
    }
}
