using System.Globalization;
using AbcdConnect.Application.Feeds;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;

namespace AbcdConnect.Application.Meetings.Invitations;

/// <summary>One meeting for one calendar: REQUEST while it is to come, CANCEL when it is not (RFC 5546, 3.2.2 and 3.2.5).</summary>
internal static class MeetingCalendar
{
    private const int UsualMinutes = 60;

    /// <param name="uid">The same for everybody and for good; <paramref name="sequence"/> says which is newer.</param>
    public static string Of(ToldMeeting meeting, string method, string uid, int sequence, string address, string? name, string link, DateTimeOffset now)
    {
        var lines = new ContentLines();
        lines.Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//AbcdConnect//Meetings//EN").Line("CALSCALE", "GREGORIAN").Line("METHOD", method);
        lines.UkZone();
        lines.Line("BEGIN", "VEVENT")
            .Line("UID", uid)
            .Number("SEQUENCE", sequence)
            .Instant("DTSTAMP", now)
            .Line($"ORGANIZER;CN={Quoted(meeting.Programme)}", $"mailto:{Letter.Sender}")
            .Line($"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN={Quoted(name ?? address)}", $"mailto:{address}");
        if (meeting.StartsAt is { } starts)
        {
            // By the wall clock and the zone's own rules: two o'clock stays two o'clock whatever the clocks do meanwhile.
            var begins = meeting.HeldOn.ToDateTime(starts);
            lines.Line($"DTSTART;TZID={ContentLines.UkZoneName}", Local(begins)).Line($"DTEND;TZID={ContentLines.UkZoneName}", Local(begins.AddMinutes(meeting.LastsMinutes ?? UsualMinutes)));
        }
        else
        {
            lines.Line("DTSTART;VALUE=DATE", meeting.HeldOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        }

        lines.Text("SUMMARY", meeting.Title)
            .Text("LOCATION", meeting.Where)
            .Text("DESCRIPTION", method == Cancel ? "This is not to take place, or you are no longer expected." : $"Say whether you will come, and see what it is about: {link}")
            .Line("URL", link)
            .Line("STATUS", method == Cancel ? "CANCELLED" : "CONFIRMED")
            .Line("TRANSP", "OPAQUE")
            .Line("END", "VEVENT");
        return lines.Line("END", "VCALENDAR").ToString();
    }

    public const string Request = "REQUEST";
    public const string Cancel = "CANCEL";

    private static string Local(DateTime wall) => wall.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    // A parameter holds no quotes and no line breaks (RFC 5545, 3.2).
    private static string Quoted(string words) => $"\"{string.Concat(words.Where(c => c != '"' && !char.IsControl(c)))}\"";
}

/// <summary>A meeting as its letters tell of it.</summary>
/// <param name="Where">Name and address of the place.</param>
internal sealed record ToldMeeting(string Programme, string Title, DateOnly HeldOn, TimeOnly? StartsAt, int? LastsMinutes, string? Where)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public string When => HeldOn.ToString("dddd d MMMM yyyy", British)
        + (StartsAt is { } at ? $", {UkTime.Clock(at)}{(LastsMinutes is { } lasts ? $" to {UkTime.Clock(at.AddMinutes(lasts))}" : "")}" : "");
}
