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
        new("GET", "stories/{id:long}/picture", "/stories/1/picture", Role.Worker, Role.Coordinator, Role.Partner),
        new("POST", "stories/{id:long}/picture", "/stories/1/picture", Role.Worker, Role.Coordinator),
        new("POST", "stories/{id:long}/picture/remove", "/stories/1/picture/remove", Role.Worker, Role.Coordinator),
        new("GET", "people/{person:long}/askings", "/people/1/askings", Role.Worker, Role.Coordinator),
        new("POST", "people/{person:long}/askings", "/people/1/askings", Role.Worker, Role.Coordinator),
        new("GET", "askings/{id:long}", "/askings/1", Role.Worker, Role.Coordinator),
        new("POST", "askings/{id:long}", "/askings/1", Role.Worker, Role.Coordinator),
        new("POST", "askings/{id:long}/settle", "/askings/1/settle", Role.Worker, Role.Coordinator),
        new("POST", "askings/{id:long}/link", "/askings/1/link", Role.Worker, Role.Coordinator),
        new("GET", "askings/{id:long}/paper", "/askings/1/paper", Role.Worker, Role.Coordinator),
        new("GET", "answer/{token}", "/answer/guessed", null),
        new("POST", "answer/{token}", "/answer/guessed", null),
        new("GET", "measures", "/measures", Role.Worker, Role.Coordinator),
        new("GET", "measures/asked", "/measures/asked", Role.Worker, Role.Coordinator),
        new("POST", "measures/asked", "/measures/asked", Role.Coordinator, Role.Administrator),
        new("POST", "measures/follow-ups", "/measures/follow-ups", Role.Coordinator),
        new("GET", "measures/own/new", "/measures/own/new", Role.Coordinator, Role.Administrator),
        new("POST", "measures/own/new", "/measures/own/new", Role.Coordinator, Role.Administrator),
        new("GET", "measures/own/{code}", "/measures/own/own-9", Role.Coordinator),
        new("POST", "measures/own/{code}", "/measures/own/own-9", Role.Coordinator),
        new("GET", "theory", "/theory", Role.Worker, Role.Coordinator, Role.Commissioner),
        new("POST", "theory", "/theory", Role.Coordinator),
        new("GET", "theory/{key}", "/theory/none", Role.Worker, Role.Coordinator, Role.Commissioner),
        new("POST", "theory/{key}/adopt", "/theory/none/adopt", Role.Coordinator),
        new("GET", "theory/{key}/new", "/theory/none/new", Role.Coordinator),
        new("POST", "theory/{key}/new", "/theory/none/new", Role.Coordinator),
        new("GET", "theory/{key}/{node}", "/theory/none/node", Role.Worker, Role.Coordinator, Role.Commissioner),
        new("GET", "theory/{key}/{node}/change", "/theory/none/node/change", Role.Coordinator),
        new("POST", "theory/{key}/{node}/change", "/theory/none/node/change", Role.Coordinator),
        new("POST", "theory/{key}/{node}/take-out", "/theory/none/node/take-out", Role.Coordinator),
        new("POST", "theory/{key}/{node}/links", "/theory/none/node/links", Role.Coordinator),
        new("POST", "theory/{key}/{node}/links/take-out", "/theory/none/node/links/take-out", Role.Coordinator),
        new("GET", "stories/rounds", "/stories/rounds", Role.Coordinator),
        new("POST", "stories/rounds", "/stories/rounds", Role.Coordinator),
        new("GET", "stories/rounds/{id:long}", "/stories/rounds/1", Role.Coordinator),
        new("POST", "stories/rounds/{id:long}/choose", "/stories/rounds/1/choose", Role.Coordinator),
        new("POST", "stories/rounds/{id:long}/close", "/stories/rounds/1/close", Role.Coordinator),
        new("GET", "open-data/stories", "/open-data/stories", null),
        new("GET", "open-data/stories/{id:long}/picture", "/open-data/stories/1/picture", null),
    ];
}
