using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Programmes;

public sealed class ProgrammesRoutes : IFeatureRoutes
{
    public IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("GET", "programme/neighbourhoods", "/programme/neighbourhoods", Role.Worker, Role.Coordinator, Role.Administrator),
        new("GET", "programme/neighbourhoods.csv", "/programme/neighbourhoods.csv", Role.Worker, Role.Coordinator, Role.Administrator),
        new("GET", "programme/neighbourhoods/new", "/programme/neighbourhoods/new", Role.Coordinator, Role.Administrator),
        new("POST", "programme/neighbourhoods/new", "/programme/neighbourhoods/new", Role.Coordinator, Role.Administrator),
        new("GET", "programme/neighbourhoods/{id:long}", "/programme/neighbourhoods/1", Role.Worker, Role.Coordinator, Role.Administrator),
        new("GET", "programme/neighbourhoods/{id:long}/change", "/programme/neighbourhoods/1/change", Role.Coordinator, Role.Administrator),
        new("GET", "programme/neighbourhoods/{id:long}/boundary", "/programme/neighbourhoods/1/boundary", Role.Coordinator, Role.Administrator),
        new("POST", "programme/neighbourhoods/{id:long}/boundary", "/programme/neighbourhoods/1/boundary", Role.Coordinator, Role.Administrator),
        new("POST", "programme/neighbourhoods/{id:long}/change", "/programme/neighbourhoods/1/change", Role.Coordinator, Role.Administrator),
        new("GET", "programme", "/programme", Role.Worker, Role.Coordinator, Role.Administrator),
        new("GET", "programme/change", "/programme/change", Role.Coordinator, Role.Administrator),
        new("POST", "programme/change", "/programme/change", Role.Coordinator, Role.Administrator),
        new("GET", "programme/staffing", "/programme/staffing", Role.Worker, Role.Coordinator, Role.Administrator),
        new("GET", "programme/staffing.csv", "/programme/staffing.csv", Role.Worker, Role.Coordinator, Role.Administrator),
        new("GET", "programme/staffing/new", "/programme/staffing/new", Role.Coordinator, Role.Administrator),
        new("POST", "programme/staffing/new", "/programme/staffing/new", Role.Coordinator, Role.Administrator),
        new("GET", "programme/staffing/{id:long}/change", "/programme/staffing/1/change", Role.Coordinator, Role.Administrator),
        new("POST", "programme/staffing/{id:long}/change", "/programme/staffing/1/change", Role.Coordinator, Role.Administrator),
        new("GET", "programme/targets", "/programme/targets", Role.Worker, Role.Coordinator, Role.Administrator),
        new("GET", "programme/targets.csv", "/programme/targets.csv", Role.Worker, Role.Coordinator, Role.Administrator),
        new("GET", "programme/targets/new", "/programme/targets/new", Role.Coordinator, Role.Administrator),
        new("POST", "programme/targets/new", "/programme/targets/new", Role.Coordinator, Role.Administrator),
        new("GET", "programme/targets/{id:long}/change", "/programme/targets/1/change", Role.Coordinator, Role.Administrator),
        new("POST", "programme/targets/{id:long}/change", "/programme/targets/1/change", Role.Coordinator, Role.Administrator),
        new("GET", "programme/targets/{id:long}/end", "/programme/targets/1/end", Role.Coordinator, Role.Administrator),
        new("POST", "programme/targets/{id:long}/end", "/programme/targets/1/end", Role.Coordinator, Role.Administrator),
    ];
}
