using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Application.Programmes;

/// <summary>One programme and what belongs to it, for all who may see it. Who that is, the permissions say.</summary>
internal static class ProgrammeVisibility
{
    /// <summary>The viewer's own programme.</summary>
    public static IQueryable<Programme> VisibleTo(this IQueryable<Programme> programmes, Viewer viewer) => programmes.Where(p => p.Id == viewer.ProgrammeId);

    /// <summary>Those of the viewer's programme.</summary>
    public static IQueryable<Neighbourhood> VisibleTo(this IQueryable<Neighbourhood> neighbourhoods, Viewer viewer) => neighbourhoods.Where(n => n.ProgrammeId == viewer.ProgrammeId);

    /// <inheritdoc cref="VisibleTo(IQueryable{Neighbourhood}, Viewer)"/>
    public static IQueryable<Target> VisibleTo(this IQueryable<Target> targets, Viewer viewer) => targets.Where(t => t.ProgrammeId == viewer.ProgrammeId);

    /// <inheritdoc cref="VisibleTo(IQueryable{Neighbourhood}, Viewer)"/>
    public static IQueryable<Staffing> VisibleTo(this IQueryable<Staffing> staffing, Viewer viewer) => staffing.Where(s => s.ProgrammeId == viewer.ProgrammeId);
}
