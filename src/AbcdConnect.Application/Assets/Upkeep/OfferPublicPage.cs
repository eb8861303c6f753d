using System.Security.Cryptography;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>Gives an entry a public address at which anybody may read it and say that it is wrong, or takes the address away.
/// Answers with the code in the address; null where it has none any more.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record OfferPublicPage(AssetId Id, bool On) : IRequest<string?>;

internal sealed class OfferPublicPageHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<OfferPublicPage, string?>
{
    // Read aloud and typed from paper: no letter that looks or sounds like another.
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    public async Task<string?> Handle(OfferPublicPage request, CancellationToken cancellationToken)
    {
        var asset = await db.Assets.VisibleTo(current.Required()).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) ?? throw new NotFoundException("asset");
        if (request.On)
        {
            asset.OfferPublicPage(RandomNumberGenerator.GetString(Letters, Asset.PublicCodeLength));
        }
        else
        {
            asset.WithdrawPublicPage();
        }

        await db.SaveChangesAsync(cancellationToken);
        return asset.PublicCode;
    }
}
