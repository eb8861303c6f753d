using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Home;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Home;

public sealed class MyDayTests
{
    private static Task<ConversationId> Talk(TestDatabase database, int daysAgo, string? step = null, int? dueDaysAgo = null, params PersonId[] people) => database.Send(new LogConversation(
        Guid.NewGuid(),
        new ConversationDetails(database.Clock.Today.AddDays(-daysAgo), ConversationKind.Learning, people, "Heard", NextStep: step, NextStepDue: dueDaysAgo is { } due ? database.Clock.Today.AddDays(-due) : null),
        [],
        null,
        []));

    private static Consent Yes(TestDatabase database, PersonId person, ConsentUse use, int daysAgo = 200) =>
        Consent.Give(person, use, null, database.Clock.Today.AddDays(-daysAgo), ConsentHow.Spoken, null, null);

    private static async Task<List<MyThing>> Things(TestDatabase database) => [.. (await database.Send(new ShowMyDay())).Lines.SelectMany(l => l.Things)];

    [Fact]
    public async Task A_promise_moved_stays_away_until_its_day()
    {
        await using var database = await TestDatabase.Create();
        var dorothy = await database.AddPerson("Dorothy");
        var id = await Talk(database, 9, "Ring about the step", 2, dorothy.Id);

        await database.Send(new MoveNextStep(id, database.Clock.Today.AddDays(7)));

        (await Things(database)).ShouldBeEmpty();
        database.Clock.Now = database.Clock.Now.AddDays(6);
        (await Things(database)).ShouldBeEmpty();
        database.Clock.Now = database.Clock.Now.AddDays(1);
        (await Things(database)).ShouldHaveSingleItem().ShouldBeOfType<Promise>().With.ShouldBe("Dorothy");
    }

    [Fact]
    public async Task A_day_holds_as_much_as_the_programme_says_and_what_was_done_counts()
    {
        await using var database = await TestDatabase.Create();
        List<ConversationId> ids = [];
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await Talk(database, 9, $"Step {i}", i, (await database.AddPerson($"Person {i}")).Id));
        }

        await database.Db(async db =>
        {
            (await db.Programmes.SingleAsync()).SetDays(3, null);
            return await db.SaveChangesAsync();
        });

        var day = await database.Send(new ShowMyDay());
        (day.Lines.Count, day.Waiting).ShouldBe((3, 2));
        await database.Send(new FinishNextStep(ids[0]));
        day = await database.Send(new ShowMyDay());
        (day.Lines.Count, day.Waiting, day.Answered.Count).ShouldBe((2, 2, 1));
    }

    [Fact]
    public async Task Somebody_who_asked_to_be_kept_in_touch_with_comes_to_mind_after_the_programmes_weeks_or_their_own()
    {
        await using var database = await TestDatabase.Create();
        var (quiet, soon, own, no, met) = (await database.AddPerson("Quiet"), await database.AddPerson("Soon"), await database.AddPerson("Own", with: d => d with { KeepInTouchWeeks = 2 }), await database.AddPerson("No"), await database.AddPerson("Met"));
        await database.Add(Yes(database, quiet.Id, ConsentUse.KeepInTouch), Yes(database, soon.Id, ConsentUse.KeepInTouch), Yes(database, own.Id, ConsentUse.KeepInTouch), Yes(database, met.Id, ConsentUse.KeepInTouch), Yes(database, no.Id, ConsentUse.IntroduceMe));
        await Talk(database, 57, people: quiet.Id);
        await Talk(database, 50, people: soon.Id);
        await Talk(database, 15, people: own.Id);
        await Talk(database, 57, people: no.Id);
        await Talk(database, 70, people: met.Id);
        await Talk(database, 3, people: met.Id);

        (await Things(database)).Cast<Hello>().Select(h => h.Person.Name).ShouldBe(["Quiet", "Own"], "both are due since yesterday");

        await database.Send(new AnswerSuggestion(quiet.Id, null, DayChoice.Done));
        await database.Send(new AnswerSuggestion(own.Id, null, DayChoice.Dropped, Reason: DropReason.RatherNot));
        (await Things(database)).ShouldBeEmpty();
        database.Clock.Now = database.Clock.Now.AddDays(7);
        (await Things(database)).Cast<Hello>().Select(h => h.Person.Name).ShouldBe(["Soon"]);
        database.Clock.Now = database.Clock.Now.AddDays(49);
        (await Things(database)).Cast<Hello>().Select(h => h.Person.Name).ShouldContain("Quiet");
    }

    [Fact]
    public async Task A_match_that_was_dropped_is_not_offered_again_and_one_that_was_made_neither()
    {
        await using var database = await TestDatabase.Create();
        var (marta, sheila, ada) = (await database.AddPerson("Marta"), await database.AddPerson("Sheila"), await database.AddPerson("Ada"));
        var term = new GiftTerm { Kind = GiftKind.Hands, Group = "Making", Name = "Crochet" };
        await database.Add(term, Yes(database, marta.Id, ConsentUse.IntroduceMe), Yes(database, sheila.Id, ConsentUse.IntroduceMe), Yes(database, ada.Id, ConsentUse.IntroduceMe));
        await database.Add(
            Gift.Hear(database.Programme, marta.Id, null, GiftDirection.Ask, GiftKind.Hands, term.Id, "would love to learn crochet", database.Clock.Today.AddDays(-5)),
            Gift.Hear(database.Programme, sheila.Id, null, GiftDirection.Gift, GiftKind.Hands, term.Id, "teaches crochet", database.Clock.Today.AddDays(-3)),
            Gift.Hear(database.Programme, ada.Id, null, GiftDirection.Gift, GiftKind.Hands, term.Id, "crochets", database.Clock.Today.AddDays(-8)));

        (await Things(database)).ShouldHaveSingleItem().ShouldBeOfType<Match>().Brings.Name.ShouldBe("Sheila");
        await database.Send(new AnswerSuggestion(marta.Id, sheila.Id, DayChoice.Dropped, Reason: DropReason.KnowEachOther));
        database.Clock.Now = database.Clock.Now.AddDays(1);
        (await Things(database)).ShouldHaveSingleItem().ShouldBeOfType<Match>().Brings.Name.ShouldBe("Ada");
        var ticket = await database.Send(new AnswerSuggestion(marta.Id, ada.Id, DayChoice.Done));
        (await database.Db(db => db.Introductions.CountAsync())).ShouldBe(1);
        await Should.ThrowAsync<DomainRuleException>(database.Send(new AnswerSuggestion(marta.Id, ada.Id, DayChoice.Done)));

        await database.Send(new TakeBackAnswer(ticket!.Value));
        (await database.Db(db => db.Introductions.CountAsync())).ShouldBe(0);
        await database.Db(db => db.Consents.Where(c => c.PersonId == ada.Id).ExecuteDeleteAsync());
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new AnswerSuggestion(marta.Id, ada.Id, DayChoice.Done)))).Message.ShouldContain("no longer agrees");
    }

    [Fact]
    public async Task An_answer_is_taken_back_to_what_stood_before_but_not_once_more_has_been_said()
    {
        await using var database = await TestDatabase.Create();
        var kwame = await database.AddPerson("Kwame");
        var kitchen = Asset.Add(database.Programme, null, database.Clock.Today.AddDays(-90), new AssetDetails(AssetKind.Place, "The bike kitchen", NeighbourhoodId: database.Fernhill));
        await database.Add(kitchen);
        var id = await database.Send(new GiveSignpost(Guid.NewGuid(), kwame.Id, kitchen.Id, null, database.Clock.Today.AddDays(-20)));
        var before = await database.Db(db => db.Signposts.AsNoTracking().Where(s => s.Id == id).SingleAsync());

        var ticket = await database.Send(new AnswerSignpost(id, SignpostAnswer.DidNotGo, database.Clock.Today, Domain.Signposting.DidNotGoReason.Transport, "No bus"));
        await Should.ThrowAsync<NotFoundException>(database.Send(new TakeBackAnswer(ticket!.Value), database.Coordinator));
        await database.Send(new TakeBackAnswer(ticket!.Value));
        (await database.Db(db => db.Signposts.AsNoTracking().Where(s => s.Id == id).SingleAsync())).Stands().ShouldBe(before.Stands());

        ticket = await database.Send(new AnswerSignpost(id, SignpostAnswer.Contacted, database.Clock.Today));
        await database.Send(new AnswerSignpost(id, SignpostAnswer.Attended, database.Clock.Today), database.Coordinator);
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new TakeBackAnswer(ticket!.Value)))).Message.ShouldContain("More has been said");
        database.Clock.Now = database.Clock.Now.AddDays(1);
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new TakeBackAnswer(ticket!.Value)))).Message.ShouldContain("That was answered on");
    }

    [Fact]
    public async Task Many_old_ones_are_moved_or_let_go_at_once_and_all_come_back_with_one_undo()
    {
        await using var database = await TestDatabase.Create();
        var kwame = await database.AddPerson("Kwame");
        var kitchen = Asset.Add(database.Programme, null, database.Clock.Today.AddDays(-190), new AssetDetails(AssetKind.Place, "The bike kitchen", NeighbourhoodId: database.Fernhill));
        await database.Add(kitchen);
        var promise = await Talk(database, 120, "Old one", 100, kwame.Id);
        await Talk(database, 120, "Fresh one", 1, kwame.Id);
        await database.Send(new GiveSignpost(Guid.NewGuid(), kwame.Id, kitchen.Id, null, database.Clock.Today.AddDays(-120)));

        var old = await database.Send(new LookThroughOld());
        old.Promises.Items.ShouldHaveSingleItem().Step.ShouldBe("Old one");
        old.Questions.Items.ShouldHaveSingleItem().Target.ShouldBe("The bike kitchen");
        (await database.Send(new ShowMyDay())).Old.ShouldBe(new OldCount(1, 1));

        await Should.ThrowAsync<ValidationException>(database.Send(new SettleOld([], [], DayChoice.Dropped)));
        await Should.ThrowAsync<ValidationException>(database.Send(new SettleOld([promise], [], DayChoice.Moved, database.Clock.Today)));
        var settled = await database.Send(new SettleOld([], [], DayChoice.Dropped, Reason: DropReason.TooLate, All: true));
        settled.Count.ShouldBe(2);
        var day = await database.Send(new ShowMyDay());
        day.Old.All.ShouldBe(0);
        day.Lines.ShouldHaveSingleItem("many at once use no place of the day's list");
        day.Answered.ShouldHaveSingleItem().Count.ShouldBe(2);

        await database.Send(new TakeBackAnswer(settled.Ticket!.Value));
        (await database.Send(new ShowMyDay())).Old.ShouldBe(new OldCount(1, 1));
        (await database.Send(new SettleOld([promise], [], DayChoice.Moved, database.Clock.Today.AddDays(7)))).Count.ShouldBe(1);
        (await database.Send(new ShowMyDay())).Old.ShouldBe(new OldCount(0, 1));
    }

    [Fact]
    public async Task Somebody_elses_day_and_neighbourhood_are_nobody_elses_to_answer()
    {
        await using var database = await TestDatabase.Create();
        var far = await database.AddPerson("Tomos", database.HarbourWard);
        await Should.ThrowAsync<NotFoundException>(database.Send(new AnswerSuggestion(far.Id, null, DayChoice.Done)));
        await Should.ThrowAsync<NotFoundException>(database.Send(new TakeBackAnswer(Guid.NewGuid())));
        var id = await Talk(database, 100, "Mine", 90);
        (await database.Send(new SettleOld([id], [], DayChoice.Dropped), database.Coordinator)).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Forgetting_somebody_takes_the_words_of_what_was_answered_about_them_and_merging_moves_it()
    {
        await using var database = await TestDatabase.Create();
        var (liz, elizabeth) = (await database.AddPerson("Liz"), await database.AddPerson("Elizabeth"));
        await database.Send(new AnswerSuggestion(liz.Id, null, DayChoice.Dropped, Reason: DropReason.Other, Words: "Liz moved to her sister's"));

        var (a, b) = (await database.Db(db => db.People.AsNoTracking().SingleAsync(p => p.Id == elizabeth.Id)), await database.Db(db => db.People.AsNoTracking().SingleAsync(p => p.Id == liz.Id)));
        var merge = await database.Send(new MergePeople(a.Id, a.Version, b.Id, b.Version, a.ToDetails()));
        (await database.Db(db => db.DayAnswers.AsNoTracking().SingleAsync())).PersonId.ShouldBe(elizabeth.Id);
        await database.Send(new UndoMerge(merge));
        (await database.Db(db => db.DayAnswers.AsNoTracking().SingleAsync())).PersonId.ShouldBe(liz.Id);

        await database.Send(new ForgetPerson(liz.Id), database.Administrator);
        (await database.Db(db => db.DayAnswers.AsNoTracking().SingleAsync())).Words.ShouldBeNull();
        (await database.Db(db => db.AuditEntries.AsNoTracking().Where(e => e.Record == "DayAnswer" && e.Changes != null && e.Changes.Contains("sister")).CountAsync())).ShouldBe(0);
    }
}
