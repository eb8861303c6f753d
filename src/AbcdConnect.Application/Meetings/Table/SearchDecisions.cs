using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Search;
using MediatR;

namespace AbcdConnect.Application.Meetings.Table;

/// <summary>The register of decisions, found by their words, the newest first, with what came of each.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record SearchDecisions(ListRequest List) : IRequest<Page<DecisionFound>>;

/// <param name="Actions">That carry it out.</param>
/// <param name="Agencies">Different ones that took those on.</param>
public sealed record DecisionFound(DecisionId Id, string Text, MeetingId MeetingId, string Meeting, DateOnly HeldOn, string? Neighbourhood, int Actions, int Done, int Agencies);

internal sealed class SearchDecisionsHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SearchDecisions, Page<DecisionFound>>
{
    public Task<Page<DecisionFound>> Handle(SearchDecisions request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var programme = viewer.ProgrammeId;
        var meetings = db.Meetings.VisibleTo(viewer, db);
        var decisions = db.Decisions.Where(d => d.ProgrammeId == programme && meetings.Any(m => m.Id == d.MeetingId));
        foreach (var found in db.RecordsWith(programme, SearchKind.Decision, request.List.Q))
        {
            decisions = decisions.Where(d => found.Contains((long)(object)d.Id));
        }

        // Numbered as they are taken: the number is near enough to the day.
        decisions = request.List.Sort == "date" ? decisions.OrderBy(d => d.Id) : decisions.OrderByDescending(d => d.Id);
        return decisions
            .Select(d => new DecisionFound(
                d.Id,
                d.Text,
                d.MeetingId,
                db.Meetings.Where(m => m.Id == d.MeetingId).Select(m => m.Title).First(),
                db.Meetings.Where(m => m.Id == d.MeetingId).Select(m => m.HeldOn).First(),
                db.Neighbourhoods.Where(n => db.Meetings.Any(m => m.Id == d.MeetingId && m.NeighbourhoodId == n.Id)).Select(n => n.Name).FirstOrDefault(),
                db.MeetingActions.Count(a => a.DecisionId == d.Id),
                db.MeetingActions.Count(a => a.DecisionId == d.Id && a.DoneOn != null),
                db.MeetingActions.Where(a => a.DecisionId == d.Id).Select(a => a.AgencyId).Distinct().Count()))
            .PageAsync(request.List, cancellationToken);
    }
}
