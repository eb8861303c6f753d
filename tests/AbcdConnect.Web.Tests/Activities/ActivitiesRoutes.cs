using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Activities;

public sealed class ActivitiesRoutes : IFeatureRoutes
{
    private static readonly Role[] Readers = [Role.Worker, Role.Coordinator, Role.Partner, Role.Commissioner, Role.Researcher];
    private static readonly Role[] Workers = [Role.Worker, Role.Coordinator];

    public IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("GET", "activities", "/activities", Readers),
        new("GET", "activities.csv", "/activities.csv", Readers),
        new("GET", "activities/suggest", "/activities/suggest?q=x", Readers),
        new("GET", "activities/new", "/activities/new", Workers),
        new("POST", "activities/new", "/activities/new", Workers),
        new("GET", "activities/{id:long}", "/activities/99", Readers),
        new("GET", "activities/{id:long}/change", "/activities/99/change", Workers),
        new("POST", "activities/{id:long}/change", "/activities/99/change", Workers),
        new("GET", "activities/{id:long}/sessions/new", "/activities/99/sessions/new", Workers),
        new("POST", "activities/{id:long}/sessions/new", "/activities/99/sessions/new", Workers),
        new("GET", "activities/{id:long}/sessions/{session:long}/change", "/activities/99/sessions/99/change", Workers),
        new("POST", "activities/{id:long}/sessions/{session:long}/change", "/activities/99/sessions/99/change", Workers),
        new("POST", "activities/{id:long}/sessions/{session:long}/drop", "/activities/99/sessions/99/drop", Workers),
    ];
}
