using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.People;

/// <summary>Which people somebody may know of. The one rule; every query on people goes through it.</summary>
internal static class PeopleVisibility
{
    /// <summary>A worker: those of their own neighbourhoods, and those they met who live in none. A coordinator: all of the
    /// programme. A partner: those who have agreed, today, to share with that agency. Everybody else: nobody.
    /// Nobody sees a record that was merged into another, or a person who has been forgotten.</summary>
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> people, Viewer viewer, IAbcdDbContext db, DateOnly today)
    {
        var mine = people.Where(p => p.ProgrammeId == viewer.ProgrammeId && p.MergedInto == null && p.AnonymisedOn == null);
        if (viewer.IsSystem)
        {
            return mine;
        }

        switch (viewer.Role)
        {
            case Role.Coordinator:
                return mine;
            case Role.Worker:
                var (me, places) = (viewer.UserId, viewer.Neighbourhoods.ToList());
                return mine.Where(p => (p.NeighbourhoodId != null && places.Contains(p.NeighbourhoodId.Value)) || (p.NeighbourhoodId == null && p.AddedBy == me));
            case Role.Partner:
                var (agency, live) = (viewer.AgencyId, db.Consents.LiveOn(today));
                return mine.Where(p => live.Any(c => c.AgencyId == agency && c.Use == ConsentUse.ShareWithAgency && c.PersonId == p.Id));
            default:
                return mine.Where(p => false);
        }
    }

    /// <summary>Of these, those who agree, today, to share with each one of the agencies; with no agency at all, nobody.</summary>
    public static IQueryable<Person> SharingWithAll(this IQueryable<Person> people, IAbcdDbContext db, IEnumerable<AgencyId> agencies, DateOnly today)
    {
        var each = agencies.Distinct().ToList();
        var (all, live) = (each.Count, db.Consents.LiveOn(today));
        // Asked of each person by itself, of whom there are few: together it would read everybody who ever shared with one of them.
        return people.Where(p => all > 0 && p.MergedInto == null && p.AnonymisedOn == null && live
            .Where(c => c.PersonId == p.Id && c.Use == ConsentUse.ShareWithAgency && c.AgencyId != null && EF.Parameter(each).Contains(c.AgencyId.Value))
            .Select(c => c.AgencyId).Distinct().Count() == all);
    }
}
