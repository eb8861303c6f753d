using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Brings the shared words for gifts and the categories of assets up to the shipped lists. Run again, it adds nothing twice;
/// an entry is known by its kind and name. Nothing is taken away: an administrator's own entries stay.</summary>
[Requires(Permission.ManageTaxonomy)]
public sealed record LoadTaxonomy(IReadOnlyList<TaxonomyGift> Gifts, IReadOnlyList<TaxonomyCategory> Categories) : IRequest<TaxonomyLoaded>
{
    /// <summary>Reads the shipped lists: kind,group,name,synonyms and kind,name, each with a heading line.</summary>
    /// <exception cref="FormatException">A line is not of that form; the message says which.</exception>
    public static LoadTaxonomy FromCsv(string gifts, string categories) => new(
        [.. TaxonomyFile.Rows(gifts, 4).Select(r => new TaxonomyGift(TaxonomyFile.Value<GiftKind>(r[0]), r[1], r[2], r[3].Length == 0 ? null : r[3]))],
        [.. TaxonomyFile.Rows(categories, 2).Select(r => new TaxonomyCategory(TaxonomyFile.Value<AssetKind>(r[0]), r[1]))]);
}

/// <param name="Synonyms">Separated by semicolons.</param>
public sealed record TaxonomyGift(GiftKind Kind, string Group, string Name, string? Synonyms);

public sealed record TaxonomyCategory(AssetKind Kind, string Name);

public sealed record TaxonomyLoaded(int GiftsAdded, int CategoriesAdded);

internal sealed class LoadTaxonomyHandler(IAbcdDbContext db, GiftTermCache cache) : IRequestHandler<LoadTaxonomy, TaxonomyLoaded>
{
    public async Task<TaxonomyLoaded> Handle(LoadTaxonomy request, CancellationToken cancellationToken)
    {
        var terms = (await db.GiftTerms.Select(t => new { t.Kind, t.Name }).ToListAsync(cancellationToken)).Select(t => (t.Kind, t.Name)).ToHashSet();
        var categories = (await db.AssetCategories.Select(c => new { c.Kind, c.Name }).ToListAsync(cancellationToken)).Select(c => (c.Kind, c.Name)).ToHashSet();
        var newTerms = request.Gifts.Where(g => terms.Add((g.Kind, g.Name))).Select(g => new GiftTerm { Kind = g.Kind, Group = g.Group, Name = g.Name, Synonyms = g.Synonyms }).ToList();
        var newCategories = request.Categories.Where(c => categories.Add((c.Kind, c.Name))).Select(c => new AssetCategory { Kind = c.Kind, Name = c.Name }).ToList();
        db.GiftTerms.AddRange(newTerms);
        db.AssetCategories.AddRange(newCategories);
        await db.SaveChangesAsync(cancellationToken);
        cache.Forget();
        return new TaxonomyLoaded(newTerms.Count, newCategories.Count);
    }
}
