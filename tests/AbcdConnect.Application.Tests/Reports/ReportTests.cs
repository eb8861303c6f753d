using System.Text;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Application.Tests.Reports;

public sealed class ReportTests
{
    private static readonly YearMonth October = new(2026, 10);

    [Fact]
    public async Task A_draft_says_what_was_promised_what_came_and_how_it_is_counted()
    {
        await using var database = await Counted(fernhill: 12, harbour: 3);

        var figures = (await database.Send(new DraftReport(October), database.Coordinator)).Sheet.Figures;

        var conversations = figures.Metrics[0];
        conversations.InMonth.Value.ShouldBe(15);
        conversations.Promised.ShouldBe(10);
        conversations.Course.ShouldBe(Course.Ahead);
        conversations.Trend.Count.ShouldBe(13);
        figures.Metrics.ShouldAllBe(m => m.Definition.Length > 20);
        figures.Summary[0].ShouldBe("The programme kept its promise on new conversations in October 2026.");
        figures.Fte.ShouldBe(0.5m);
    }

    [Fact]
    public async Task A_count_of_people_too_small_to_publish_is_hidden_with_the_next_and_is_not_in_the_frozen_figures_either()
    {
        await using var database = await Counted(fernhill: 12, harbour: 3);

        var figures = (await database.Send(new DraftReport(October), database.Coordinator)).Sheet.Figures;

        figures.Neighbourhoods.Select(n => (n.Name, n.Counts[0].ToString())).ShouldBe([("Fernhill", "hidden"), ("Harbour Ward", "hidden")]);
        figures.HowToRead.ShouldContain(n => n.Contains("stands for a count of 1 to 4 people"));
        figures.Neighbourhoods.ShouldAllBe(n => n.Course == null);
        ReportFigures.FromJson(figures.ToJson()).Neighbourhoods[1].Counts[0].ShouldBe(PublishedCount.Hidden);
    }

    [Fact]
    public async Task A_programme_that_follows_the_NHS_hides_up_to_seven_and_rounds_the_rest()
    {
        await using var database = await Counted(fernhill: 12, harbour: 6);
        var programme = await database.Send(new SeeProgramme(), database.Coordinator);
        await database.Send(new ChangeProgramme(programme.Name, programme.Commissioner, programme.StartsOn, programme.Version, Disclosure: DisclosureRule.HideOneToSevenAndRound), database.Coordinator);

        var figures = (await database.Send(new DraftReport(October), database.Coordinator)).Sheet.Figures;

        figures.Metrics[0].InMonth.Value.ShouldBe(20, "eighteen, rounded");
        figures.Neighbourhoods[1].Counts[0].ShouldBe(PublishedCount.Hidden);
        figures.HowToRead.ShouldContain(n => n.Contains("rounded to the nearest 5"));
        // What is said of it is made from what is told.
        figures.ToJson().ShouldNotContain("18");
    }

    [Fact]
    public async Task What_the_first_edition_hid_the_second_does_not_tell()
    {
        await using var database = await Counted(fernhill: 12, harbour: 3);
        await database.Send(new PublishReport(October), database.Coordinator);

        // Three more in Harbour Ward: six could be shown, but twelve and eighteen would tell of the three before.
        for (var i = 0; i < 3; i++)
        {
            await Talk(database, $"Late {i}", database.HarbourWard, new DateOnly(2026, 10, 20 + i));
        }

        await database.Send(new CompileChangedMonths(), database.Coordinator);
        var draft = await database.Send(new DraftReport(October), database.Coordinator);

        draft.Refusals.ShouldBeEmpty();
        draft.Sheet.Figures.Metrics[0].InMonth.Value.ShouldBe(18);
        draft.Sheet.Figures.Neighbourhoods.ShouldAllBe(n => n.Counts[0].Value == null);
        draft.Sheet.Figures.Neighbourhoods.ShouldAllBe(n => n.Course == null);
    }

    [Fact]
    public async Task A_place_without_a_paid_worker_is_said_to_be_vacant()
    {
        await using var database = await Counted(fernhill: 12, harbour: 0);

        var figures = (await database.Send(new DraftReport(October), database.Coordinator)).Sheet.Figures;

        figures.Neighbourhoods.Select(n => n.Vacant).ShouldBe([false, true]);
    }

    [Fact]
    public async Task A_published_report_never_changes_and_a_correction_says_what_moved()
    {
        await using var database = await Counted(fernhill: 12, harbour: 8);
        (await database.Send(new PublishReport(October), database.Coordinator)).ShouldBe(1);
        var first = await database.Send(new SeeReport(October), database.Commissioner);

        await Talk(database, "Late", database.Fernhill, new DateOnly(2026, 10, 30));
        await database.Send(new CompileChangedMonths(), database.Coordinator);

        (await database.Send(new SeeReport(October), database.Commissioner)).Json.ShouldBe(first.Json);
        (await database.Send(new PublishReport(October), database.Coordinator)).ShouldBe(2);
        var second = await database.Send(new SeeReport(October), database.Commissioner);
        second.Sheet.WhatMoved!.Split('\n').ShouldContain("New conversations in the month: 20 before, 21 now.");
        second.Sheet.WhatMoved!.Split('\n').ShouldContain("Fernhill, new conversations: 12 before, 13 now.");
        second.Sheet.FiguresSha256.ShouldBe(ReportFigures.Sha256(second.Json));
        (await database.Send(new SeeReport(October, Edition: 1), database.Commissioner)).Json.ShouldBe(first.Json);
    }

    [Theory]
    [InlineData(1, "activities started", "activity started")]
    [InlineData(1, "people signposted", "person signposted")]
    [InlineData(1, "new conversations", "new conversation")]
    [InlineData(1, "self-sustaining activities", "self-sustaining activity")]
    [InlineData(2, "meetings held", "meetings held")]
    [InlineData(null, "meetings held", "meetings held")]
    public void One_activity_is_not_one_activities(int? count, string unit, string said) => Units.For(count, unit).ShouldBe(said);

    [Fact]
    public void What_moved_beyond_the_metrics_is_said_figure_by_figure_and_not_called_words()
    {
        var before = new ReportFigures(3, "Wealbourne", null, October, October, 1, [], [], [Row("Fernhill", 12)], [new PublishedCount(0)], Became(40, 20), [], [])
        {
            More = new ReportMore([new(ReportSection.Summary, "Words")], [], new PeopleReached(new PublishedCount(120), null, null, [new ReachedPlace(1, "Fernhill", null, new PublishedCount(80), null)]), Together: new DoneTogether(2, 9, new PublishedCount(90), 0, [], [])),
        };
        var more = before.More!;

        WhatMoved.Between(before, before).ShouldBeEmpty();
        // Somebody counted anew who came; a neighbourhood has another name, which is not another neighbourhood.
        WhatMoved.Between(before, before with { Neighbourhoods = [Row("Fern Hill", 12)], More = more with { Together = more.Together! with { Came = new PublishedCount(95) } } })
            .ShouldBe(["Visits: 90 before, 95 now."]);
        WhatMoved.Between(before, before with { More = more with { People = more.People! with { Places = [more.People.Places[0] with { Reached = PublishedCount.Hidden }] } } })
            .ShouldBe(["People reached, Fernhill: 80 before, hidden now."]);
        WhatMoved.Between(before, before with { Became = Became(40, 21), Unplaced = [new PublishedCount(6)] })
            .ShouldBe(["In no neighbourhood, new conversations: 0 before, 6 now.", "Signposts of three months before, went: 20 before, 21 now.", "Signposts of three months before, not known: 14 before, 13 now."]);
        WhatMoved.Between(before, before with { More = more with { Together = null, Layout = [new(ReportSection.Summary, "Other words")] } })
            .ShouldBe(["Activities that met: left out.", "Sessions held: left out.", "Visits: left out.", "The programme's own words, or which parts there are."]);
        WhatMoved.Between(before, before with { HowToRead = [ReportWords.Rounded + " 5."], Unplaced = [new PublishedCount(5)] })[0].ShouldStartWith("Small counts are protected by another rule from this edition on");
        WhatMoved.Between(before, before with { HowToRead = ["Otherwise"] }).ShouldBe(["The words of the report; no figure."]);

        static ReportNeighbourhood Row(string name, int count) => new(name, [new PublishedCount(count)], null, false) { Id = 1 };
        static SignpostsBecame Became(int given, int went) => new(October.AddMonths(-3), new PublishedCount(given), new PublishedCount(went), new PublishedCount(9), new PublishedCount(6), new PublishedCount(given - went - 6), []);
    }

    [Fact]
    public async Task Nothing_is_published_twice_nor_before_the_month_is_over_nor_over_entries_that_are_not_counted_yet()
    {
        await using var database = await Counted(fernhill: 12, harbour: 8);
        (await Refused(new YearMonth(2026, 11))).ShouldContain("not over yet");

        await database.Send(new PublishReport(October), database.Coordinator);
        (await Refused(October)).ShouldContain("Nothing has moved since edition 1");

        await Talk(database, "Late", database.Fernhill, new DateOnly(2026, 10, 30));
        (await Refused(October)).ShouldContain("Compile them again first");

        async Task<string> Refused(YearMonth month) =>
            (await Should.ThrowAsync<DomainRuleException>(database.Send(new PublishReport(month), database.Coordinator))).Message;
    }

    [Fact]
    public async Task Only_those_who_answer_for_it_see_a_draft_and_only_a_coordinator_publishes()
    {
        await using var database = await Counted(fernhill: 12, harbour: 8);

        await Should.ThrowAsync<NotAllowedException>(database.Send(new DraftReport(October), database.Commissioner));
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeeReport(October), database.Commissioner));
        await Should.ThrowAsync<NotAllowedException>(database.Send(new PublishReport(October), database.Worker));
    }

    [Fact]
    public async Task A_story_is_told_while_both_consents_hold_and_not_afterwards()
    {
        await using var database = await Counted(fernhill: 12, harbour: 8);
        var person = await database.AddPerson("Halina");
        var consent = Consent.Give(person.Id, ConsentUse.UseMyStory, null, new DateOnly(2026, 9, 1), ConsentHow.Written, null, null);
        await database.Add(consent, Story.Tell(database.Programme, database.Fernhill, person.Id, "Stół", "Lepimy pierogi", "pl", new DateOnly(2026, 10, 2), null, null));

        (await Stories()).ShouldHaveSingleItem().Teller.ShouldBe("A resident of Fernhill, shared with their consent");

        await database.Db(async db =>
        {
            (await db.Consents.SingleAsync(c => c.PersonId == person.Id)).Withdraw(database.Clock.Today);
            return await db.SaveChangesAsync();
        });
        (await Stories()).ShouldBeEmpty();

        async Task<IReadOnlyList<ReportStory>> Stories() => (await database.Send(new DraftReport(October), database.Coordinator)).Sheet.Figures.Stories;
    }

    [Fact]
    public async Task What_became_of_the_signposts_of_three_months_before_tells_no_reason_that_few_gave()
    {
        await using var database = await Counted(fernhill: 12, harbour: 8);
        var asset = Asset.Add(database.Programme, null, new DateOnly(2025, 10, 1), new AssetDetails(AssetKind.Place, "Bike kitchen"));
        await database.Add(asset);
        foreach (var (count, answer) in new (int, Action<Signpost>)[]
        {
            (10, s => s.Attended(s.GivenOn.AddDays(5))),
            (6, s => s.DidNotGo(s.GivenOn.AddDays(5), DidNotGoReason.Transport, null)),
            (5, s => s.DidNotGo(s.GivenOn.AddDays(5), DidNotGoReason.Time, null)),
            (2, s => s.DidNotGo(s.GivenOn.AddDays(5), DidNotGoReason.Cost, null)),
            (6, _ => { }),
        })
        {
            for (var i = 0; i < count; i++)
            {
                var signpost = Signpost.Give(database.Programme, database.Fernhill, null, Guid.NewGuid(), null, new SignpostTarget(asset.Id, null, "Bike kitchen", null), null, new DateOnly(2026, 7, 3), null, database.Clock.Today);
                answer(signpost);
                await database.Add(signpost);
            }
        }

        var became = (await database.Send(new DraftReport(October), database.Coordinator)).Sheet.Figures.Became.ShouldNotBeNull();

        (became.Given.Value, became.Went.Value, became.DidNotGo.Value, became.NotKnown.Value).ShouldBe((29, 10, 13, 6));
        became.WhyNot.ShouldBe([new ReportReason("transport", new(6)), new ReportReason("other reasons", new(7))]);
    }

    [Fact]
    public async Task The_file_is_printed_once_and_kept_and_known_again_by_its_hash()
    {
        var printer = new CountingPrinter();
        await using var database = await Counted(12, 8, services => services.AddSingleton<IPdfPrinter>(printer).AddSingleton<IReportPage>(new PlainPage()));
        await database.Send(new PublishReport(October), database.Coordinator);

        var first = await database.Send(new PrintReport(October), database.Commissioner);
        var again = await database.Send(new PrintReport(October), database.Commissioner);

        printer.Printed.ShouldBe(1);
        again.Pdf.ShouldBe(first.Pdf);
        (await Known(ReportFigures.Sha256(first.Pdf!)))!.File.ShouldBe("the PDF");
        var report = await database.Send(new SeeReport(October), database.Commissioner);
        (await Known(" " + ReportFigures.Sha256(report.Json).ToUpperInvariant()))!.File.ShouldBe("the figures");
        (await Known(ReportFigures.Sha256(ReportCsv.Of(report.Sheet))))!.File.ShouldBe("the CSV");
        (await Known(new string('0', 64))).ShouldBeNull();

        Task<VerifiedReport?> Known(string hash) => database.Send(new VerifyReport(hash), database.Commissioner);
    }

    [Fact]
    public async Task Without_a_browser_the_answer_says_how_to_install_one_and_nothing_is_kept()
    {
        await using var database = await Counted(12, 8, services => services.AddSingleton<IPdfPrinter>(new NoPrinter()).AddSingleton<IReportPage>(new PlainPage()));
        await database.Send(new PublishReport(October), database.Coordinator);

        var printed = await database.Send(new PrintReport(October), database.Commissioner);

        printed.Pdf.ShouldBeNull();
        printed.WhyNot.ShouldBe("Install one.");
        (await database.Send(new SeeReport(October), database.Commissioner)).PdfSha256.ShouldBeNull();
    }

    [Fact]
    public async Task The_csv_says_what_the_page_says_and_a_neighbourhood_called_like_a_formula_is_harmless()
    {
        await using var database = await Counted(fernhill: 12, harbour: 3);
        await database.Db(async db =>
        {
            (await db.Neighbourhoods.SingleAsync(n => n.Id == database.Fernhill)).Change("=cmd|' /C calc'!A0", null, null, null);
            return await db.SaveChangesAsync();
        });
        var sheet = (await database.Send(new DraftReport(October), database.Coordinator)).Sheet;

        var lines = Encoding.UTF8.GetString(ReportCsv.Of(sheet)).Split("\r\n");

        foreach (var metric in sheet.Figures.Metrics)
        {
            lines.ShouldContain(l => l.Contains($",draft,,{metric.Name},,month,{metric.InMonth},"));
            lines.ShouldContain(l => l.Contains($",draft,,{metric.Name},,year to date,{metric.InYear},"));
        }

        lines.ShouldContain(l => l.Contains(",Harbour Ward,new-conversations,,month,hidden,"));
        lines.ShouldContain(l => l.Contains(",'=cmd|' /C calc'!A0,"));
    }

    [Fact]
    public async Task The_rows_behind_a_figure_are_as_many_as_it_counts_for_a_coordinator_and_only_a_workers_own_for_a_worker()
    {
        await using var database = await Counted(fernhill: 12, harbour: 3);

        var all = await database.Send(Behind(MetricScope.Programme, 0), database.Coordinator);
        var own = await database.Send(Behind(MetricScope.Programme, 0), database.Worker);

        (all.Value, all.Rows.Total).ShouldBe((15, 15));
        (own.Value, own.Rows.Total).ShouldBe((15, 12));
        (await database.Send(Behind(MetricScope.Neighbourhood, 2), database.Coordinator)).Rows.Total.ShouldBe(3);
        await Should.ThrowAsync<NotFoundException>(database.Send(Behind(MetricScope.Worker, 2), database.Worker));

        static SeeRowsBehind Behind(MetricScope scope, long id) => new(October, MetricPeriod.Month, Metric.NewConversations, scope, id, new ListRequest());
    }

    /// <summary>So many new conversations in October, promised ten for the worker's half post in Fernhill; compiled.</summary>
    private static async Task<TestDatabase> Counted(int fernhill, int harbour, Action<IServiceCollection>? configure = null)
    {
        var database = await TestDatabase.Create(configure);
        await database.Add(
            Target.Promise(database.Programme, Metric.NewConversations, null, 10, TargetPeriod.Month, 0.5m, new YearMonth(2025, 9)),
            Staffing.Employ(database.Programme, database.Worker.UserId!.Value, new YearMonth(2025, 9), null, 0.5m));
        foreach (var (place, count) in new[] { (database.Fernhill, fernhill), (database.HarbourWard, harbour) })
        {
            for (var i = 0; i < count; i++)
            {
                await Talk(database, $"Person {i}", place, new DateOnly(2026, 10, 1 + i));
            }
        }

        await database.Send(new CompileAll(), database.Coordinator);
        return database;
    }

    private static async Task Talk(TestDatabase database, string name, NeighbourhoodId where, DateOnly on)
    {
        var person = await database.AddPerson(name, where);
        await database.Add(Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(on, ConversationKind.Learning, [person.Id], "Heard", NeighbourhoodId: where), database.Clock.Today));
    }

    private sealed class CountingPrinter : IPdfPrinter
    {
        public int Printed { get; private set; }

        public Task<PrintedPdf> Print(string html, PdfPrintOptions options, CancellationToken cancellationToken) =>
            Task.FromResult<PrintedPdf>(new PdfPrinted(Encoding.UTF8.GetBytes($"{html} {++Printed}"), 1));
    }

    private sealed class NoPrinter : IPdfPrinter
    {
        public Task<PrintedPdf> Print(string html, PdfPrintOptions options, CancellationToken cancellationToken) => Task.FromResult<PrintedPdf>(new NoBrowser("Install one."));
    }

    private sealed class PlainPage : IReportPage
    {
        public Task<string> Html(ReportSheet sheet, CancellationToken token) => Task.FromResult("page");
    }
}
