using System.Security.Cryptography;
using System.Text;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Assets;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>What a keeper sees by their private link. Nothing is changed by looking. Null for a link that was guessed, was used or
/// is too old: which of them, nobody is told.</summary>
[OpenToAnybody]
public sealed record OpenKeeperLink(string Token) : IRequest<KeeperView?>;

/// <param name="Seen">What tells these words from any others, so that an answer is about what was seen.</param>
public sealed record KeeperView(string Programme, AssetDetails Details, string Seen, DateTimeOffset ExpiresAt);

internal sealed class OpenKeeperLinkHandler(IAbcdDbContext db, TimeProvider clock) : IRequestHandler<OpenKeeperLink, KeeperView?>
{
    public async Task<KeeperView?> Handle(OpenKeeperLink request, CancellationToken cancellationToken)
    {
        if (await KeeperLinks.Find(db, request.Token, clock.GetUtcNow(), cancellationToken) is not var (link, asset))
        {
            return null;
        }

        var programme = await db.Programmes.Where(p => p.Id == link.ProgrammeId).Select(p => p.Name).SingleAsync(cancellationToken);
        return new KeeperView(programme, asset.Details, KeeperLinks.SeenOf(asset.Details), link.ExpiresAt);
    }
}

internal static class KeeperLinks
{
    /// <summary>An open link and its entry, both tracked, or nothing.</summary>
    public static async Task<(KeeperLink Link, Asset Asset)?> Find(IAbcdDbContext db, string token, DateTimeOffset now, CancellationToken cancel)
    {
        if (token.Length is 0 or > PrivateToken.Longest)
        {
            return null;
        }

        var hash = PrivateToken.HashOf(token);
        var link = await db.KeeperLinks.SingleOrDefaultAsync(l => l.TokenHash == hash, cancel);
        if (link?.IsOpen(now) != true)
        {
            return null;
        }

        var id = link.AssetId;
        var asset = await db.Assets.Include(a => a.Hours).SingleOrDefaultAsync(a => a.Id == id && a.MergedInto == null && a.RejectedOn == null && a.ClosedOn == null, cancel);
        return asset is null ? null : (link, asset);
    }

    public static string SeenOf(AssetDetails details) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', AssetFields.Words.OrderBy(w => w.Key).Select(w => w.Value.Get(details))))))[..16];
}
