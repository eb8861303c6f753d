using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Outcomes.Measures;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>Whose answers somebody may see. The one rule; every query on askings goes through it.</summary>
internal static class AskingVisibility
{
    /// <summary>Those of the people they may see.</summary>
    public static IQueryable<Asking> VisibleTo(this IQueryable<Asking> askings, Viewer viewer, IAbcdDbContext db, DateOnly today)
    {
        var people = db.People.VisibleTo(viewer, db, today);
        return askings.Where(a => a.ProgrammeId == viewer.ProgrammeId && people.Any(p => p.Id == a.PersonId));
    }
}
