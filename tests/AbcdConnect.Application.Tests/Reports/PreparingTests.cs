using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Preparing;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Reports;

public sealed class PreparingTests
{
    private static readonly YearMonth October = new(2026, 10);

    [Fact]
    public async Task Nothing_is_published_before_somebody_else_has_approved_exactly_this()
    {
        await using var database = await Counted();
        (await Refused()).ShouldContain("Nobody else has approved");

        await database.Send(new AskForApproval(October, database.Worker.UserId, 0), database.Coordinator);
        (await database.Send(new SeeDashboard(), database.Worker)).WaitForYou.ShouldBe([October]);
        (await database.Send(new SeeDashboard(), database.Coordinator)).WaitForYou.ShouldBeEmpty();
        var draft = await database.Send(new DraftReport(October), database.Worker);
        (draft.Approval.State, draft.Approval.AskedOf, draft.Approval.Mine).ShouldBe((PreparedState.WaitingForApproval, "Amina Yusuf", false));
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new ApproveReport(October, draft.Approval.Sha256), database.Coordinator))).Message.ShouldContain("somebody else has to give it");
        await database.Send(new ApproveReport(October, draft.Approval.Sha256), database.Worker);

        (await database.Send(new PublishReport(October), database.Coordinator)).ShouldBe(1);

        (await database.Send(new SeeReport(October), database.Commissioner)).Sheet.Approved.ShouldBeTrue();
        (await database.Db(db => db.OutcomeReports.Select(r => r.ApprovedBy).SingleAsync())).ShouldBe(database.Worker.UserId);
        // Asked, answered, and the commissioner told: three letters, and nobody else's.
        (await database.Db(db => db.Letters.OrderBy(l => l.Id).Select(l => l.Address).ToListAsync())).ShouldBe(["worker@demo.example", "coordinator@demo.example", "commissioner@demo.example"]);

        async Task<string> Refused() => (await Should.ThrowAsync<DomainRuleException>(database.Send(new PublishReport(October), database.Coordinator))).Message;
    }

    [Fact]
    public async Task Everybody_withdraws_their_consent_the_day_before_publishing_and_what_was_approved_is_not_what_would_be_published()
    {
        await using var database = await Counted();
        foreach (var name in new[] { "Halina", "Omar" })
        {
            var teller = await database.AddPerson(name);
            await database.Add(
                Consent.Give(teller.Id, ConsentUse.UseMyStory, null, new DateOnly(2026, 9, 1), ConsentHow.Spoken, null, null),
                Story.Tell(database.Programme, database.Fernhill, teller.Id, $"{name}'s story", "Words", "en-GB", new DateOnly(2026, 10, 2), null, null));
        }

        await Approve(database);
        (await Draft(database)).Sheet.Figures.Stories.Count.ShouldBe(2);

        await database.Db(async db =>
        {
            (await db.Consents.ToListAsync()).ForEach(c => c.Withdraw(database.Clock.Today));
            return await db.SaveChangesAsync();
        });

        (await Should.ThrowAsync<DomainRuleException>(database.Send(new PublishReport(October), database.Coordinator))).Message.ShouldContain("a story may not be told any more");
        var draft = await Draft(database);
        draft.Sheet.Figures.Stories.ShouldBeEmpty();
        (draft.CanBePublished, draft.Approval.StillTheSame).ShouldBe((false, false));
        await Approve(database);
        await database.Send(new PublishReport(October), database.Coordinator);
        (await database.Send(new SeeReport(October), database.Commissioner)).Json.ShouldNotContain("Halina");
    }

    [Fact]
    public async Task A_figure_that_moves_while_somebody_reads_takes_the_approval_with_it()
    {
        await using var database = await Counted();
        await database.Send(new AskForApproval(October, database.Worker.UserId, 0), database.Coordinator);
        var read = (await Draft(database)).Approval.Sha256;

        await Talk(database, 30);
        await database.Send(new CompileChangedMonths(), database.Coordinator);

        (await Should.ThrowAsync<DomainRuleException>(database.Send(new ApproveReport(October, read), database.Worker))).Message.ShouldContain("changed since you opened it");
    }

    [Fact]
    public async Task What_is_sent_back_says_why_and_new_words_begin_anew()
    {
        await using var database = await Counted();
        await database.Send(new AskForApproval(October, database.Worker.UserId, 0), database.Coordinator);

        await database.Send(new SendReportBack(October, "Say why contacts are behind."), database.Worker);

        var draft = await Draft(database);
        (draft.Approval.State, draft.Approval.Remark).ShouldBe((PreparedState.SentBack, "Say why contacts are behind."));
        await database.Send(new ChooseSections(October, [new ChosenSection(ReportSection.Learned, true, "The hall was closed.")], draft.Approval.Version), database.Coordinator);
        draft = await Draft(database);
        draft.Approval.State.ShouldBe(PreparedState.BeingWritten);
        draft.Sheet.Figures.More!.WordsOf(ReportSection.Learned).ShouldBe("The hall was closed.");
    }

    [Fact]
    public async Task Parts_stand_as_they_were_chosen_and_what_a_reader_needs_to_judge_them_cannot_be_left_out()
    {
        await using var database = await Counted();
        await database.Send(
            new ChooseSections(
                October,
                [new(ReportSection.Notes, false), new(ReportSection.Stories), new(ReportSection.Places), new(ReportSection.Trends, false), new(ReportSection.Summary, false, "  Read this.  ")],
                0),
            database.Coordinator);

        var more = (await Draft(database)).Sheet.Figures.More!;

        more.Layout[0].ShouldBe(new(ReportSection.Summary, "Read this."));
        more.Has(ReportSection.Trends).ShouldBeFalse();
        more.Has(ReportSection.Stories).ShouldBeFalse("there is no story to tell");
        more.Layout[1].Section.ShouldBe(ReportSection.Places);
        more.Layout.Select(p => p.Section).TakeLast(3).ShouldBe([ReportSection.Quality, ReportSection.Definitions, ReportSection.Notes]);
        more.Values.ShouldBeNull();
    }

    [Fact]
    public async Task Two_who_write_at_once_do_not_lose_each_others_words()
    {
        await using var database = await Counted();
        await database.Send(new ChooseSections(October, ReportSections.Usual, 0), database.Coordinator);
        var version = (await database.Send(new SeeSections(October), database.Coordinator)).Version;
        await database.Send(new ChooseSections(October, [new(ReportSection.Learned, true, "First")], version), database.Coordinator);

        await Should.ThrowAsync<OvertakenException>(database.Send(new ChooseSections(October, [new(ReportSection.Learned, true, "Second")], version), database.Coordinator));

        (await database.Send(new SeeSections(October), database.Coordinator)).Sections.Single(s => s.Section == ReportSection.Learned).Words.ShouldBe("First");
    }

    [Fact]
    public async Task A_commissioner_who_would_rather_not_be_told_is_not()
    {
        await using var database = await TestDatabase.Create();
        await Talk(database, 3);
        await database.Send(new CompileAll(), database.Coordinator);
        (await database.Send(new SeeDashboard(), database.Commissioner)).ToldByEmail.ShouldBe(true);
        await database.Send(new ChooseReportLetters(false), database.Commissioner);

        await database.Send(new PublishReport(October), database.Coordinator);

        (await database.Db(db => db.Letters.CountAsync())).ShouldBe(0);
        (await database.Send(new SeeDashboard(), database.Commissioner)).ToldByEmail.ShouldBe(false);
        (await database.Send(new SeeDashboard(), database.Worker)).ToldByEmail.ShouldBeNull();
    }

    private static Task<ReportDraft> Draft(TestDatabase database) => database.Send(new DraftReport(October), database.Coordinator);

    private static async Task Approve(TestDatabase database)
    {
        var draft = await Draft(database);
        await database.Send(new AskForApproval(October, database.Worker.UserId, draft.Approval.Version), database.Coordinator);
        await database.Send(new ApproveReport(October, draft.Approval.Sha256), database.Worker);
    }

    private static async Task Talk(TestDatabase database, int day)
    {
        var person = await database.AddPerson($"Person {day}");
        await database.Add(Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(new DateOnly(2026, 10, day), ConversationKind.Learning, [person.Id], "Heard", NeighbourhoodId: database.Fernhill), database.Clock.Today));
    }

    /// <summary>A month with eight conversations, in a programme that wants a second look.</summary>
    private static async Task<TestDatabase> Counted()
    {
        var database = await TestDatabase.Create();
        await database.Db(async db =>
        {
            (await db.Programmes.SingleAsync()).SetApproval(needed: true);
            return await db.SaveChangesAsync();
        });
        for (var day = 1; day <= 8; day++)
        {
            await Talk(database, day);
        }

        await database.Send(new CompileAll(), database.Coordinator);
        return database;
    }
}
