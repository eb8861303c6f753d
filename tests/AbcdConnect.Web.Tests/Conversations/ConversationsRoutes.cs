using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Conversations;

public sealed class ConversationsRoutes : IFeatureRoutes
{
    private static readonly Role[] Readers = [Role.Worker, Role.Coordinator, Role.Partner, Role.Researcher];
    private static readonly Role[] Writers = [Role.Worker, Role.Coordinator];

    public IReadOnlyList<RouteRow> Rows =>
    [
        new("GET", "conversations", "/conversations", Readers),
        new("GET", "conversations.csv", "/conversations.csv", Readers),
        new("GET", "conversations/new", "/conversations/new", Writers),
        new("POST", "conversations/new", "/conversations/new", Writers),
        new("POST", "conversations/here", "/conversations/here", Writers),
        new("GET", "conversations/{id:long}", "/conversations/1", Readers),
        new("GET", "conversations/{id:long}/change", "/conversations/1/change", Writers),
        new("POST", "conversations/{id:long}/change", "/conversations/1/change", Writers),
        new("POST", "conversations/{id:long}/next-step/done", "/conversations/1/next-step/done", Writers),
        new("POST", "conversations/{id:long}/next-step/drop", "/conversations/1/next-step/drop", Writers),
        new("GET", "conversations/{id:long}/next-step/move", "/conversations/1/next-step/move", Writers),
        new("POST", "conversations/{id:long}/next-step/move", "/conversations/1/next-step/move", Writers),
    ];
}
