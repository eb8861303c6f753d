using System.Collections;
using System.Reflection;
using System.Text;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Tests.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Reports;

public sealed class NothingEscapesTests
{
    private static readonly YearMonth October = new(2026, 10);

    [Fact]
    public async Task Every_count_of_people_in_a_report_is_among_those_that_are_protected_together()
    {
        await using var database = await TestDatabase.Create();
        await History.Of(database, 7);
        await Met(database, 9, new DateOnly(2026, 10, 6));
        await Asked(database, 12, again: 8);
        await database.Send(new CompileAll(), database.Coordinator);
        var quarter = ReportPeriod.Quarter(new YearMonth(2026, 9));
        foreach (var period in new ReportPeriod[] { October, quarter })
        {
            await database.Send(new PublishReport(period), database.Coordinator);
            var kept = (await database.Db(db => db.OutcomeReports.SingleAsync(r => r.Kind == period.Kind)));
            var inputs = ReportInputs.FromJson(kept.Inputs!);
            Numbers(ReportFigures.FromJson(kept.Figures)).ShouldNotBeEmpty();

            // Made as if everything that is protected had been hidden: whatever is still told was never held against anything.
            var bare = ReportMaker.Make(inputs, [], new Publication(inputs.Rule, [], [])).Figures;

            var measured = Encoding.UTF8.GetString(ReportCsv.Of(new ReportSheet(ReportFigures.FromJson(kept.Figures), 1, null, null, null)));
            measured.ShouldContain(",measure-lonely,lonely: answered twice,2026-07 to 2026-09,8,");
            measured.ShouldContain(",measure-lonely,lonely: mean after,2026-07 to 2026-09,2.0,", customMessage: measured);
            Numbers(bare).ShouldBeEmpty(period.ToString());
            var lines = Encoding.UTF8.GetString(ReportCsv.Of(new ReportSheet(bare, 1, null, null, null))).Split("\r\n");
            string[] things = ["contacts-added", "activities-started", "multi-agency-meetings", "self-sustaining-activities", "activities-that-met", "sessions-held"];
            lines.Skip(1).Where(l => l.Length > 0 && !things.Contains(l.Split(',')[4]) && l.Split(',')[7] != "hidden").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task One_answer_more_than_was_told_before_tells_no_mean_and_no_share_and_five_more_do()
    {
        await using var database = await TestDatabase.Create();
        await Asked(database, 20, again: 8);
        await database.Send(new CompileAll(), database.Coordinator);
        var first = await Publish(October.Previous);
        first.Paired.Value.ShouldBe(8);
        first.MeanAfter.ShouldNotBeNull();

        // An answer of September comes late, and is better: 8 and 9 with their means would tell what it was.
        await Again(database, 8, 1, new DateOnly(2026, 9, 28));
        var second = await Publish(October);
        second.MeanAfter.ShouldBeNull();
        second.Better.Value.ShouldBeNull();

        await Again(database, 9, 6, new DateOnly(2026, 9, 29));
        database.Clock.Now = database.Clock.Now.AddMonths(1);
        var third = await Publish(October.Next);
        third.Paired.Value.ShouldBe(15);
        third.MeanAfter.ShouldNotBeNull();
        (await database.Send(new MakeReportsAgain(), database.Coordinator)).ShouldSatisfyAllConditions(a => a.Editions.ShouldAllBe(e => e.Came == MadeAgain.SameToTheByte), a => a.Tells.ShouldBeEmpty());

        async Task<ScoreFinding> Publish(YearMonth month)
        {
            await database.Send(new CompileAll(), database.Coordinator);
            await database.Send(new PublishReport(month), database.Coordinator);
            return (await database.Send(new SeeReport(month), database.Commissioner)).Sheet.Figures.More!.Measures!.Measures.Single(m => m.Code == "lonely").Scores[0];
        }
    }

    [Fact]
    public async Task A_quarter_stands_beside_the_one_before_and_says_what_is_clearly_more()
    {
        await using var database = await TestDatabase.Create();
        await Met(database, 6, new DateOnly(2026, 5, 6));
        await Met(database, 30, new DateOnly(2026, 8, 5));
        await database.Send(new CompileAll(), database.Coordinator);

        var figures = (await database.Send(new DraftReport(ReportPeriod.Quarter(new YearMonth(2026, 9))), database.Coordinator)).Sheet.Figures;

        figures.Metrics[0].ShouldSatisfyAllConditions(m => m.Before!.Value.ShouldBe(6), m => m.InMonth.Value.ShouldBe(30));
        figures.More!.Before.ShouldNotBeNull().ShouldSatisfyAllConditions(b => b.Reached!.Value.ShouldBe(6), b => b.Visits!.Value.ShouldBe(0), b => b.Sessions.ShouldBe(0));
        figures.More.Highlights.ShouldContain("Clearly more than in April to June 2026: new conversations (30 after 6).");
        (await database.Send(new DraftReport(October), database.Coordinator)).Sheet.Figures.Metrics.ShouldAllBe(m => m.Before == null);
        // The first quarter has none before it that the programme was there for.
        (await database.Send(new DraftReport(ReportPeriod.Quarter(new YearMonth(2025, 12))), database.Coordinator)).Sheet.Figures.More!.Before.ShouldBeNull();
    }

    [Fact]
    public async Task An_edition_from_before_its_counts_were_kept_is_held_against_all_the_same()
    {
        await using var database = await TestDatabase.Create();
        await Met(database, 12, new DateOnly(2026, 10, 6));
        await Met(database, 3, new DateOnly(2026, 10, 8), database.HarbourWard);
        await database.Send(new CompileAll(), database.Coordinator);
        await database.Send(new PublishReport(October), database.Coordinator);
        await database.Db(db => db.Database.ExecuteSqlAsync($"UPDATE OutcomeReports SET Cells = NULL, Inputs = NULL"));

        // Three more: six could be shown, but twelve and eighteen would tell of the three before.
        await Met(database, 3, new DateOnly(2026, 10, 20), database.HarbourWard);
        await database.Send(new CompileChangedMonths(), database.Coordinator);
        await database.Send(new PublishReport(October), database.Coordinator);

        var figures = (await database.Send(new SeeReport(October), database.Commissioner)).Sheet.Figures;
        (figures.Metrics[0].InMonth.Value, figures.Neighbourhoods[1].Counts[0].Value).ShouldBe((18, null));
        (await database.Db(db => db.OutcomeReports.CountAsync(r => r.Cells == null))).ShouldBe(0, "the old one's are kept from now on");
    }

    // Numbers that say something of people.
    private static List<string> Numbers(ReportFigures figures)
    {
        var found = new List<string>();
        foreach (var metric in figures.Metrics.Where(m => MetricName.TryParse(m.Name, out var which) && MetricDefinitions.Of(which).CountsPeople))
        {
            Walk(metric with { Promised = null, PromisedSoFar = null, PromisedInYear = null }, metric.Name);
        }

        int[] ofPeople = [0, 3, 4];
        foreach (var row in figures.Neighbourhoods)
        {
            found.AddRange(ofPeople.Where(c => row.Counts[c].Value is not null).Select(c => $"{row.Name} {c}"));
        }

        Walk(figures.Became, "became");
        Walk(figures.More?.People, "people");
        Walk(figures.More?.Together, "together");
        Walk(figures.More?.Ties, "ties");
        Walk(figures.More?.Measures, "measures");
        Walk(figures.More?.Before, "before");
        return found;

        void Walk(object? value, string path)
        {
            switch (value)
            {
                case null or string or Enum or int or decimal or bool or DateOnly or YearMonth or long:
                    break;
                case PublishedCount count:
                    found.AddRange(count.Value is null ? [] : [$"{path}: {count.Value}"]);
                    break;
                case double mean:
                    found.Add($"{path}: {mean}");
                    break;
                case IEnumerable many:
                    var at = 0;
                    foreach (var one in many)
                    {
                        Walk(one, $"{path}[{at++}]");
                    }

                    break;
                default:
                    foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
                    {
                        Walk(property.GetValue(value), $"{path}.{property.Name}");
                    }

                    break;
            }
        }
    }

    private static async Task Met(TestDatabase database, int people, DateOnly on, Domain.Programmes.NeighbourhoodId? where = null)
    {
        for (var i = 0; i < people; i++)
        {
            var person = await database.AddPerson($"Met {on:MMdd} {i}", where ?? database.Fernhill);
            await database.Add(Domain.Conversations.Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new Domain.Conversations.ConversationDetails(on, Domain.Conversations.ConversationKind.Learning, [person.Id], "Heard", NeighbourhoodId: where ?? database.Fernhill), database.Clock.Today));
        }
    }

    // Asked in June how lonely they feel; so many of them again in September.
    private static async Task Asked(TestDatabase database, int people, int again)
    {
        var began = new DateOnly(2026, 6, 15);
        for (var i = 0; i < people; i++)
        {
            var person = await database.AddPerson($"Asked {i}");
            var beginning = Asking.Begin(database.Programme, person.Id, database.Fernhill, ["lonely"], began);
            beginning.Answer(MeasureLibrary.All, Lonely(2 + (i % 3)), began, AskingHow.Spoken, null);
            await database.Add([beginning, .. beginning.FollowUps([3, 6, 12])]);
        }

        await Again(database, 0, again, new DateOnly(2026, 9, 14));
    }

    private static Task<int> Again(TestDatabase database, int skip, int count, DateOnly on) => database.Db(async db =>
    {
        foreach (var asking in await db.Askings.Where(a => a.Months == 3).OrderBy(a => a.Id).Skip(skip).Take(count).ToListAsync())
        {
            asking.Answer(MeasureLibrary.All, Lonely(1 + (int)(asking.Id.Value % 3)), on, AskingHow.Spoken, null);
        }

        return await db.SaveChangesAsync();
    });

    private static Dictionary<string, IReadOnlyDictionary<string, int>> Lonely(int answer) => new() { ["lonely"] = new Dictionary<string, int> { ["lonely"] = answer } };
}
