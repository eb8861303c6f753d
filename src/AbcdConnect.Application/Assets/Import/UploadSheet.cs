using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>Takes a spreadsheet in, looks at its columns and guesses what they hold. Nothing of it is on the map yet.</summary>
/// <param name="File">One that can be read from its beginning more than once.</param>
[Requires(Permission.ImportData)]
public sealed record UploadSheet(Stream File, string FileName) : IRequest<UploadId>;

internal sealed class UploadSheetHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IWorkbooks workbooks, IUploadedFiles files) : IRequestHandler<UploadSheet, UploadId>
{
    public async Task<UploadId> Handle(UploadSheet request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var (look, sheet) = await FirstWithRows(request.File, cancellationToken);
        var profile = await look.Guess(db, request.FileName, sheet, cancellationToken);
        var key = await files.Keep(request.File, cancellationToken);
        var upload = Upload.Of(viewer.ProgrammeId, viewer.UserId, clock.GetUtcNow(), request.FileName, key, profile.Written());
        db.Uploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        return upload.Id;
    }

    // Workbooks often begin with a sheet that says what the others are.
    private async Task<(SheetLook Look, string? Sheet)> FirstWithRows(Stream file, CancellationToken token)
    {
        IReadOnlyList<string> sheets = await SheetTable.IsWorkbook(file, token) ? workbooks.SheetsOf(file) : [];
        foreach (var sheet in sheets.Take(20).Select(s => (string?)s).DefaultIfEmpty())
        {
            file.Position = 0;
            try
            {
                var look = await SheetLook.At(file, workbooks, sheet, null, token);
                if (look.Columns.Any(c => c.Filled > 0))
                {
                    file.Position = 0;
                    return (look, sheet);
                }
            }
            catch (DomainRuleException) when (sheets.Count > 1 && sheet != sheets[^1])
            {
                // Nothing on this one; the next may be the list.
            }
        }

        throw new DomainRuleException("The file has headings and no rows beneath them. There is nothing to bring in.");
    }
}
