using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Metrics;

public sealed class MetricsRoutes : IFeatureRoutes
{
    private static readonly Role[] Figures = [Role.Worker, Role.Coordinator];
    private static readonly Role[] Jobs = [Role.Coordinator, Role.Administrator];

    public IReadOnlyList<RouteRow> Rows =>
    [
        new("GET", "metrics", "/metrics", Figures),
        new("GET", "metrics/{month}", "/metrics/2026-10", Figures),
        new("GET", "metrics/{month}.csv", "/metrics/2026-10.csv", Figures),
        new("GET", "metrics/{month}/{metric}", "/metrics/2026-10/new-conversations", Figures),
        new("GET", "metrics/{month}/{metric}.csv", "/metrics/2026-10/new-conversations.csv", Figures),
        new("GET", "jobs", "/jobs", Jobs),
        new("GET", "jobs.csv", "/jobs.csv", Jobs),
        new("GET", "jobs/{id:long}", "/jobs/1", Jobs),
        new("GET", "jobs/{id:long}.json", "/jobs/1.json", Jobs),
        new("POST", "jobs/compile", "/jobs/compile", Role.Coordinator),
    ];
}
