using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>How reading a followed directory went.</summary>
/// <param name="Batch">The import it became; null where it failed before it could begin.</param>
/// <param name="Trouble">Why it failed, in the reader's words; null where it did not.</param>
[Requires(Permission.ImportData)]
public sealed record NoteDirectoryRead(DirectoryId Id, ImportBatchId? Batch, string? Trouble) : IRequest<DirectoryId>;

internal sealed class NoteDirectoryReadHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<NoteDirectoryRead, DirectoryId>
{
    public async Task<DirectoryId> Handle(NoteDirectoryRead request, CancellationToken cancellationToken)
    {
        var (id, programme) = (request.Id, current.Required().ProgrammeId);
        // Somebody may have stopped following it while it was read.
        if (await db.FollowedDirectories.SingleOrDefaultAsync(d => d.Id == id && d.ProgrammeId == programme, cancellationToken) is { } directory)
        {
            directory.WasRead(clock.GetUtcNow(), request.Batch, request.Trouble);
            await db.SaveChangesAsync(cancellationToken);
        }

        return id;
    }
}
