using System.Text.RegularExpressions;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Mail;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Invitations;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Application.Meetings.Series;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Infrastructure.Mail;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Application.Tests.Meetings.Invitations;

/// <summary>Invitations as they arrive at a real mail server, and as a calendar program reads them.</summary>
public sealed partial class InvitationsTests
{
    [Fact]
    public async Task An_invitation_stands_in_the_calendar_at_the_right_hour_moves_with_the_meeting_and_goes_with_it()
    {
        await using var table = await Table.Set();
        // Written in winter for a day in summer: the clocks change between.
        var id = await table.Plan(new DateOnly(2027, 4, 1), new TimeOnly(10, 0));
        (await table.Send(id)).ShouldBe(2);
        (await table.Send(id)).ShouldBe(0);
        var first = (await table.Arrived()).Single(l => l.To.Contains("priya", StringComparison.Ordinal));
        first.Subject.ShouldBe("Invitation: Round table, 1 April");
        first.Text.ShouldContain("Thursday 1 April 2027, 10am to 11.30am");
        first.Text.ShouldContain("Where: Fernhill Hall, 1 Hill Street, ZZ1 1AA");
        var entry = first.Calendar.ShouldNotBeNull();
        (entry.Method, entry.Sequence, entry.Status, entry.Zone, entry.Utc, entry.End).ShouldBe(("REQUEST", 0, "CONFIRMED", "Europe/London", "2027-04-01T09:00:00+00:00", "2027-04-01 11:30:00+01:00"));
        (entry.Attendee, entry.Organizer, entry.Location).ShouldBe(("mailto:priya@homes.example", "mailto:together@wealbourne.example", "Fernhill Hall, 1 Hill Street, ZZ1 1AA"));
        entry.Url.ShouldStartWith("https://abcd.example.org/invitation/");

        await table.Move(id, new DateOnly(2027, 3, 20), new TimeOnly(14, 0));
        var moved = (await table.Arrived()).Single(l => l.To.Contains("priya", StringComparison.Ordinal)).Calendar.ShouldNotBeNull();
        (moved.Uid, moved.Sequence, moved.Utc).ShouldBe((entry.Uid, 1, "2027-03-20T14:00:00+00:00"));

        // And sent in summer for a day in winter: ten o'clock stays ten o'clock.
        table.Database.Clock.Now = new DateTimeOffset(2027, 9, 1, 9, 0, 0, TimeSpan.Zero);
        var winter = await table.Plan(new DateOnly(2027, 11, 4), new TimeOnly(10, 0));
        await table.Send(winter);
        var late = (await table.Arrived()).Single(l => l.To.Contains("priya", StringComparison.Ordinal));
        (late.Calendar!.Zone, late.Calendar.Utc).ShouldBe(("Europe/London", "2027-11-04T10:00:00+00:00"));
        late.Text.ShouldContain("Thursday 4 November 2027, 10am to 11.30am");
        table.Database.Clock.Now = new DateTimeOffset(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);

        await table.Database.Send(new SettleMeeting(id, MeetingSettlement.Cancelled), table.Joan);
        var cancelled = (await table.Arrived()).Single(l => l.To.Contains("sam", StringComparison.Ordinal));
        cancelled.Text.ShouldContain("does not take place");
        (cancelled.Calendar!.Uid, cancelled.Calendar.Method, cancelled.Calendar.Sequence, cancelled.Calendar.Status).ShouldBe((entry.Uid, "CANCEL", 2, "CANCELLED"));

        await table.Database.Send(new SettleMeeting(id, MeetingSettlement.PlannedAgain), table.Joan);
        (await table.Arrived()).Select(l => (l.Calendar!.Uid, l.Calendar.Method, l.Calendar.Sequence)).ShouldBe([(entry.Uid, "REQUEST", 3), (entry.Uid, "REQUEST", 3)]);
    }

    [Fact]
    public async Task A_held_that_was_ticked_by_mistake_is_taken_back_without_a_letter_to_anybody()
    {
        await using var table = await Table.Set();
        var id = await table.Plan(table.Database.Clock.Today, new TimeOnly(16, 0));
        await table.Send(id);
        (await table.Arrived()).Count.ShouldBe(2);

        await table.Database.Send(new SettleMeeting(id, MeetingSettlement.Held), table.Joan);
        await table.Database.Send(new SettleMeeting(id, MeetingSettlement.PlannedAgain), table.Joan);
        await table.Database.Send(new SettleMeeting(id, MeetingSettlement.PlannedAgain), table.Joan);

        (await table.Arrived()).ShouldBeEmpty();
        (await table.Seen(id)).ToSend.ShouldBe(0);
    }

    [Fact]
    public async Task Who_is_taken_off_moves_on_or_whose_agency_leaves_is_told_and_nobody_else()
    {
        await using var table = await Table.Set();
        var id = await table.Plan(new DateOnly(2026, 12, 3), null);
        await table.Send(id);
        (await table.Arrived()).Select(l => l.Calendar!.Start).ShouldAllBe(start => start == "2026-12-03");

        await table.Database.Send(new UninvitePractitioner(id, table.Sam), table.Joan);
        var gone = (await table.Arrived()).ShouldHaveSingleItem();
        (gone.To.Contains("sam", StringComparison.Ordinal), gone.Calendar!.Method).ShouldBe((true, "CANCEL"));
        await table.Database.Send(new LeaveTable(table.Database.Housing, table.Database.Clock.Today), table.Joan);
        (await table.Arrived()).ShouldHaveSingleItem().To.ShouldContain("priya");
        (await table.Database.See(id)).Attendance.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_says_at_the_meeting_that_they_move_on_was_there()
    {
        await using var table = await Table.Set();
        var (today, later) = (await table.Plan(table.Database.Clock.Today, new TimeOnly(10, 0)), await table.Plan(table.Database.Clock.Today.AddDays(28), new TimeOnly(10, 0)));
        await table.Send(today);
        await table.Send(later);
        await table.Arrived();
        await table.Database.Send(new SayWhoIsHere(today, table.Sam, Presence.Here), table.Joan);

        await table.Database.Send(new ChangePractitioner(table.Sam, new PractitionerDetails("Sam Reed", null, "sam@police.example"), null, HasMovedOn: true, 0), table.Joan);

        (await table.Database.See(today)).Attendance.Single(a => a.PractitionerId == table.Sam).Status.ShouldBe(AttendanceStatus.Present);
        (await table.Database.See(later)).Attendance.ShouldNotContain(a => a.PractitionerId == table.Sam);
        (await table.Arrived()).ShouldHaveSingleItem().Text.ShouldContain("goes on without you");
    }

    [Fact]
    public async Task Somebody_who_comes_for_two_agencies_by_one_address_is_invited_once_and_answers_for_both()
    {
        await using var table = await Table.Set();
        var also = await table.Add("Priya Shah", table.Police, "PRIYA@homes.example");
        var id = await table.Plan(new DateOnly(2026, 12, 3), new TimeOnly(10, 0));
        await table.Database.Send(new InvitePractitioners(id, [also]), table.Joan);
        await table.Send(id);
        var token = Token((await table.Arrived()).Single(l => l.To.Contains("priya", StringComparison.OrdinalIgnoreCase)));

        (await table.Database.Send(new AnswerInvitation(token, InvitationAnswer.Apologies), null)).ShouldBeTrue();

        (await table.Database.See(id)).Attendance.Where(a => a.Name == "Priya Shah").ShouldAllBe(a => a.Status == AttendanceStatus.Apologies);
        await table.Database.Send(new AddAgendaItem(id, new AgendaItemDetails("Rooms", 20)), table.Joan);
        (await table.Database.Send(new OpenInvitation(token), null))!.Agenda.ShouldHaveSingleItem();
        await table.Database.Send(new UninvitePractitioner(id, also), table.Joan);
        (await table.Arrived()).ShouldBeEmpty();
        await table.Database.Send(new UninvitePractitioner(id, table.Priya), table.Joan);
        (await table.Arrived()).ShouldHaveSingleItem().Calendar!.Method.ShouldBe("CANCEL");
        (await table.Database.Send(new AnswerInvitation(token, InvitationAnswer.Coming), null)).ShouldBeFalse();
        (await table.Database.Send(new OpenInvitation(token), null))!.ShouldSatisfyAllConditions(i => i.IsCancelled.ShouldBeTrue(), i => i.Agenda.ShouldBeEmpty());
    }

    [Fact]
    public async Task An_answer_holds_for_the_day_it_was_given_for_and_a_link_opens_until_the_day_is_over()
    {
        await using var table = await Table.Set();
        var id = await table.Plan(new DateOnly(2026, 12, 3), new TimeOnly(10, 0));
        await table.Send(id);
        var token = Token((await table.Arrived()).Single(l => l.To.Contains("sam", StringComparison.Ordinal)));
        (await table.Database.Send(new OpenInvitation("guessed"), null)).ShouldBeNull();
        (await table.Database.Send(new OpenInvitation(token), null)).ShouldNotBeNull().Answer.ShouldBeNull();
        await table.Database.Send(new AnswerInvitation(token, InvitationAnswer.Coming), null);
        (await table.Answer(id, table.Sam)).ShouldBe(InvitationAnswer.Coming);
        await table.Database.Send(new AnswerInvitation(token, InvitationAnswer.Apologies), null);
        (await table.Answer(id, table.Sam)).ShouldBe(InvitationAnswer.Apologies);

        await table.Move(id, new DateOnly(2026, 12, 10), new TimeOnly(10, 0));

        (await table.Answer(id, table.Sam)).ShouldBeNull();
        (await table.Database.See(id)).Attendance.ShouldAllBe(a => a.Status == AttendanceStatus.Invited);
        (await table.Database.Send(new OpenInvitation(token), null)).ShouldNotBeNull().Answer.ShouldBeNull();
        (await table.Database.Db(db => db.InvitationLinks.Select(l => l.TokenHash).ToListAsync())).ShouldNotContain(token);
        table.Database.Clock.Now += TimeSpan.FromDays(29);
        (await table.Database.Send(new OpenInvitation(token), null)).ShouldBeNull();
    }

    [Fact]
    public async Task All_who_answer_at_the_same_moment_are_heard()
    {
        await using var table = await Table.Set();
        var id = await table.Plan(new DateOnly(2026, 12, 3), new TimeOnly(10, 0));
        var more = new List<PractitionerId>();
        foreach (var name in Enumerable.Range(0, 6).Select(i => $"guest{i}"))
        {
            more.Add(await table.Add(name, table.Police, $"{name}@police.example"));
        }

        await table.Database.Send(new InvitePractitioners(id, more), table.Joan);
        await table.Send(id);
        var tokens = (await table.Arrived()).Select(Token).ToList();

        (await Task.WhenAll(tokens.Select(t => Task.Run(() => table.Database.Send(new AnswerInvitation(t, InvitationAnswer.Coming), null))))).ShouldAllBe(heard => heard);

        (await table.Seen(id)).Rows.Select(r => r.Answer).ShouldBe(Enumerable.Repeat<InvitationAnswer?>(InvitationAnswer.Coming, 8));
    }

    [Fact]
    public async Task An_invitation_that_came_back_is_shown_and_not_written_again_until_the_address_is_put_right()
    {
        await using var table = await Table.Set();
        table.Server.Refuse("priya@homes.example", "550 5.1.1 Nobody of that name here");
        var without = await table.Add("Kit", table.Police, null);
        var id = await table.Plan(new DateOnly(2026, 12, 3), new TimeOnly(10, 0));
        await table.Database.Send(new InvitePractitioners(id, [without]), table.Joan);
        await table.Send(id);
        (await table.Arrived()).ShouldHaveSingleItem().To.ShouldContain("sam");
        var seen = (await table.Seen(id)).Rows.ToDictionary(r => r.Name);
        (seen["Priya Shah"].Letter, seen["Priya Shah"].Why).ShouldBe((LetterState.Bounced, "550 5.1.1 Nobody of that name here"));
        (seen["Sam Reed"].Letter, seen["Kit"].Address, seen["Kit"].SentAt).ShouldBe((LetterState.Sent, null, null));
        await table.Move(id, new DateOnly(2026, 12, 4), new TimeOnly(10, 0));
        (await table.Database.Db(db => db.Letters.CountAsync(l => l.Address == "priya@homes.example"))).ShouldBe(1);

        await table.Database.Db(async db =>
        {
            (await db.Practitioners.SingleAsync(p => p.Id == table.Priya)).Change(table.Database.Housing, "Priya Shah", null, "p.shah@homes.example");
            return await db.SaveChangesAsync();
        });
        (await table.Send(id)).ShouldBe(1);

        (await table.Arrived()).Select(l => l.To).ShouldContain("Priya Shah <p.shah@homes.example>");
        (await table.Database.Db(db => db.Letters.CountAsync(l => l.Address == "priya@homes.example"))).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_has_another_address_keeps_their_invitation_and_what_they_answered()
    {
        await using var table = await Table.Set();
        var id = await table.Plan(new DateOnly(2026, 12, 3), new TimeOnly(10, 0));
        await table.Send(id);
        await table.Database.Send(new AnswerInvitation(Token((await table.Arrived()).Single(l => l.To.Contains("sam", StringComparison.Ordinal))), InvitationAnswer.Coming), null);

        await table.Database.Send(new ChangePractitioner(table.Sam, new PractitionerDetails("Sam Reed", null, "s.reed@police.example"), null, HasMovedOn: false, 0), table.Joan);

        var letters = (await table.Arrived()).ToDictionary(l => l.To);
        letters["Sam Reed <sam@police.example>"].ShouldSatisfyAllConditions(l => l.Calendar!.Method.ShouldBe("CANCEL"), l => l.Text.ShouldContain("goes to another address from now on"));
        var there = letters["Sam Reed <s.reed@police.example>"];
        there.Calendar!.Method.ShouldBe("REQUEST");
        (await table.Database.Send(new OpenInvitation(Token(there)), null))!.Answer.ShouldBe(InvitationAnswer.Coming);
        (await table.Seen(id)).ShouldSatisfyAllConditions(s => s.ToSend.ShouldBe(0), s => s.Rows.Single(r => r.Practitioner == table.Sam).Answer.ShouldBe(InvitationAnswer.Coming));
        letters.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Sent_twice_at_the_same_moment_an_invitation_goes_out_once()
    {
        await using var table = await Table.Set();
        var id = await table.Plan(new DateOnly(2026, 12, 3), new TimeOnly(10, 0));
        await table.Send(id);
        await table.Arrived();
        await table.Database.Send(new InvitePractitioners(id, [await table.Add("Kit", table.Police, "kit@police.example")]), table.Joan);

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => table.Send(id))));

        sent.Order().ShouldBe([0, 0, 1]);
        (await table.Arrived()).ShouldHaveSingleItem().To.ShouldContain("kit");
    }

    [Fact]
    public async Task A_series_is_planned_ahead_with_the_same_people_and_ended_with_everybody_told()
    {
        await using var table = await Table.Set();
        await table.Plan(new DateOnly(2026, 11, 19), new TimeOnly(10, 0));
        var details = new MeetingDetails("Monthly table", new DateOnly(2026, 12, 10), new TimeOnly(10, 0), 90, null, table.Database.Fernhill);
        var first = await table.Database.Send(new PlanSeries(details, SeriesRhythm.Monthly, 3), table.Joan);
        var series = (await table.Database.See(first)).SeriesId!.Value;
        // A second tap is the same form.
        var form = Guid.NewGuid();
        (await table.Database.Send(new PlanAhead(series, 2) { SubmissionId = form }, table.Joan)).ShouldBe(2);
        (await table.Database.Send(new PlanAhead(series, 2) { SubmissionId = form }, table.Joan)).ShouldBe(2);

        var seen = await table.Database.Send(new SeeSeries(series), table.Joan);
        seen.When.ShouldBe("on the second Thursday of every month");
        seen.Meetings.Select(m => m.HeldOn).ShouldBe([new(2026, 12, 10), new(2027, 1, 14), new(2027, 2, 11), new(2027, 3, 11), new(2027, 4, 8)]);
        (await table.Database.See(seen.Meetings[^1].Id)).Attendance.Count.ShouldBe(2);
        await table.Send(seen.Meetings[1].Id);
        (await table.Arrived()).Count.ShouldBe(2);

        (await table.Database.Send(new EndSeries(series), table.Joan)).ShouldBe(5);

        (await table.Arrived()).Select(l => l.Calendar!.Method).ShouldBe(["CANCEL", "CANCEL"]);
        await Should.ThrowAsync<DomainRuleException>(() => table.Database.Send(new PlanAhead(series), table.Joan));
    }

    private static string Token(ReadLetter letter) => Link().Match(letter.Text).Groups["token"].Value;

    [GeneratedRegex("/invitation/(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    private sealed class Table(TestDatabase database, LocalMailServer server) : IAsyncDisposable
    {
        private int read;

        public TestDatabase Database => database;

        public LocalMailServer Server => server;

        public Viewer Joan => database.Coordinator;

        public AgencyId Police { get; private set; }

        public PractitionerId Priya { get; private set; }

        public PractitionerId Sam { get; private set; }

        private AssetId Hall { get; set; }

        public static async Task<Table> Set()
        {
            var server = LocalMailServer.Start();
            var mail = new MailSettings("127.0.0.1", server.Port, From: "together@wealbourne.example", FromName: "Wealbourne Together", Tls: false, Site: "https://abcd.example.org");
            var table = new Table(await TestDatabase.Create(services => services.AddSingleton(mail)), server);
            table.Police = await table.Database.AddAgency("Wealbourne Police");
            table.Priya = await table.Add("Priya Shah", table.Database.Housing, "priya@homes.example");
            table.Sam = await table.Add("Sam Reed", table.Police, "sam@police.example");
            var hall = Asset.Add(table.Database.Programme, null, table.Database.Clock.Today, new AssetDetails(AssetKind.Place, "Fernhill Hall", Address: "1 Hill Street", Postcode: "ZZ1 1AA", NeighbourhoodId: table.Database.Fernhill));
            await table.Database.Add(hall);
            table.Hall = hall.Id;
            return table;
        }

        public Task<PractitionerId> Add(string name, AgencyId agency, string? email) => database.Send(new AddPractitioner(agency, new PractitionerDetails(name, null, email)), Joan);

        public async Task<MeetingId> Plan(DateOnly on, TimeOnly? at)
        {
            var id = await database.Send(new PlanMeeting(Details(on, at)), Joan);
            await database.Send(new InvitePractitioners(id, [Priya, Sam]), Joan);
            return id;
        }

        public async Task Move(MeetingId id, DateOnly on, TimeOnly at) => await database.Send(new ChangeMeeting(id, Details(on, at), (await database.See(id)).Version), Joan);

        public Task<int> Send(MeetingId id) => database.Send(new SendInvitations(id), Joan);

        public Task<InvitationsSeen> Seen(MeetingId id) => database.Send(new SeeInvitations(id), Joan);

        public async Task<InvitationAnswer?> Answer(MeetingId id, PractitionerId who) => (await Seen(id)).Rows.Single(r => r.Practitioner == who).Answer;

        /// <summary>What arrived since the last look, once everything that waits has been carried.</summary>
        public async Task<IReadOnlyList<ReadLetter>> Arrived()
        {
            await database.Send(new CarryLetters(), Viewer.System(database.Programme));
            var letters = server.Taken.Skip(read).ToList();
            read += letters.Count;
            return await ReadLetters.Of(letters);
        }

        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
            await database.DisposeAsync();
        }

        private MeetingDetails Details(DateOnly on, TimeOnly? at) => new("Round table", on, at, at is null ? null : 90, Hall, database.Fernhill);
    }
}
