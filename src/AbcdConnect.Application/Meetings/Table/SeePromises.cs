using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Table;

/// <summary>What came of a year's decisions and promises: from decision to actions to done, and done on time, by agency.</summary>
[Requires(Permission.SeeAgencies)]
public sealed record SeePromises(TableSpan Span) : IRequest<PromisesView>;

/// <param name="Decisions">Taken in the year.</param>
/// <param name="CarriedOut">Of them, those that an action carries out.</param>
/// <param name="Done">Of them, those all of whose actions are done, some dropped perhaps.</param>
/// <param name="Agencies">Those who took something on of the year's meetings, most first.</param>
public sealed record PromisesView(IReadOnlyList<YearMonth> Months, int Decisions, int CarriedOut, int Done, PromisesKept All, IReadOnlyList<AgencyPromises> Agencies, IReadOnlyList<NeighbourhoodChoice> Tables);

/// <param name="Decisions">That it helps to carry out.</param>
/// <param name="Actions">It took on.</param>
/// <param name="DoneActions">Of them, done by now.</param>
public sealed record AgencyPromises(AgencyId Id, string Name, Sector Sector, int Decisions, int Actions, int DoneActions, PromisesKept Kept);

internal sealed class SeePromisesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeePromises, PromisesView>
{
    public async Task<PromisesView> Handle(SeePromises request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var months = request.Span.In(today);
        var held = db.Held(viewer, request.Span, months[0].First, months[^1].Last);
        var decisions = await held.Join(db.Decisions, m => m.Id, d => d.MeetingId, (m, d) => d.Id).ToListAsync(cancellationToken);
        var actions = await held
            .Join(db.MeetingActions, m => m.Id, a => a.MeetingId, (m, a) => new { a.AgencyId, a.DecisionId, a.DueOn, a.FirstDueOn, a.DoneOn, a.DroppedOn })
            .ToListAsync(cancellationToken);
        var known = await db.KnownAgencies(viewer, cancellationToken);
        var byDecision = actions.Where(a => a.DecisionId != null).ToLookup(a => a.DecisionId!.Value);
        PromisesKept Kept(IEnumerable<(DateOnly?, DateOnly?)> those) => PromisesKept.Of(those.Where(a => a.Item1 is not null).Select(a => (a.Item1!.Value, a.Item2)), today);
        var promised = actions.Where(a => a.DroppedOn is null).ToList();
        return new PromisesView(
            months,
            decisions.Count,
            decisions.Count(d => byDecision[d].Any()),
            decisions.Count(d => byDecision[d].Any(a => a.DoneOn is not null) && byDecision[d].All(a => a.DoneOn is not null || a.DroppedOn is not null)),
            Kept(promised.Select(a => (a.FirstDueOn ?? a.DueOn, a.DoneOn))),
            [
                .. known.Select(g => (Agency: g, Actions: actions.Where(a => a.AgencyId == g.Id).ToList())).Where(g => g.Actions.Count > 0)
                    .Select(g => new AgencyPromises(
                        g.Agency.Id,
                        g.Agency.Name,
                        g.Agency.Sector,
                        g.Actions.Where(a => a.DecisionId != null).Select(a => a.DecisionId).Distinct().Count(),
                        g.Actions.Count,
                        g.Actions.Count(a => a.DoneOn is not null),
                        Kept(g.Actions.Where(a => a.DroppedOn is null).Select(a => (a.FirstDueOn ?? a.DueOn, a.DoneOn)))))
                    .OrderByDescending(a => a.Actions).ThenBy(a => a.Name, StringComparer.CurrentCulture),
            ],
            await db.Tables(viewer, cancellationToken));
    }
}
