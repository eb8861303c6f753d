using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Meetings;

public sealed class MeetingsRoutes : IFeatureRoutes
{
    public IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("GET", "actions", "/actions", Role.Worker, Role.Coordinator, Role.Partner),
        new("GET", "actions.csv", "/actions.csv", Role.Worker, Role.Coordinator, Role.Partner),
        new("GET", "meetings/{id:long}/actions/new", "/meetings/1/actions/new", Role.Coordinator),
        new("POST", "meetings/{id:long}/actions/new", "/meetings/1/actions/new", Role.Coordinator),
        new("GET", "actions/{id:long}/change", "/actions/1/change", Role.Coordinator),
        new("POST", "actions/{id:long}/change", "/actions/1/change", Role.Coordinator),
        new("POST", "actions/{id:long}/done", "/actions/1/done", Role.Worker, Role.Coordinator, Role.Partner),
        new("POST", "actions/{id:long}/reopen", "/actions/1/reopen", Role.Worker, Role.Coordinator, Role.Partner),
        new("GET", "agencies", "/agencies", Role.Worker, Role.Coordinator),
        new("GET", "agencies.csv", "/agencies.csv", Role.Worker, Role.Coordinator),
        new("GET", "agencies/new", "/agencies/new", Role.Coordinator),
        new("POST", "agencies/new", "/agencies/new", Role.Coordinator),
        new("GET", "agencies/{id:long}", "/agencies/1", Role.Worker, Role.Coordinator),
        new("GET", "agencies/{id:long}/change", "/agencies/1/change", Role.Coordinator),
        new("POST", "agencies/{id:long}/change", "/agencies/1/change", Role.Coordinator),
        new("GET", "agencies/{id:long}/leave", "/agencies/1/leave", Role.Coordinator),
        new("POST", "agencies/{id:long}/leave", "/agencies/1/leave", Role.Coordinator),
        new("POST", "agencies/{id:long}/return", "/agencies/1/return", Role.Coordinator),
        new("GET", "agencies/{id:long}/practitioners/new", "/agencies/1/practitioners/new", Role.Coordinator),
        new("POST", "agencies/{id:long}/practitioners/new", "/agencies/1/practitioners/new", Role.Coordinator),
        new("GET", "practitioners/{id:long}/change", "/practitioners/1/change", Role.Coordinator),
        new("POST", "practitioners/{id:long}/change", "/practitioners/1/change", Role.Coordinator),
        new("GET", "meetings/{id:long}/agenda/new", "/meetings/1/agenda/new", Role.Coordinator),
        new("POST", "meetings/{id:long}/agenda/new", "/meetings/1/agenda/new", Role.Coordinator),
        new("GET", "meetings/{id:long}/agenda/{item:long}", "/meetings/1/agenda/1", Role.Coordinator),
        new("POST", "meetings/{id:long}/agenda/{item:long}", "/meetings/1/agenda/1", Role.Coordinator),
        new("POST", "meetings/{id:long}/agenda/{item:long}/move", "/meetings/1/agenda/1/move", Role.Coordinator),
        new("POST", "meetings/{id:long}/agenda/{item:long}/remove", "/meetings/1/agenda/1/remove", Role.Coordinator),
        new("GET", "meetings/{id:long}/attendance", "/meetings/1/attendance", Role.Coordinator),
        new("POST", "meetings/{id:long}/attendance", "/meetings/1/attendance", Role.Coordinator),
        new("POST", "meetings/{id:long}/invite", "/meetings/1/invite", Role.Coordinator),
        new("POST", "meetings/{id:long}/uninvite", "/meetings/1/uninvite", Role.Coordinator),
        new("GET", "meetings", "/meetings", Role.Worker, Role.Coordinator, Role.Partner),
        new("GET", "meetings.csv", "/meetings.csv", Role.Worker, Role.Coordinator, Role.Partner),
        new("GET", "meetings/new", "/meetings/new", Role.Coordinator),
        new("POST", "meetings/new", "/meetings/new", Role.Coordinator),
        new("GET", "meetings/places", "/meetings/places", Role.Coordinator),
        new("GET", "meetings/{id:long}", "/meetings/1", Role.Worker, Role.Coordinator, Role.Partner),
        new("GET", "meetings/{id:long}/print", "/meetings/1/print", Role.Worker, Role.Coordinator, Role.Partner),
        new("GET", "meetings/{id:long}/change", "/meetings/1/change", Role.Coordinator),
        new("POST", "meetings/{id:long}/change", "/meetings/1/change", Role.Coordinator),
        new("POST", "meetings/{id:long}/settle", "/meetings/1/settle", Role.Coordinator),
        new("GET", "meetings/{id:long}/minutes", "/meetings/1/minutes", Role.Coordinator),
        new("POST", "meetings/{id:long}/minutes", "/meetings/1/minutes", Role.Coordinator),
        new("GET", "meetings/{id:long}/decisions/new", "/meetings/1/decisions/new", Role.Coordinator),
        new("POST", "meetings/{id:long}/decisions/new", "/meetings/1/decisions/new", Role.Coordinator),
    ];
}
