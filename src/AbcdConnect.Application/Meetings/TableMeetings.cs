using System.Linq.Expressions;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings;

/// <summary>A table is a neighbourhood's run of meetings, or the whole programme's: each meeting follows the one before.</summary>
internal static class TableMeetings
{
    /// <summary>The table's meetings before this one that were not cancelled.</summary>
    public static IQueryable<Meeting> Before(this IQueryable<Meeting> meetings, ProgrammeId programme, NeighbourhoodId? neighbourhood, DateOnly on) =>
        meetings.Where(m => m.ProgrammeId == programme && m.NeighbourhoodId == neighbourhood && m.Status != MeetingStatus.Cancelled && m.HeldOn < on);

    /// <summary>The meeting with one kind of its parts, to be changed.</summary>
    /// <exception cref="NotFoundException">There is none, or none that the viewer may see.</exception>
    public static async Task<Meeting> MeetingWith<TPart>(this IAbcdDbContext db, Viewer viewer, MeetingId id, Expression<Func<Meeting, IReadOnlyList<TPart>>> parts, CancellationToken cancellationToken)
        where TPart : class =>
        await db.Meetings.VisibleTo(viewer, db).Include(parts).SingleOrDefaultAsync(m => m.Id == id, cancellationToken)
        ?? throw new NotFoundException("meeting");
}
