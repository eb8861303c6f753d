using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Invitations;

/// <summary>Brings those invited up to the meeting: whoever is new is invited, whoever was told something else is told anew, and whoever is
/// not expected any more is told that. The letters are saved together with what they tell of.</summary>
internal static class InvitationLetters
{
    /// <summary>To be called before saving, with the meeting and its list as they are to be.</summary>
    /// <param name="invite">Whether people who were never invited are: that is a decision of its own. Otherwise only those who have been told are told again.</param>
    /// <param name="moved">Somebody invited who is written to elsewhere from now on, and the key of where they were before.</param>
    /// <returns>How many letters were written.</returns>
    public static async Task<int> Bring(IAbcdDbContext db, Meeting meeting, bool invite, DateTimeOffset now, CancellationToken token, (PractitionerId Who, string From)? moved = null)
    {
        // Nobody is told about what has been, or has gone by.
        if (meeting.Status == MeetingStatus.Held || meeting.HeldOn < UkTime.DateOf(now))
        {
            return 0;
        }

        var invitations = await db.Invitations.Where(i => i.MeetingId == meeting.Id).ToListAsync(token);
        if (invitations.Count == 0 && !invite)
        {
            return 0;
        }

        var wanted = meeting.Status == MeetingStatus.Cancelled ? new Dictionary<string, (string Address, string Name, IReadOnlyList<PractitionerId> Who)>() : await Wanted(db, meeting, token);
        var told = await Told(db, meeting, token);
        var refused = await Refused(db, meeting.ProgrammeId, invitations, token);
        var letters = 0;
        foreach (var gone in invitations.Where(i => i.CancelledAt is null && !wanted.ContainsKey(i.AddressKey)))
        {
            gone.Cancel(now);
            if (refused.Contains(gone.About))
            {
                continue;
            }

            letters++;
            db.Letters.Add(Letter.To(meeting.ProgrammeId, gone.Address, gone.Name, $"Cancelled: {told.Title}", Say(gone.Name, $"{told.Title} on {told.When} {(meeting.Status == MeetingStatus.Cancelled ? "does not take place" : gone.AddressKey == moved?.From ? "goes to another address from now on" : "goes on without you: you are not expected any more")}.", null, told), gone.About)
                .WithCalendar(MeetingCalendar.Cancel, MeetingCalendar.Of(told, MeetingCalendar.Cancel, meeting.CalendarUid, gone.Sequence, gone.Address, gone.Name, Letter.Site, now)));
        }

        foreach (var (key, person) in wanted)
        {
            var known = invitations.Find(i => i.AddressKey == key);
            var follows = known is null && moved is { } one && person.Who.Contains(one.Who);
            if (known is null ? !invite && !follows : known.CancelledAt is null ? known.Told == meeting.CalendarVersion : !invite && known.Told == meeting.CalendarVersion)
            {
                continue;
            }

            if (known is not null && refused.Contains(known.About))
            {
                continue;
            }

            var first = known is null;
            if (known is null)
            {
                known = Invitation.To(meeting, person.Address, person.Name);
                db.Invitations.Add(known);
                if (follows && invitations.Find(i => i.AddressKey == moved?.From) is { Answer: { } said, AnsweredAt: { } at })
                {
                    known.Reply(said, at);
                }
            }

            // The meeting has let go of what they said of another day.
            if (known.Answer is not null && meeting.Attendance.All(a => a.Answer is null || !person.Who.Contains(a.PractitionerId)))
            {
                known.AskAnew();
            }

            var link = $"{Letter.Site}/invitation/{known.Tell(meeting, now)}";
            letters++;
            var words = first ? $"You are invited to {told.Title}." : $"{told.Title} has changed. This is how it stands now; your calendar takes it in.";
            db.Letters.Add(Letter.To(meeting.ProgrammeId, known.Address, known.Name, first ? $"Invitation: {told.Title}, {told.HeldOn:d MMMM}" : $"Changed: {told.Title}, {told.HeldOn:d MMMM}", Say(known.Name, words, link, told), known.About)
                .WithCalendar(MeetingCalendar.Request, MeetingCalendar.Of(told, MeetingCalendar.Request, meeting.CalendarUid, known.Sequence, known.Address, known.Name, link, now)));
        }

        return letters;
    }

    /// <summary>Somebody is written to elsewhere from now on: whatever they were invited to by the address before, they are invited to by this one, and what
    /// they answered holds.</summary>
    public static async Task FollowAddress(IAbcdDbContext db, PractitionerId who, string before, DateOnly today, DateTimeOffset now, CancellationToken token)
    {
        var from = Invitation.KeyOf(before);
        // By practitioner, then only meetings to come.
        var meetings = await db.Meetings.Include(m => m.Attendance)
            .Where(m => m.HeldOn >= today && m.Status == MeetingStatus.Planned && m.Attendance.Any(a => a.PractitionerId == who) && db.Invitations.Any(i => i.MeetingId == m.Id && i.AddressKey == from && i.CancelledAt == null))
            .ToListAsync(token);
        foreach (var meeting in meetings)
        {
            await Bring(db, meeting, invite: false, now, token, (who, from));
        }
    }

    /// <summary>Takes somebody's people off the list of every meeting to come, and tells those who had been invited. Where one of them has come already, as
    /// today, it stays written down who came.</summary>
    public static async Task LeaveMeetings(IAbcdDbContext db, IReadOnlyList<PractitionerId> people, DateOnly today, DateTimeOffset now, CancellationToken token)
    {
        var ids = people.ToList();
        // By practitioner, then only meetings to come.
        var meetings = await db.Meetings.Include(m => m.Attendance)
            .Where(m => m.HeldOn >= today && m.Status == MeetingStatus.Planned && m.Attendance.Any(a => EF.Parameter(ids).Contains(a.PractitionerId))
                && !m.Attendance.Any(a => EF.Parameter(ids).Contains(a.PractitionerId) && a.Status == AttendanceStatus.Present))
            .ToListAsync(token);
        foreach (var meeting in meetings)
        {
            foreach (var person in people)
            {
                meeting.Remove(person);
            }

            await Bring(db, meeting, invite: false, now, token);
        }
    }

    /// <summary>Those on the list who can be written to: one for each address.</summary>
    public static async Task<IReadOnlyDictionary<string, (string Address, string Name, IReadOnlyList<PractitionerId> Who)>> Wanted(IAbcdDbContext db, Meeting meeting, CancellationToken token)
    {
        var ids = meeting.Attendance.Select(a => a.PractitionerId).ToList();
        // Tracked: what is being changed in the same breath counts as changed.
        var people = await db.Practitioners.Where(p => EF.Parameter(ids).Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(token);
        var agencyIds = people.Select(p => p.AgencyId).Distinct().ToList();
        var left = (await db.Agencies.Where(a => EF.Parameter(agencyIds).Contains(a.Id)).ToListAsync(token)).Where(a => a.LeftOn is not null).Select(a => a.Id).ToHashSet();
        return people.Where(p => p.Email is not null && p.LeftOn is null && !left.Contains(p.AgencyId))
            .GroupBy(p => Invitation.KeyOf(p.Email!))
            .ToDictionary(g => g.Key, g => (g.First().Email!.Trim(), g.First().Name, (IReadOnlyList<PractitionerId>)[.. g.Select(p => p.Id)]));
    }

    // An address that was refused is not written to again; put right, it is another one.
    private static async Task<HashSet<string>> Refused(IAbcdDbContext db, ProgrammeId programme, List<Invitation> invitations, CancellationToken token)
    {
        var about = invitations.ConvertAll(i => (string?)i.About);
        var refused = await db.Letters.Where(l => l.ProgrammeId == programme && EF.Parameter(about).Contains(l.About) && l.State == LetterState.Bounced).Select(l => l.About!).ToListAsync(token);
        return refused.ToHashSet(StringComparer.Ordinal);
    }

    private static async Task<ToldMeeting> Told(IAbcdDbContext db, Meeting meeting, CancellationToken token)
    {
        var place = await db.Assets.Where(a => a.Id == meeting.PlaceId).Select(a => new { a.Name, a.Address, a.Postcode }).SingleOrDefaultAsync(token);
        var programme = await db.Programmes.Where(p => p.Id == meeting.ProgrammeId).Select(p => p.Name).SingleAsync(token);
        var where = place is null ? null : string.Join(", ", new[] { place.Name, place.Address?.ReplaceLineEndings(", "), place.Postcode }.Where(w => !string.IsNullOrWhiteSpace(w)));
        return new ToldMeeting(programme, meeting.Title, meeting.HeldOn, meeting.StartsAt, meeting.LastsMinutes, where);
    }

    private static string Say(string? name, string what, string? link, ToldMeeting told) => string.Join(
        "\n\n",
        new[]
        {
            name is null ? "Hello," : $"Dear {name},",
            what,
            link is null ? null : $"When: {told.When}{(told.Where is null ? "" : $"\nWhere: {told.Where}")}",
            link is null ? null : $"Will you come? Say so here, and see what it is about. You need no account:\n{link}",
            told.Programme,
        }.OfType<string>());
}
