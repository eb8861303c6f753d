using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Assets.Duplicates;

/// <summary>An entry that was made one with another is that other one: in an old address, on a printed sheet, on a form that was opened,
/// or kept on a phone, before somebody made them one.</summary>
internal static class AssetTrail
{
    // A kept entry may have been made one with another in its turn.
    private const int Longest = 8;

    public static async Task<AssetId> FollowMerges(this IAbcdDbContext db, AssetId named, CancellationToken token)
    {
        for (var step = 0; step < Longest; step++)
        {
            if (await db.Assets.Where(a => a.Id == named).Select(a => a.MergedInto).FirstOrDefaultAsync(token) is not { } next)
            {
                break;
            }

            named = next;
        }

        return named;
    }
}
