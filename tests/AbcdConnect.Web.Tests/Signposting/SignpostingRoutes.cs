using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Signposting;

public sealed class SignpostingRoutes : IFeatureRoutes
{
    private static readonly Role[] Readers = [Role.Worker, Role.Coordinator, Role.Partner];
    private static readonly Role[] Writers = [Role.Worker, Role.Coordinator];

    public IReadOnlyList<RouteRow> Rows =>
    [
        new("GET", "signposts", "/signposts", Readers),
        new("GET", "signposts.csv", "/signposts.csv", Readers),
        new("GET", "signposts/targets", "/signposts/targets?q=bi", Writers),
        new("GET", "signposts/new", "/signposts/new", Writers),
        new("POST", "signposts/new", "/signposts/new", Writers),
        new("GET", "signposts/{id:long}", "/signposts/1", Readers),
        new("GET", "signposts/{id:long}/sheet", "/signposts/1/sheet", Writers),
        new("POST", "signposts/{id:long}/take-back", "/signposts/1/take-back", Writers),
        new("POST", "signposts/{id:long}/answer", "/signposts/1/answer", Writers),
    ];
}
