using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Outcomes.Measures;

public sealed class AskingTests
{
    [Fact]
    public async Task A_first_answer_sets_the_next_times_and_half_an_answer_is_kept_as_half()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        var id = await database.Send(new PlanAsking(sheila.Id, ["ons4", "ucla3"]));

        await Answer(database, id, ("ons4", "happy", 7), ("ucla3", "isolated", 2));

        var seen = await database.Send(new SeeAskings(sheila.Id));
        seen.Askings.Select(a => (a.Months, a.DueOn)).ShouldBe(
            [(0, database.Clock.Today), (3, database.Clock.Today.AddMonths(3)), (6, database.Clock.Today.AddMonths(6)), (12, database.Clock.Today.AddMonths(12))]);
        seen.Askings[0].ShouldSatisfyAllConditions(a => a.Answered.ShouldBe(2), a => a.Questions.ShouldBe(7));
        seen.Scores.ShouldHaveSingleItem().Title.ShouldBe("happiness yesterday", "the sum of three has no score where one was answered");
    }

    [Fact]
    public async Task A_programme_sets_when_people_are_asked_again_and_who_has_begun_keeps_their_times()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        await Answer(database, await database.Send(new PlanAsking(sheila.Id, ["lonely"])), ("lonely", "lonely", 3));
        await Should.ThrowAsync<FluentValidation.ValidationException>(database.Send(new SetFollowUps([]), database.Coordinator));
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new SetFollowUps([0, 6]), database.Coordinator))).Message.ShouldContain("between 1 and 60");

        await database.Send(new SetFollowUps([12, 4, 4]), database.Coordinator);

        var tom = await database.AddPerson("Tom");
        await Answer(database, await database.Send(new PlanAsking(tom.Id, ["lonely"])), ("lonely", "lonely", 3));
        (await database.Send(new SeeAskings(tom.Id))).Askings.Select(a => a.Months).ShouldBe([0, 4, 12]);
        (await database.Send(new SeeAskings(sheila.Id))).Askings.Select(a => a.Months).ShouldBe([0, 3, 6, 12]);
        (await database.Send(new ListMeasures(), database.Coordinator)).FollowUps.ShouldBe([4, 12]);
    }

    [Fact]
    public async Task Answered_twice_is_refused_put_right_is_not_and_out_of_range_never_is_kept()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        var id = await database.Send(new PlanAsking(sheila.Id, ["ons4"]));
        (await database.Send(new PlanAsking(sheila.Id, ["ons4"]))).ShouldBe(id, "a beginning that waits is the beginning");
        (await Should.ThrowAsync<DomainRuleException>(Answer(database, id))).Message.ShouldContain("Nothing is answered yet");
        (await Should.ThrowAsync<DomainRuleException>(Answer(database, id, ("ons4", "happy", 11)))).Message.ShouldContain("a number from 0 to 10, not 11");
        await Answer(database, id, ("ons4", "happy", 7));

        (await Should.ThrowAsync<DomainRuleException>(Answer(database, id, ("ons4", "happy", 1)))).Message.ShouldContain("answered already");
        await Answer(database, id, correct: true, answers: [("ons4", "happy", 8)]);
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new PlanAsking(sheila.Id, ["ons4"])))).Message.ShouldContain("was asked a first time");

        (await database.Send(new SeeAskings(sheila.Id))).Askings.Count.ShouldBe(4, "putting right sets no next times again");
        (await database.Send(new OpenAsking(id))).Answers["ons4"].Answers["happy"].ShouldBe(8);
        await Should.ThrowAsync<OvertakenException>(database.Send(new AnswerAsking(id, Given(("ons4", "happy", 9)), database.Clock.Today, AskingHow.Spoken, 0, true)));
        (await database.Db(db => db.AuditEntries.CountAsync(a => a.Record == "Asking"))).ShouldBe(6, "one begun, one answered, three set, one put right");
    }

    [Fact]
    public async Task A_link_answers_once_says_nothing_of_anybody_and_dies_with_its_time()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        var id = await database.Send(new PlanAsking(sheila.Id, ["lonely"]));
        var first = await database.Send(new SendAskingLink(id));
        var second = await database.Send(new SendAskingLink(id));

        (await database.Send(new OpenAskingLink(first.Token)))!.Asked.ShouldHaveSingleItem().Code.ShouldBe("lonely");
        (await database.Send(new OpenAskingLink(first.Token + "x"))).ShouldBeNull();
        (await database.Send(new AnswerAskingLink(first.Token, Given(("lonely", "lonely", 4))))).ShouldBeTrue();
        (await database.Send(new AnswerAskingLink(first.Token, Given(("lonely", "lonely", 1))))).ShouldBeFalse();
        (await database.Send(new OpenAskingLink(second.Token))).ShouldBeNull("it was answered on the other");

        (await database.Send(new OpenAsking(id))).ShouldSatisfyAllConditions(s => s.How.ShouldBe(AskingHow.Online), s => s.Answers["lonely"].Answers["lonely"].ShouldBe(4));
        var tom = await database.AddPerson("Tom");
        var late = await database.Send(new SendAskingLink(await database.Send(new PlanAsking(tom.Id, ["lonely"]))));
        database.Clock.Now += TimeSpan.FromDays(AskingLink.Days);
        (await database.Send(new OpenAskingLink(late.Token))).ShouldBeNull();
    }

    [Fact]
    public async Task Answers_are_seen_by_whoever_may_see_the_person_and_nobody_else()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        var id = await database.Send(new PlanAsking(sheila.Id, ["ons4"]));
        var elsewhere = database.Worker with { Neighbourhoods = [database.HarbourWard] };

        (await database.Send(new OpenAsking(id), database.Coordinator)).FirstName.ShouldBe("Sheila");
        await Should.ThrowAsync<NotFoundException>(database.Send(new OpenAsking(id), elsewhere));
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeeAskings(sheila.Id), elsewhere));
        await Should.ThrowAsync<NotAllowedException>(database.Send(new OpenAsking(id), database.Partner));
        await Should.ThrowAsync<NotAllowedException>(database.Send(new SeeMeasures(), database.Commissioner));
    }

    [Fact]
    public async Task The_days_list_mentions_it_for_some_weeks_and_then_lets_it_be()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        await Answer(database, await database.Send(new PlanAsking(sheila.Id, ["ons4"])), ("ons4", "happy", 7));
        (await Listed(database)).ShouldBeEmpty();

        database.Clock.Now += TimeSpan.FromDays(100);
        var due = (await Listed(database)).ShouldHaveSingleItem();
        due.Months.ShouldBe(3);
        await database.Send(new SettleAsking(due.Asking, AskingAnswer.Later, database.Clock.Today.AddDays(7)));
        (await Listed(database)).ShouldBeEmpty();
        database.Clock.Now += TimeSpan.FromDays(8);
        (await Listed(database)).ShouldHaveSingleItem();
        database.Clock.Now += TimeSpan.FromDays(Asking.ListedDays + 1);
        (await Listed(database)).ShouldBeEmpty();

        await database.Send(new SettleAsking(due.Asking, AskingAnswer.NoMore));
        (await database.Send(new SeeAskings(sheila.Id))).Askings.Count(a => a.IsOpen).ShouldBe(0);
    }

    [Fact]
    public async Task A_merge_an_erasure_and_a_copy_carry_the_answers()
    {
        await using var database = await TestDatabase.Create();
        var liz = await database.AddPerson("Liz");
        var elizabeth = await database.AddPerson("Elizabeth");
        await Answer(database, await database.Send(new PlanAsking(liz.Id, ["ons4"])), ("ons4", "happy", 7));

        var merge = await database.Send(new MergePeople(elizabeth.Id, elizabeth.Version, liz.Id, liz.Version, new PersonDetails("Elizabeth", NeighbourhoodId: database.Fernhill)));
        (await database.Send(new SeeAskings(elizabeth.Id))).Askings.Count.ShouldBe(4);
        await database.Send(new UndoMerge(merge));
        (await database.Send(new SeeAskings(elizabeth.Id))).Askings.ShouldBeEmpty();

        var held = await database.Send(new CopyWhatIsHeld(liz.Id), database.Administrator);
        held.Sections.Single(s => s.Title == "How you said things were").Rows[0].ShouldContain(v => v.Label == "Overall, how happy did you feel yesterday?" && v.Value == "7");

        await database.Send(new ForgetPerson(liz.Id), database.Administrator);
        await database.Db(async db =>
        {
            var left = await db.Askings.ToListAsync();
            left.ShouldAllBe(a => !a.IsOpen && a.WrittenBy == null);
            (await db.AuditEntries.Where(a => a.Record == "Asking").Select(a => a.Changes).ToListAsync()).ShouldAllBe(c => c == null || !c.Contains("happy"));
            return 0;
        });
    }

    [Fact]
    public async Task What_is_said_of_many_hides_few_and_claims_nothing()
    {
        await using var database = await TestDatabase.Create();
        var began = database.Clock.Today;
        for (var i = 0; i < 6; i++)
        {
            var person = await database.AddPerson($"Person {i}");
            await Answer(database, await database.Send(new PlanAsking(person.Id, ["ons4"])), ("ons4", "happy", 3 + (i % 2)), ("ons4", "satisfied", 5));
        }

        database.Clock.Now += TimeSpan.FromDays(100);
        var people = await database.Db(db => db.Askings.Where(a => a.Months == 3).Select(a => a.Id).ToListAsync());
        foreach (var (id, i) in people.Select((id, i) => (id, i)).Take(5))
        {
            await Answer(database, id, i < 2 ? [("ons4", "happy", 6 + i), ("ons4", "satisfied", 6)] : [("ons4", "happy", 5 + (i % 3))]);
        }

        var finding = (await database.Send(new SeeMeasures(began, database.Clock.Today), database.Coordinator)).Findings.Measures.ShouldHaveSingleItem();

        finding.Asked.Value.ShouldBeNull("one of six did not answer again: with the six told, that one could be worked out");
        var happy = finding.Scores.Single(s => s.Key == "happy");
        happy.Paired.Value.ShouldBe(5);
        happy.Lost.ShouldSatisfyAllConditions(l => l.Value.ShouldBeNull(), l => l.IsSmall.ShouldBeTrue());
        happy.IsIndicative.ShouldBeTrue();
        happy.Sentences.ShouldContain(s => s.Contains("associated with", StringComparison.Ordinal));
        happy.Sentences.ShouldContain(s => s.Contains("regression to the mean", StringComparison.Ordinal));
        happy.Sentences.ShouldAllBe(s => !s.Contains("caused", StringComparison.Ordinal) && !s.Contains("because", StringComparison.Ordinal));
        happy.Sentences[0].ShouldContain("higher, which is hoped for");
        finding.Scores.Single(s => s.Key == "satisfied").ShouldSatisfyAllConditions(
            s => s.MeanChange.ShouldBeNull(),
            s => s.Paired.Value.ShouldBeNull(),
            s => s.Sentences.ShouldHaveSingleItem().ShouldContain("too few"));
        (await database.Send(new SeeMeasures(began, database.Clock.Today, database.HarbourWard), database.Coordinator)).Findings.Measures.ShouldBeEmpty();
    }

    [Fact]
    public void No_hope_is_called_met_where_the_interval_includes_no_change_and_rounding_is_said()
    {
        var unclear = Told("happy", new(5, 6), new(6, 5), new(5, 7), new(4, 4), new(7, 8));
        unclear[0].ShouldStartWith("5 people answered before and after. Happiness yesterday went from a mean of 5.4 to 6.0: 0.6 higher (95% interval");
        unclear.ShouldContain("The interval includes no change, so it cannot be said which way it went.");
        Told("happy", new(6, 6), new(6, 6), new(6, 6), new(6, 6), new(6, 7), new(7, 7))[0].ShouldContain("from a mean of 6.2 to 6.3: 0.2 higher, worked out before rounding (95%");
        // Of anxiety more is worse, and to begin high is to begin at a hard time.
        Told("anxious", new(9, 6), new(8, 5), new(9, 7), new(8, 4), new(9, 8)).ShouldSatisfyAllConditions(
            said => said[0].ShouldContain("lower, which is hoped for"),
            said => said.ShouldContain(s => s.Contains("began high", StringComparison.Ordinal)));

        static IReadOnlyList<string> Told(string key, params BeforeAfter[] people)
        {
            var measure = MeasureLibrary.All.Single(m => m.Code == "ons4");
            var change = PairedChange.Of(measure.Scores.Single(s => s.Key == key), people);
            return ScoreFinding.Of(ScoreCount.Of(measure, change), Domain.Reports.Disclosure.DisclosurePolicy.HideOneToFour, []).Sentences;
        }
    }

    [Fact]
    public async Task A_programmes_own_words_are_never_written_over()
    {
        await using var database = await TestDatabase.Create();
        OwnQuestion home = new("How much at home do you feel here?", 0, 10, "not at all", "completely", ScoreDirection.Higher);
        await database.Send(new WriteOwnMeasure(null, 0, "Home", [home], false), database.Coordinator);
        var sheila = await database.AddPerson("Sheila");
        var id = await database.Send(new PlanAsking(sheila.Id, ["own-1"]));
        await Answer(database, id, ("own-1", "q1", 4));

        await database.Send(new WriteOwnMeasure("own-1", 1, "Home", [home with { Words = "Do you belong here?" }], false), database.Coordinator);

        var known = (await database.Send(new ListMeasures(), database.Coordinator)).Measures.Single(m => m.IsOwn);
        (known.Newest.Wording, known.Earlier.ShouldHaveSingleItem().Questions[0].Words).ShouldBe((2, home.Words));
        (await database.Send(new OpenAsking(id))).Asked.ShouldHaveSingleItem().Questions[0].Words.ShouldBe(home.Words);
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new WriteOwnMeasure("own-1", 1, "Home", [home], true), database.Coordinator))).Message.ShouldContain("other words meanwhile");
        await database.Send(new AskMeasure("own-1", false), database.Coordinator);
        await Should.ThrowAsync<DomainRuleException>(database.Send(new PlanAsking((await database.AddPerson("Tom")).Id, ["own-1"])));
    }

    [Fact]
    public async Task Words_revised_while_a_sheet_lies_on_the_table_are_not_those_that_were_answered()
    {
        await using var database = await TestDatabase.Create();
        OwnQuestion home = new("How much at home do you feel here?", 0, 10, "not at all", "completely", ScoreDirection.Higher);
        await database.Send(new WriteOwnMeasure(null, 0, "Home", [home], false), database.Coordinator);
        var (sheila, tom) = (await database.AddPerson("Sheila"), await database.AddPerson("Tom"));
        var (sheet, linked) = (await database.Send(new PlanAsking(sheila.Id, ["own-1"])), await database.Send(new PlanAsking(tom.Id, ["own-1"])));
        var link = await database.Send(new SendAskingLink(linked));
        await database.Send(new WriteOwnMeasure("own-1", 1, "Home", [home with { Words = "Do you belong here?", To = 4 }], false), database.Coordinator);
        var read = new Dictionary<string, int> { ["own-1"] = 1 };

        var open = await database.Send(new OpenAsking(sheet));
        (open.Asked[0].Wording, open.OtherWords.ShouldHaveSingleItem().Wording).ShouldBe((2, 1));
        (await database.Send(new OpenAsking(sheet, read))).Asked[0].Questions[0].Words.ShouldBe(home.Words);
        await database.Send(new AnswerAsking(sheet, Given(("own-1", "q1", 9)), database.Clock.Today, AskingHow.Paper, open.Version, Wordings: read));
        (await database.Send(new OpenAskingLink(link.Token, read)))!.Asked[0].Wording.ShouldBe(1);
        (await database.Send(new AnswerAskingLink(link.Token, Given(("own-1", "q1", 8)), read))).ShouldBeTrue();

        foreach (var asking in new[] { sheet, linked })
        {
            (await database.Send(new OpenAsking(asking))).ShouldSatisfyAllConditions(s => s.Answers["own-1"].Wording.ShouldBe(1), s => s.OtherWords.ShouldBeEmpty());
        }

        // It has a line of its own; who opened the page before it was answered is told that it was, and nothing is written over.
        (await database.Send(new SeeAskings(tom.Id))).Scores.ShouldHaveSingleItem().ShouldSatisfyAllConditions(s => s.Title.ShouldBe(home.Words), s => s.Values.ShouldBe([8m]));
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new AnswerAsking(linked, Given(("own-1", "q1", 3)), database.Clock.Today, AskingHow.Spoken, 0, Wordings: read)))).Message.ShouldContain("answered already");

        // Who began with the old words is asked with the new ones; and an answer afterwards is not of a day before the first.
        var next = (await database.Send(new SeeAskings(sheila.Id))).Askings[1].Id;
        (await database.Send(new OpenAsking(next))).Asked[0].Wording.ShouldBe(2);
        (await Should.ThrowAsync<DomainRuleException>(Answer(database, next, ("own-1", "q1", 3)))).Message.ShouldContain("Enter the later day");
    }

    private static async Task<IReadOnlyList<Application.Home.HowThingsAre>> Listed(TestDatabase database) =>
        [.. (await database.Send(new Application.Home.ShowMyDay())).Lines.SelectMany(l => l.Things).OfType<Application.Home.HowThingsAre>()];

    private static Task Answer(TestDatabase database, AskingId id, params (string Measure, string Question, int Value)[] answers) => Answer(database, id, false, answers);

    private static async Task Answer(TestDatabase database, AskingId id, bool correct, (string Measure, string Question, int Value)[] answers) =>
        await database.Send(new AnswerAsking(id, Given(answers), database.Clock.Today, AskingHow.Spoken, (await database.Send(new OpenAsking(id))).Version, correct));

    private static Dictionary<string, IReadOnlyDictionary<string, int>> Given(params (string Measure, string Question, int Value)[] answers) =>
        answers.GroupBy(a => a.Measure).ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, int>)g.ToDictionary(a => a.Question, a => a.Value));
}
