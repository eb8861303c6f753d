using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Outcomes;

namespace AbcdConnect.Application.Outcomes;

/// <summary>Which stories somebody may read. The one rule; every query on stories goes through it.</summary>
internal static class StoryVisibility
{
    /// <summary>A coordinator: all of the programme. A worker: those of their neighbourhoods, and those of people they may
    /// see who live in none. Everybody else: none.</summary>
    public static IQueryable<Story> VisibleTo(this IQueryable<Story> stories, Viewer viewer, IAbcdDbContext db, DateOnly today)
    {
        var ours = stories.Where(s => s.ProgrammeId == viewer.ProgrammeId);
        if (viewer.IsSystem)
        {
            return ours;
        }

        switch (viewer.Role)
        {
            case Role.Coordinator:
                return ours;
            case Role.Worker:
                var places = viewer.Neighbourhoods.ToList();
                var people = db.People.VisibleTo(viewer, db, today);
                return ours.Where(s => (s.NeighbourhoodId != null && places.Contains(s.NeighbourhoodId.Value)) || (s.NeighbourhoodId == null && people.Any(p => p.Id == s.PersonId)));
            default:
                return ours.Where(s => false);
        }
    }
}
