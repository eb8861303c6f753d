using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;

namespace AbcdConnect.Application.Meetings.Table;

/// <summary>Who has come to the table in a year, by agency and sector, and who is missing.</summary>
[Requires(Permission.SeeAgencies)]
public sealed record SeeTable(TableSpan Span) : IRequest<TableView>;

/// <param name="Agencies">Everybody asked to a meeting of the year, those who came most first.</param>
/// <param name="NeverSeen">Sectors of which nobody came in the year.</param>
/// <param name="UsedToCome">Came to two meetings or more in the year before and this one, and to none of the last three.</param>
public sealed record TableView(
    IReadOnlyList<YearMonth> Months,
    IReadOnlyList<TableMonth> ByMonth,
    IReadOnlyList<SectorAttendance> Sectors,
    IReadOnlyList<AgencyAttendance> Agencies,
    IReadOnlyList<Sector> NeverSeen,
    IReadOnlyList<MissedAgency> UsedToCome,
    IReadOnlyList<NeighbourhoodChoice> Tables)
{
    public int Meetings => ByMonth.Sum(m => m.Meetings);
}

/// <param name="Agencies">Different ones that came in the month.</param>
public sealed record TableMonth(YearMonth Month, int Meetings, int Agencies);

/// <param name="ByMonth">Different agencies of the sector that came, month by month.</param>
/// <param name="Agencies">Different ones in the year.</param>
public sealed record SectorAttendance(Sector Sector, IReadOnlyList<int> ByMonth, int Agencies);

/// <param name="Asked">Meetings it was asked to.</param>
public sealed record AgencyAttendance(AgencyId Id, string Name, Sector Sector, int Asked, int Came, int Apologies, DateOnly? LastCame, DateOnly? LeftOn);

public sealed record MissedAgency(AgencyId Id, string Name, Sector Sector, int CameBefore, DateOnly LastCame);

internal sealed class SeeTableHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeTable, TableView>
{
    private const int LastMeetings = 3;
    private const int UsedTo = 2;

    public async Task<TableView> Handle(SeeTable request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var months = request.Span.In(clock.Today());
        var (from, to, yearBefore) = (months[0].First, months[^1].Last, months[0].AddMonths(-TableSpan.Months).First);
        var held = db.Held(viewer, request.Span, yearBefore, to);
        var meetings = await held.Meetings(cancellationToken);
        var rows = await db.Attendance(held, cancellationToken);
        var agencies = await db.KnownAgencies(viewer, cancellationToken);
        var on = meetings.ToDictionary(m => m.Id, m => m.HeldOn);
        var sectorOf = agencies.ToDictionary(a => a.Id, a => a.Sector);
        var year = rows.Where(r => on[r.Meeting] >= from).ToList();
        var came = year.Where(r => r.Status == AttendanceStatus.Present).ToList();
        var inMonth = came.ToLookup(r => YearMonth.Containing(on[r.Meeting]), r => r.Agency);
        var meetingsIn = meetings.Where(m => m.HeldOn >= from).ToLookup(m => YearMonth.Containing(m.HeldOn));
        var sectors = came.Select(r => r.Agency).Distinct().GroupBy(a => sectorOf[a])
            .Select(g => new SectorAttendance(g.Key, [.. months.Select(m => inMonth[m].Distinct().Count(a => sectorOf[a] == g.Key))], g.Count()))
            .OrderByDescending(s => s.Agencies).ThenBy(s => s.Sector)
            .ToList();
        var byAgency = year.ToLookup(r => r.Agency);
        return new TableView(
            months,
            [.. months.Select(m => new TableMonth(m, meetingsIn[m].Count(), inMonth[m].Distinct().Count()))],
            sectors,
            [
                .. agencies.Where(a => byAgency[a.Id].Any())
                    .Select(a => new AgencyAttendance(
                        a.Id,
                        a.Name,
                        a.Sector,
                        byAgency[a.Id].Count(),
                        byAgency[a.Id].Count(r => r.Status == AttendanceStatus.Present),
                        byAgency[a.Id].Count(r => r.Status == AttendanceStatus.Apologies),
                        byAgency[a.Id].Where(r => r.Status == AttendanceStatus.Present).Select(r => (DateOnly?)on[r.Meeting]).Max(),
                        a.LeftOn))
                    .OrderByDescending(a => a.Came).ThenBy(a => a.Name, StringComparer.CurrentCulture),
            ],
            [.. Enum.GetValues<Sector>().Where(s => s != Sector.Other && sectors.TrueForAll(c => c.Sector != s))],
            Missed(agencies, meetings, rows),
            await db.Tables(viewer, cancellationToken));
    }

    private static List<MissedAgency> Missed(List<KnownAgency> agencies, List<HeldMeeting> meetings, List<AtTable> rows)
    {
        if (meetings.Count <= LastMeetings)
        {
            return [];
        }

        var on = meetings.ToDictionary(m => m.Id, m => m.HeldOn);
        var last = meetings.TakeLast(LastMeetings).Select(m => m.Id).ToHashSet();
        var came = rows.Where(r => r.Status == AttendanceStatus.Present).ToLookup(r => r.Agency);
        return
        [
            .. agencies
                .Where(a => a.LeftOn is null && came[a.Id].Count() >= UsedTo && !came[a.Id].Any(r => last.Contains(r.Meeting)))
                .Select(a => new MissedAgency(a.Id, a.Name, a.Sector, came[a.Id].Count(), came[a.Id].Max(r => on[r.Meeting])))
                .OrderByDescending(a => a.LastCame).ThenBy(a => a.Name, StringComparer.CurrentCulture),
        ];
    }
}
