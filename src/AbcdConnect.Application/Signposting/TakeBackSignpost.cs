using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Signposting;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Signposting;

/// <summary>Takes back a signpost that was given by a slip of the thumb: today, by the one who gave it, while nothing has come of it.</summary>
[Requires(Permission.Signpost)]
public sealed record TakeBackSignpost(SignpostId Id) : IRequest;

internal sealed class TakeBackSignpostHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<TakeBackSignpost>
{
    public async Task Handle(TakeBackSignpost request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var signpost = await db.Signposts.VisibleTo(viewer, db, today).SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("signpost");
        if (!signpost.CanBeTakenBackBy(viewer.UserId, today) || await db.Signposts.AnyAsync(s => s.PassedOnFrom == request.Id, cancellationToken))
        {
            throw new DomainRuleException("This signpost stands: it is taken back only on the day it was given, by whoever gave it, before anything has come of it. Say that they did not go instead.");
        }

        db.Signposts.Remove(signpost);
        await db.SaveChangesAsync(cancellationToken);
    }
}
