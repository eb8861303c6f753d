using AbcdConnect.Domain.Meetings;
using Microsoft.AspNetCore.SignalR;

namespace AbcdConnect.Web.Features.Meetings.Room;

/// <summary>What of the screen is to be looked at again.</summary>
public enum RoomPart
{
    Clock,
    People,
    Decisions,
    Notes,
    Discussions,
}

/// <summary>Tells those who have the meeting open that something changed. It says which part, never what: each page asks for it as
/// whoever has it open.</summary>
public sealed class RoomNews(IHubContext<RoomHub> hub)
{
    public Task Changed(MeetingId meeting, RoomPart part, CancellationToken token) =>
        hub.Clients.Groups([RoomHub.Room(meeting.Value), RoomHub.Screen(meeting.Value)]).SendAsync("changed", part.ToString(), token);
}
