using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Common;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Meetings;

public sealed class MeetingVisibilityTests
{
    [Fact]
    public async Task A_partner_sees_the_meetings_their_agency_is_invited_to_and_no_others()
    {
        await using var database = await TestDatabase.Create();
        var police = await database.AddAgency("Police");
        var ours = await database.PlanMeeting(7, await database.AddPractitioner("Hanna Cole", database.Housing));
        var theirs = await database.Send(new PlanMeeting(new MeetingDetails("Harbour table", database.Clock.Today, null, null, null, database.HarbourWard)), database.Coordinator);
        await database.Send(new InvitePractitioners(theirs, [await database.AddPractitioner("Sam Reed", police)]), database.Coordinator);

        (await database.Send(new ListMeetings(new ListRequest()), database.Partner)).Items.ShouldHaveSingleItem().Id.ShouldBe(ours);
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeeMeeting(theirs), database.Partner));
        (await database.Send(new ListMeetings(new ListRequest()), database.Worker)).Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_partner_sees_a_meeting_their_own_sign_in_is_invited_to_for_another_agency()
    {
        await using var database = await TestDatabase.Create();
        var police = await database.AddAgency("Police");
        var practitioner = await database.AddPractitioner("Priya Shah", police);
        await database.Db(async db =>
        {
            (await db.Practitioners.FindAsync(practitioner))!.SignsInAs(database.Partner.UserId);
            return await db.SaveChangesAsync();
        });

        var meeting = await database.PlanMeeting(7, practitioner);

        (await database.Send(new SeeMeeting(meeting), database.Partner)).Id.ShouldBe(meeting);
    }

    [Fact]
    public async Task A_commissioner_may_not_ask_for_meetings()
    {
        await using var database = await TestDatabase.Create();

        await Should.ThrowAsync<NotAllowedException>(database.Send(new ListMeetings(new ListRequest()), database.Commissioner));
    }

    [Fact]
    public async Task A_partner_marks_their_own_agencys_action_done_and_nobody_elses()
    {
        await using var database = await TestDatabase.Create();
        var police = await database.AddAgency("Police");
        var meeting = await database.PlanMeeting(-7, await database.AddPractitioner("Hanna Cole", database.Housing));
        var ours = await database.Send(new AgreeAction(meeting, new ActionDetails("Mend the gate", database.Housing)), database.Coordinator);
        var theirs = await database.Send(new AgreeAction(meeting, new ActionDetails("Walk the lane", police)), database.Coordinator);

        await database.Send(new DoAction(ours), database.Partner);
        await Should.ThrowAsync<NotAllowedException>(database.Send(new DoAction(theirs), database.Partner));

        var list = await database.Send(new ListActions(new ListRequest(), ActionState.All), database.Partner);
        list.Page.Items.Single(a => a.Id == ours).DoneOn.ShouldBe(database.Clock.Today);
        list.Page.Items.Single(a => a.Id == theirs).ShouldSatisfyAllConditions(a => a.DoneOn.ShouldBeNull(), a => a.MayDo.ShouldBeFalse());
    }

    [Fact]
    public async Task A_partner_hears_nothing_of_an_action_agreed_where_they_were_not()
    {
        await using var database = await TestDatabase.Create();
        var police = await database.AddAgency("Police");
        var action = await database.Send(new AgreeAction(await database.PlanMeeting(-7), new ActionDetails("Walk the lane", police)), database.Coordinator);

        await Should.ThrowAsync<NotFoundException>(database.Send(new DoAction(action), database.Partner));
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeeAction(action), database.Partner));
    }
}
