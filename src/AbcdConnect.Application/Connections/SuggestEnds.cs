using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Common;
using MediatR;

namespace AbcdConnect.Application.Connections;

/// <summary>The people and assets whose names begin so: for a box that completes what is typed.</summary>
[Requires(Permission.ChangeConnections)]
public sealed record SuggestEnds(string? Q) : IRequest<IReadOnlyList<SuggestedEnd>>;

/// <param name="Detail">A person's neighbourhood; nothing for an asset.</param>
public sealed record SuggestedEnd(TieEnd End, string? Detail);

internal sealed class SuggestEndsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SuggestEnds, IReadOnlyList<SuggestedEnd>>
{
    public async Task<IReadOnlyList<SuggestedEnd>> Handle(SuggestEnds request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var people = await NamesTyped.Find(db, viewer, clock.Today(), request.Q ?? "", cancellationToken);
        var assets = await NamesTyped.Assets(db, viewer, request.Q, cancellationToken);
        return
        [
            .. people.Fits.Select(p => new SuggestedEnd(new TieEnd(p.Id, null, p.Name), p.Neighbourhood)),
            .. assets.Select(a => new SuggestedEnd(new TieEnd(null, a.Id, a.Name), null)),
        ];
    }
}
