using AbcdConnect.Application.Activities;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Actions;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Meetings;

public sealed class ActionsTests
{
    [Fact]
    public async Task A_partner_tells_how_their_action_goes_moves_it_and_asks_for_time_and_nobody_elses()
    {
        await using var database = await TestDatabase.Create();
        var police = await database.AddAgency("Police");
        var meeting = await database.PlanMeeting(-7, await database.AddPractitioner("Hanna Cole", database.Housing));
        var ours = await database.Send(new AgreeAction(meeting, new ActionDetails("Mend the gate", database.Housing, null, database.Clock.Today.AddDays(3))), database.Coordinator);
        var theirs = await database.Send(new AgreeAction(meeting, new ActionDetails("Walk the lane", police)), database.Coordinator);

        await database.Send(new TellProgress(ours, "The joiner comes on Friday"), database.Partner);
        await database.Send(new MoveAction(ours, ActionStatus.UnderWay), database.Partner);
        await database.Send(new AskForTime(ours, database.Clock.Today.AddDays(10), "The joiner is ill"), database.Partner);
        await Should.ThrowAsync<NotAllowedException>(database.Send(new MoveAction(theirs, ActionStatus.Dropped), database.Partner));
        await Should.ThrowAsync<NotAllowedException>(database.Send(new TellProgress(theirs, "Not mine"), database.Partner));
        await Should.ThrowAsync<NotAllowedException>(database.Send(new AnswerAboutTime(ours, true), database.Partner));

        var board = await database.Send(new ShowBoard(Ours: true), database.Partner);
        board.Columns.Select(c => c.Actions.Count).ShouldBe([0, 1, 0, 0]);
        (await database.Send(new ShowBoard(), database.Partner)).Columns.Sum(c => c.Actions.Count).ShouldBe(2);
        (await database.Send(new ListActions(new ListRequest(), ActionState.AskingForTime), database.Coordinator)).Page.Items.ShouldHaveSingleItem().Id.ShouldBe(ours);
        await database.Send(new AnswerAboutTime(ours, true), database.Coordinator);
        var seen = await database.Send(new OpenAction(ours), database.Partner);
        seen.Row.DueOn.ShouldBe(database.Clock.Today.AddDays(10));
        seen.Notes.Select(n => n.Kind).ShouldBe([ActionNoteKind.GaveTime, ActionNoteKind.AskedForTime, ActionNoteKind.Started, ActionNoteKind.Progress]);
        seen.Notes[1].By.ShouldBe("Priya Shah");
        (await database.Send(new SeeAction(theirs), database.Partner)).MayDo.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_dropped_is_not_carried_to_the_next_meeting()
    {
        await using var database = await TestDatabase.Create();
        var action = await database.Send(new AgreeAction(await database.PlanMeeting(-7), new ActionDetails("Ask the bus company", database.Housing)), database.Coordinator);
        var next = await database.PlanMeeting(7);
        (await database.See(next)).CarriedOver.Count.ShouldBe(1);

        await database.Send(new MoveAction(action, ActionStatus.Dropped, "They run it already"), database.Coordinator);

        (await database.See(next)).CarriedOver.ShouldBeEmpty();
        (await database.Send(new ListActions(new ListRequest()), database.Coordinator)).Page.Items.ShouldBeEmpty();
        (await database.Send(new ListActions(new ListRequest(), ActionState.Dropped), database.Coordinator)).Page.Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_owner_who_moves_on_leaves_it_to_the_agency_where_somebody_takes_it()
    {
        await using var database = await TestDatabase.Create();
        var (leaves, stays) = (await database.AddPractitioner("Sam Reed", database.Housing), await database.AddPractitioner("Priya Shah", database.Housing));
        var action = await database.Send(new AgreeAction(await database.PlanMeeting(-7), new ActionDetails("Open the hall", null, leaves)), database.Coordinator);
        await SignIn(database, stays);

        await database.Send(new ChangePractitioner(leaves, new PractitionerDetails("Sam Reed"), null, HasMovedOn: true, 0), database.Coordinator);

        (await database.Send(new ListActions(new ListRequest(), ActionState.NobodysYet), database.Coordinator)).Page.Items.ShouldHaveSingleItem().Agency.ShouldBe("Wealbourne Homes");
        (await database.Send(new OpenAction(action), database.Partner)).MayTakeOn.ShouldBeTrue();
        await database.Send(new TakeOnAction(action), database.Partner);
        (await database.Send(new SeeAction(action), database.Partner)).Owner.ShouldBe("Priya Shah");
        await Should.ThrowAsync<DomainRuleException>(database.Send(new TakeOnAction(action), database.Coordinator));
    }

    [Fact]
    public async Task Somebody_at_the_table_for_two_agencies_does_what_they_took_on_for_both()
    {
        await using var database = await TestDatabase.Create();
        var forum = await database.AddAgency("Tenants' forum", Sector.Vcse);
        var (one, two) = (await database.AddPractitioner("Priya Shah", database.Housing), await database.AddPractitioner("Priya Shah", forum));
        await database.Send(new ChangePractitioner(one, new PractitionerDetails("Priya Shah"), database.Partner.UserId, false, 0), database.Coordinator);
        var choices = await database.Send(new SeePractitioner(two), database.Coordinator);
        choices.SignIns.Select(s => s.Id).ShouldContain(database.Partner.UserId!.Value);
        var elsewhere = await database.AddPractitioner("Mo Lane", forum);
        await Should.ThrowAsync<DomainRuleException>(database.Send(new ChangePractitioner(elsewhere, new PractitionerDetails("Mo Lane"), database.Partner.UserId, false, 0), database.Coordinator));

        await database.Send(new ChangePractitioner(two, new PractitionerDetails("Priya Shah"), database.Partner.UserId, false, 0), database.Coordinator);

        var action = await database.Send(new AgreeAction(await database.PlanMeeting(-7), new ActionDetails("Ask the tenants", null, two)), database.Coordinator);
        await database.Send(new MoveAction(action, ActionStatus.Done), database.Partner);
        (await database.Send(new ShowBoard(Ours: true), database.Partner)).Columns[2].Actions.ShouldHaveSingleItem().MayDo.ShouldBeTrue();
    }

    [Fact]
    public async Task Making_what_was_agreed_closes_the_action_and_each_shows_the_other()
    {
        await using var database = await TestDatabase.Create();
        var action = await database.Send(new AgreeAction(await database.PlanMeeting(-7), new ActionDetails("Begin a walking group", database.Housing)), database.Coordinator);
        var form = Guid.NewGuid();

        var request = new StartActivity(Activity("Walk and talk")) { SubmissionId = form, ForAction = action };
        var activity = await database.Send(request, database.Worker);
        (await database.Send(new StartActivity(Activity("Walk and talk")) { SubmissionId = form, ForAction = action }, database.Worker)).ShouldBe(activity);

        var seen = await database.Send(new OpenAction(action), database.Worker);
        seen.Row.Status.ShouldBe(ActionStatus.Done);
        seen.Made.ShouldBe(new MadeThing(MadeKind.Activity, activity.Value, "Walk and talk"));
        (await database.Send(new FindWhatItCameOf(MadeKind.Activity, activity.Value), database.Worker))!.Id.ShouldBe(action);
        (await database.Send(new FindWhatItCameOf(MadeKind.Asset, activity.Value), database.Worker)).ShouldBeNull();
        // It is done already: a second activity is welcome and changes nothing of it.
        var second = await database.Send(new StartActivity(Activity("Another walk")) { ForAction = action }, database.Worker);
        (await database.Send(new OpenAction(action), database.Worker)).Made!.Id.ShouldBe(activity.Value);
        second.ShouldNotBe(activity);
    }

    [Fact]
    public async Task Whoever_has_an_action_is_reminded_once_before_and_once_after_its_day_on_working_days_only()
    {
        await using var database = await TestDatabase.Create();
        var owner = await database.Send(new AddPractitioner(database.Housing, new PractitionerDetails("Sam Reed", null, "sam@homes.example")), database.Coordinator);
        var meeting = await database.PlanMeeting(-7);
        // Boxing Day of 2026 is a Saturday: Christmas Day a Friday, the Monday after a holiday.
        var due = new DateOnly(2026, 12, 26);
        var action = await database.Send(new AgreeAction(meeting, new ActionDetails("Ring Sheila's landlord", null, owner, due)), database.Coordinator);
        await database.Send(new AgreeAction(meeting, new ActionDetails("Long ago", null, owner, database.Clock.Today.AddDays(-60))), database.Coordinator);
        var sent = new List<(DateOnly Day, int Letters)>();
        for (var day = new DateOnly(2026, 12, 14); day < new DateOnly(2027, 1, 12); day = day.AddDays(1))
        {
            database.Clock.Now = new DateTimeOffset(day, new TimeOnly(7, 30), TimeSpan.Zero);
            sent.Add((day, await Remind(database)));
            sent.Add((day, await Remind(database)));
        }

        sent.Where(s => s.Letters > 0).ShouldBe([(new DateOnly(2026, 12, 22), 1), (new DateOnly(2026, 12, 29), 1)]);
        var letters = await database.Db(db => db.Letters.OrderBy(l => l.Id).ToListAsync());
        letters.Select(l => l.Address).ShouldBe(["sam@homes.example", "sam@homes.example"]);
        letters.ShouldAllBe(l => l.Text!.Contains($"/actions/{action}") && !l.Text.Contains("Sheila") && !l.Subject.Contains("Sheila"));
    }

    [Fact]
    public async Task What_nobody_in_particular_has_is_brought_to_everybody_of_the_agency_and_nothing_to_those_who_left()
    {
        await using var database = await TestDatabase.Create();
        foreach (var name in new[] { "Sam", "Mo" })
        {
            await database.Send(new AddPractitioner(database.Housing, new PractitionerDetails(name, null, $"{name}@homes.example")), database.Coordinator);
        }

        var gone = await database.AddAgency("Gone");
        await database.Send(new AddPractitioner(gone, new PractitionerDetails("Al", null, "al@gone.example")), database.Coordinator);
        var meeting = await database.PlanMeeting(-7);
        await database.Send(new AgreeAction(meeting, new ActionDetails("Open the hall", database.Housing, null, database.Clock.Today)), database.Coordinator);
        await database.Send(new AgreeAction(meeting, new ActionDetails("Paint the hall", database.Housing, null, database.Clock.Today)), database.Coordinator);
        var theirs = await database.Send(new AgreeAction(meeting, new ActionDetails("Lend a van", gone, null, database.Clock.Today)), database.Coordinator);
        await database.Send(new LeaveTable(gone, database.Clock.Today.AddDays(-1)), database.Coordinator);

        (await Remind(database)).ShouldBe(2);

        (await database.Db(db => db.Letters.Select(l => l.Address).ToListAsync())).ShouldBe(["Sam@homes.example", "Mo@homes.example"], ignoreOrder: true);
        (await database.Send(new ListActions(new ListRequest(), ActionState.NobodysYet), database.Coordinator)).Page.Items.Single(a => a.Id == theirs).AgencyHasLeft.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_whoever_has_it_cannot_be_written_to_their_agency_is()
    {
        await using var database = await TestDatabase.Create();
        var kit = await database.AddPractitioner("Kit", database.Housing);
        await database.Send(new AddPractitioner(database.Housing, new PractitionerDetails("Mo", null, "mo@homes.example")), database.Coordinator);
        // One box for two of them: one letter that tells of it once.
        await database.Send(new AddPractitioner(database.Housing, new PractitionerDetails("Jo", null, "MO@homes.example")), database.Coordinator);
        await database.Send(new AgreeAction(await database.PlanMeeting(-7), new ActionDetails("Open the hall", null, kit, database.Clock.Today)), database.Coordinator);

        (await Remind(database)).ShouldBe(1);

        var letter = await database.Db(db => db.Letters.SingleAsync());
        (letter.Address, letter.Text!.Split("/actions/").Length - 1).ShouldBe(("mo@homes.example", 1));
    }

    [Fact]
    public async Task The_time_that_is_given_is_the_one_that_was_read()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        var action = await database.Send(new AgreeAction(await database.PlanMeeting(-7), new ActionDetails("Mend the gate", database.Housing, null, today.AddDays(3))), database.Coordinator);
        await database.Send(new AskForTime(action, today.AddDays(10), null), database.Partner);
        // They think again while the coordinator reads.
        await database.Send(new AskForTime(action, today.AddDays(90), null), database.Partner);

        (await Should.ThrowAsync<DomainRuleException>(database.Send(new AnswerAboutTime(action, true, AskedUntil: today.AddDays(10)), database.Coordinator))).Message.ShouldContain("another day");

        (await database.Send(new SeeAction(action), database.Coordinator)).DueOn.ShouldBe(today.AddDays(3));
        await database.Send(new AnswerAboutTime(action, true, AskedUntil: today.AddDays(90)), database.Coordinator);
        (await database.Send(new SeeAction(action), database.Coordinator)).DueOn.ShouldBe(today.AddDays(90));
    }

    [Fact]
    public async Task Two_who_say_that_it_is_done_are_both_read()
    {
        await using var database = await TestDatabase.Create();
        var action = await database.Send(new AgreeAction(await database.PlanMeeting(-7), new ActionDetails("Mend the gate", database.Housing)), database.Coordinator);

        await database.Send(new MoveAction(action, ActionStatus.Dropped, "The council does it"), database.Coordinator);
        await database.Send(new MoveAction(action, ActionStatus.Dropped, "Nobody uses that gate"), database.Partner);
        await database.Send(new MoveAction(action, ActionStatus.Dropped), database.Partner);

        (await database.Send(new OpenAction(action), database.Coordinator)).Notes.Select(n => (n.Kind, n.Words)).ShouldBe([(ActionNoteKind.Progress, "Nobody uses that gate"), (ActionNoteKind.Dropped, "The council does it")]);
    }

    private static ActivityDetails Activity(string name) => new(name, ActivityStatus.Idea, LedBy.Resident, ActivityFrequency.Weekly);

    private static Task<int> Remind(TestDatabase database) => database.Send(new RemindOwners(), AbcdConnect.Application.Access.Viewer.System(database.Programme));

    private static Task<int> SignIn(TestDatabase database, PractitionerId practitioner) => database.Db(async db =>
    {
        (await db.Practitioners.FindAsync(practitioner))!.SignsInAs(database.Partner.UserId);
        return await db.SaveChangesAsync();
    });
}
