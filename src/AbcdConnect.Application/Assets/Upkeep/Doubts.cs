using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Signposting;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>What speaks against entries, kept in step with the entries' own freshness.</summary>
internal static class Doubts
{
    /// <summary>The entry was checked today: it is confirmed, and what spoke against it is settled.</summary>
    public static async Task ConfirmAndSettle(this Asset asset, IAbcdDbContext db, Viewer viewer, TimeProvider clock, CancellationToken token)
    {
        asset.Confirm(clock.Today());
        await db.Settle(asset.Id, viewer.UserId, clock.GetUtcNow(), token);
    }

    public static async Task Settle(this IAbcdDbContext db, AssetId asset, UserId? by, DateTimeOffset at, CancellationToken token)
    {
        foreach (var doubt in await db.AssetDoubts.Where(d => d.AssetId == asset && d.SettledAt == null).ToListAsync(token))
        {
            doubt.Settle(by, at);
        }
    }

    /// <summary>Adds a doubt, and lets the entry weigh all that is open.</summary>
    public static async Task<AssetDoubt> Doubt(this IAbcdDbContext db, Asset asset, DoubtKind kind, DateTimeOffset at, UserId? by, string? words, SignpostId? signpost, CancellationToken token)
    {
        var doubt = AssetDoubt.Of(asset, kind, at, by, words, signpost);
        db.AssetDoubts.Add(doubt);
        var id = asset.Id;
        var open = await db.AssetDoubts.Where(d => d.AssetId == id && d.SettledAt == null).Select(d => d.Kind).ToListAsync(token);
        asset.Doubted([.. open, kind]);
        return doubt;
    }

    /// <summary>A signpost that did not land because the place was closed speaks against the place; one of which that was taken
    /// back does so no more.</summary>
    public static async Task Follow(this IAbcdDbContext db, Signpost signpost, UserId? by, TimeProvider clock, CancellationToken token)
    {
        if (signpost.AssetId is not { } id)
        {
            return;
        }

        var signpostId = signpost.Id;
        var closed = signpost is { State: SignpostState.DidNotGo, Reason: DidNotGoReason.Closed };
        var known = await db.AssetDoubts.Where(d => d.SignpostId == signpostId).FirstOrDefaultAsync(token);
        if (closed == (known is not null))
        {
            return;
        }

        var asset = await db.Assets.FirstOrDefaultAsync(a => a.Id == id, token);
        if (asset is null)
        {
            return;
        }

        if (closed && !(asset.ConfirmedOn > signpost.DidNotGoOn) && asset.ClosedOn is null)
        {
            await db.Doubt(asset, DoubtKind.FoundClosed, clock.GetUtcNow(), by, null, signpostId, token);
        }
        else if (known is not null)
        {
            db.AssetDoubts.Remove(known);
            asset.Doubted(await db.AssetDoubts.Where(d => d.AssetId == id && d.SettledAt == null && d.Id != known.Id).Select(d => d.Kind).ToListAsync(token));
        }
    }
}
