using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Tests.Access;

namespace AbcdConnect.Web.Tests.Meetings.Room;

public sealed class RoomRoutes : IFeatureRoutes
{
    public IReadOnlyList<RouteRow> Rows =>
    [
        new("GET", "meetings/{id:long}/room", "/meetings/1/room", Role.Worker, Role.Coordinator, Role.Partner),
        new("GET", "meetings/{id:long}/room/screen", "/meetings/1/room/screen", Role.Worker, Role.Coordinator, Role.Partner),
        new("POST", "meetings/{id:long}/room/move", "/meetings/1/room/move", Role.Coordinator),
        new("POST", "meetings/{id:long}/room/here", "/meetings/1/room/here", Role.Coordinator),
        new("POST", "meetings/{id:long}/room/guests", "/meetings/1/room/guests", Role.Coordinator),
        new("POST", "meetings/{id:long}/room/guests/{guest:long}", "/meetings/1/room/guests/1", Role.Coordinator),
        new("POST", "meetings/{id:long}/room/decisions", "/meetings/1/room/decisions", Role.Coordinator),
        new("POST", "meetings/{id:long}/room/actions", "/meetings/1/room/actions", Role.Coordinator),
        new("POST", "meetings/{id:long}/room/notes/{item:long}/add", "/meetings/1/room/notes/1/add", Role.Worker, Role.Coordinator),
        new("GET", "meetings/{id:long}/room/notes/{item:long}", "/meetings/1/room/notes/1", Role.Worker, Role.Coordinator),
        new("POST", "meetings/{id:long}/room/notes/{item:long}", "/meetings/1/room/notes/1", Role.Worker, Role.Coordinator),
        new("GET", "meetings/{id:long}/room/people/new", "/meetings/1/room/people/new", Role.Coordinator),
        new("POST", "meetings/{id:long}/room/people/new", "/meetings/1/room/people/new", Role.Coordinator),
        new("GET", "meetings/{id:long}/room/people/{discussion:long}", "/meetings/1/room/people/1", Role.Coordinator),
        new("POST", "meetings/{id:long}/room/people/{discussion:long}", "/meetings/1/room/people/1", Role.Coordinator),
        new("POST", "meetings/{id:long}/room/people/{discussion:long}/open", "/meetings/1/room/people/1/open", Role.Coordinator),
        new("POST", "meetings/{id:long}/room/people/{discussion:long}/drop", "/meetings/1/room/people/1/drop", Role.Coordinator),
    ];
}
