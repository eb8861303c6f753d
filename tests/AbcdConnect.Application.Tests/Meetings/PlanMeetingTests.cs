using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Testing;
using FluentValidation;

namespace AbcdConnect.Application.Tests.Meetings;

public sealed class PlanMeetingTests
{
    [Fact]
    public async Task The_next_meeting_invites_the_same_people_less_those_who_moved_on_or_whose_agency_left()
    {
        await using var database = await TestDatabase.Create();
        var (police, fire) = (await database.AddAgency("Police"), await database.AddAgency("Fire", Sector.Fire));
        var stays = await database.AddPractitioner("Sam Reed", police);
        var moved = await database.AddPractitioner("Mo Lane", police);
        var left = await database.AddPractitioner("Fay Burns", fire);
        await database.PlanMeeting(-30, stays, moved, left);
        await database.Send(new ChangePractitioner(moved, new PractitionerDetails("Mo Lane"), null, HasMovedOn: true, 0), database.Coordinator);
        await database.Send(new LeaveTable(fire, database.Clock.Today), database.Coordinator);

        var next = await database.See(await database.PlanMeeting(7));

        next.Attendance.ShouldHaveSingleItem().PractitionerId.ShouldBe(stays);
        next.Attendance[0].Status.ShouldBe(AttendanceStatus.Invited);
    }

    [Fact]
    public async Task What_is_still_open_is_carried_over_and_comes_first_on_the_agenda()
    {
        await using var database = await TestDatabase.Create();
        var (first, second) = (await database.PlanMeeting(-60), await database.PlanMeeting(-30));
        await database.Send(new AgreeAction(first, new ActionDetails("Mend the street lights", database.Housing, null, database.Clock.Today.AddDays(-10))), database.Coordinator);
        var done = await database.Send(new AgreeAction(second, new ActionDetails("Print the leaflet", database.Housing)), database.Coordinator);
        await database.Send(new DoAction(done));

        var next = await database.See(await database.PlanMeeting(7));

        next.Agenda.ShouldHaveSingleItem().Title.ShouldBe("Actions left from October");
        var carried = next.CarriedOver.ShouldHaveSingleItem();
        carried.Text.ShouldBe("Mend the street lights");
        carried.MeetingId.ShouldBe(first);
        carried.DaysLate(database.Clock.Today).ShouldBe(10);
    }

    [Fact]
    public async Task An_action_done_since_still_shows_at_the_meeting_it_was_open_at()
    {
        await using var database = await TestDatabase.Create();
        var first = await database.PlanMeeting(-60);
        var second = await database.PlanMeeting(-30);
        var action = await database.Send(new AgreeAction(first, new ActionDetails("Mend the street lights", database.Housing)), database.Coordinator);

        await database.Send(new DoAction(action));

        (await database.See(second)).CarriedOver.ShouldHaveSingleItem();
        (await database.See(await database.PlanMeeting(7))).CarriedOver.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_tables_actions_are_not_carried_over()
    {
        await using var database = await TestDatabase.Create();
        var harbour = await database.Send(new PlanMeeting(new MeetingDetails("Harbour table", database.Clock.Today.AddDays(-30), null, null, null, database.HarbourWard)), database.Coordinator);
        await database.Send(new AgreeAction(harbour, new ActionDetails("Open the hall", database.Housing)), database.Coordinator);

        (await database.See(await database.PlanMeeting(7))).CarriedOver.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_meeting_twice_is_refused_and_says_where_the_first_is()
    {
        await using var database = await TestDatabase.Create();
        await database.PlanMeeting(7);

        var refused = await Should.ThrowAsync<DomainRuleException>(database.PlanMeeting(7));

        refused.Message.ShouldContain("planned already");
    }

    [Fact]
    public async Task A_title_and_a_day_are_all_it_needs()
    {
        await using var database = await TestDatabase.Create();

        var refused = await Should.ThrowAsync<ValidationException>(database.Send(new PlanMeeting(new MeetingDetails("", null)), database.Coordinator));

        refused.Errors.Select(e => e.ErrorMessage).ShouldBe(["Enter a title, such as Fernhill round table", "Enter the day it takes place"]);
    }

    [Fact]
    public async Task A_worker_may_not_plan_meetings()
    {
        await using var database = await TestDatabase.Create();

        await Should.ThrowAsync<NotAllowedException>(database.Send(new PlanMeeting(new MeetingDetails("Table", database.Clock.Today)), database.Worker));
    }
}
