using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Duplicates;

/// <summary>Pairs of entries that are likely the same, the likeliest first; and what was made one lately.</summary>
[Requires(Permission.ChangeAssets)]
public sealed record ListDuplicates(ListRequest List) : IRequest<DuplicatesPage>;

public sealed record DuplicatesPage(Page<DuplicateRow> Pairs, IReadOnlyList<MergeRow> Merges);

/// <param name="Score">Tenths of a bit.</param>
public sealed record DuplicateRow(AssetPairId Id, DuplicateEnd First, DuplicateEnd Second, int Score, string Reasons);

public sealed record DuplicateEnd(AssetId Id, string Name, string? Address, string? Postcode, string? Category);

public sealed record MergeRow(AssetMergeId Id, AssetId KeptId, string Kept, string Merged, string? By, DateTimeOffset At);

internal sealed class ListDuplicatesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListDuplicates, DuplicatesPage>
{
    private const int MostMerges = 10;

    public async Task<DuplicatesPage> Handle(ListDuplicates request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var programme = viewer.ProgrammeId;
        var (contacts, assets) = (viewer.SeesContactsOfIndividuals(), db.Assets.VisibleTo(viewer));
        var pairs = await db.AssetPairs.Where(p => p.ProgrammeId == programme && p.NotTheSameAt == null)
            .Join(assets, p => p.FirstId, a => a.Id, (p, a) => new { Pair = p, First = a })
            .Join(assets, x => x.Pair.SecondId, a => a.Id, (x, a) => new { x.Pair, x.First, Second = a })
            .OrderByDescending(x => x.Pair.Score).ThenBy(x => x.Pair.Id)
            .Select(x => new DuplicateRow(
                x.Pair.Id,
                new DuplicateEnd(x.First.Id, x.First.Name, contacts ? x.First.Address : null, contacts ? x.First.Postcode : null, db.AssetCategories.Where(c => c.Id == x.First.CategoryId).Select(c => c.Name).FirstOrDefault()),
                new DuplicateEnd(x.Second.Id, x.Second.Name, contacts ? x.Second.Address : null, contacts ? x.Second.Postcode : null, db.AssetCategories.Where(c => c.Id == x.Second.CategoryId).Select(c => c.Name).FirstOrDefault()),
                x.Pair.Score,
                x.Pair.Reasons))
            .PageAsync(request.List, cancellationToken);
        var merges = await db.AssetMerges.Where(m => m.ProgrammeId == programme && m.UndoneAt == null).OrderByDescending(m => m.MergedAt).Take(MostMerges)
            .Select(m => new MergeRow(
                m.Id, m.KeptId, db.Assets.Where(a => a.Id == m.KeptId).Select(a => a.Name).FirstOrDefault() ?? "", db.Assets.Where(a => a.Id == m.MergedId).Select(a => a.Name).FirstOrDefault() ?? "",
                db.Members.Where(u => u.Id == m.MergedBy).Select(u => u.Name).FirstOrDefault(), m.MergedAt))
            .ToListAsync(cancellationToken);
        return new DuplicatesPage(pairs, merges);
    }
}
