using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;

namespace AbcdConnect.Application.Meetings;

/// <summary>Which actions somebody may know of. The one rule; every query on actions goes through it.</summary>
internal static class ActionVisibility
{
    /// <summary>Those of the meetings that they may see; for a partner also those that their own agency took on.</summary>
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
                var agency = viewer.AgencyId;
                var meetings = db.Meetings.VisibleTo(viewer, db);
                return ours.Where(a => a.AgencyId == agency || meetings.Any(m => m.Id == a.MeetingId));
            default:
                return ours.Where(a => false);
        }
    }
}
