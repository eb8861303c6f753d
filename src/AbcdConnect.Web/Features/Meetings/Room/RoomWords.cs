using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;

namespace AbcdConnect.Web.Features.Meetings.Room;

/// <summary>What the room's screen says.</summary>
internal static class RoomWords
{
    /// <summary>12 min left, 1 min over. <c>assets/scripts/room/clock.ts</c> says the same from second to second.</summary>
    public static string Left(TimeSpan left) =>
        left >= TimeSpan.Zero ? $"{Math.Ceiling(left.TotalMinutes):0} min left" : $"{Math.Ceiling(-left.TotalMinutes):0} min over";

    public static string Of(ConsentHow how) => how switch
    {
        ConsentHow.Written => "in writing",
        ConsentHow.Online => "online",
        _ => "said so",
    };

    public static string Of(RoomPerson person) => person switch
    {
        { Status: AttendanceStatus.Present, LeftAt: null } => "Here",
        { Status: AttendanceStatus.Present } => "Stepped out",
        { Status: AttendanceStatus.Apologies } => "Apologies",
        _ => "No word yet",
    };
}
