using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Signposting;

namespace AbcdConnect.Application.Signposting;

/// <summary>Which signposts somebody may know of. The one rule; every query on signposts goes through it.</summary>
internal static class SignpostVisibility
{
    /// <summary>A worker: those in their own neighbourhoods, and their own where none is given. A coordinator: all of the
    /// programme. A partner: those of people who agree, today, to share with that agency. Everybody else: none.</summary>
    public static IQueryable<Signpost> VisibleTo(this IQueryable<Signpost> signposts, Viewer viewer, IAbcdDbContext db, DateOnly today)
    {
        var mine = signposts.Where(s => s.ProgrammeId == viewer.ProgrammeId);
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
                return mine.Where(s => (s.NeighbourhoodId != null && places.Contains(s.NeighbourhoodId.Value)) || (s.NeighbourhoodId == null && s.WorkerId == me));
            case Role.Partner:
                var sharing = ConversationVisibility.Sharing(db, viewer, today);
                return mine.Where(s => s.PersonId != null && sharing.Contains(s.PersonId.Value));
            default:
                return mine.Where(s => false);
        }
    }
}
