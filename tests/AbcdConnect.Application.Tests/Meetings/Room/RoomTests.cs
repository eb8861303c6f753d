using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Minutes;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Testing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Meetings.Room;

public sealed class RoomTests
{
    [Fact]
    public async Task The_clock_says_how_long_each_item_has_and_the_late_are_known()
    {
        await using var database = await TestDatabase.Create();
        var sam = await database.AddPractitioner("Sam Reed", database.Housing);
        var meeting = await database.PlanMeeting(0);
        var (welcome, rooms) = (await Item(database, meeting, "Welcome", 5), await Item(database, meeting, "Rooms", 20));

        await database.Send(new MoveOn(meeting, null, welcome), database.Coordinator);
        Later(database, 7);
        await database.Send(new MoveOn(meeting, welcome, rooms), database.Coordinator);
        Later(database, 8);
        await database.Send(new SayWhoIsHere(meeting, sam, Presence.Here), database.Coordinator);

        var room = await database.Send(new OpenRoom(meeting), database.Partner);
        room.Current!.ShouldSatisfyAllConditions(i => i.Title.ShouldBe("Rooms"), i => i.Left.ShouldBe(TimeSpan.FromMinutes(12)));
        room.Items[0].Left.ShouldBe(TimeSpan.FromMinutes(-2));
        room.Took.ShouldBe(TimeSpan.FromMinutes(15));
        room.Next.ShouldBeNull();
        room.MayRun.ShouldBeFalse();
        room.People.ShouldHaveSingleItem().ArrivedAt.ShouldBe(room.BeganAt!.Value.AddMinutes(15));
        await Should.ThrowAsync<OvertakenException>(database.Send(new MoveOn(meeting, welcome, null), database.Coordinator));
        await database.Send(new MoveOn(meeting, rooms, null), database.Coordinator);
        (await database.Send(new OpenRoom(meeting), database.Coordinator)).EndedAt.ShouldNotBeNull();
        // What was talked about stays on the agenda.
        await Should.ThrowAsync<DomainRuleException>(database.Send(new RemoveAgendaItem(meeting, rooms), database.Coordinator));
    }

    [Fact]
    public async Task A_guest_of_an_agency_comes_onto_its_list_and_one_of_none_counts_for_none()
    {
        await using var database = await TestDatabase.Create();
        var meeting = await database.PlanMeeting(0);

        await database.Send(new WelcomeGuest(meeting, "Mo Lane", null, database.Housing), database.Coordinator);
        await database.Send(new WelcomeGuest(meeting, "Mo Lane", null, database.Housing), database.Coordinator);
        await database.Send(new WelcomeGuest(meeting, "Ada", "Fernhill allotments", null), database.Coordinator);
        await database.Send(new WelcomeGuest(meeting, "Ada", "Fernhill allotments", null), database.Coordinator);

        var room = await database.Send(new OpenRoom(meeting), database.Coordinator);
        room.Here.ShouldHaveSingleItem().Name.ShouldBe("Mo Lane");
        room.AgenciesHere.ShouldBe(1);
        var ada = room.Guests.ShouldHaveSingleItem();
        await database.Send(new SayGuestLeft(meeting, ada.Id), database.Coordinator);
        (await database.Send(new OpenRoom(meeting), database.Coordinator)).Guests.ShouldHaveSingleItem().LeftAt.ShouldNotBeNull();
        await Should.ThrowAsync<NotFoundException>(database.Send(new SayGuestLeft(meeting, new GuestId(99)), database.Coordinator));
    }

    [Fact]
    public async Task Edits_are_stored_once_read_by_all_and_folded_with_who_and_when()
    {
        await using var database = await TestDatabase.Create();
        var meeting = await database.PlanMeeting(0, await database.AddPractitioner("Sam Reed", database.Housing));
        var item = await Item(database, meeting, "Rooms", 20);
        var mine = new SharedText();
        var (first, second) = (mine.Type(7, 0, 0, "The hall opens.")!, mine.Type(7, 4, 4, "library")!);

        (await database.Send(new EditNotes(meeting, item, [first, second]), database.Coordinator)).New.Count.ShouldBe(2);
        var again = await database.Send(new EditNotes(meeting, item, [first, second]), database.Coordinator);
        again.ShouldSatisfyAllConditions(a => a.New.ShouldBeEmpty(), a => a.Unfolded.ShouldBe(2));
        await database.Send(new AddToNotes(meeting, item, "On Thursdays."), database.Worker);
        await database.Send(new FoldNotes(meeting, item), database.Worker);
        Later(database, 5);
        await database.Send(new EditNotes(meeting, item, [mine.Type(7, 0, 0, "Agreed: ")!]), database.Coordinator);

        var room = await database.Send(new OpenRoom(meeting), database.Partner);
        var notes = room.Items.ShouldHaveSingleItem();
        notes.Notes.ShouldBe("Agreed: The library opens.\nOn Thursdays.");
        notes.Writers.Select(w => w.Name).ShouldBe(["Joan Okafor", "Amina Yusuf"]);
        (await database.Db(db => db.NoteEdits.CountAsync())).ShouldBe(1);
        (await database.Send(new ReadNotes(meeting), database.Partner)).ShouldSatisfyAllConditions(
            n => n.MayWrite.ShouldBeFalse(),
            n => SharedText.Of(KeptNotes.Runs(n.Items.ShouldHaveSingleItem().Letters), 0).Text.ShouldBe(notes.Notes));
        await Should.ThrowAsync<OvertakenException>(database.Send(new CorrectNotes(meeting, item, "Mine alone", 1), database.Worker));
        await database.Send(new CorrectNotes(meeting, item, "Agreed: the library opens on Thursdays.", notes.NotesClock), database.Worker);
        (await database.Send(new OpenRoom(meeting), database.Partner)).Items[0].Notes.ShouldBe("Agreed: the library opens on Thursdays.");
        (await database.Send(new ReadMinutes(meeting), database.Coordinator)).Sheet.Items.ShouldHaveSingleItem().Notes.ShouldBe("Agreed: the library opens on Thursdays.");
    }

    [Fact]
    public async Task Nobody_writes_with_anothers_number_half_a_letter_or_under_another_meetings_item()
    {
        await using var database = await TestDatabase.Create();
        var (meeting, other) = (await database.PlanMeeting(0), await database.PlanMeeting(1));
        var item = await Item(database, meeting, "Rooms", 20);
        var edit = new TextEdit(new LetterId(1, 7), null, "Hello", []);
        await database.Send(new EditNotes(meeting, item, [edit]), database.Coordinator);

        await Should.ThrowAsync<DomainRuleException>(database.Send(new EditNotes(meeting, item, [edit]), database.Worker));
        await Should.ThrowAsync<NotFoundException>(database.Send(new EditNotes(other, item, [edit]), database.Coordinator));
        await Should.ThrowAsync<NotAllowedException>(database.Send(new EditNotes(meeting, item, [edit]), database.Partner));
        await Should.ThrowAsync<NotFoundException>(database.Send(new MayBeInRoom(meeting), database.Partner));
        foreach (var bad in new[] { edit with { Text = "\uD83D" }, edit with { Id = new LetterId(0, 7) }, edit with { Id = new LetterId(1L << 60, 7) }, edit with { Removed = [default] } })
        {
            await Should.ThrowAsync<ValidationException>(database.Send(new EditNotes(meeting, item, [bad]), database.Coordinator));
        }

        await database.Send(new SettleMeeting(meeting, MeetingSettlement.Cancelled), database.Coordinator);
        await Should.ThrowAsync<NotFoundException>(database.Send(new EditNotes(meeting, item, [edit]), database.Coordinator));
    }

    [Fact]
    public async Task A_double_tap_begins_nothing_and_welcomes_nobody_twice_and_two_who_tick_side_by_side_both_count()
    {
        await using var database = await TestDatabase.Create();
        var meeting = await database.PlanMeeting(0);
        var item = await Item(database, meeting, "Welcome", 5);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => database.Send(new MoveOn(meeting, null, item), database.Coordinator))));
        (await database.Db(db => db.Sittings.SelectMany(s => s.Spells).CountAsync())).ShouldBe(1);
        var people = new List<PractitionerId>();
        foreach (var name in new[] { "Sam Reed", "Mo Lane", "Kit Moss" })
        {
            people.Add(await database.AddPractitioner(name, database.Housing));
        }

        await Task.WhenAll(people.Select(p => Task.Run(() => database.Send(new SayWhoIsHere(meeting, p, Presence.Here), database.Coordinator))));
        (await database.Send(new OpenRoom(meeting), database.Coordinator)).Here.Count().ShouldBe(3);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => database.Send(new WelcomeGuest(meeting, "Kim Pell", null, database.Housing), database.Coordinator))));

        (await database.Send(new OpenRoom(meeting), database.Coordinator)).Here.Count(p => p.Name == "Kim Pell").ShouldBe(1);
        (await database.Db(db => db.Practitioners.CountAsync(p => p.Name == "Kim Pell"))).ShouldBe(1);
    }

    [Fact]
    public async Task The_wall_shows_no_names_of_residents()
    {
        await using var database = await TestDatabase.Create();
        var meeting = await database.PlanMeeting(0);
        await database.AddPerson("Dorothy", database.HarbourWard, d => d with { LastName = "Okonkwo" });
        await database.AddPerson("An", database.HarbourWard, d => d with { LastName = "Nguyen" });
        await database.AddPerson("Fred from the flats", database.HarbourWard);
        var item = await Item(database, meeting, "A visit to Dorothy", 5);
        await database.Send(new Decide(meeting, "An asks for an hour of Fred’s. The rest waits; From May the hall is open"), database.Coordinator);
        await database.Send(new Decide(meeting, "Dorothy Okonkwo’s garden opens; Fernhill Library lends the (Dorothy) chairs"), database.Coordinator);
        await database.Send(new AddToNotes(meeting, item, "Dorothy said so"), database.Coordinator);
        await database.Send(new MoveOn(meeting, null, item), database.Coordinator);

        var screen = await database.Send(new ShowScreen(meeting), database.Coordinator);

        screen.ToString().ShouldNotContain("Dorothy");
        screen.Decisions.ShouldBe(["a person asks for an hour of a person’s. The rest waits; From May the hall is open", "a person’s garden opens; Fernhill Library lends the (a person) chairs"]);
        screen.Items.ShouldHaveSingleItem().Title.ShouldBe("A visit to a person");
        screen.Now.ShouldBe(item);
        screen.PersonIsDiscussed.ShouldBeFalse();
    }

    private static void Later(TestDatabase database, int minutes) => database.Clock.Now = database.Clock.Now.AddMinutes(minutes);

    private static Task<AgendaItemId> Item(TestDatabase database, MeetingId meeting, string title, int minutes) =>
        database.Send(new AddAgendaItem(meeting, new AgendaItemDetails(title, minutes)), database.Coordinator);
}
