using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Testing;
using FluentValidation;

namespace AbcdConnect.Application.Tests.Meetings;

public sealed class AtTheTableTests
{
    [Fact]
    public async Task Two_people_ticking_side_by_side_both_count()
    {
        await using var database = await TestDatabase.Create();
        var (one, two) = (await database.AddPractitioner("Sam Reed", database.Housing), await database.AddPractitioner("Mo Lane", database.Housing));
        var meeting = await database.PlanMeeting(0, one, two);

        await database.Send(new TickAttendance(meeting, [new(one, AttendanceStatus.Present, AttendanceStatus.Invited), new(two, AttendanceStatus.Invited, AttendanceStatus.Invited)]), database.Coordinator);
        await database.Send(new TickAttendance(meeting, [new(one, AttendanceStatus.Invited, AttendanceStatus.Invited), new(two, AttendanceStatus.Apologies, AttendanceStatus.Invited)]), database.Coordinator);

        var seen = await database.See(meeting);
        seen.Attendance.Single(a => a.PractitionerId == one).Status.ShouldBe(AttendanceStatus.Present);
        seen.Attendance.Single(a => a.PractitionerId == two).Status.ShouldBe(AttendanceStatus.Apologies);
        (seen.Coming, seen.AgenciesPresent).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Two_people_ticking_the_same_one_differently_are_told()
    {
        await using var database = await TestDatabase.Create();
        var one = await database.AddPractitioner("Sam Reed", database.Housing);
        var meeting = await database.PlanMeeting(0, one);
        await database.Send(new TickAttendance(meeting, [new(one, AttendanceStatus.Present, AttendanceStatus.Invited)]), database.Coordinator);

        await Should.ThrowAsync<OvertakenException>(database.Send(new TickAttendance(meeting, [new(one, AttendanceStatus.Apologies, AttendanceStatus.Invited)]), database.Coordinator));

        (await database.See(meeting)).Attendance[0].Status.ShouldBe(AttendanceStatus.Present);
    }

    [Fact]
    public async Task Minutes_typed_over_somebody_elses_are_refused_and_theirs_stand()
    {
        await using var database = await TestDatabase.Create();
        var meeting = await database.PlanMeeting(0);
        await database.Send(new WriteMinutes(meeting, "Theirs", 0), database.Coordinator);

        await Should.ThrowAsync<OvertakenException>(database.Send(new WriteMinutes(meeting, "Mine", 0), database.Coordinator));

        (await database.See(meeting)).Minutes.ShouldBe("Theirs");
    }

    [Fact]
    public async Task Minutes_are_not_overtaken_by_a_decision_taken_meanwhile()
    {
        await using var database = await TestDatabase.Create();
        var meeting = await database.PlanMeeting(0);
        await database.Send(new Decide(meeting, "The hall opens on Thursdays"), database.Coordinator);
        await database.Send(new Decide(meeting, "The hall opens on Thursdays"), database.Coordinator);

        await database.Send(new WriteMinutes(meeting, "We talked about the hall", 0), database.Coordinator);

        var seen = await database.See(meeting);
        seen.Minutes.ShouldBe("We talked about the hall");
        seen.Decisions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Items_are_added_changed_moved_and_removed()
    {
        await using var database = await TestDatabase.Create();
        var meeting = await database.PlanMeeting(7);
        var welcome = await database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Welcome", 5)), database.Coordinator);
        var rooms = await database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Rooms", 20)), database.Coordinator);
        var lights = await database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Street lights", 15)), database.Coordinator);
        // Two forms, the same words: two breaks. The same form twice is one.
        var form = Guid.NewGuid();
        var tea = await database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Break", 10)) { SubmissionId = form }, database.Coordinator);
        (await database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Break", 10)) { SubmissionId = form }, database.Coordinator)).ShouldBe(tea);
        var cake = await database.Send(new AddAgendaItem(meeting, new AgendaItemDetails("Break", 10)) { SubmissionId = Guid.NewGuid() }, database.Coordinator);
        cake.ShouldNotBe(tea);
        await database.Send(new RemoveAgendaItem(meeting, tea), database.Coordinator);
        await database.Send(new RemoveAgendaItem(meeting, cake), database.Coordinator);

        await database.Send(new MoveAgendaItem(meeting, lights, -1), database.Coordinator);
        await database.Send(new ChangeAgendaItem(meeting, rooms, new AgendaItemDetails("Rooms to borrow", 25, "Bingo and crochet"), 1), database.Coordinator);
        await database.Send(new RemoveAgendaItem(meeting, welcome), database.Coordinator);

        var seen = await database.See(meeting);
        seen.Agenda.Select(a => (a.Position, a.Title)).ShouldBe([(1, "Street lights"), (2, "Rooms to borrow")]);
        seen.AgendaMinutes.ShouldBe(40);
        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeAgendaItem(meeting, rooms, new AgendaItemDetails("Rooms?", 25), 1), database.Coordinator));
    }

    [Fact]
    public async Task A_meeting_moves_is_held_is_cancelled_and_comes_back()
    {
        await using var database = await TestDatabase.Create();
        var meeting = await database.PlanMeeting(7);
        var seen = await database.See(meeting);

        await Should.ThrowAsync<DomainRuleException>(database.Send(new SettleMeeting(meeting, MeetingSettlement.Held), database.Coordinator));
        await database.Send(new ChangeMeeting(meeting, new MeetingDetails("Moved table", database.Clock.Today, null, 60, null, database.Fernhill), seen.Version), database.Coordinator);
        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeMeeting(meeting, new MeetingDetails("Moved again", database.Clock.Today), seen.Version), database.Coordinator));
        await database.Send(new SettleMeeting(meeting, MeetingSettlement.Cancelled), database.Coordinator);
        (await database.Send(new ListMeetings(new ListRequest(), MeetingsWhen.Upcoming), database.Worker)).Items.ShouldBeEmpty();
        await database.Send(new SettleMeeting(meeting, MeetingSettlement.PlannedAgain), database.Coordinator);
        await database.Send(new SettleMeeting(meeting, MeetingSettlement.Held), database.Coordinator);

        (await database.See(meeting)).ShouldSatisfyAllConditions(m => m.Status.ShouldBe(MeetingStatus.Held), m => m.Title.ShouldBe("Moved table"));
    }

    [Fact]
    public async Task An_action_needs_an_owner_or_an_agency_and_takes_the_owners_agency()
    {
        await using var database = await TestDatabase.Create();
        var owner = await database.AddPractitioner("Sam Reed", database.Housing);
        var meeting = await database.PlanMeeting(0);

        await Should.ThrowAsync<ValidationException>(database.Send(new AgreeAction(meeting, new ActionDetails("Somebody should")), database.Coordinator));
        var id = await database.Send(new AgreeAction(meeting, new ActionDetails("Open the hall", null, owner, database.Clock.Today.AddDays(14))), database.Coordinator);
        await database.Send(new ChangeAction(id, new ActionDetails("Open the big hall", null, owner, database.Clock.Today.AddDays(-1)), 0), database.Coordinator);

        var overdue = (await database.Send(new ListActions(new ListRequest(), ActionState.Overdue, database.Housing, owner), database.Worker)).Page.Items.ShouldHaveSingleItem();
        overdue.ShouldSatisfyAllConditions(a => a.Text.ShouldBe("Open the big hall"), a => a.Agency.ShouldBe("Wealbourne Homes"), a => a.DaysLate(database.Clock.Today).ShouldBe(1));
        await database.Send(new DoAction(id));
        await database.Send(new DoAction(id, Done: false));
        (await database.Send(new SeeAction(id))).DoneOn.ShouldBeNull();
    }

    [Fact]
    public async Task Agencies_that_missed_the_last_two_meetings_are_named()
    {
        await using var database = await TestDatabase.Create();
        var police = await database.AddAgency("Police");
        var (comes, misses) = (await database.AddPractitioner("Sam Reed", database.Housing), await database.AddPractitioner("Mo Lane", police));
        foreach (var day in new[] { -60, -30 })
        {
            var held = await database.PlanMeeting(day, comes, misses);
            await database.Send(new TickAttendance(held, [new(comes, AttendanceStatus.Present, AttendanceStatus.Invited)]), database.Coordinator);
            await database.Send(new SettleMeeting(held, MeetingSettlement.Held), database.Coordinator);
        }

        var next = await database.See(await database.PlanMeeting(7));

        next.Missed.ShouldBe(["Police"]);
        next.Before!.HeldOn.ShouldBe(database.Clock.Today.AddDays(-30));
        await database.Send(new UninvitePractitioner(next.Id, misses), database.Coordinator);
        (await database.See(next.Id)).Missed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_is_found_by_the_beginnings_of_its_words()
    {
        await using var database = await TestDatabase.Create();
        await database.Add(Domain.Assets.Asset.Add(database.Programme, null, database.Clock.Today, new Domain.Assets.AssetDetails(Domain.Assets.AssetKind.Place, "Fernhill Library")));

        (await database.Send(new FindPlaces("fern lib"), database.Coordinator)).ShouldHaveSingleItem().Name.ShouldBe("Fernhill Library");
        (await database.Send(new FindPlaces(""), database.Coordinator)).ShouldBeEmpty();
        (await database.Send(new MeetingChoices(), database.Coordinator)).Neighbourhoods.Select(n => n.Name).ShouldBe(["Fernhill", "Harbour Ward"]);
    }

    [Fact]
    public async Task Meetings_are_found_by_a_word_of_their_minutes()
    {
        await using var database = await TestDatabase.Create();
        var meeting = await database.PlanMeeting(-7);
        await database.PlanMeeting(-40);
        await database.Send(new WriteMinutes(meeting, "Crochet in the library", 0), database.Coordinator);

        (await database.Send(new ListMeetings(new ListRequest("croch"), MeetingsWhen.Past), database.Worker)).Items.ShouldHaveSingleItem().Id.ShouldBe(meeting);
    }
}
