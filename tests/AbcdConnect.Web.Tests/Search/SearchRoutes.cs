using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Search;

public sealed class SearchRoutes : IFeatureRoutes
{
    private static readonly Role[] Finders = [Role.Worker, Role.Coordinator, Role.Partner, Role.Commissioner, Role.Researcher];

    public IReadOnlyList<RouteRow> Rows => [new("GET", "search", "/search?q=sheila", Finders), new("GET", "search/suggest", "/search/suggest?q=sheila", Finders)];
}
