using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Search;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Search;

internal static class SearchIndexBeginning
{
    /// <summary>An empty database's index is whole: whatever is saved from now on is in it. Where there are records but no mark,
    /// an older version made what there is, or nothing, and it is to be made again.</summary>
    public static async Task BeginSearchIndexAsync(this AbcdDbContext db, CancellationToken token)
    {
        if (await db.SearchIndexStates.AnyAsync(token) || await db.Programmes.AnyAsync(token))
        {
            return;
        }

        db.SearchIndexStates.Add(new SearchIndexState { Version = Tokens.Version, Making = Tokens.Version });
        await db.SaveOnlyAsync(token);
    }
}
