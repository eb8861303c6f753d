using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Import;

/// <summary>An upload is whoever's who uploaded it, until it is an import.</summary>
internal static class UploadVisibility
{
    public static IQueryable<Upload> VisibleTo(this IQueryable<Upload> uploads, Viewer viewer)
    {
        var (programme, user) = (viewer.ProgrammeId, viewer.UserId);
        return viewer.IsSystem ? uploads.Where(u => u.ProgrammeId == programme) : uploads.Where(u => u.ProgrammeId == programme && u.UploadedBy == user);
    }

    public static async Task<Upload> Seen(this IQueryable<Upload> uploads, Viewer viewer, UploadId id, CancellationToken token) =>
        await uploads.VisibleTo(viewer).SingleOrDefaultAsync(u => u.Id == id, token) ?? throw new NotFoundException("upload");

    /// <exception cref="NotFoundException">It lies there no longer: brought in, or older than a month.</exception>
    public static Stream Reopen(this IUploadedFiles files, Upload upload) => files.Open(upload.Key) ?? throw new NotFoundException("uploaded file");
}
