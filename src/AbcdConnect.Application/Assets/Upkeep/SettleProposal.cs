using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>Takes over what a keeper proposed, field by field, and leaves the rest. The keeper looked at all of the entry, so that it
/// is confirmed for the day they did, where nothing they asked for is refused.</summary>
/// <param name="AssetVersion">The version on the screen.</param>
[Requires(Permission.ModerateAssets)]
public sealed record SettleProposal(KeeperProposalId Id, long AssetVersion, IReadOnlyList<AssetField> Accepted) : IRequest<AssetId>;

internal sealed class SettleProposalHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, IPlaceFinder finder) : IRequestHandler<SettleProposal, AssetId>
{
    public async Task<AssetId> Handle(SettleProposal request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var proposal = await db.KeeperProposals.SingleOrDefaultAsync(p => p.Id == request.Id && p.ProgrammeId == viewer.ProgrammeId, cancellationToken) ?? throw new NotFoundException("proposal");
        var about = proposal.AssetId;
        var asset = await db.Assets.Include(a => a.Hours).VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == about, cancellationToken) ?? throw new NotFoundException("proposal");
        asset.MustStillBe(request.AssetVersion);
        var taken = proposal.Changes.Where(c => request.Accepted.Contains(c.Field)).ToList();
        var today = clock.Today();
        proposal.Settle(viewer.UserId, clock.GetUtcNow(), taken.Count);
        if (taken.Count > 0)
        {
            var stands = asset.Details;
            var details = taken.Aggregate(stands, (d, c) => AssetFields.Words[c.Field].Set(d, c.Wanted));
            if (taken.Exists(c => c.Field == AssetField.Postcode))
            {
                // Where it was is no longer where it is.
                details = details with { Latitude = null, Longitude = null, NeighbourhoodId = null };
            }

            details = await AssetLinks.Checked(db, finder, viewer, details, null, cancellationToken);
            asset.Change(
                taken.Exists(c => c.Field == AssetField.OpeningTimes) ? details : details with { Hours = stands.Hours },
                new FieldSource(SourceKind.Keeper, UkTime.DateOf(proposal.SentAt), viewer.UserId));
            await AssetLinks.Draw(db, asset, cancellationToken);
        }

        if (taken.Count == proposal.Changes.Count && !(asset.ConfirmedOn > UkTime.DateOf(proposal.SentAt)))
        {
            asset.Confirm(UkTime.DateOf(proposal.SentAt));
            await db.Settle(asset.Id, viewer.UserId, clock.GetUtcNow(), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return asset.Id;
    }
}
