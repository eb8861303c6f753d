using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.People;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Demo;

/// <summary>The words that every programme starts with: kinds of gifts and categories of assets, from <c>database/taxonomy</c>.</summary>
internal static class StarterTaxonomy
{
    /// <summary>Adds the entries that are not there yet; those an administrator has added or reworded stay as they are.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> AddMissing(AbcdDbContext db, DemoFiles files, CancellationToken token)
    {
        var terms = (await db.GiftTerms.Select(t => new { t.Kind, t.Name }).ToListAsync(token)).Select(t => (t.Kind, t.Name)).ToHashSet();
        foreach (var row in files.Rows("taxonomy/gifts.csv"))
        {
            if (terms.Add((row.Kind<GiftKind>("kind"), row.Text("name"))))
            {
                db.GiftTerms.Add(new GiftTerm { Kind = row.Kind<GiftKind>("kind"), Group = row.Text("group"), Name = row.Text("name"), Synonyms = row["synonyms"] });
            }
        }

        var categories = (await db.AssetCategories.Select(c => new { c.Kind, c.Name }).ToListAsync(token)).Select(c => (c.Kind, c.Name)).ToHashSet();
        foreach (var row in files.Rows("taxonomy/asset-categories.csv"))
        {
            if (categories.Add((row.Kind<AssetKind>("kind"), row.Text("name"))))
            {
                db.AssetCategories.Add(new AssetCategory { Kind = row.Kind<AssetKind>("kind"), Name = row.Text("name") });
            }
        }

        var added = await db.SaveChangesAsync(token);
        db.Forget();
        return added;
    }
}
