using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;

namespace AbcdConnect.Application.Meetings;

/// <summary>Which agencies and practitioners somebody may look up. A partner meets their names in the meetings they belong to, not here.</summary>
internal static class AgencyVisibility
{
    /// <summary>A worker or coordinator: all of the programme. Everybody else: none.</summary>
    public static IQueryable<Agency> VisibleTo(this IQueryable<Agency> agencies, Viewer viewer) =>
        viewer.IsSystem || viewer.Role is Role.Coordinator or Role.Worker
            ? agencies.Where(a => a.ProgrammeId == viewer.ProgrammeId)
            : agencies.Where(a => false);

    /// <summary>Those of the agencies that they may look up.</summary>
    public static IQueryable<Practitioner> VisibleTo(this IQueryable<Practitioner> practitioners, Viewer viewer, IAbcdDbContext db)
    {
        var agencies = db.Agencies.VisibleTo(viewer);
        return practitioners.Where(p => agencies.Any(a => a.Id == p.AgencyId));
    }
}
