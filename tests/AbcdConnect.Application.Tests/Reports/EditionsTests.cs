using System.Text;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Places;
using AbcdConnect.Application.Reports.Preparing;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Application.Reports.Value;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Application.Tests.Reports;

public sealed class EditionsTests
{
    private static readonly YearMonth October = new(2026, 10);
    private static readonly ReportPeriod Quarter = new(ReportKind.Quarter, new YearMonth(2026, 9));
    private static readonly ReportPeriod Year = new(ReportKind.Year, new YearMonth(2026, 8));

    [Fact]
    public async Task People_are_counted_once_in_a_quarter_and_once_in_a_year_whatever_the_months_say()
    {
        await using var database = await TestDatabase.Create();
        var people = await People(database, 6);
        foreach (var month in new[] { 7, 8, 9 })
        {
            foreach (var person in people)
            {
                await Signpost(database, person, new DateOnly(2026, month, 3), database.Fernhill);
            }
        }

        await database.Send(new CompileAll(), database.Coordinator);
        foreach (var period in new ReportPeriod[] { new YearMonth(2026, 7), new YearMonth(2026, 8), new YearMonth(2026, 9), Quarter, Year })
        {
            await database.Send(new PublishReport(period), database.Coordinator);
            var sheet = (await database.Send(new SeeReport(period), database.Commissioner)).Sheet;

            sheet.Figures.Metrics.Single(m => m.Name == "people-signposted").InMonth.Value.ShouldBe(6, period.ToString());
            sheet.Figures.Metrics.Single(m => m.Name == "signposts-landed").Parts.Single(p => p.Name == "given").InMonth.Value.ShouldBe(period.Kind switch { ReportKind.Quarter => 18, ReportKind.Year => 12, _ => 6 }, period.ToString());
            sheet.Figures.More!.People!.All.Value.ShouldBe(6, period.ToString());
        }

        (await database.Send(new ListReports(new ListRequest()), database.Commissioner)).Items.Select(r => r.Period.ToString()).ShouldBe(["2026-q3", "2026-09", "2025-26", "2026-08", "2026-07"]);
        (await database.Send(new FindPeriod("2025-26"), database.Commissioner)).ShouldBe(Year);
        await Should.ThrowAsync<NotFoundException>(database.Send(new FindPeriod("nonsense"), database.Commissioner));
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new PublishReport(ReportPeriod.Quarter(October)), database.Coordinator))).Message.ShouldContain("not over yet");
    }

    [Fact]
    public async Task Somebody_who_moved_was_merged_or_was_forgotten_counts_once_and_where_they_were_met()
    {
        await using var database = await TestDatabase.Create();
        var people = await People(database, 12);
        foreach (var (person, at) in people.Select((p, at) => (p, at)))
        {
            await Talk(database, person, new DateOnly(2026, 10, 2 + at), at < 6 ? database.Fernhill : database.HarbourWard);
        }

        // One is met in both places; one moves; two turn out to be one; one is forgotten.
        await Talk(database, people[0], new DateOnly(2026, 10, 20), database.HarbourWard);
        await database.Db(async db =>
        {
            var moved = await db.People.SingleAsync(p => p.Id == people[1]);
            moved.Change(new PersonDetails("Person 1", NeighbourhoodId: database.HarbourWard));
            return await db.SaveChangesAsync();
        });
        (await Reached()).ShouldBe((12, 6, 7));

        var versions = await database.Db(db => db.People.ToDictionaryAsync(p => p.Id, p => p.Version));
        await database.Send(new MergePeople(people[2], versions[people[2]], people[3], versions[people[3]], new PersonDetails("Person 2", NeighbourhoodId: database.Fernhill)), database.Coordinator);
        (await Reached()).ShouldBe((11, 5, 7));

        await database.Send(new ForgetPerson(people[4]), database.Administrator);
        (await Reached()).ShouldBe((11, 5, 7));

        async Task<(int?, int?, int?)> Reached()
        {
            await database.Send(new CompileChangedMonths(), database.Coordinator);
            var reached = (await Draft(database, October)).More!.People!;
            return (reached.All.Value, reached.Places.Single(p => p.Name == "Fernhill").Reached.Value, reached.Places.Single(p => p.Name == "Harbour Ward").Reached.Value);
        }
    }

    [Fact]
    public async Task One_person_alone_in_a_ward_is_not_told_of_nor_can_be_worked_out()
    {
        await using var database = await TestDatabase.Create();
        foreach (var (person, at) in (await People(database, 9)).Select((p, at) => (p, at)))
        {
            await Talk(database, person, new DateOnly(2026, 10, 2 + at), at == 0 ? database.HarbourWard : database.Fernhill);
        }

        await database.Send(new CompileAll(), database.Coordinator);
        await database.Send(new PublishReport(October), database.Coordinator);

        var place = await database.Send(new SeePlaceReport(October, database.HarbourWard), database.Commissioner);

        place.Reached!.Reached.Value.ShouldBeNull();
        place.Reached.PerThousand.ShouldBeNull();
        place.Row.Counts[0].Value.ShouldBeNull();
        place.Months.ShouldAllBe(m => m.Counts == null || m.Counts[0].Value == null);
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeePlaceReport(October, new NeighbourhoodId(99)), database.Commissioner));
    }

    [Fact]
    public async Task A_neighbourhoods_pages_and_every_file_are_known_again_by_anybody_and_a_changed_one_is_not()
    {
        await using var database = await TestDatabase.Create(services => services.AddSingleton<IPdfPrinter>(new Printer()).AddSingleton<IReportPage>(new Page()).AddSingleton<IPlacePage>(new Page()));
        await database.Send(new CompileAll(), database.Coordinator);
        await database.Send(new PublishReport(October), database.Coordinator);
        var report = await database.Send(new SeeReport(October), database.Commissioner);
        var place = (await database.Send(new PrintPlaceReport(October, database.Fernhill), database.Commissioner)).Pdf!;
        (await database.Send(new PrintPlaceReport(October, database.Fernhill), database.Commissioner)).Pdf.ShouldBe(place);

        (await Known(ReportFigures.Sha256(place)))!.File.ShouldBe("the PDF of Fernhill");
        (await Known(ReportFigures.Sha256(ReportCsv.Of(report.Sheet))))!.File.ShouldBe("the CSV");
        var by = (await Known(report.Sheet.Identifier!.ToUpperInvariant()))!;
        (by.File, by.Edition, by.Period.ToString(), by.Programme).ShouldBe((null, 1, "2026-10", "Wealbourne Together"));
        (await Known("0000-0000-0000")).ShouldBeNull();
        (await Known(ReportFigures.Sha256(place.Append((byte)1).ToArray()))).ShouldBeNull();

        Task<VerifiedReport?> Known(string mark) => database.Send(new VerifyReport(mark), database.Partner);
    }

    [Fact]
    public async Task Sums_of_money_are_in_a_report_only_where_they_were_put_in_and_chosen_and_then_with_their_source()
    {
        await using var database = await TestDatabase.Create();
        foreach (var (person, at) in (await People(database, 8)).Select((p, at) => (p, at)))
        {
            await Talk(database, person, new DateOnly(2026, 10, 2 + at), database.Fernhill);
        }

        await database.Send(new CompileAll(), database.Coordinator);
        var cost = await database.Send(new PutValueInput(ValueKind.Cost, Metric.NewConversations, 24_000, new YearMonth(2026, 9), new YearMonth(2027, 8), "Budget agreed on 1 July 2026"), database.Coordinator);
        await database.Send(new PutValueInput(ValueKind.Worth, Metric.NewConversations, 12.5m, new YearMonth(2026, 9), new YearMonth(2027, 8), "Our own survey"), database.Coordinator);
        (await Draft(database, October)).More!.Values.ShouldBeNull();

        await database.Send(new ChooseSections(October, [new(ReportSection.Value)], 0), database.Coordinator);

        (await Draft(database, October)).More!.Values!.ShouldBe(
        [
            new ReportValue("Cost of the programme for each of its 8 new conversations", "£250.00", "£2,000 ÷ 8", "Budget agreed on 1 July 2026"),
            new ReportValue("Value of 8 new conversations", "£100.00", "£12.50 × 8", "Our own survey"),
        ]);
        await database.Send(new RemoveValueInput(cost), database.Coordinator);
        (await Draft(database, October)).More!.Values!.Count.ShouldBe(1);
        (await database.Send(new ListValueInputs(), database.Coordinator)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Page_one_claims_no_change_that_chance_would_make_and_no_share_beyond_what_is_known()
    {
        await using var database = await TestDatabase.Create();
        var people = await People(database, 40);
        for (var at = 0; at < 40; at++)
        {
            await Talk(database, people[at], new DateOnly(2026, at < 8 ? 9 : 10, 1 + (at % 28)), database.Fernhill);
            var signpost = await Signpost(database, people[at], new DateOnly(2026, 7, 6), database.Fernhill, answer: at < 20 ? s => s.Attended(s.GivenOn.AddDays(3)) : at < 30 ? s => s.DidNotGo(s.GivenOn.AddDays(3), DidNotGoReason.Time, null) : null);
        }

        await database.Send(new CompileAll(), database.Coordinator);

        var lines = (await Draft(database, October)).More!.Highlights;

        lines.ShouldContain("Clearly more than in September: new conversations (32 after 8).");
        lines.ShouldContain("Of 40 signposts given twelve weeks and more ago, 20 brought somebody there. Of 10 it is not known, so the share lies between 50 and 75 in 100.");

        // A year that is over is not on its way any more.
        await database.Add(Target.Promise(database.Programme, Metric.PeopleSignposted, null, 10, TargetPeriod.Month, null, new YearMonth(2025, 9)));
        (await Draft(database, Year)).Summary.ShouldHaveSingleItem().ShouldStartWith("People signposted fell short: 40 in the year, 120 promised");
    }

    [Fact]
    public async Task Ties_that_no_worker_made_would_stand_if_the_worker_left()
    {
        await using var database = await TestDatabase.Create();
        var people = await People(database, 20);
        for (var at = 0; at < 20; at += 2)
        {
            await database.Add(Connection.Make(database.Programme, database.Fernhill, null, ConnectionEnd.Of(people[at]), ConnectionEnd.Of(people[at + 1]), at < 8 ? ConnectionOrigin.Introduced : ConnectionOrigin.Activity, null, new DateOnly(2026, 10, 2), at == 18 ? new DateOnly(2026, 10, 20) : null));
        }

        await database.Send(new CompileAll(), database.Coordinator);

        var ties = (await Draft(database, October)).More!.Ties!;

        (ties.Standing.Value, ties.Tied.Value, ties.OnTheirOwn.Value, ties.OnlyIntroduced.Value).ShouldBe((9, 18, 10, 8));
    }

    private static async Task<ReportFigures> Draft(TestDatabase database, ReportPeriod period) => (await database.Send(new DraftReport(period), database.Coordinator)).Sheet.Figures;

    private static async Task<List<PersonId>> People(TestDatabase database, int count)
    {
        var people = Enumerable.Range(0, count).Select(at => Person.Meet(database.Programme, database.Worker.UserId, new DateOnly(2026, 6, 1), new PersonDetails($"Person {at}", NeighbourhoodId: database.Fernhill))).ToList();
        await database.Add([.. people]);
        return people.ConvertAll(p => p.Id);
    }

    private static Task Talk(TestDatabase database, PersonId person, DateOnly on, NeighbourhoodId where) =>
        database.Add(Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(on, ConversationKind.Learning, [person], "Heard", NeighbourhoodId: where), database.Clock.Today));

    private static async Task<Signpost> Signpost(TestDatabase database, PersonId person, DateOnly on, NeighbourhoodId where, Action<Signpost>? answer = null)
    {
        var asset = await database.Db(db => db.Assets.Select(a => (AssetId?)a.Id).FirstOrDefaultAsync());
        if (asset is null)
        {
            var added = Asset.Add(database.Programme, null, new DateOnly(2026, 6, 1), new AssetDetails(AssetKind.Place, "Bike kitchen"));
            await database.Add(added);
            asset = added.Id;
        }

        var signpost = Domain.Signposting.Signpost.Give(database.Programme, where, null, Guid.NewGuid(), person, new SignpostTarget(asset, null, "Bike kitchen", null), null, on, null, database.Clock.Today);
        answer?.Invoke(signpost);
        await database.Add(signpost);
        return signpost;
    }

    private sealed class Printer : IPdfPrinter
    {
        private int printed;

        public Task<PrintedPdf> Print(string html, PdfPrintOptions options, CancellationToken cancellationToken) => Task.FromResult<PrintedPdf>(new PdfPrinted(Encoding.UTF8.GetBytes($"{html} {++printed}"), 1));
    }

    private sealed class Page : IReportPage, IPlacePage
    {
        public Task<string> Html(ReportSheet sheet, CancellationToken token) => Task.FromResult("report");

        public Task<string> Html(PlaceSheet sheet, CancellationToken token) => Task.FromResult("place");
    }
}
