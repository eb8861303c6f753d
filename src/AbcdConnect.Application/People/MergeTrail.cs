using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Whoever is named by a record that was merged is the person it was merged into: on a form that was opened, or kept on a
/// phone, before somebody merged them.</summary>
internal static class MergeTrail
{
    // A kept record may have been merged in its turn.
    private const int Longest = 8;

    public static async Task<IReadOnlyList<PersonId>> FollowMerges(this IAbcdDbContext db, Viewer viewer, IReadOnlyList<PersonId> named, CancellationToken token)
    {
        var now = named;
        for (var step = 0; step < Longest && now.Count > 0; step++)
        {
            var ids = now.Distinct().ToList();
            var moved = await db.People.Where(p => EF.Parameter(ids).Contains(p.Id) && p.ProgrammeId == viewer.ProgrammeId && p.MergedInto != null)
                .Select(p => new { p.Id, p.MergedInto }).ToListAsync(token);
            if (moved.Count == 0)
            {
                break;
            }

            now = [.. now.Select(id => moved.Find(m => m.Id == id)?.MergedInto ?? id).Distinct()];
        }

        return now;
    }
}
