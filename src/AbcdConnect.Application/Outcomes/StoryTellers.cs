using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes;

/// <summary>Whose story it is, and whether it may be used.</summary>
/// <param name="Until">The last day that the longest consent holds, or null where no end was agreed.</param>
internal sealed record StoryTeller(PersonId Id, string FirstName, NeighbourhoodId? NeighbourhoodId, bool MayUse, DateOnly? Until);

internal static class StoryTellers
{
    /// <summary>The person as a teller, or null where there is none that the viewer may see.</summary>
    public static async Task<StoryTeller?> StoryTeller(this IAbcdDbContext db, Viewer viewer, PersonId id, DateOnly today, CancellationToken token)
    {
        var person = await db.People.VisibleTo(viewer, db, today).Where(p => p.Id == id).Select(p => new { p.Id, p.FirstName, p.NeighbourhoodId }).SingleOrDefaultAsync(token);
        if (person is null)
        {
            return null;
        }

        var ends = await db.Consents.LiveOn(today)
            .Where(c => c.PersonId == id && c.Use == ConsentUse.UseMyStory)
            .Select(c => c.ExpiresOn)
            .ToListAsync(token);
        return new StoryTeller(person.Id, person.FirstName, person.NeighbourhoodId, ends.Count > 0, ends.Contains(null) ? null : ends.Max());
    }
}
