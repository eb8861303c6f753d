using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Programmes;

/// <summary>One promise.</summary>
[Requires(Permission.SeeProgramme)]
public sealed record SeeTarget(TargetId Id) : IRequest<TargetRow>;

internal sealed class SeeTargetHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeTarget, TargetRow>
{
    public async Task<TargetRow> Handle(SeeTarget request, CancellationToken cancellationToken) =>
        await db.Targets.VisibleTo(current.Required()).Where(t => t.Id == request.Id).Rows(db).SingleOrDefaultAsync(cancellationToken)
        ?? throw new NotFoundException("target");
}
