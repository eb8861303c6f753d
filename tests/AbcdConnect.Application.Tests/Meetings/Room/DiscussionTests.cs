using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Meetings.Room;

public sealed class DiscussionTests
{
    [Fact]
    public async Task A_person_is_named_only_where_they_agreed_to_every_agency_that_is_expected()
    {
        await using var database = await TestDatabase.Create();
        var police = await database.AddAgency("Police");
        var (hanna, sam) = (await database.AddPractitioner("Hanna Cole", database.Housing), await database.AddPractitioner("Sam Reed", police));
        var meeting = await database.PlanMeeting(7, hanna, sam);
        var sheila = await database.AddPerson("Sheila");
        await Agree(database, sheila, database.Housing);

        var refused = (await database.Send(new NamePersonToDiscuss(meeting, sheila.Id, null), database.Coordinator)).ShouldBeOfType<SharingNeeded>();

        refused.Missing.ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => m.Name.ShouldBe("Police"), m => m.People.ShouldBe(["Sam Reed"]));
        (await database.Db(db => db.Discussions.CountAsync())).ShouldBe(0);
        // Whoever sent apologies will not hear it.
        await database.Send(new SayWhoIsHere(meeting, sam, Presence.Apologies), database.Coordinator);
        var named = (await database.Send(new NamePersonToDiscuss(meeting, sheila.Id, "A choir"), database.Coordinator)).ShouldBeOfType<MayDiscuss>();
        (await database.Send(new NamePersonToDiscuss(meeting, sheila.Id, "A choir"), database.Coordinator)).ShouldBe(named);
        // A yes that ends before the meeting is none.
        var later = await database.PlanMeeting(400, hanna);
        (await database.Send(new NamePersonToDiscuss(later, sheila.Id, null), database.Coordinator)).ShouldBeOfType<SharingNeeded>();
    }

    [Fact]
    public async Task A_yes_taken_back_since_the_agenda_stops_it_when_it_is_opened()
    {
        await using var database = await TestDatabase.Create();
        var (meeting, sheila, consent, named) = await Named(database);
        await database.Send(new WithdrawConsent(consent), database.Coordinator);

        var refused = (await database.Send(new OpenDiscussion(named), database.Coordinator)).ShouldBeOfType<SharingNeeded>();

        refused.Missing.ShouldHaveSingleItem().Name.ShouldBe("Wealbourne Homes");
        (await database.Send(new SeeDiscussion(named), database.Coordinator)).ShouldSatisfyAllConditions(d => d.OpenedAt.ShouldBeNull(), d => d.Hearers.ShouldBeEmpty(), d => d.MayGoOn.ShouldBeFalse());
    }

    [Fact]
    public async Task Somebody_who_comes_later_hears_it_only_with_a_yes_and_stops_it_without_one()
    {
        await using var database = await TestDatabase.Create();
        var (meeting, sheila, _, named) = await Named(database);
        var (police, school) = (await database.AddAgency("Police"), await database.AddAgency("School", Sector.School));
        var (sam, kim) = (await database.AddPractitioner("Sam Reed", police), await database.AddPractitioner("Kim Pell", school));
        await Agree(database, sheila, school);
        (await database.Send(new OpenDiscussion(named), database.Coordinator)).ShouldBeOfType<MayDiscuss>();

        await database.Send(new SayWhoIsHere(meeting, kim, Presence.Here), database.Coordinator);
        (await database.Send(new SeeDiscussion(named), database.Coordinator)).ShouldSatisfyAllConditions(d => d.MayGoOn.ShouldBeTrue(), d => d.Hearers.Select(h => h.Name).ShouldBe(["Hanna Cole", "Kim Pell"]));
        await database.Send(new SayWhoIsHere(meeting, sam, Presence.Here), database.Coordinator);
        (await database.Send(new SeeDiscussion(named), database.Coordinator)).ShouldSatisfyAllConditions(d => d.Missing.ShouldHaveSingleItem().Name.ShouldBe("Police"), d => d.Hearers.Count.ShouldBe(2));
        await database.Send(new SayWhoIsHere(meeting, sam, Presence.SteppedOut), database.Coordinator);
        (await database.Send(new SeeDiscussion(named), database.Coordinator)).MayGoOn.ShouldBeTrue();

        await database.Send(new WelcomeGuest(meeting, "A student", "On placement", null), database.Coordinator);
        var seen = await database.Send(new SeeDiscussion(named), database.Coordinator);
        seen.Guests.ShouldBe(["A student"]);
        // What was typed is written down all the same.
        await database.Send(new WriteDiscussion(named, "She looks for a choir", Close: true, seen.Version), database.Coordinator);
        (await database.Send(new SeeDiscussion(named), database.Coordinator)).ShouldSatisfyAllConditions(d => d.Shared.ShouldBe("She looks for a choir"), d => d.Hearers.Count.ShouldBe(2), d => d.ClosedAt.ShouldNotBeNull());
    }

    [Fact]
    public async Task A_practitioner_who_belongs_to_two_agencies_hears_it_for_both()
    {
        await using var database = await TestDatabase.Create();
        var police = await database.AddAgency("Police");
        var details = new PractitionerDetails("Hanna Cole", Email: "hanna@demo.example");
        var hanna = await database.Send(new AddPractitioner(database.Housing, details), database.Coordinator);
        await database.Send(new AddPractitioner(police, details with { Email = "Hanna@Demo.example" }), database.Coordinator);
        var meeting = await database.PlanMeeting(0, hanna);
        var sheila = await database.AddPerson("Sheila");
        await Agree(database, sheila, database.Housing);

        (await database.Send(new NamePersonToDiscuss(meeting, sheila.Id, null), database.Coordinator)).ShouldBeOfType<SharingNeeded>().Missing.ShouldHaveSingleItem().Name.ShouldBe("Police");
    }

    [Fact]
    public async Task While_a_guest_or_somebodys_second_agency_may_not_hear_it_nobody_is_written_down_as_hearing_more()
    {
        await using var database = await TestDatabase.Create();
        var (meeting, sheila, _, named) = await Named(database);
        var (school, police) = (await database.AddAgency("School", Sector.School), await database.AddAgency("Police"));
        await Agree(database, sheila, school);
        var kim = await database.Send(new AddPractitioner(school, new PractitionerDetails("Kim Pell", Email: "kim@demo.example")), database.Coordinator);
        await database.Send(new AddPractitioner(police, new PractitionerDetails("Kim Pell", Email: "kim@demo.example")), database.Coordinator);
        var lou = await database.AddPractitioner("Lou Park", school);
        await database.Send(new OpenDiscussion(named), database.Coordinator);

        await database.Send(new WelcomeGuest(meeting, "A student", null, null), database.Coordinator);
        await database.Send(new SayWhoIsHere(meeting, lou, Presence.Here), database.Coordinator);
        (await Hearers()).ShouldBe(["Hanna Cole"]);
        await database.Send(new SayGuestLeft(meeting, (await database.Send(new OpenRoom(meeting), database.Coordinator)).Guests[0].Id), database.Coordinator);
        (await Hearers()).ShouldBe(["Hanna Cole", "Lou Park"]);

        // Ticked on the meeting's page instead of in the room it is the same.
        var ida = await database.AddPractitioner("Ida Moss", school);
        await database.Send(new SayWhoIsHere(meeting, ida, Presence.Apologies), database.Coordinator);
        await database.Send(new TickAttendance(meeting, [new AttendanceTick(ida, AttendanceStatus.Present, AttendanceStatus.Apologies)]), database.Coordinator);
        (await Hearers()).ShouldBe(["Hanna Cole", "Ida Moss", "Lou Park"]);

        // She is of the police too, and of them she was not asked.
        await database.Send(new SayWhoIsHere(meeting, kim, Presence.Here), database.Coordinator);
        (await Hearers()).ShouldBe(["Hanna Cole", "Ida Moss", "Lou Park"]);

        async Task<IEnumerable<string>> Hearers() => (await database.Send(new SeeDiscussion(named), database.Coordinator)).Hearers.Select(h => h.Name).Order();
    }

    [Fact]
    public async Task Closed_by_one_while_another_types_it_takes_the_others_words_too_and_nobody_hears_more()
    {
        await using var database = await TestDatabase.Create();
        var (meeting, sheila, _, named) = await Named(database);
        await database.Send(new OpenDiscussion(named), database.Coordinator);
        var opened = await database.Send(new SeeDiscussion(named), database.Coordinator);
        await database.Send(new WriteDiscussion(named, "She looks for a choir", Close: true, opened.Version), database.Coordinator);
        await Should.ThrowAsync<OvertakenException>(database.Send(new WriteDiscussion(named, "She sings alto", Close: false, opened.Version), database.Coordinator));
        var school = await database.AddAgency("School", Sector.School);
        await Agree(database, sheila, school);
        await database.Send(new SayWhoIsHere(meeting, await database.AddPractitioner("Kim Pell", school), Presence.Here), database.Coordinator);

        await database.Send(new WriteDiscussion(named, "She looks for a choir, and sings alto", Close: false, (await database.Send(new SeeDiscussion(named), database.Coordinator)).Version), database.Coordinator);

        (await database.Send(new SeeDiscussion(named), database.Coordinator)).ShouldSatisfyAllConditions(d => d.Shared.ShouldBe("She looks for a choir, and sings alto"), d => d.ClosedAt.ShouldNotBeNull(), d => d.Hearers.Select(h => h.Name).ShouldBe(["Hanna Cole"]));
    }

    [Fact]
    public async Task It_stands_in_the_persons_story_their_copy_and_the_audit_log_and_in_nothing_of_the_meetings()
    {
        await using var database = await TestDatabase.Create();
        var (meeting, sheila, _, named) = await Named(database);
        await database.Send(new OpenDiscussion(named), database.Coordinator);
        await database.Send(new WriteDiscussion(named, "She looks for a choir", Close: true, (await database.Send(new SeeDiscussion(named), database.Coordinator)).Version), database.Coordinator);

        var story = ((PersonsStory)await database.Send(new TellPersonsStory(sheila.Id), database.Worker)).Story.Items.Single(e => e.Kind == StoryEntryKind.Discussed);
        story.Words.ShouldNotBeNull().ShouldSatisfyAllConditions(w => w.ShouldContain("She looks for a choir"), w => w.ShouldContain("Hanna Cole, Wealbourne Homes"));
        var copy = (await database.Send(new CopyWhatIsHeld(sheila.Id), database.Administrator)).Sections.Single(s => s.Title == "When you were talked about at a meeting").Rows.ShouldHaveSingleItem();
        copy.Select(v => v.Value).ShouldContain("She looks for a choir");
        copy.ShouldContain(v => v.Label == "Heard by" && v.Value.StartsWith("Hanna Cole, Wealbourne Homes, because you agreed on", StringComparison.Ordinal));
        var audit = await database.Db(db => db.AuditEntries.Where(a => a.Record.StartsWith("Discussion")).Select(a => a.Record + " " + a.What).ToListAsync());
        audit.ShouldContain("Discussion heard Added");
        audit.ShouldContain("Discussion Changed");
        var seen = await database.See(meeting);
        $"{seen.Minutes} {string.Join(' ', seen.Decisions)} {string.Join(' ', seen.Agenda)}".ShouldNotContain("choir");
        // A partner who may see her does not read what others wrote down about her.
        ((PersonsStory)await database.Send(new TellPersonsStory(sheila.Id), database.Partner)).Story.Items.ShouldNotContain(e => e.Kind == StoryEntryKind.Discussed);
    }

    [Fact]
    public async Task It_follows_the_person_into_a_merge_and_back_and_loses_its_words_when_they_are_forgotten()
    {
        await using var database = await TestDatabase.Create();
        var (_, sheila, _, named) = await Named(database);
        await database.Send(new OpenDiscussion(named), database.Coordinator);
        await database.Send(new WriteDiscussion(named, "Sheila looks for a choir", Close: true, (await database.Send(new SeeDiscussion(named), database.Coordinator)).Version), database.Coordinator);
        var kept = await database.AddPerson("Sheila B");

        var merge = await database.Send(new MergePeople(kept.Id, 0, sheila.Id, 0, kept.ToDetails()), database.Coordinator);
        (await database.Send(new SeeDiscussion(named), database.Coordinator)).PersonId.ShouldBe(kept.Id);
        await database.Send(new UndoMerge(merge), database.Coordinator);
        (await database.Send(new SeeDiscussion(named), database.Coordinator)).PersonId.ShouldBe(sheila.Id);
        await database.Send(new ForgetPerson(sheila.Id), database.Administrator);

        var discussion = await database.Db(db => db.Discussions.Include(d => d.Hearers).SingleAsync());
        (discussion.Shared, discussion.Why, discussion.Hearers.Count).ShouldBe((null, null, 1));
        (await database.Db(db => db.AuditEntries.AnyAsync(a => a.Changes != null && a.Changes.Contains("choir")))).ShouldBeFalse();
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeeDiscussion(named), database.Coordinator));
    }

    [Fact]
    public async Task A_person_who_is_not_talked_about_after_all_leaves_nothing_behind()
    {
        await using var database = await TestDatabase.Create();
        var (meeting, _, _, named) = await Named(database);
        await Should.ThrowAsync<NotAllowedException>(database.Send(new DropDiscussion(named), database.Worker));

        await database.Send(new DropDiscussion(named), database.Coordinator);

        (await database.Send(new OpenRoom(meeting), database.Coordinator)).Discussions.ShouldBeEmpty();
    }

    private static async Task<(MeetingId Meeting, Person Sheila, ConsentId Consent, Domain.Meetings.Room.DiscussionId Named)> Named(TestDatabase database)
    {
        var hanna = await database.AddPractitioner("Hanna Cole", database.Housing);
        var meeting = await database.PlanMeeting(0, hanna);
        var sheila = await database.AddPerson("Sheila");
        var consent = await Agree(database, sheila, database.Housing);
        await database.Send(new SayWhoIsHere(meeting, hanna, Presence.Here), database.Coordinator);
        return (meeting, sheila, consent, ((MayDiscuss)await database.Send(new NamePersonToDiscuss(meeting, sheila.Id, "A choir"), database.Coordinator)).Id);
    }

    private static Task<ConsentId> Agree(TestDatabase database, Person person, AgencyId agency) =>
        database.Send(new GiveConsent(person.Id, ConsentUse.ShareWithAgency, agency, database.Clock.Today, ConsentHow.Spoken), database.Coordinator);
}
