using System.Text.Json.Nodes;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Tests.Metrics;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Reports;

public sealed class ReproducibleTests
{
    [Fact]
    public async Task Across_a_year_of_edits_merges_and_erasures_every_edition_comes_out_the_same_to_the_byte_and_all_of_them_tell_of_nobody()
    {
        await using var database = await TestDatabase.Create();
        var history = await History.Of(database, 11);
        await database.Add(Target.Promise(database.Programme, Metric.NewConversations, null, 10, TargetPeriod.Month, null, new YearMonth(2025, 9)));
        await database.Send(new CompileAll(), database.Coordinator);
        for (var month = new YearMonth(2026, 7); month <= new YearMonth(2026, 10); month = month.Next)
        {
            await database.Send(new PublishReport(month), database.Coordinator);
        }

        await database.Send(new PublishReport(ReportPeriod.Quarter(new YearMonth(2026, 9))), database.Coordinator);
        var october = new YearMonth(2026, 10);
        var first = (await database.Send(new SeeReport(october, 1), database.Commissioner)).Json;

        for (var round = 0; round < 12; round++)
        {
            database.Clock.Now = database.Clock.Now.AddMonths(1);
            await history.Correct();
            await history.Write(10);
            await Meddle(database, round);
            await database.Send(new CompileChangedMonths(), database.Coordinator);
            var ended = YearMonth.Containing(database.Clock.Today).Previous;
            await Publish(database, ended);
            await Publish(database, october);
            if (round == 6)
            {
                await database.Db(async db =>
                {
                    (await db.Programmes.SingleAsync()).PublishBy(DisclosureRule.HideOneToSevenAndRound);
                    return await db.SaveChangesAsync();
                });
            }
        }

        var again = await database.Send(new MakeReportsAgain(), database.Coordinator);

        again.Editions.Count.ShouldBeGreaterThanOrEqualTo(5);
        again.Editions.ShouldAllBe(e => e.Came == MadeAgain.SameToTheByte);
        again.Tells.ShouldBeEmpty();
        (await database.Send(new SeeReport(october, 1), database.Commissioner)).Json.ShouldBe(first);
        // And it was no idle year: made of the data as they stand now, October is another.
        (await database.Send(new DraftReport(october), database.Coordinator)).Sheet.Figures.ToJson().ShouldNotBe(first);
    }

    [Fact]
    public async Task Where_a_kept_figure_was_tampered_with_it_does_not_come_out_the_same()
    {
        await using var database = await TestDatabase.Create();
        await History.Of(database, 3);
        await database.Send(new CompileAll(), database.Coordinator);
        await database.Send(new PublishReport(new YearMonth(2026, 10)), database.Coordinator);

        await database.Db(db => db.Database.ExecuteSqlAsync($"UPDATE OutcomeReports SET Figures = replace(Figures, '\"Edition\"', '\"Edition\"') || ' '"));

        (await database.Send(new MakeReportsAgain(), database.Coordinator)).Editions.ShouldHaveSingleItem().Came.ShouldBe(MadeAgain.Otherwise);
    }

    [Fact]
    public async Task Figures_that_an_earlier_program_put_in_other_words_are_the_same_and_other_figures_are_not()
    {
        await using var database = await TestDatabase.Create();
        await History.Of(database, 3);
        await database.Send(new CompileAll(), database.Coordinator);
        await database.Send(new PublishReport(new YearMonth(2026, 10)), database.Coordinator);

        await Publish(figures => figures["Summary"] = new JsonArray("It was put like this once.", "And at more length."));
        (await database.Send(new MakeReportsAgain(), database.Coordinator)).Editions.ShouldHaveSingleItem().Came.ShouldBe(MadeAgain.SameInOtherWords);

        await Publish(figures => figures["Metrics"]![0]!["InMonth"] = 7919);
        (await database.Send(new MakeReportsAgain(), database.Coordinator)).Editions.ShouldHaveSingleItem().Came.ShouldBe(MadeAgain.Otherwise);

        async Task Publish(Action<JsonNode> change)
        {
            var figures = JsonNode.Parse(await database.Db(db => db.OutcomeReports.Select(r => r.Figures).SingleAsync()))!;
            change(figures);
            var text = figures.ToJsonString();
            await database.Db(db => db.Database.ExecuteSqlAsync($"UPDATE OutcomeReports SET Figures = {text}, FiguresSha256 = {ReportFigures.Sha256(text)}"));
        }
    }

    [Fact]
    public async Task A_month_compiled_while_it_is_edited_is_published_as_one_moment_saw_it()
    {
        await using var database = await TestDatabase.Create();
        await History.Of(database, 5);
        await database.Send(new CompileAll(), database.Coordinator);
        using var stop = new CancellationTokenSource();
        var edits = Task.Run(async () =>
        {
            for (var at = 0; !stop.IsCancellationRequested; at++)
            {
                await database.Add(Asset.Add(database.Programme, null, new DateOnly(2026, 10, 1 + (at % 28)), new AssetDetails(AssetKind.Place, $"Place {at}")));
                await database.Send(new CompileChangedMonths(), database.Coordinator);
            }
        });

        for (var reading = 0; reading < 25; reading++)
        {
            ReportFigures figures;
            try
            {
                figures = (await database.Send(new DraftReport(new YearMonth(2026, 10)), database.Coordinator)).Sheet.Figures;
            }
            catch (DomainRuleException busy)
            {
                busy.Message.ShouldContain("being compiled just now");
                continue;
            }

            var added = figures.Metrics.Single(m => m.Name == "contacts-added").InMonth.Value!.Value;
            var placed = figures.Neighbourhoods.Sum(n => n.Counts[1].Value!.Value) + (figures.Unplaced?[1].Value ?? 0);
            placed.ShouldBe(added);
        }

        await stop.CancelAsync();
        await edits;
    }

    // Somebody merged, somebody erased, a neighbourhood renamed, a promise changed.
    private static async Task Meddle(TestDatabase database, int round)
    {
        var people = await database.Db(db => db.People.Where(p => p.AnonymisedOn == null && p.MergedInto == null).OrderBy(p => p.Id).Select(p => new { p.Id, p.Version }).ToListAsync());
        if (round % 3 == 0 && people.Count > 2)
        {
            await database.Send(new MergePeople(people[0].Id, people[0].Version, people[1].Id, people[1].Version, new PersonDetails("Kept")), database.Coordinator);
        }
        else if (round % 3 == 1 && people.Count > 1)
        {
            await database.Send(new ForgetPerson(people[^1].Id), database.Administrator);
        }

        await database.Db(async db =>
        {
            (await db.Neighbourhoods.SingleAsync(n => n.Id == database.HarbourWard)).Change($"Harbour, {round}", null, 1_000 + round, null);
            (await db.Targets.FirstAsync()).Change(10 + round, TargetPeriod.Month, null, new YearMonth(2025, 9), null);
            return await db.SaveChangesAsync();
        });
    }

    // A month may not be publishable: nothing moved, or too little to hide behind. Anything else is a fault.
    private static async Task Publish(TestDatabase database, YearMonth month)
    {
        try
        {
            await database.Send(new PublishReport(month), database.Coordinator);
        }
        catch (DomainRuleException refused)
        {
            (refused.Message.Contains("Nothing has moved") || refused.Message.Contains("too few people")).ShouldBeTrue(refused.Message);
        }
    }
}
