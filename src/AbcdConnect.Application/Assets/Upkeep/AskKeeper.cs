using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>Makes a private link for whoever looks after an entry. The token is in the answer and nowhere else: who asked sends it.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record AskKeeper(AssetId Id) : IRequest<MadeKeeperLink>;

/// <param name="Email">The entry's own, to begin a message with.</param>
public sealed record MadeKeeperLink(AssetId Id, string Name, string Token, DateTimeOffset ExpiresAt, string? LookedAfterBy, string? Email, string? Phone, string Programme);

internal sealed class AskKeeperHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<AskKeeper, MadeKeeperLink>
{
    public async Task<MadeKeeperLink> Handle(AskKeeper request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var asset = await db.Assets.VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) ?? throw new NotFoundException("asset");
        var (link, token) = KeeperLink.Make(asset, viewer.UserId, clock.GetUtcNow());
        db.KeeperLinks.Add(link);
        await db.SaveChangesAsync(cancellationToken);
        var programme = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => p.Name).SingleAsync(cancellationToken);
        return new MadeKeeperLink(asset.Id, asset.Name, token, link.ExpiresAt, asset.LookedAfterBy, asset.Email, asset.Phone, programme);
    }
}
