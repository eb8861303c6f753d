using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Search;

public sealed class SearchRoutes : IFeatureRoutes
{
    public IReadOnlyList<RouteRow> Rows => [new("GET", "search", "/search?q=sheila", Role.Worker, Role.Coordinator, Role.Partner)];
}
