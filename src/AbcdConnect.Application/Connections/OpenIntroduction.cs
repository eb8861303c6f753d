using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Connections;

/// <summary>One introduction and what came of it.</summary>
[Requires(Permission.SeeConnections)]
public sealed record OpenIntroduction(IntroductionId Id) : IRequest<IntroductionRow>;

internal sealed class OpenIntroductionHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<OpenIntroduction, IntroductionRow>
{
    public async Task<IntroductionRow> Handle(OpenIntroduction request, CancellationToken cancellationToken) =>
        (await IntroductionParts.Read(db.Introductions.VisibleTo(current.Required()).Where(i => i.Id == request.Id), db).SingleOrDefaultAsync(cancellationToken))?.ToRow()
            ?? throw new NotFoundException("introduction");
}
