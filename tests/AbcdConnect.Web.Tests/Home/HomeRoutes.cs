using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Home;

public sealed class HomeRoutes : IFeatureRoutes
{
    // Answers to a day's list: those who talk with people.
    private static readonly Role[] Talkers = [Role.Worker, Role.Coordinator];

    public IReadOnlyList<RouteRow> Rows =>
    [
        new("GET", "", "/", Enum.GetValues<Role>()),
        new("GET", "today", "/today", Talkers),
        new("POST", "today/answer", "/today/answer", Talkers),
        new("POST", "today/take-back", "/today/take-back", Talkers),
        new("GET", "today/older", "/today/older", Talkers),
        new("POST", "today/older", "/today/older", Talkers),
    ];
}
