using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Table;

/// <summary>Which meetings are looked at: a run of months, at one table or at all of them.</summary>
/// <param name="Until">The last month; null for this one.</param>
/// <param name="Neighbourhood">Whose table; null for all tables.</param>
public sealed record TableSpan(YearMonth? Until = null, NeighbourhoodId? Neighbourhood = null)
{
    /// <summary>A year: every month stands in it once, so that August is not held against May.</summary>
    public const int Months = 12;

    public IReadOnlyList<YearMonth> In(DateOnly today)
    {
        var last = Until ?? YearMonth.Containing(today);
        return [.. last.AddMonths(1 - Months).Through(last)];
    }
}

internal sealed record HeldMeeting(MeetingId Id, DateOnly HeldOn);

internal sealed record AtTable(MeetingId Meeting, AgencyId Agency, AttendanceStatus Status);

internal sealed record KnownAgency(AgencyId Id, string Name, Sector Sector, DateOnly? LeftOn);

/// <summary>What the pages about the table read: by the index of days, so as much as a year or two holds, whatever the history.</summary>
internal static class TableReader
{
    public static IQueryable<Meeting> Held(this IAbcdDbContext db, Viewer viewer, TableSpan span, DateOnly from, DateOnly to)
    {
        var programme = viewer.ProgrammeId;
        var held = db.Meetings.VisibleTo(viewer, db).Where(m => m.ProgrammeId == programme && m.HeldOn >= from && m.HeldOn <= to && m.Status == MeetingStatus.Held);
        return span.Neighbourhood is { } place ? held.Where(m => m.NeighbourhoodId == place) : held;
    }

    public static async Task<List<HeldMeeting>> Meetings(this IQueryable<Meeting> held, CancellationToken token) =>
        await held.OrderBy(m => m.HeldOn).ThenBy(m => m.Id).Select(m => new HeldMeeting(m.Id, m.HeldOn)).ToListAsync(token);

    /// <summary>Each agency once a meeting: present where anybody of it was.</summary>
    public static async Task<List<AtTable>> Attendance(this IAbcdDbContext db, IQueryable<Meeting> held, CancellationToken token)
    {
        var rows = await held.Join(db.MeetingAttendances, m => m.Id, a => a.MeetingId, (m, a) => new { a.MeetingId, a.AgencyId, a.Status }).Distinct().ToListAsync(token);
        return
        [
            .. rows.GroupBy(r => (r.MeetingId, r.AgencyId)).Select(g => new AtTable(
                g.Key.MeetingId,
                g.Key.AgencyId,
                g.Any(r => r.Status == AttendanceStatus.Present) ? AttendanceStatus.Present : g.Any(r => r.Status == AttendanceStatus.Apologies) ? AttendanceStatus.Apologies : AttendanceStatus.Invited)),
        ];
    }

    public static Task<List<KnownAgency>> KnownAgencies(this IAbcdDbContext db, Viewer viewer, CancellationToken token) =>
        db.Agencies.VisibleTo(viewer).OrderBy(a => a.Name).Select(a => new KnownAgency(a.Id, a.Name, a.Sector, a.LeftOn)).ToListAsync(token);

    public static Task<List<NeighbourhoodChoice>> Tables(this IAbcdDbContext db, Viewer viewer, CancellationToken token)
    {
        var programme = viewer.ProgrammeId;
        return db.Neighbourhoods.Where(n => n.ProgrammeId == programme).OrderBy(n => n.Name).Select(n => new NeighbourhoodChoice(n.Id, n.Name)).ToListAsync(token);
    }
}
