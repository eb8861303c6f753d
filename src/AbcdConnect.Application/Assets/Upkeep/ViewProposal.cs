using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>What a keeper would have changed, beside what stands.</summary>
[Requires(Permission.ModerateAssets)]
public sealed record ViewProposal(KeeperProposalId Id) : IRequest<ProposalView>;

/// <param name="AssetVersion">What was looked at while deciding.</param>
public sealed record ProposalView(KeeperProposalId Id, AssetId AssetId, long AssetVersion, string Asset, DateTimeOffset SentAt, DateTimeOffset? SettledAt, IReadOnlyList<ProposedField> Fields);

/// <param name="ChangedSince">Somebody changed it after the keeper had looked.</param>
public sealed record ProposedField(AssetField Field, string? Now, string? Was, string? Wanted, bool ChangedSince);

internal sealed class ViewProposalHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ViewProposal, ProposalView>
{
    public async Task<ProposalView> Handle(ViewProposal request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var proposal = await db.KeeperProposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Id && p.ProgrammeId == viewer.ProgrammeId, cancellationToken) ?? throw new NotFoundException("proposal");
        var about = proposal.AssetId;
        var asset = await db.Assets.AsNoTracking().Include(a => a.Hours).VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == about, cancellationToken) ?? throw new NotFoundException("proposal");
        var now = asset.Details;
        return new ProposalView(
            proposal.Id, asset.Id, asset.Version, asset.Name, proposal.SentAt, proposal.SettledAt,
            [
                .. from change in proposal.Changes
                   let stands = AssetFields.Words[change.Field].Get(now)
                   select new ProposedField(change.Field, stands, change.Was, change.Wanted, stands != change.Was),
            ]);
    }
}
