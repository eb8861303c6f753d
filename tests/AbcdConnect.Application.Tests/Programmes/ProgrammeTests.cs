using AbcdConnect.Application.Common;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Testing;
using FluentValidation;

namespace AbcdConnect.Application.Tests.Programmes;

public sealed class ProgrammeTests
{
    private static readonly YearMonth April = new(2026, 4);

    [Fact]
    public async Task A_coordinator_changes_the_programme_and_a_worker_only_sees_it()
    {
        await using var database = await TestDatabase.Create();
        var seen = await database.Send(new SeeProgramme(), database.Worker);
        seen.ShouldSatisfyAllConditions(p => p.Name.ShouldBe("Wealbourne Together"), p => p.Neighbourhoods.ShouldBe(2), p => p.MayChange.ShouldBeFalse());

        await database.Send(new ChangeProgramme("Wealbourne Neighbours", "The council", seen.StartsOn, seen.Version), database.Coordinator);

        (await database.Send(new SeeProgramme(), database.Administrator)).Name.ShouldBe("Wealbourne Neighbours");
        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeProgramme("Mine", null, seen.StartsOn, seen.Version), database.Coordinator));
        await Should.ThrowAsync<NotAllowedException>(database.Send(new ChangeProgramme("Mine", null, seen.StartsOn, seen.Version + 1), database.Worker));
    }

    [Fact]
    public async Task Neighbourhoods_are_added_by_hand_with_their_codes_and_found()
    {
        await using var database = await TestDatabase.Create();

        var id = await database.Send(new DefineNeighbourhood("Z05000009", new NeighbourhoodDetails("Mill Lane", 4200, "E01005801, e01005802\nE01005801")), database.Coordinator);

        var seen = await database.Send(new SeeNeighbourhood(id), database.Worker);
        seen.ShouldSatisfyAllConditions(n => n.LsoaCodes.ShouldBe("E01005801 E01005802"), n => n.Population.ShouldBe(4200), n => n.Boundary.ShouldBeNull());
        (await database.Send(new ListNeighbourhoods(new ListRequest("Mill")), database.Worker)).Items.ShouldHaveSingleItem().Id.ShouldBe(id);
        await database.Send(new ChangeNeighbourhood(id, new NeighbourhoodDetails("Mill Lane and the Wharf", 4300), seen.Version), database.Coordinator);
        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeNeighbourhood(id, new NeighbourhoodDetails("Mill"), seen.Version), database.Coordinator));
    }

    [Fact]
    public async Task A_change_of_name_keeps_the_boundary()
    {
        await using var database = await TestDatabase.Create();
        var before = await database.Send(new SeeNeighbourhood(database.Fernhill), database.Coordinator);

        await database.Send(new ChangeNeighbourhood(database.Fernhill, new NeighbourhoodDetails("Fernhill and Top Road"), before.Version), database.Coordinator);

        (await database.Send(new SeeNeighbourhood(database.Fernhill), database.Coordinator)).Boundary.ShouldBe(before.Boundary);
    }

    [Fact]
    public async Task A_code_that_is_another_neighbourhoods_and_one_that_is_no_lsoa_are_refused()
    {
        await using var database = await TestDatabase.Create();

        (await Should.ThrowAsync<DomainRuleException>(database.Send(new DefineNeighbourhood("Z05000001", new NeighbourhoodDetails("Elsewhere")), database.Coordinator))).Message.ShouldContain("Fernhill");
        await Should.ThrowAsync<ValidationException>(database.Send(new DefineNeighbourhood("Z05000010", new NeighbourhoodDetails("Elsewhere", null, "M33 4QJ")), database.Coordinator));
    }

    [Fact]
    public async Task A_second_promise_of_the_same_thing_waits_until_the_first_is_ended()
    {
        await using var database = await TestDatabase.Create();
        var first = await database.Send(new PromiseTarget(Metric.NewConversations, null, new TargetDetails(70, TargetPeriod.Month, 0.5m, April, null)), database.Coordinator);
        var second = new PromiseTarget(Metric.NewConversations, null, new TargetDetails(80, TargetPeriod.Month, 0.5m, new YearMonth(2026, 10), null));

        (await Should.ThrowAsync<DomainRuleException>(database.Send(second, database.Coordinator))).Message.ShouldContain("from April 2026");
        await database.Send(new EndTarget(first, new YearMonth(2026, 9)), database.Coordinator);
        var id = await database.Send(second, database.Coordinator);

        // November: the first no longer holds.
        (await database.Send(new ListTargets(new ListRequest(), Metric.NewConversations), database.Worker)).Items.ShouldHaveSingleItem().Id.ShouldBe(id);
        (await database.Send(new ListTargets(new ListRequest(), WithEnded: true), database.Worker)).Items.Count.ShouldBe(2);
        await database.Send(new PromiseTarget(Metric.NewConversations, database.Fernhill, new TargetDetails(20, TargetPeriod.Month, null, April, null)), database.Coordinator);
    }

    [Fact]
    public async Task A_promise_is_put_right_but_not_over_somebody_elses_change()
    {
        await using var database = await TestDatabase.Create();
        var id = await database.Send(new PromiseTarget(Metric.ContactsAdded, null, new TargetDetails(600, TargetPeriod.Year, null, April, null)), database.Coordinator);
        var seen = await database.Send(new SeeTarget(id), database.Worker);

        await database.Send(new ChangeTarget(id, new TargetDetails(500, TargetPeriod.Year, null, April, null), seen.Version), database.Coordinator);

        (await database.Send(new SeeTarget(id), database.Worker)).Amount.ShouldBe(500);
        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeTarget(id, new TargetDetails(400, TargetPeriod.Year, null, April, null), seen.Version), database.Coordinator));
        await Should.ThrowAsync<ValidationException>(database.Send(new EndTarget(id, null), database.Coordinator));
    }

    [Fact]
    public async Task Full_time_equivalents_add_up_by_month_and_split_evenly_over_a_workers_neighbourhoods()
    {
        await using var database = await TestDatabase.Create();
        await database.Db(async db =>
        {
            var worker = await db.Members.FindAsync(database.Worker.UserId!.Value);
            worker!.Change(worker.Name, worker.Role, null, [database.Fernhill, database.HarbourWard]);
            return await db.SaveChangesAsync();
        });
        await database.Send(new EmployWorker(database.Worker.UserId, new PostDetails(0.6m, new YearMonth(2026, 6), null)), database.Coordinator);
        var coordinating = await database.Send(new EmployWorker(database.Coordinator.UserId, new PostDetails(0.5m, new YearMonth(2025, 9), new YearMonth(2026, 9))), database.Coordinator);

        var staffing = await database.Send(new ListStaffing(new ListRequest()), database.Worker);

        staffing.Posts.Items.ShouldHaveSingleItem().Worker.ShouldBe("Amina Yusuf");
        staffing.Months.Select(m => m.Month).ShouldBe(new YearMonth(2025, 11).Through(new YearMonth(2026, 11)));
        staffing.Months.Single(m => m.Month == new YearMonth(2026, 5)).Programme.ShouldBe(0.5m);
        var september = staffing.Months.Single(m => m.Month == new YearMonth(2026, 9));
        september.Programme.ShouldBe(1.1m);
        september.Neighbourhoods.Select(n => n.Fte).ShouldBe([0.3m, 0.3m]);
        (await database.Send(new SeePost(coordinating), database.Coordinator)).Workers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_is_more_than_one_full_time_worker()
    {
        await using var database = await TestDatabase.Create();
        var worker = database.Worker.UserId;
        var post = await database.Send(new EmployWorker(worker, new PostDetails(0.6m, April, null)), database.Coordinator);

        (await Should.ThrowAsync<DomainRuleException>(database.Send(new EmployWorker(worker, new PostDetails(0.5m, new YearMonth(2026, 8), null)), database.Coordinator))).Message.ShouldContain("August 2026");
        await database.Send(new ChangePost(post, new PostDetails(0.6m, April, new YearMonth(2026, 7)), 0), database.Coordinator);
        await database.Send(new EmployWorker(worker, new PostDetails(0.5m, new YearMonth(2026, 8), null)), database.Coordinator);
    }
}
