using AbcdConnect.Application.Meetings.Invitations;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Demo;

/// <summary>What is around the demo borough's meetings: the series, papers, what was written in the room, a person talked about with her yes, and
/// the letters of the next one.</summary>
internal sealed class DemoTable(AbcdDbContext db, DemoFiles files, ProgrammeId programme, DateTimeOffset now, IReadOnlyDictionary<string, MeetingId> meetings)
{
    private static readonly TimeOnly TenInTheMorning = new(10, 0);

    private static readonly Dictionary<string, InvitationAnswer> Answers = new(StringComparer.Ordinal)
    {
        ["coming"] = InvitationAnswer.Coming,
        ["apologies"] = InvitationAnswer.Apologies,
    };

    public async Task Set(IReadOnlyDictionary<string, UserId> staff, IReadOnlyDictionary<string, PersonId> people, IReadOnlyDictionary<string, PractitionerId> practitioners, CancellationToken token)
    {
        await Papers(staff, token);
        await Rooms(staff, token);
        await Discussions(staff, people, token);
        await Next(practitioners, token);
        db.Forget();
    }

    private async Task Papers(IReadOnlyDictionary<string, UserId> staff, CancellationToken token)
    {
        foreach (var row in files.Rows("demo/papers.csv"))
        {
            var name = row.Text("file");
            var paper = PaperFile.Read(Words.Capital(name.Replace('-', ' ')), await files.Bytes($"demo/papers/{name}", token));
            db.Add(MeetingPaper.Of(meetings[row.Text("meeting")], paper, staff["coordinator@demo.example"], now));
        }

        await db.SaveChangesAsync(token);
    }

    // The clock ran from item to item, and several wrote.
    private async Task Rooms(IReadOnlyDictionary<string, UserId> staff, CancellationToken token)
    {
        foreach (var room in files.Rows("demo/room-notes.csv").GroupBy(r => r.Text("meeting"), StringComparer.Ordinal))
        {
            var meeting = await db.Meetings.AsNoTracking().Include(m => m.Agenda).SingleAsync(m => m.Id == meetings[room.Key], token);
            var agenda = meeting.Agenda.OrderBy(a => a.Position).ToList();
            var sitting = Sitting.Of(meeting.Id);
            var at = Moment(meeting.HeldOn, meeting.StartsAt ?? TenInTheMorning);
            AgendaItemId? before = null;
            var writer = 1L;
            foreach (var under in room.GroupBy(r => r.Number0("item")))
            {
                var item = agenda[under.Key - 1];
                sitting.MoveOn(before, item.Id, at);
                var notes = ItemNotes.Under(item.Id);
                var text = new SharedText();
                var edits = new List<NoteEdit>();
                foreach (var words in under)
                {
                    var there = text.Text.Length;
                    edits.Add(NoteEdit.Of(item.Id, text.Type(writer++, there, 0, (there == 0 ? "" : "\n") + words.Text("words"))!, staff[words.Text("by")], at.AddMinutes(2 + edits.Count)));
                }

                notes.Fold(edits);
                db.Add(notes);
                before = item.Id;
                at = at.AddMinutes(under.Sum(r => r.Number0("took")));
            }

            sitting.MoveOn(before, null, at);
            db.Add(sitting);
        }

        await db.SaveChangesAsync(token);
    }

    private async Task Discussions(IReadOnlyDictionary<string, UserId> staff, IReadOnlyDictionary<string, PersonId> people, CancellationToken token)
    {
        foreach (var row in files.Rows("demo/discussions.csv"))
        {
            var (meeting, person) = (meetings[row.Text("meeting")], people[row.Text("person")]);
            var held = await db.Meetings.AsNoTracking().Include(m => m.Attendance).SingleAsync(m => m.Id == meeting, token);
            var began = Moment(held.HeldOn, held.StartsAt ?? TenInTheMorning);
            var consents = await db.Consents.AsNoTracking().Where(c => c.PersonId == person && c.Use == ConsentUse.ShareWithAgency).ToListAsync(token);
            var discussion = Discussion.Name(programme, meeting, person, row["why"], staff["coordinator@demo.example"], began.AddDays(-3));
            discussion.Open(
                [
                    .. held.Attendance.Where(a => a.Status == AttendanceStatus.Present).Select(a => new DiscussionHearer
                    {
                        PractitionerId = a.PractitionerId,
                        AgencyId = a.AgencyId,
                        ConsentId = consents.Find(c => c.AgencyId == a.AgencyId && c.HoldsOn(held.HeldOn))?.Id ?? throw row.Wrong("person", "has not agreed to every agency that came; consents.csv says whom"),
                        Since = began.AddMinutes(40),
                    }),
                ],
                began.AddMinutes(40));
            discussion.Write(row["shared"]);
            discussion.Close(began.AddMinutes(48));
            db.Add(discussion);
        }

        await db.SaveChangesAsync(token);
    }

    // The next meeting is one of a series, its invitations have gone out, some have answered, and one came back.
    private async Task Next(IReadOnlyDictionary<string, PractitionerId> practitioners, CancellationToken token)
    {
        var next = await db.Meetings.Include(m => m.Attendance).SingleAsync(m => m.Id == meetings["next-meeting"], token);
        var series = MeetingSeries.Begin(programme, "The borough's table", next.HeldOn, SeriesRhythm.Monthly, next.StartsAt, next.PlaceId, next.NeighbourhoodId, next.LastsMinutes);
        db.Add(series);
        await db.SaveChangesAsync(token);
        next.StandsFor(series.FirstOn, series);
        next.GoIntoCalendars();
        await InvitationLetters.Bring(db, next, invite: true, now, token);
        await db.SaveChangesAsync(token);
        var invitations = await db.Invitations.Where(i => i.MeetingId == next.Id).OrderBy(i => i.Id).ToListAsync(token);
        foreach (var row in files.Rows("demo/attendance.csv").Where(r => r.Text("meeting") == "next-meeting" && r["answer"] is not null))
        {
            var (who, answer) = (practitioners[row.Text("practitioner")], Answers[row.Text("answer")]);
            next.Reply(who, answer, now);
            var address = await db.Practitioners.Where(p => p.Id == who).Select(p => p.Email).SingleAsync(token);
            invitations.Find(i => i.Address == address)?.Reply(answer, now);
        }

        var letters = await db.Letters.Where(l => l.ProgrammeId == programme && l.State == LetterState.Waiting).OrderBy(l => l.Id).ToListAsync(token);
        foreach (var (letter, at) in letters.Select((l, i) => (l, i)))
        {
            letter.Try(now);
            if (at == letters.Count - 2)
            {
                letter.CameBack(now, "550 5.1.1 No such mailbox here");
            }
            else if (at == letters.Count - 1)
            {
                letter.NotNow(now, "452 4.2.2 The mailbox is full");
            }
            else
            {
                letter.Taken(now);
            }
        }

        await db.SaveChangesAsync(token);
    }

    private static DateTimeOffset Moment(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), UkTime.Zone.GetUtcOffset(day.ToDateTime(time))).ToUniversalTime();
}
