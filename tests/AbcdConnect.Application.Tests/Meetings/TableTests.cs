using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Table;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Meetings;

public sealed class TableTests
{
    [Fact]
    public async Task The_table_shows_who_comes_who_is_missing_who_acts_with_whom_and_what_comes_of_it()
    {
        await using var database = await TestDatabase.Create();
        var police = await database.AddAgency("Police");
        var school = await database.AddAgency("School", Sector.School);
        var left = await database.AddAgency("Gone", Sector.Fire);
        var (sam, mo) = (await database.AddPractitioner("Sam Reed", database.Housing), await database.AddPractitioner("Mo Lane", police));
        var (ada, al) = (await database.AddPractitioner("Ada Poe", school), await database.AddPractitioner("Al Fox", left));
        // The police came in spring and not since; housing and the school always; those who left are not missed.
        var meetings = new List<MeetingId>();
        foreach (var day in new[] { -250, -220, -90, -60, -30 })
        {
            var early = day < -100;
            meetings.Add(await Held(database, day, (sam, true), (ada, true), (mo, early), (al, early)));
        }

        await database.Send(new LeaveTable(left, database.Clock.Today.AddDays(-100)), database.Coordinator);
        await database.Send(new Decide(meetings[0], "The hall opens on Thursdays"), database.Coordinator);
        await database.Send(new Decide(meetings[4], "Nobody is turned away from the shed"), database.Coordinator);
        var decision = (await database.See(meetings[0])).Decisions[0].Id;
        var onTime = await Agree(database, meetings[0], database.Housing, decision, -200);
        var late = await Agree(database, meetings[0], school, decision, -200);
        await Agree(database, meetings[0], school, null, -200);
        await database.Db(async db =>
        {
            (await db.MeetingActions.FindAsync(onTime))!.Done(database.Clock.Today.AddDays(-200));
            (await db.MeetingActions.FindAsync(late))!.Done(database.Clock.Today.AddDays(-199));
            return await db.SaveChangesAsync();
        });

        var table = await database.Send(new SeeTable(new TableSpan()), database.Coordinator);
        table.Meetings.ShouldBe(5);
        table.Agencies.Single(a => a.Name == "Police").ShouldSatisfyAllConditions(a => a.Came.ShouldBe(2), a => a.Asked.ShouldBe(5), a => a.Apologies.ShouldBe(3));
        table.UsedToCome.ShouldHaveSingleItem().Name.ShouldBe("Police");
        table.NeverSeen.ShouldContain(Sector.Nhs);
        table.NeverSeen.ShouldNotContain(Sector.Police);
        table.Sectors.Single(s => s.Sector == Sector.Housing).ByMonth.Sum().ShouldBe(table.ByMonth.Count(m => m.Meetings > 0));

        var network = await database.Send(new SeeNetwork(new TableSpan()), database.Worker);
        network.Nodes.Count.ShouldBe(4);
        var tie = network.Ties.Single(t => t.Strength == 6);
        new[] { network.Nodes[tie.One].Name, network.Nodes[tie.Other].Name }.ShouldBe(["Wealbourne Homes", "School"], ignoreOrder: true);
        (tie.Meetings, tie.Acted).ShouldBe((5, 1));
        network.Density.ShouldBe(1);
        network.Growth.Count.ShouldBe(5);
        network.Growth[^1].Ties.ShouldBe(6);
        // Each year by the same places: those of the table first, whoever is gone after them.
        network.Ever.Take(4).ShouldBe(network.Nodes.Select(n => n.Name));
        network.Growth[^1].Who.Order().ShouldBe([0, 1, 2, 3]);
        network.Growth[^1].Pairs.Select(p => (Math.Min(p.One, p.Other), Math.Max(p.One, p.Other))).ShouldBe(network.Ties.Select(t => (t.One, t.Other)), ignoreOrder: true);

        var promises = await database.Send(new SeePromises(new TableSpan()), database.Coordinator);
        (promises.Decisions, promises.CarriedOut, promises.Done).ShouldBe((2, 1, 1));
        promises.All.ShouldBe(new PromisesKept(1, 1, 1));
        promises.Agencies.Single(a => a.Name == "School").Kept.ShouldBe(new PromisesKept(0, 1, 1));

        var found = await database.Send(new SearchDecisions(new ListRequest("thurs hall")), database.Worker);
        found.Items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(d => d.Actions.ShouldBe(2), d => d.Done.ShouldBe(2), d => d.Agencies.ShouldBe(2));
        (await database.Send(new SearchDecisions(new ListRequest()), database.Partner)).Items.Count.ShouldBe(2);
        (await database.Send(new SearchDecisions(new ListRequest()), database.Partner with { AgencyId = new AgencyId(77), UserId = new(77) })).Items.ShouldBeEmpty();
        await Should.ThrowAsync<NotAllowedException>(database.Send(new SeeTable(new TableSpan()), database.Partner));
        (await database.Send(new SeeTable(new TableSpan(YearMonth.Containing(database.Clock.Today).AddMonths(-24), database.HarbourWard)), database.Coordinator)).Meetings.ShouldBe(0);
        (await database.Send(new SeeNetwork(new TableSpan(YearMonth.Containing(database.Clock.Today).AddMonths(-24))), database.Coordinator)).Nodes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Decisions_of_an_index_that_knew_none_are_found_once_it_is_brought_up_to_date()
    {
        await using var database = await TestDatabase.Create();
        var meeting = await database.PlanMeeting(-7);
        await database.Send(new Decide(meeting, "The hall opens on Thursdays"), database.Coordinator);
        await database.Db(async db =>
        {
            var words = await db.SearchWords.Where(w => w.Kind == Domain.Search.SearchKind.Decision).Select(w => w.Id).ToListAsync();
            words.ShouldNotBeEmpty();
            await db.SearchPostings.Where(p => words.Contains(p.WordId)).ExecuteDeleteAsync();
            await db.SearchedRecords.Where(r => r.Kind == Domain.Search.SearchKind.Decision).ExecuteDeleteAsync();
            await db.SearchWords.Where(w => w.Kind == Domain.Search.SearchKind.Decision).ExecuteDeleteAsync();
            return await db.SearchIndexStates.ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, 2).SetProperty(s => s.Making, 2));
        });
        (await database.Send(new SearchDecisions(new ListRequest("thursdays")), database.Coordinator)).Items.ShouldBeEmpty();

        var made = 0;
        while (await database.Send(new Application.Search.RebuildSearchIndex(), database.Coordinator) is { Done: false } some)
        {
            made += some.Records;
        }

        made.ShouldBeLessThanOrEqualTo(1);
        (await database.Send(new SearchDecisions(new ListRequest("thursdays")), database.Coordinator)).Items.ShouldHaveSingleItem();
    }

    private static async Task<MeetingId> Held(TestDatabase database, int day, params (PractitionerId Who, bool Came)[] people)
    {
        var id = await database.PlanMeeting(day, [.. people.Select(p => p.Who)]);
        await database.Send(new TickAttendance(id, [.. people.Select(p => new AttendanceTick(p.Who, p.Came ? AttendanceStatus.Present : AttendanceStatus.Apologies, AttendanceStatus.Invited))]), database.Coordinator);
        await database.Send(new SettleMeeting(id, MeetingSettlement.Held), database.Coordinator);
        return id;
    }

    private static Task<ActionId> Agree(TestDatabase database, MeetingId meeting, AgencyId agency, DecisionId? decision, int dueIn) =>
        database.Send(new AgreeAction(meeting, new ActionDetails($"For {agency} {decision}", agency, null, database.Clock.Today.AddDays(dueIn), decision)), database.Coordinator);
}
