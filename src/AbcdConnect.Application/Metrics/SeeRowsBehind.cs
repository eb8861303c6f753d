using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Connections;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Metrics;

/// <summary>The rows that a figure counts, by the same rule as it was compiled by; of these, the ones that the viewer may see.</summary>
/// <param name="ScopeId">The neighbourhood's or worker's number; 0 for the programme, and for what lies in no neighbourhood.</param>
[Requires(Permission.SeeRowsBehindFigures)]
public sealed record SeeRowsBehind(
    YearMonth Month,
    MetricPeriod Period,
    Metric Metric,
    MetricScope Scope,
    long ScopeId,
    ListRequest List) : IRequest<RowsBehind>;

/// <param name="Value">The compiled figure.</param>
/// <param name="ScopeName">Fernhill, or the worker's name; null for the whole programme.</param>
public sealed record RowsBehind(MetricDefinition Definition, int Value, string? ScopeName, Page<RowBehind> Rows);

public enum RowKind
{
    Conversation,
    Asset,
    Activity,
    Signpost,
    Meeting,
    Connection,
}

/// <param name="What">What it is, in a few words; of more, the beginning with one letter beyond <see cref="Longest"/>.</param>
public sealed record RowBehind(RowKind Kind, long Id, DateOnly On, string What, string? Neighbourhood)
{
    public const int Longest = 120;

    public string InBrief => What.Length > Longest ? string.Concat(What.AsSpan(0, Longest), "…") : What;
}

internal sealed class SeeRowsBehindHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeRowsBehind, RowsBehind>
{
    private static readonly int[] Ages = [6, 12];

    public async Task<RowsBehind> Handle(SeeRowsBehind request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == viewer.ProgrammeId, cancellationToken);
        if (request.Scope == MetricScope.Worker && viewer.Role == Role.Worker && !viewer.IsSystem && request.ScopeId != viewer.UserId?.Value)
        {
            throw new NotFoundException("figure");
        }

        var from = request.Period switch
        {
            MetricPeriod.Month => request.Month.First,
            MetricPeriod.Quarter => CalendarQuarter.StartOf(request.Month).First,
            _ => ProgrammeYear.StartOf(request.Month, programme.StartsOn).First,
        };
        var rows = Rows(request, viewer, from, request.Month.Last);
        rows = request.List.Sort == "on" ? rows.OrderBy(r => r.On).ThenBy(r => r.Id) : rows.OrderByDescending(r => r.On).ThenByDescending(r => r.Id);
        var page = request.Metric == Metric.SelfSustainingActivities
            ? await SelfSustaining(request, viewer, from, cancellationToken)
            : await Shown(rows).PageAsync(request.List, cancellationToken);
        var value = await db.MonthlyMetrics
            .Where(m => m.ProgrammeId == programme.Id && m.Month == request.Month && m.Period == request.Period && m.Scope == request.Scope
                && m.ScopeId == request.ScopeId && m.Metric == request.Metric && m.Part == MetricPart.Whole)
            .Select(m => m.Value).SingleOrDefaultAsync(cancellationToken);
        return new RowsBehind(MetricDefinitions.Of(request.Metric), value, await NameOf(request, programme.Id, cancellationToken), page);
    }

    private IQueryable<Counted> Rows(SeeRowsBehind request, Viewer viewer, DateOnly from, DateOnly to)
    {
        var (programme, scope, today) = (viewer.ProgrammeId, Scope.Of(request), clock.Today());
        switch (request.Metric)
        {
            case Metric.NewConversations:
                return db.NewConversations(programme, from, to)
                    .Where(c => (!scope.ByPlace || c.NeighbourhoodId == scope.Place) && (!scope.ByWorker || c.WorkerId == scope.Worker))
                    .VisibleTo(viewer, db, today)
                    .Select(c => new Counted { Kind = RowKind.Conversation, Id = (long)(object)c.Id, On = c.HeldOn, What = c.Heard, NeighbourhoodId = c.NeighbourhoodId });
            case Metric.ContactsAdded:
                return db.ContactsAdded(programme, from, to)
                    .Where(a => (!scope.ByPlace || a.NeighbourhoodId == scope.Place) && (!scope.ByWorker || a.AddedBy == scope.Worker))
                    .Select(a => new Counted { Kind = RowKind.Asset, Id = (long)(object)a.Id, On = a.AddedOn, What = a.Name, NeighbourhoodId = a.NeighbourhoodId });
            case Metric.ActivitiesStarted:
                return db.ActivitiesStarted(programme, from, to)
                    .Where(a => (!scope.ByPlace || a.NeighbourhoodId == scope.Place) && (!scope.ByWorker || a.AddedBy == scope.Worker))
                    .Select(a => new Counted { Kind = RowKind.Activity, Id = (long)(object)a.Id, On = a.FirstSessionOn!.Value, What = a.Name, NeighbourhoodId = a.NeighbourhoodId });
            case Metric.MultiAgencyMeetings:
                return db.MultiAgencyMeetings(programme, from, to)
                    .Where(m => (!scope.ByPlace || m.NeighbourhoodId == scope.Place) && !scope.ByWorker)
                    .Select(m => new Counted { Kind = RowKind.Meeting, Id = (long)(object)m.Id, On = m.HeldOn, What = m.Title, NeighbourhoodId = m.NeighbourhoodId });
            case Metric.ConnectionsMade:
                return db.ConnectionsMade(programme, from, to)
                    .Where(c => (!scope.ByPlace || c.NeighbourhoodId == scope.Place) && (!scope.ByWorker || c.RecordedBy == scope.Worker))
                    .VisibleTo(viewer)
                    .Select(c => new Counted { Kind = RowKind.Connection, Id = (long)(object)c.Id, On = c.BeganOn, What = c.Tie ?? "A tie", NeighbourhoodId = c.NeighbourhoodId });
            default:
                var given = db.SignpostsGiven(programme, from, to)
                    .Where(s => (!scope.ByPlace || s.NeighbourhoodId == scope.Place) && (!scope.ByWorker || s.WorkerId == scope.Worker));
                var counted = request.Metric == Metric.SignpostsLanded
                    ? given.Landed()
                    // Each person once: the first signpost that they were given in the period, in this scope.
                    : given.Where(s => s.PersonId == null || !given.Any(e => e.PersonId == s.PersonId && (e.GivenOn < s.GivenOn || (e.GivenOn == s.GivenOn && e.Id < s.Id))));
                return counted.VisibleTo(viewer, db, today)
                    .Select(s => new Counted
                    {
                        Kind = RowKind.Signpost,
                        Id = (long)(object)s.Id,
                        On = s.GivenOn,
                        What = db.Assets.Where(a => a.Id == s.AssetId).Select(a => a.Name).FirstOrDefault()
                            ?? db.Activities.Where(a => a.Id == s.ActivityId).Select(a => a.Name).FirstOrDefault() ?? "A place",
                        NeighbourhoodId = s.NeighbourhoodId,
                    });
        }
    }

    private IQueryable<RowBehind> Shown(IQueryable<Counted> rows) => rows.Select(r => new RowBehind(
        r.Kind,
        r.Id,
        r.On,
        r.What.Substring(0, RowBehind.Longest + 1),
        db.Neighbourhoods.Where(n => n.Id == r.NeighbourhoodId).Select(n => n.Name).FirstOrDefault()));

    // Where a month ends differs from activity to activity, so these few are looked at one by one, as when they are compiled.
    private async Task<Page<RowBehind>> SelfSustaining(SeeRowsBehind request, Viewer viewer, DateOnly from, CancellationToken token)
    {
        var scope = Scope.Of(request);
        var (earliest, latest) = (YearMonth.Containing(from).AddMonths(-12).First, request.Month.AddMonths(-6).Last);
        var started = await db.ActivitiesStarted(viewer.ProgrammeId, earliest, latest)
            .Where(a => (!scope.ByPlace || a.NeighbourhoodId == scope.Place) && (!scope.ByWorker || a.AddedBy == scope.Worker))
            .Select(a => new
            {
                a.Id,
                First = a.FirstSessionOn!.Value,
                a.Name,
                Neighbourhood = db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                History = db.ActivityStatusChanges.Where(h => h.ActivityId == a.Id).ToList(),
            })
            .ToListAsync(token);
        List<RowBehind> rows = [.. from activity in started
            from age in Ages
            let day = activity.First.AddMonths(age)
            where day >= @from && day <= request.Month.Last && activity.History.On(day).Running
            orderby day descending, activity.Id.Value descending
            select new RowBehind(RowKind.Activity, activity.Id.Value, day, $"{activity.Name}, {age} months on", activity.Neighbourhood)];
        return new Page<RowBehind>([.. rows.Skip(request.List.Skip).Take(request.List.Take)], Math.Max(request.List.Page, 1), rows.Count);
    }

    private async Task<string?> NameOf(SeeRowsBehind request, ProgrammeId programme, CancellationToken token)
    {
        switch (request.Scope)
        {
            case MetricScope.Programme:
                return null;
            case MetricScope.Neighbourhood when request.ScopeId == 0:
                return "In no neighbourhood";
            case MetricScope.Neighbourhood:
                var place = new NeighbourhoodId(request.ScopeId);
                return await db.Neighbourhoods.Where(n => n.ProgrammeId == programme && n.Id == place).Select(n => n.Name).SingleOrDefaultAsync(token)
                    ?? throw new NotFoundException("neighbourhood");
            default:
                var worker = new UserId(request.ScopeId);
                return await db.Members.Where(m => m.ProgrammeId == programme && m.Id == worker).Select(m => m.Name).SingleOrDefaultAsync(token)
                    ?? throw new NotFoundException("worker");
        }
    }

    private sealed record Scope(bool ByPlace, NeighbourhoodId? Place, bool ByWorker, UserId? Worker)
    {
        public static Scope Of(SeeRowsBehind request) => new(
            request.Scope == MetricScope.Neighbourhood,
            request.Scope == MetricScope.Neighbourhood && request.ScopeId != 0 ? new NeighbourhoodId(request.ScopeId) : null,
            request.Scope == MetricScope.Worker,
            request.Scope == MetricScope.Worker ? new UserId(request.ScopeId) : null);
    }

    private sealed class Counted
    {
        public RowKind Kind { get; init; }

        public long Id { get; init; }

        public DateOnly On { get; init; }

        public string What { get; init; } = "";

        public NeighbourhoodId? NeighbourhoodId { get; init; }
    }
}
