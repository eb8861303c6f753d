using AbcdConnect.Application.Activities;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Testing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Activities;

public sealed class ActivitiesTests
{
    private static readonly ActivityDetails Soup = new("Soup at Number Nine", ActivityStatus.Idea, LedBy.Resident, ActivityFrequency.Weekly, Day: DayOfWeek.Wednesday);

    [Fact]
    public async Task An_idea_starts_with_its_first_session()
    {
        await using var database = await TestDatabase.Create();
        var id = await database.Send(new StartActivity(Soup));

        await database.Send(new HoldSession(id, database.Clock.Today.AddDays(-1), 8, []));
        await database.Send(new HoldSession(id, database.Clock.Today.AddDays(-8), 6, []));

        var seen = await database.Send(new ViewActivity(id, new ListRequest()));
        seen.FirstSessionOn.ShouldBe(database.Clock.Today.AddDays(-8));
        seen.Details.Status.ShouldBe(ActivityStatus.Running);
        seen.Sessions.Items.Select(s => s.HeadCount).ShouldBe([8, 6]);
        var row = (await database.Send(new ListActivities(new ListRequest()))).Items.ShouldHaveSingleItem();
        (row.Sessions, row.LastSessionOn).ShouldBe((2, database.Clock.Today.AddDays(-1)));
    }

    [Fact]
    public async Task Coming_moves_an_open_signpost_to_attended_in_the_same_save()
    {
        await using var database = await TestDatabase.Create();
        var id = await database.Send(new StartActivity(Soup));
        var (kwame, marta) = (await database.AddPerson("Kwame"), await database.AddPerson("Marta"));
        var early = Given(database, kwame, id, 10);
        var other = Given(database, marta, id, 10);
        var later = Given(database, kwame, id, 0);
        await database.Add(early, other, later);

        await database.Send(new HoldSession(id, database.Clock.Today.AddDays(-2), null, [kwame.Id]));

        var stored = await database.Db(db => db.Signposts.ToDictionaryAsync(s => s.Id));
        (stored[early.Id].State, stored[early.Id].AttendedOn).ShouldBe((SignpostState.Attended, database.Clock.Today.AddDays(-2)));
        stored[other.Id].State.ShouldBe(SignpostState.Given);
        stored[later.Id].State.ShouldBe(SignpostState.Given);
    }

    [Fact]
    public async Task Attendance_taken_back_puts_the_signpost_back_or_moves_it_to_the_next_session_they_were_at()
    {
        await using var database = await TestDatabase.Create();
        var id = await database.Send(new StartActivity(Soup));
        var kwame = await database.AddPerson("Kwame");
        var given = Given(database, kwame, id, 20);
        given.DidNotGo(database.Clock.Today.AddDays(-6), DidNotGoReason.Transport, "No bus");
        await database.Add(given);
        async Task<Signpost> Stored() => await database.Db(db => db.Signposts.AsNoTracking().SingleAsync());

        var first = await database.Send(new HoldSession(id, database.Clock.Today.AddDays(-9), null, [kwame.Id]));
        var second = await database.Send(new HoldSession(id, database.Clock.Today.AddDays(-2), null, [kwame.Id]));
        var moved = await Stored();
        (moved.State, moved.AttendedOn, moved.ByAttendance).ShouldBe((SignpostState.Attended, database.Clock.Today.AddDays(-9), true));

        await database.Send(new ChangeSession(id, first, 3, []));
        (await Stored()).AttendedOn.ShouldBe(database.Clock.Today.AddDays(-2), "they were at the next one");
        await database.Send(new DropSession(id, second));
        var back = await Stored();
        (back.State, back.AttendedOn, back.Reason, back.ReasonWords, back.ByAttendance).ShouldBe((SignpostState.DidNotGo, null, DidNotGoReason.Transport, "No bus", false));
    }

    [Fact]
    public async Task Who_came_can_be_put_right_and_those_one_may_not_know_of_stay()
    {
        await using var database = await TestDatabase.Create();
        var id = await database.Send(new StartActivity(Soup));
        var (near, far, late) = (await database.AddPerson("Kwame"), await database.AddPerson("Tomos", database.HarbourWard), await database.AddPerson("Marta"));
        await database.Add(Given(database, late, id, 10));
        var session = await database.Send(new HoldSession(id, database.Clock.Today, null, [near.Id, far.Id]), database.Coordinator);

        (await database.Send(new ViewActivity(id, new ListRequest()))).Sessions.Items[0].Named.Select(p => p.Name).ShouldBe(["Kwame"]);
        await database.Send(new ChangeSession(id, session, 12, [late.Id]));

        var seen = (await database.Send(new ViewActivity(id, new ListRequest()), database.Coordinator)).Sessions.Items[0];
        seen.HeadCount.ShouldBe(12);
        seen.Named.Select(p => p.Name).ShouldBe(["Marta", "Tomos"]);
        (await database.Db(db => db.Signposts.SingleAsync())).State.ShouldBe(SignpostState.Attended);
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new ChangeSession(id, session, 1, [late.Id])))).Message.ShouldContain("2 people are named");
    }

    [Fact]
    public async Task A_session_that_was_not_held_is_taken_away_and_the_start_moves()
    {
        await using var database = await TestDatabase.Create();
        var id = await database.Send(new StartActivity(Soup));
        var first = await database.Send(new HoldSession(id, database.Clock.Today.AddDays(-8), 6, []));
        await database.Send(new HoldSession(id, database.Clock.Today, 6, []));

        await database.Send(new DropSession(id, first));

        (await database.Send(new ViewActivity(id, new ListRequest()))).FirstSessionOn.ShouldBe(database.Clock.Today);
        await Should.ThrowAsync<NotFoundException>(database.Send(new DropSession(id, first)));
    }

    [Fact]
    public async Task Sessions_of_the_future_of_one_day_twice_or_with_unknown_people_are_refused()
    {
        await using var database = await TestDatabase.Create();
        var id = await database.Send(new StartActivity(Soup));
        var far = await database.AddPerson("Tomos", database.HarbourWard);
        await database.Send(new HoldSession(id, database.Clock.Today, 3, []));

        await Should.ThrowAsync<DomainRuleException>(database.Send(new HoldSession(id, database.Clock.Today.AddDays(1), 3, [])));
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new HoldSession(id, database.Clock.Today, 3, [])))).Message.ShouldContain("is there already");
        await Should.ThrowAsync<NotFoundException>(database.Send(new HoldSession(id, database.Clock.Today.AddDays(-1), 3, [far.Id])));
        await Should.ThrowAsync<ValidationException>(database.Send(new HoldSession(id, database.Clock.Today.AddDays(-1), -1, [])));
    }

    [Fact]
    public async Task The_leader_is_shown_only_to_those_who_may_know_of_that_person_and_not_lost_by_others()
    {
        await using var database = await TestDatabase.Create();
        var leader = await database.AddPerson("Tomos", database.HarbourWard);
        var id = await database.Send(new StartActivity(Soup with { LeaderId = leader.Id }), database.Coordinator);

        (await database.Send(new ViewActivity(id, new ListRequest()), database.Coordinator)).Leader!.Name.ShouldBe("Tomos");
        foreach (var other in new[] { database.Worker, database.Partner, database.Commissioner, database.Researcher })
        {
            var seen = await database.Send(new ViewActivity(id, new ListRequest()), other);
            (seen.Leader, seen.Details.LeaderId, seen.LeaderHidden).ShouldBe((null, null, true));
        }

        var asWorker = await database.Send(new ViewActivity(id, new ListRequest()));
        await database.Send(new ChangeActivity(id, asWorker.Version, asWorker.Details with { Description = "Bring a vegetable" }));
        (await database.Send(new ViewActivity(id, new ListRequest()), database.Coordinator)).Leader!.Name.ShouldBe("Tomos");
        await Should.ThrowAsync<NotFoundException>(database.Send(new StartActivity(Soup with { LeaderId = leader.Id })));
    }

    [Fact]
    public async Task Another_status_is_added_to_its_history_and_an_overtaken_change_is_refused()
    {
        await using var database = await TestDatabase.Create();
        var id = await database.Send(new StartActivity(Soup));
        var version = (await database.Send(new ViewActivity(id, new ListRequest()))).Version;
        database.Clock.Now = database.Clock.Now.AddDays(30);

        await database.Send(new ChangeActivity(id, version, Soup with { Status = ActivityStatus.SelfSustaining }));

        (await database.Send(new ViewActivity(id, new ListRequest()))).History.Select(h => h.Status).ShouldBe([ActivityStatus.Idea, ActivityStatus.SelfSustaining]);
        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeActivity(id, version, Soup)));
    }

    [Fact]
    public async Task It_lies_where_its_place_does_and_is_found_by_its_words()
    {
        await using var database = await TestDatabase.Create();
        var hall = Asset.Add(database.Programme, null, database.Clock.Today, new AssetDetails(AssetKind.Place, "Number Nine", NeighbourhoodId: database.Fernhill));
        await database.Add(hall);
        var id = await database.Send(new StartActivity(Soup with { PlaceId = hall.Id }));

        var found = (await database.Send(new FindActivities("soup nin"))).ShouldHaveSingleItem();
        (found.Id, found.Place, found.Neighbourhood).ShouldBe((id, "Number Nine", "Fernhill"));
        (await database.Send(new ListActivities(new ListRequest("soup"), ActivityStatus.Idea, LedBy.Resident, database.Fernhill, DayOfWeek.Wednesday))).Items.Count.ShouldBe(1);
        (await database.Send(new ListActivities(new ListRequest(), ActivityStatus.Ended))).Items.ShouldBeEmpty();
        await Should.ThrowAsync<ValidationException>(database.Send(new StartActivity(Soup with { Name = " " })));
        await Should.ThrowAsync<NotAllowedException>(database.Send(new StartActivity(Soup), database.Partner));
        await Should.ThrowAsync<NotFoundException>(database.Send(new ViewActivity(new ActivityId(99), new ListRequest())));
    }

    private static Signpost Given(TestDatabase database, Person to, ActivityId activity, int daysAgo) => Signpost.Give(
        database.Programme, database.Fernhill, database.Worker.UserId, Guid.NewGuid(), to.Id, new SignpostTarget(null, activity, "Soup", null), null,
        database.Clock.Today.AddDays(-daysAgo), null, database.Clock.Today);
}
