using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Minutes;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Meetings;

public sealed class MinutesTests
{
    [Fact]
    public async Task Minutes_are_agreed_at_the_next_meeting_and_never_change_any_more()
    {
        await using var database = await TestDatabase.Create();
        var (first, next) = await TwoMeetings(database);
        (await database.See(next)).Agenda[0].ShouldSatisfyAllConditions(a => a.MinutesOf.ShouldBe(first), a => a.Title.ShouldBe("Minutes of 13 October, to be agreed"), a => a.MinutesAreAgreed.ShouldBeFalse());
        var draft = await database.Send(new ReadMinutes(first), database.Coordinator);
        draft.Agreed.ShouldBeNull();
        draft.AgreeAt.ShouldHaveSingleItem().Id.ShouldBe(next);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => database.Send(new AgreeMinutes(first, next), database.Coordinator))));
        await database.Send(new AgreeMinutes(first, next), database.Coordinator);

        await Should.ThrowAsync<DomainRuleException>(database.Send(new WriteMinutes(first, "Something else", 1), database.Coordinator));
        await Should.ThrowAsync<DomainRuleException>(database.Send(new Decide(first, "Something else"), database.Coordinator));
        await Should.ThrowAsync<DomainRuleException>(database.Send(new SettleMeeting(first, MeetingSettlement.PlannedAgain), database.Coordinator));
        var action = (await database.See(first)).Actions[0];
        await database.Send(new ChangeAction(action.Id, new ActionDetails("Another thing", database.Housing), action.Version), database.Coordinator);
        var read = await database.Send(new ReadMinutes(first), database.Coordinator);
        read.Sheet.Notes.ShouldBe("We went round the table.");
        read.Sheet.Decisions.ShouldBe(["The hall opens on Thursdays"]);
        read.Sheet.Actions.ShouldHaveSingleItem().Text.ShouldBe("Mend the gate");
        read.Sheet.Present.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Agency.ShouldBe("Wealbourne Homes"), p => p.People.ShouldBe(["Sam Reed"]));
        read.Agreed!.ShouldSatisfyAllConditions(a => a.At.ShouldBe(next), a => a.Agencies.ShouldBe(1), a => a.WrittenBy.ShouldBe("Joan Okafor"));
        (await database.Db(db => db.AgreedMinutes.SingleAsync())).IsAsAgreed.ShouldBeTrue();
        (await database.See(next)).Agenda[0].MinutesAreAgreed.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_decided_and_taken_on_stands_under_the_item_that_was_on()
    {
        await using var database = await TestDatabase.Create();
        var meeting = await database.PlanMeeting(0);
        await database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Lights", 10, null)), database.Coordinator);
        await database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Supper", 10, null)), database.Coordinator);
        var (lights, supper) = ((await database.See(meeting)).Agenda[0].Id, (await database.See(meeting)).Agenda[1].Id);
        var elsewhere = await database.PlanMeeting(1);
        await database.Send(new AddAgendaItem(elsewhere, new AgendaItemDetails("Elsewhere", 10, null)), database.Coordinator);

        // The same words under two items are two decisions, and two actions; tapped twice under one they are one.
        foreach (var item in new[] { lights, lights, supper })
        {
            await database.Send(new Decide(meeting, "As it stands", item), database.Coordinator);
            await database.Send(new AgreeAction(meeting, new ActionDetails("Report back", database.Housing, ItemId: item)), database.Coordinator);
        }

        await database.Send(new Decide(meeting, "Three lamps", lights), database.Coordinator);
        await database.Send(new Decide(meeting, "Meet in May"), database.Coordinator);
        var action = await database.Send(new AgreeAction(meeting, new ActionDetails("Buy the pans", database.Housing, ItemId: supper)), database.Coordinator);
        // Written without a signal, under an item that is not this meeting's, or gone: it is taken all the same.
        await database.Send(new AgreeAction(meeting, new ActionDetails("Ring the mill", database.Housing, ItemId: (await database.See(elsewhere)).Agenda[0].Id)), database.Coordinator);

        var sheet = (await database.Send(new ReadMinutes(meeting), database.Coordinator)).Sheet;
        sheet.Items[0].Decisions.ShouldBe(["As it stands", "Three lamps"]);
        sheet.Items[1].Decisions.ShouldBe(["As it stands"]);
        sheet.Items[0].Actions.ShouldHaveSingleItem().Text.ShouldBe("Report back");
        sheet.Items[1].Actions.Select(a => a.Text).ShouldBe(["Report back", "Buy the pans"]);
        (sheet.Decisions.Single(), sheet.Actions.Single().Text).ShouldBe(("Meet in May", "Ring the mill"));
        var row = (await database.See(meeting)).Actions.Single(a => a.Id == action);
        await database.Send(new ChangeAction(action, new ActionDetails("Buy the pans", database.Housing, ItemId: lights), row.Version), database.Coordinator);
        (await database.Send(new ReadMinutes(meeting), database.Coordinator)).Sheet.Items[0].Actions.Select(a => a.Text).ShouldBe(["Report back", "Buy the pans"]);
    }

    [Fact]
    public async Task Notes_are_taken_until_the_minutes_are_agreed_and_whoever_comes_later_is_told()
    {
        await using var database = await TestDatabase.Create();
        var (first, next) = await TwoMeetings(database);
        var item = await database.Send(new AddAgendaItem(first, new AgendaItemDetails("Rooms", 20)), database.Coordinator);
        await database.Send(new AddToNotes(first, item, "The hall is free"), database.Worker);
        (await database.Send(new OpenRoom(first), database.Worker)).MayTakeNotes.ShouldBeTrue();
        await database.Send(new AgreeMinutes(first, next), database.Coordinator);

        (await Should.ThrowAsync<DomainRuleException>(database.Send(new AddToNotes(first, item, "On Thursdays"), database.Worker))).Message.ShouldContain("correction");
        await Should.ThrowAsync<DomainRuleException>(database.Send(new CorrectNotes(first, item, "The hall is not free", 0), database.Worker));

        (await database.Send(new OpenRoom(first), database.Worker)).ShouldSatisfyAllConditions(r => r.MayTakeNotes.ShouldBeFalse(), r => r.Items.Single(i => i.Id == item).Notes.ShouldBe("The hall is free"));
        (await database.Send(new ReadNotes(first), database.Worker)).MayWrite.ShouldBeFalse();
    }

    [Fact]
    public async Task Everybody_is_told_once_that_the_minutes_are_there_however_often_it_is_pressed()
    {
        await using var database = await TestDatabase.Create();
        var meeting = await database.PlanMeeting(-7);
        foreach (var name in new[] { "sam", "mo", "kit" })
        {
            await database.Send(new InvitePractitioners(meeting, [await database.Send(new AddPractitioner(database.Housing, new PractitionerDetails(name, null, $"{name}@homes.example")), database.Coordinator)]), database.Coordinator);
        }

        await database.Send(new SettleMeeting(meeting, MeetingSettlement.Held), database.Coordinator);

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Send(new SendMinutesRound(meeting), database.Coordinator))));

        sent.Order().ShouldBe([0, 0, 0, 3]);
        (await database.Db(db => db.Letters.Select(l => l.Address).ToListAsync())).ShouldBe(["sam@homes.example", "mo@homes.example", "kit@homes.example"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_put_right_later_stands_beside_the_words_agreed()
    {
        await using var database = await TestDatabase.Create();
        var (first, next) = await TwoMeetings(database);
        await Should.ThrowAsync<DomainRuleException>(database.Send(new CorrectMinutes(first, "Decisions", "On Fridays"), database.Coordinator));
        await database.Send(new AgreeMinutes(first, next), database.Coordinator);

        await database.Send(new CorrectMinutes(first, "Decisions", "The hall opens on Fridays"), database.Coordinator);

        var read = await database.Send(new ReadMinutes(first), database.Worker);
        read.Corrections.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Words.ShouldBe("The hall opens on Fridays"), c => c.By.ShouldBe("Joan Okafor"));
        read.Sheet.Decisions.ShouldBe(["The hall opens on Thursdays"]);
    }

    [Fact]
    public async Task Minutes_are_agreed_later_at_a_meeting_that_took_place()
    {
        await using var database = await TestDatabase.Create();
        var (first, next) = await TwoMeetings(database);
        var toCome = await database.PlanMeeting(7);

        await Should.ThrowAsync<DomainRuleException>(database.Send(new AgreeMinutes(first, toCome), database.Coordinator));
        await Should.ThrowAsync<DomainRuleException>(database.Send(new AgreeMinutes(next, first), database.Coordinator));
        await Should.ThrowAsync<NotFoundException>(database.Send(new ReadMinutes(first), database.Partner with { AgencyId = new AgencyId(99), UserId = new(99) }));
    }

    [Fact]
    public async Task Everybody_on_the_list_is_sent_the_link_once()
    {
        await using var database = await TestDatabase.Create();
        var (first, _) = await TwoMeetings(database);

        (await database.Send(new SendMinutesRound(first), database.Coordinator)).ShouldBe(1);
        (await database.Send(new SendMinutesRound(first), database.Coordinator)).ShouldBe(0);

        var letter = await database.Db(db => db.Letters.SingleAsync());
        letter.Text!.ShouldContain($"/meetings/{first}/minutes/read");
        letter.Text!.ShouldNotContain("gate");
    }

    private static async Task<(MeetingId First, MeetingId Next)> TwoMeetings(TestDatabase database)
    {
        var sam = await database.Send(new AddPractitioner(database.Housing, new PractitionerDetails("Sam Reed", null, "sam@homes.example")), database.Coordinator);
        var first = await database.PlanMeeting(-30, sam);
        await database.Send(new TickAttendance(first, [new(sam, AttendanceStatus.Present, AttendanceStatus.Invited)]), database.Coordinator);
        await database.Send(new WriteMinutes(first, "We went round the table.", 0), database.Coordinator);
        await database.Send(new Decide(first, "The hall opens on Thursdays"), database.Coordinator);
        await database.Send(new AgreeAction(first, new ActionDetails("Mend the gate", database.Housing)), database.Coordinator);
        await database.Send(new SettleMeeting(first, MeetingSettlement.Held), database.Coordinator);
        var next = await database.PlanMeeting(0);
        await database.Send(new TickAttendance(next, [new(sam, AttendanceStatus.Present, AttendanceStatus.Invited)]), database.Coordinator);
        await database.Send(new SettleMeeting(next, MeetingSettlement.Held), database.Coordinator);
        return (first, next);
    }
}
