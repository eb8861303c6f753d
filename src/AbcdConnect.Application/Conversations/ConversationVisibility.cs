using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Application.Conversations;

/// <summary>Which conversations somebody may know of. The one rule; every query on conversations goes through it.</summary>
internal static class ConversationVisibility
{
    /// <summary>A worker: those in their own neighbourhoods, and their own where none is given. A coordinator: all of the
    /// programme. A partner: those with named people only, every one of whom agrees, today, to share with that agency.
    /// A researcher: those given to research, to be read through <see cref="ForResearch"/>. Everybody else: none.</summary>
    public static IQueryable<Conversation> VisibleTo(this IQueryable<Conversation> conversations, Viewer viewer, IAbcdDbContext db, DateOnly today)
    {
        var mine = conversations.Where(c => c.ProgrammeId == viewer.ProgrammeId);
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
                return mine.Where(c => (c.NeighbourhoodId != null && places.Contains(c.NeighbourhoodId.Value)) || (c.NeighbourhoodId == null && c.WorkerId == me));
            case Role.Partner:
                var sharing = Sharing(db, viewer, today);
                // The first condition finds the few conversations of those few people; the second then asks after the others in each.
                return mine.Where(c =>
                    c.GroupName == null
                    && db.ConversationPeople.Where(p => sharing.Contains(p.PersonId)).Select(p => p.ConversationId).Contains(c.Id)
                    && !db.ConversationPeople.Any(p => p.ConversationId == c.Id && !sharing.Contains(p.PersonId)));
            case Role.Researcher:
                return mine.Where(c => c.GivenToResearch);
            default:
                return mine.Where(c => false);
        }
    }

    /// <summary>Those who agree, today, to share with the viewer's agency.</summary>
    internal static IQueryable<PersonId> Sharing(IAbcdDbContext db, Viewer viewer, DateOnly today)
    {
        var agency = viewer.AgencyId;
        return db.Consents.LiveOn(today).Where(c => c.AgencyId == agency && c.Use == ConsentUse.ShareWithAgency).Select(c => c.PersonId);
    }
}
