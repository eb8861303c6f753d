using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Outcomes;

public sealed class OutcomesRoutes : IFeatureRoutes
{
    public IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("GET", "stories", "/stories", Role.Worker, Role.Coordinator, Role.Partner),
        new("GET", "stories.csv", "/stories.csv", Role.Worker, Role.Coordinator, Role.Partner),
        new("GET", "stories/new", "/stories/new?person=1", Role.Worker, Role.Coordinator),
        new("POST", "stories/new", "/stories/new?person=1", Role.Worker, Role.Coordinator),
        new("GET", "stories/{id:long}", "/stories/1", Role.Worker, Role.Coordinator, Role.Partner),
        new("GET", "stories/{id:long}/change", "/stories/1/change", Role.Worker, Role.Coordinator),
        new("POST", "stories/{id:long}/change", "/stories/1/change", Role.Worker, Role.Coordinator),
        new("POST", "stories/{id:long}/withdraw", "/stories/1/withdraw", Role.Worker, Role.Coordinator),
    ];
}
