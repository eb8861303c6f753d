using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>What anybody may read of an entry that has a public address. Null where there is none, or none any more.</summary>
[OpenToAnybody]
public sealed record OpenPublicPage(string Code) : IRequest<PublicAsset?>;

/// <param name="AskFirst">One asks there before going.</param>
public sealed record PublicAsset(
    string Programme, string Name, string? Category, string? Description, string? Address, string? Postcode, string? OpeningTimes, IReadOnlyList<OpenSession> Hours, string? Cost, string? Languages,
    string? Access, string? Phone, string? Website, DateOnly AddedOn, DateOnly? ConfirmedOn, bool Doubted, bool AskFirst, DateOnly? ClosedOn);

internal sealed class OpenPublicPageHandler(IAbcdDbContext db, TimeProvider clock) : IRequestHandler<OpenPublicPage, PublicAsset?>
{
    public async Task<PublicAsset?> Handle(OpenPublicPage request, CancellationToken cancellationToken)
    {
        if (await PublicPages.Find(db, request.Code, cancellationToken) is not { } asset)
        {
            return null;
        }

        var (programme, category) = (asset.ProgrammeId, asset.CategoryId);
        return new PublicAsset(
            await db.Programmes.Where(p => p.Id == programme).Select(p => p.Name).SingleAsync(cancellationToken),
            asset.Name,
            category is null ? null : await db.AssetCategories.Where(c => c.Id == category).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken),
            asset.Description, asset.Address, asset.Postcode, asset.OpeningTimes, asset.Details.Hours!, asset.Cost, asset.Languages, asset.Access, asset.Phone, asset.Website,
            asset.AddedOn, asset.ConfirmedOn, asset.DoubtWeight > 0, asset.AskFirstFrom <= clock.Today(), asset.ClosedOn);
    }
}

internal static class PublicPages
{
    /// <summary>The entry of that address, or the one it was made one with: the address is printed on paper. Somebody's own entry is
    /// never public, whatever its address says.</summary>
    public static async Task<Asset?> Find(IAbcdDbContext db, string code, CancellationToken token)
    {
        if (await db.Assets.Where(a => a.PublicCode == code).Select(a => (AssetId?)a.Id).FirstOrDefaultAsync(token) is not { } named)
        {
            return null;
        }

        var id = await db.FollowMerges(named, token);
        return await db.Assets.Include(a => a.Hours).FirstOrDefaultAsync(a => a.Id == id && a.Kind != AssetKind.Individual && a.RejectedOn == null, token);
    }
}
