using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Minutes;

/// <summary>Puts together what was written down at a meeting: a handful of reads by index, whatever the history.</summary>
internal static class MinutesWriter
{
    /// <summary>As it stands now. The viewer may see the meeting: the caller has looked.</summary>
    public static async Task<MinutesSheet> Write(IAbcdDbContext db, MeetingId id, CancellationToken token)
    {
        var meeting = await db.Meetings.Where(m => m.Id == id)
            .Select(m => new
            {
                Programme = db.Programmes.Where(p => p.Id == m.ProgrammeId).Select(p => p.Name).First(),
                m.Title,
                m.HeldOn,
                m.StartsAt,
                Place = db.Assets.Where(a => a.Id == m.PlaceId).Select(a => a.Name).FirstOrDefault(),
                Neighbourhood = db.Neighbourhoods.Where(n => n.Id == m.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                m.Minutes,
            })
            .SingleAsync(token);
        var agenda = await db.Meetings.Where(m => m.Id == id).SelectMany(m => m.Agenda).OrderBy(a => a.Position)
            .Select(a => new { a.Id, a.Position, a.Title })
            .ToListAsync(token);
        var attendance = await (
            from a in db.MeetingAttendances
            join p in db.Practitioners on a.PractitionerId equals p.Id
            join g in db.Agencies on a.AgencyId equals g.Id
            where a.MeetingId == id && a.Status != AttendanceStatus.Invited
            select new { Agency = g.Name, p.Name, p.JobTitle, a.Status }).ToListAsync(token);
        var decisions = await db.Decisions.Where(d => d.MeetingId == id).OrderBy(d => d.Id).Select(d => new { d.Text, Item = d.AgendaItemId }).ToListAsync(token);
        var actions = await db.MeetingActions.Where(a => a.MeetingId == id).OrderBy(a => a.Id)
            .Select(a => new
            {
                a.AgendaItemId,
                Row = new MinutesAction(
                    (long)(object)a.Id,
                    a.Text,
                    db.Practitioners.Where(p => p.Id == a.OwnerId).Select(p => p.Name).FirstOrDefault(),
                    db.Agencies.Where(g => g.Id == a.AgencyId).Select(g => g.Name).FirstOrDefault(),
                    a.DueOn),
            })
            .ToListAsync(token);
        var notes = await db.NotesUnder(agenda.ConvertAll(a => a.Id), token);
        var items = agenda.ConvertAll(item => new MinutesItem(
            item.Position,
            item.Title,
            Words.Tidy(notes.GetValueOrDefault(item.Id)?.Text.Text),
            [.. decisions.Where(d => d.Item == item.Id).Select(d => d.Text)],
            [.. actions.Where(a => a.AgendaItemId == item.Id).Select(a => a.Row)]));
        var known = agenda.Select(a => a.Id).ToHashSet();
        return new MinutesSheet(
            meeting.Programme,
            id,
            meeting.Title,
            meeting.HeldOn,
            meeting.StartsAt,
            meeting.Place,
            meeting.Neighbourhood,
            By(AttendanceStatus.Present),
            By(AttendanceStatus.Apologies),
            items,
            meeting.Minutes,
            [.. decisions.Where(d => d.Item is not { } item || !known.Contains(item)).Select(d => d.Text)],
            [.. actions.Where(a => a.AgendaItemId is not { } item || !known.Contains(item)).Select(a => a.Row)]);

        List<MinutesAgency> By(AttendanceStatus status) =>
        [
            .. attendance.Where(a => a.Status == status)
                .GroupBy(a => a.Agency, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new MinutesAgency(g.Key, [.. g.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => a.JobTitle is null ? a.Name : $"{a.Name} ({a.JobTitle})")])),
        ];
    }
}
