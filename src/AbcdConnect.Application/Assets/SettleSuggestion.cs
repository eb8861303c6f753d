using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets;

/// <summary>A suggestion has been acted on, or was looked into and is not so.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record SettleSuggestion(AssetSuggestionId Id) : IRequest<AssetId>;

internal sealed class SettleSuggestionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SettleSuggestion, AssetId>
{
    public async Task<AssetId> Handle(SettleSuggestion request, CancellationToken cancellationToken)
    {
        var mine = db.Assets.VisibleTo(current.Required());
        var suggestion = await db.AssetSuggestions.SingleOrDefaultAsync(s => s.Id == request.Id && mine.Any(a => a.Id == s.AssetId), cancellationToken)
            ?? throw new NotFoundException("suggestion");
        suggestion.SettledAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return suggestion.AssetId;
    }
}
