using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Connections;

public sealed class ConnectionsRoutes : IFeatureRoutes
{
    private static readonly Role[] Weavers = [Role.Worker, Role.Coordinator];

    public IReadOnlyList<RouteRow> Rows =>
    [
        new("GET", "connections", "/connections", Weavers),
        new("GET", "connections.csv", "/connections.csv", Weavers),
        new("GET", "connections/ends", "/connections/ends?q=sh", Weavers),
        new("GET", "connections/new", "/connections/new", Weavers),
        new("POST", "connections/new", "/connections/new", Weavers),
        new("GET", "connections/{id:long}", "/connections/1", Weavers),
        new("GET", "connections/{id:long}/change", "/connections/1/change", Weavers),
        new("POST", "connections/{id:long}/change", "/connections/1/change", Weavers),
        new("POST", "connections/{id:long}/end", "/connections/1/end", Weavers),
        new("GET", "conversations/{id:long}/next", "/conversations/1/next", Weavers),
        new("POST", "conversations/{id:long}/next/tell", "/conversations/1/next/tell", Weavers),
        new("POST", "conversations/{id:long}/next/let-go", "/conversations/1/next/let-go", Weavers),
        new("POST", "conversations/{id:long}/next/take-back", "/conversations/1/next/take-back", Weavers),
        new("GET", "introductions", "/introductions", Weavers),
        new("GET", "introductions.csv", "/introductions.csv", Weavers),
        new("GET", "introductions/new", "/introductions/new", Weavers),
        new("POST", "introductions/new", "/introductions/new", Weavers),
        new("GET", "introductions/{id:long}", "/introductions/1", Weavers),
        new("POST", "introductions/{id:long}/outcome", "/introductions/1/outcome", Weavers),
    ];
}
