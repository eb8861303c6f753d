using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Home;

public sealed class HomeRoutes : IFeatureRoutes
{
    public IReadOnlyList<RouteRow> Rows => [new("GET", "", "/", Enum.GetValues<Role>())];
}
