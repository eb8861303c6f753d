using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Outbox;

public sealed class OutboxRoutes : IFeatureRoutes
{
    private static readonly Role[] Writers = [Role.Worker, Role.Coordinator];

    public IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("GET", "offline", "/offline", null),
        new("GET", "service-worker.js", "/service-worker.js", null),
        new("GET", "outbox", "/outbox", Writers),
        new("GET", "outbox/ticket", "/outbox/ticket", Writers),
        new("GET", "outbox/key", "/outbox/key", Writers),
        new("GET", "outbox/hand", "/outbox/hand", Writers),
        new("GET", "outbox/devices/{device:guid}", "/outbox/devices/00000000-0000-4000-8000-000000000001", null),
    ];
}
