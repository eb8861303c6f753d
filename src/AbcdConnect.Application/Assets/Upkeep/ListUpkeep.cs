using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>What keeps the map true this week: what people said is wrong, what keepers would have changed, and the week's list,
/// without what has been checked since. A worker sees their neighbourhoods.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record ListUpkeep : IRequest<UpkeepPage>;

/// <param name="MadeOn">When the list was made; null before the first one.</param>
/// <param name="Done">How many of the list have been checked.</param>
/// <param name="Proposals">What keepers would have changed; for those who decide about it.</param>
public sealed record UpkeepPage(DateOnly? MadeOn, int Done, IReadOnlyList<UpkeepRow> Rows, IReadOnlyList<ReportRow> Reports, IReadOnlyList<ProposalRow> Proposals, bool MayModerate);

/// <param name="AskedKeeperAt">When a keeper's link was made that is still open.</param>
public sealed record UpkeepRow(
    AssetId Id, string Name, string? Category, AssetKind Kind, string? Neighbourhood, string? LookedAfterBy, DateOnly AddedOn, DateOnly? ConfirmedOn, bool Doubted, bool AskFirst, int SignpostsLately,
    DateTimeOffset? AskedKeeperAt);

public sealed record ReportRow(AssetDoubtId Id, AssetId AssetId, string Asset, DateTimeOffset At, string? Words);

public sealed record ProposalRow(KeeperProposalId Id, AssetId AssetId, string Asset, DateTimeOffset SentAt);

internal sealed class ListUpkeepHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListUpkeep, UpkeepPage>
{
    /// <summary>More would not be done in a week.</summary>
    private const int Most = 40;

    public async Task<UpkeepPage> Handle(ListUpkeep request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var (programme, now, today) = (viewer.ProgrammeId, clock.GetUtcNow(), clock.Today());
        var mine = db.UpkeepItems.Where(i => i.ProgrammeId == programme);
        if (viewer.Role == Role.Worker)
        {
            var places = viewer.Neighbourhoods.ToList();
            mine = mine.Where(i => i.NeighbourhoodId == null || EF.Parameter(places).Contains(i.NeighbourhoodId.Value));
        }

        var assets = db.Assets.VisibleTo(viewer);
        var madeOn = await mine.Select(i => (DateOnly?)i.MadeOn).FirstOrDefaultAsync(cancellationToken);
        var open = mine.Join(
            assets.Where(a => a.ClosedOn == null), i => i.AssetId, a => a.Id, (i, a) => new { Item = i, Asset = a })
            .Where(x => x.Asset.ConfirmedOn == null || x.Asset.ConfirmedOn < x.Item.MadeOn);
        var rows = await open.OrderByDescending(x => x.Item.Score).ThenBy(x => x.Asset.Id).Take(Most)
            .Select(x => new UpkeepRow(
                x.Asset.Id, x.Asset.Name, db.AssetCategories.Where(c => c.Id == x.Asset.CategoryId).Select(c => c.Name).FirstOrDefault(), x.Asset.Kind,
                db.Neighbourhoods.Where(n => n.Id == x.Asset.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(), x.Asset.LookedAfterBy,
                x.Asset.AddedOn, x.Asset.ConfirmedOn, x.Asset.DoubtWeight > 0, x.Asset.AskFirstFrom <= today, x.Item.SignpostsLately,
                db.KeeperLinks.Where(l => l.AssetId == x.Asset.Id && l.UsedAt == null && l.ExpiresAt > now).Max(l => (DateTimeOffset?)l.MadeAt)))
            .ToListAsync(cancellationToken);
        var all = await mine.CountAsync(cancellationToken);
        var left = await open.CountAsync(cancellationToken);
        var reports = await db.AssetDoubts.Where(d => d.ProgrammeId == programme && d.SettledAt == null && d.Kind == DoubtKind.SaidWrong)
            .Join(assets, d => d.AssetId, a => a.Id, (d, a) => new { Doubt = d, a.Name })
            .OrderBy(x => x.Doubt.At).Take(Most)
            .Select(x => new ReportRow(x.Doubt.Id, x.Doubt.AssetId, x.Name, x.Doubt.At, x.Doubt.Words)).ToListAsync(cancellationToken);
        var moderates = viewer.May(Permission.ModerateAssets);
        var proposals = moderates
            ? await db.KeeperProposals.Where(p => p.ProgrammeId == programme && p.SettledAt == null)
                .Join(assets, p => p.AssetId, a => a.Id, (p, a) => new { Proposal = p, a.Name })
                .OrderBy(x => x.Proposal.SentAt).Take(Most)
                .Select(x => new ProposalRow(x.Proposal.Id, x.Proposal.AssetId, x.Name, x.Proposal.SentAt)).ToListAsync(cancellationToken)
            : [];
        // Those that a keeper has been asked about wait for the keeper.
        return new UpkeepPage(madeOn, all - left, [.. rows.OrderBy(r => r.AskedKeeperAt is not null)], reports, proposals, moderates);
    }
}
