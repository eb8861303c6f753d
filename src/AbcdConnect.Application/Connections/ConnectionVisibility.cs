using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Connections;

namespace AbcdConnect.Application.Connections;

/// <summary>Which connections and introductions somebody may know of. The one rule; every query on them goes through it.</summary>
internal static class ConnectionVisibility
{
    /// <summary>A worker: those in their own neighbourhoods, and their own where none is given. A coordinator: all of the
    /// programme. Everybody else: none; a tie tells of two people, and a partner may know of one of them.</summary>
    public static IQueryable<Connection> VisibleTo(this IQueryable<Connection> connections, Viewer viewer)
    {
        var mine = connections.Where(c => c.ProgrammeId == viewer.ProgrammeId);
        switch (viewer)
        {
            case { IsSystem: true } or { Role: Role.Coordinator }:
                return mine;
            case { Role: Role.Worker }:
                var (me, places) = (viewer.UserId, viewer.Neighbourhoods.ToList());
                return mine.Where(c => (c.NeighbourhoodId != null && places.Contains(c.NeighbourhoodId.Value)) || (c.NeighbourhoodId == null && c.RecordedBy == me));
            default:
                return mine.Where(c => false);
        }
    }

    /// <inheritdoc cref="VisibleTo(IQueryable{Connection}, Viewer)"/>
    public static IQueryable<Introduction> VisibleTo(this IQueryable<Introduction> introductions, Viewer viewer)
    {
        var mine = introductions.Where(i => i.ProgrammeId == viewer.ProgrammeId);
        switch (viewer)
        {
            case { IsSystem: true } or { Role: Role.Coordinator }:
                return mine;
            case { Role: Role.Worker }:
                var (me, places) = (viewer.UserId, viewer.Neighbourhoods.ToList());
                return mine.Where(i => (i.NeighbourhoodId != null && places.Contains(i.NeighbourhoodId.Value)) || (i.NeighbourhoodId == null && i.WorkerId == me));
            default:
                return mine.Where(i => false);
        }
    }
}
