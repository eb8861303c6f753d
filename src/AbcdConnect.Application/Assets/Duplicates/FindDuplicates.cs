using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Duplicates;

/// <summary>Looks for entries that are likely the same: overnight among all, after an import among those it brought. Answers with
/// how many pairs wait for somebody to look. What was said not to be the same is not asked again.</summary>
/// <param name="Import">Only pairs with an entry of this import.</param>
[Requires(Permission.ChangeAssets)]
public sealed record FindDuplicates(ImportBatchId? Import = null) : IRequest<int>;

internal sealed class FindDuplicatesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<FindDuplicates, int>
{
    /// <summary>The likeliest so many wait; nobody reads more, and the next night finds the rest.</summary>
    private const int Most = 2_000;

    public async Task<int> Handle(FindDuplicates request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var (programme, now) = (viewer.ProgrammeId, clock.GetUtcNow());
        var entries = await db.Assets.VisibleTo(viewer).Where(a => a.ClosedOn == null)
            .Select(a => new { a.Id, a.Name, a.Address, a.Postcode, a.Latitude, a.Longitude, a.Phone, a.Email, a.Website, a.Kind, a.SourceKey, a.ImportBatchId })
            .ToListAsync(cancellationToken);
        var only = request.Import is { } import ? entries.Where(e => e.ImportBatchId == import).Select(e => e.Id.Value).ToHashSet() : null;
        if (only is { Count: 0 })
        {
            return 0;
        }

        var finder = new DuplicateFinder(entries.Select(e => new AssetCard(
            e.Id.Value, e.Name, e.Address, e.Postcode, e.Latitude, e.Longitude, e.Phone, e.Email, e.Website, e.Kind == AssetKind.Individual, e.SourceKey?.Split(':')[0])));
        var found = finder.Find(only: only, token: cancellationToken);
        var known = await db.AssetPairs.Where(p => p.ProgrammeId == programme).ToListAsync(cancellationToken);
        var byEnds = known.ToDictionary(p => (p.FirstId.Value, p.SecondId.Value));
        var waiting = found.Where(p => !byEnds.TryGetValue((p.First, p.Second), out var pair) || pair.NotTheSameAt is null).Take(Most).ToList();
        foreach (var pair in waiting)
        {
            var (score, reasons) = ((int)Math.Round(pair.Bits * 10), string.Join('\n', pair.Reasons));
            if (byEnds.Remove((pair.First, pair.Second), out var there))
            {
                (there.Score, there.Reasons) = (score, reasons);
            }
            else
            {
                db.AssetPairs.Add(new AssetPair { ProgrammeId = programme, FirstId = new AssetId(pair.First), SecondId = new AssetId(pair.Second), Score = score, Reasons = reasons, FoundAt = now });
            }
        }

        if (only is null)
        {
            // One of them was changed, closed or made one since.
            db.AssetPairs.RemoveRange(byEnds.Values.Where(p => p.NotTheSameAt is null));
        }

        await db.SaveChangesAsync(cancellationToken);
        return waiting.Count;
    }
}
