using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Upkeep;

/// <summary>Makes the week's list of entries worth checking, in place of last week's. Answers with how many are on it.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record MakeUpkeepList : IRequest<int>;

internal sealed class MakeUpkeepListHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<MakeUpkeepList, int>
{
    private const int ChunkSize = 500;

    public async Task<int> Handle(MakeUpkeepList request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var (programme, today) = (viewer.ProgrammeId, clock.Today());
        await Reckon(viewer, cancellationToken);

        var since = today.AddDays(-WorkList.Days);
        var signposts = await db.Signposts.Where(s => s.ProgrammeId == programme && s.GivenOn >= since && s.AssetId != null)
            .Select(s => new { s.AssetId, s.GivenOn }).ToListAsync(cancellationToken);
        var used = signposts.ToLookup(s => s.AssetId!.Value, s => today.DayNumber - s.GivenOn.DayNumber);
        // Whatever was confirmed within four weeks is fresh enough, unless something speaks against it.
        var lately = today.AddDays(-28);
        var entries = await db.Assets.VisibleTo(viewer).Where(a => a.ClosedOn == null && (a.ConfirmedOn == null || a.ConfirmedOn < lately || a.DoubtWeight > 0))
            .Select(a => new { a.Id, a.NeighbourhoodId, a.Name, a.Kind, a.AddedOn, a.ConfirmedOn, a.DoubtWeight }).ToListAsync(cancellationToken);
        var list = WorkList.Make(
            programme,
            entries.Select(e => new UpkeepCandidate(e.Id, e.NeighbourhoodId, e.Name, Freshness.Of(e.Kind, e.AddedOn, e.ConfirmedOn, e.DoubtWeight, today), [.. used[e.Id]])),
            today);
        db.UpkeepItems.RemoveRange(await db.UpkeepItems.Where(i => i.ProgrammeId == programme).ToListAsync(cancellationToken));
        db.UpkeepItems.AddRange(list);
        await db.SaveChangesAsync(cancellationToken);
        return list.Count;
    }

    // Entries from before freshness was reckoned.
    private async Task Reckon(Viewer viewer, CancellationToken token)
    {
        var programme = viewer.ProgrammeId;
        while (true)
        {
            var some = await db.Assets.Where(a => a.ProgrammeId == programme && a.AskFirstFrom == null).Take(ChunkSize).ToListAsync(token);
            foreach (var asset in some)
            {
                asset.ReckonFreshness();
            }

            await db.SaveChangesAsync(token);
            db.Forget();
            if (some.Count < ChunkSize)
            {
                return;
            }
        }
    }
}
