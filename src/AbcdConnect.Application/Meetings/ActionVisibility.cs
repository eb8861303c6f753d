using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>Which actions somebody may know of. The one rule; every query on actions goes through it.</summary>
internal static class ActionVisibility
{
    /// <summary>Those of the meetings that they may see; for a partner also those that their own agency took on, or they
    /// themselves for another agency.</summary>
    public static IQueryable<MeetingAction> VisibleTo(this IQueryable<MeetingAction> actions, Viewer viewer, IAbcdDbContext db)
    {
        var ours = actions.Where(a => a.ProgrammeId == viewer.ProgrammeId);
        if (viewer.IsSystem)
        {
            return ours;
        }

        switch (viewer.Role)
        {
            case Role.Coordinator or Role.Worker:
                return ours;
            case Role.Partner:
                var (me, agency) = (viewer.UserId, viewer.AgencyId);
                var meetings = db.Meetings.VisibleTo(viewer, db);
                return ours.Where(a => a.AgencyId == agency || db.Practitioners.Any(p => p.Id == a.OwnerId && p.UserId == me) || meetings.Any(m => m.Id == a.MeetingId));
            default:
                return ours.Where(a => false);
        }
    }

    /// <summary>Those they may say something of: a partner, what their own agency took on or they themselves; others, all.</summary>
    public static IQueryable<MeetingAction> TheirOwn(this IQueryable<MeetingAction> actions, Viewer viewer, IAbcdDbContext db)
    {
        var (me, agency) = (viewer.UserId, viewer.AgencyId);
        return viewer is { IsSystem: false, Role: Role.Partner }
            ? actions.Where(a => a.AgencyId == agency || db.Practitioners.Any(p => p.Id == a.OwnerId && p.UserId == me))
            : actions;
    }

    /// <summary>The action, to be changed by whoever has it.</summary>
    /// <exception cref="NotFoundException">There is none that the viewer may see.</exception>
    /// <exception cref="NotAllowedException">It is another agency's.</exception>
    public static async Task<MeetingAction> ActionToDo(this IAbcdDbContext db, Viewer viewer, ActionId id, CancellationToken token)
    {
        var visible = db.MeetingActions.VisibleTo(viewer, db).Where(a => a.Id == id);
        if (await visible.TheirOwn(viewer, db).SingleOrDefaultAsync(token) is { } action)
        {
            return action;
        }

        throw await visible.AnyAsync(token)
            ? new NotAllowedException("This action is another agency's. You can change your own agency's.")
            : new NotFoundException("action");
    }
}
