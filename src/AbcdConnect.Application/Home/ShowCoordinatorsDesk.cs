using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Home;

/// <summary>A coordinator's start: the month so far against what was promised, the next meeting, what is overdue, what to publish.</summary>
[Requires(Permission.RunMeetings)]
public sealed record ShowCoordinatorsDesk : IRequest<CoordinatorsDesk>;

/// <param name="Figures">As last counted, with the last whole month beside it; empty where neither has been counted yet.</param>
/// <param name="CountedAt">When this month was last counted; null where it has not been yet.</param>
/// <param name="Overdue">How many actions are, counted up to 99.</param>
/// <param name="ToPublish">Months that have ended without a published report, the earliest first.</param>
public sealed record CoordinatorsDesk(
    YearMonth Month,
    IReadOnlyList<FigureSoFar> Figures,
    DateTimeOffset? CountedAt,
    MeetingAhead? Next,
    IReadOnlyList<ActionDue> Actions,
    int Overdue,
    IReadOnlyList<YearMonth> ToPublish);

/// <param name="Value">Null where this month has not been counted yet.</param>
/// <param name="LastMonth">Of the last whole month; null where that was not counted.</param>
/// <param name="Promised">For the whole month or year, whichever it is promised by; null where nothing was.</param>
public sealed record FigureSoFar(Metric Metric, int? Value, int? LastMonth, decimal? Promised, TargetPeriod? Per);

public sealed record MeetingAhead(MeetingId Id, string Title, DateOnly HeldOn, TimeOnly? StartsAt, string? Place);

public sealed record ActionDue(ActionId Id, MeetingId Meeting, string Text, string? Agency, string? Owner, DateOnly? DueOn);

internal sealed class ShowCoordinatorsDeskHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ShowCoordinatorsDesk, CoordinatorsDesk>
{
    private const int MostMonths = 6;

    public async Task<CoordinatorsDesk> Handle(ShowCoordinatorsDesk request, CancellationToken cancellationToken)
    {
        var programme = current.Required().ProgrammeId;
        var today = clock.Today();
        var month = YearMonth.Containing(today);
        var last = month.Previous;
        var compiled = await db.MonthlyMetrics
            .Where(m => m.ProgrammeId == programme && (m.Month == month || m.Month == last) && m.Period == MetricPeriod.Month && m.Scope == MetricScope.Programme && m.ScopeId == 0 && m.Part == "")
            .Select(m => new { m.Metric, m.Month, m.Value, m.CompiledAt })
            .ToListAsync(cancellationToken);
        var targets = await db.Targets
            .Where(t => t.ProgrammeId == programme && t.NeighbourhoodId == null && t.From <= month && (t.To == null || t.To >= month))
            .OrderBy(t => t.Id)
            .ToListAsync(cancellationToken);
        var fte = await db.Staffing.Where(s => s.ProgrammeId == programme && s.From <= month && (s.To == null || s.To >= month)).SumAsync(s => (decimal?)s.Fte, cancellationToken) ?? 0;
        var overdue = db.MeetingActions.Where(a => a.ProgrammeId == programme && a.DoneOn == null && a.DroppedOn == null && a.DueOn < today);
        var actions = await overdue
            .OrderBy(a => a.DueOn).ThenBy(a => a.Id)
            .Take(5)
            .Select(a => new ActionDue(
                a.Id,
                a.MeetingId,
                a.Text,
                db.Agencies.Where(g => g.Id == a.AgencyId).Select(g => g.Name).FirstOrDefault(),
                db.Practitioners.Where(p => p.Id == a.OwnerId).Select(p => p.Name).FirstOrDefault(),
                a.DueOn))
            .ToListAsync(cancellationToken);
        return new CoordinatorsDesk(
            month,
            [.. compiled.Select(m => m.Metric).Distinct().Order().Select(metric =>
            {
                var target = targets.FindLast(t => t.Metric == metric);
                int? In(YearMonth when) => compiled.Find(m => m.Metric == metric && m.Month == when)?.Value;
                return new FigureSoFar(metric, In(month), In(last), target is null ? null : target.PerFte is { } per ? Math.Round(target.Amount * fte / per, 0) : target.Amount, target?.Per);
            })],
            compiled.Where(m => m.Month == month).Select(m => (DateTimeOffset?)m.CompiledAt).Max(),
            await Meetings.Ahead(db, programme, today).FirstOrDefaultAsync(cancellationToken),
            actions,
            actions.Count < 5 ? actions.Count : await overdue.Take(99).CountAsync(cancellationToken),
            await ToPublish(programme, month, cancellationToken));
    }

    private async Task<IReadOnlyList<YearMonth>> ToPublish(ProgrammeId programme, YearMonth month, CancellationToken token)
    {
        var began = YearMonth.Containing(await db.Programmes.Where(p => p.Id == programme).Select(p => p.StartsOn).SingleAsync(token));
        var published = (await db.OutcomeReports.Where(r => r.ProgrammeId == programme && r.Kind == ReportKind.Month).Select(r => r.Month).Distinct().ToListAsync(token)).ToHashSet();
        return [.. began.Through(month.Previous).Where(m => !published.Contains(m)).TakeLast(MostMonths)];
    }
}

/// <summary>Meetings still to come, the next first.</summary>
internal static class Meetings
{
    public static IQueryable<MeetingAhead> Ahead(IAbcdDbContext db, ProgrammeId programme, DateOnly today, AgencyId? agency = null)
    {
        var meetings = db.Meetings.Where(m => m.ProgrammeId == programme && m.HeldOn >= today && m.Status == MeetingStatus.Planned);
        if (agency is { } theirs)
        {
            meetings = meetings.Where(m => db.MeetingAttendances.Any(a => a.MeetingId == m.Id && a.AgencyId == theirs));
        }

        return meetings
            .OrderBy(m => m.HeldOn).ThenBy(m => m.Id)
            .Select(m => new MeetingAhead(m.Id, m.Title, m.HeldOn, m.StartsAt, db.Assets.Where(a => a.Id == m.PlaceId).Select(a => a.Name).FirstOrDefault()));
    }
}
