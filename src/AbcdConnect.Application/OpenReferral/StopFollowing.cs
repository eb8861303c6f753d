using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.OpenReferral;

/// <summary>A directory is read no more. What it brought stays.</summary>
[Requires(Permission.ImportData)]
public sealed record StopFollowing(DirectoryId Id) : IRequest;

internal sealed class StopFollowingHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<StopFollowing>
{
    public async Task Handle(StopFollowing request, CancellationToken cancellationToken)
    {
        var (id, programme) = (request.Id, current.Required().ProgrammeId);
        db.FollowedDirectories.Remove(await db.FollowedDirectories.SingleOrDefaultAsync(d => d.Id == id && d.ProgrammeId == programme, cancellationToken) ?? throw new NotFoundException("directory"));
        await db.SaveChangesAsync(cancellationToken);
    }
}
