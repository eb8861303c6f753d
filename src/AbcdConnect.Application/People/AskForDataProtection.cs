using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>A person asked for a copy of what is held about them, or to be forgotten: written down for an administrator to do. Asked twice, it stands once.</summary>
[Requires(Permission.ChangePeople)]
public sealed record AskForDataProtection(PersonId PersonId, DataProtectionRight Right) : IRequest<DataProtectionRequestId>;

internal sealed class AskForDataProtectionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AskForDataProtection, DataProtectionRequestId>
{
    public async Task<DataProtectionRequestId> Handle(AskForDataProtection request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        await db.MustSee(viewer, clock.Today(), request.PersonId, cancellationToken);
        var asked = await db.DataProtectionRequests.FirstOrDefaultAsync(r => r.PersonId == request.PersonId && r.Right == request.Right && r.SettledOn == null, cancellationToken);
        if (asked is null)
        {
            asked = DataProtectionRequest.Ask(viewer.ProgrammeId, request.PersonId, request.Right, clock.Today(), viewer.UserId);
            db.DataProtectionRequests.Add(asked);
            await db.SaveChangesAsync(cancellationToken);
        }

        return asked.Id;
    }
}
