using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;

namespace AbcdConnect.Application.Meetings;

/// <summary>Which meetings somebody may know of. The one rule; every query on meetings goes through it.</summary>
internal static class MeetingVisibility
{
    /// <summary>A worker or coordinator: all of the programme. A partner: those that they, or anybody who came for their
    /// agency, are on the list of. Everybody else: none.</summary>
    public static IQueryable<Meeting> VisibleTo(this IQueryable<Meeting> meetings, Viewer viewer, IAbcdDbContext db)
    {
        var ours = meetings.Where(m => m.ProgrammeId == viewer.ProgrammeId);
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
                return ours.Where(m => db.MeetingAttendances.Any(a =>
                    a.MeetingId == m.Id
                    && (a.AgencyId == agency || db.Practitioners.Any(p => p.Id == a.PractitionerId && p.UserId == me))));
            default:
                return ours.Where(m => false);
        }
    }
}
