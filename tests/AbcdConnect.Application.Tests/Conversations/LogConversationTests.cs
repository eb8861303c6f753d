using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Conversations;

public sealed class LogConversationTests
{
    private static LogConversation Heard(TestDatabase database, string heard, params PersonId[] people) => new(
        Guid.NewGuid(),
        new ConversationDetails(database.Clock.Today, ConversationKind.Learning, people, heard),
        [],
        null,
        []);

    [Fact]
    public async Task A_conversation_with_a_new_person_a_new_place_and_gifts_is_stored_as_one()
    {
        await using var database = await TestDatabase.Create();

        var id = await database.Send(Heard(database, "She teaches crochet to her granddaughters.") with
        {
            NewPeople = [new PersonDetails("Sheila")],
            NewPlace = new NewPlace("Brook End Café"),
            Gifts = [new HeardGift(GiftDirection.Gift, GiftKind.Hands, "teaches crochet"), new HeardGift(GiftDirection.Ask, GiftKind.Head, " ")],
        });

        var opened = await database.Send(new OpenConversation(id));
        opened.Who.ShouldBe("Sheila");
        opened.Place.ShouldBe("Brook End Café");
        opened.Neighbourhood.ShouldBe("Fernhill");
        opened.Gifts.ShouldHaveSingleItem().Words.ShouldBe("teaches crochet");
        (await database.Db(db => db.Gifts.Select(g => g.PersonId).SingleAsync())).ShouldBe(opened.People[0].Id);
    }

    [Fact]
    public async Task Where_anything_in_it_is_refused_nothing_is_stored()
    {
        await using var database = await TestDatabase.Create();

        await Should.ThrowAsync<NotFoundException>(database.Send(Heard(database, "Heard.") with
        {
            NewPeople = [new PersonDetails("Sheila")],
            Gifts = [new HeardGift(GiftDirection.Gift, GiftKind.Hands, "crochet", null, new GiftId(99))],
        }));

        (await database.Db(db => db.People.CountAsync())).ShouldBe(0);
        (await database.Db(db => db.Conversations.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Sent_twice_it_is_stored_once_and_answers_with_the_firsts_number()
    {
        await using var database = await TestDatabase.Create();
        var request = Heard(database, "We have a garden.") with { NewPeople = [new PersonDetails("Kwame")] };

        var first = await database.Send(request);
        var second = await database.Send(request);

        second.ShouldBe(first);
        (await database.Db(db => db.People.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Written_on_after_a_lost_answer_and_sent_again_the_stored_one_takes_the_new_words_and_nobody_comes_twice()
    {
        await using var database = await TestDatabase.Create();
        var request = Heard(database, "We have a garden.\r\nAnd hens.") with
        {
            NewPeople = [new PersonDetails("Kwame")],
            NewPlace = new NewPlace("The garden"),
            Gifts = [new HeardGift(GiftDirection.Gift, GiftKind.Resource, "a garden")],
        };
        var first = await database.Send(request);
        // The same words from another page of the phone.
        await database.Send(request with { Details = request.Details with { Heard = "We have a garden.\nAnd hens. " } });
        (await database.Send(new OpenConversation(first))).Heard.ShouldContain("\r");

        var again = await database.Send(request with
        {
            Details = request.Details with { Heard = "We have a garden, and hens to lend.", NextStep = "Ring him" },
            NewPeople = [new PersonDetails("kwame "), new PersonDetails("Ama")],
            Gifts = [new HeardGift(GiftDirection.Gift, GiftKind.Resource, "a garden"), new HeardGift(GiftDirection.Gift, GiftKind.Resource, "hens")],
        });

        again.ShouldBe(first);
        var opened = await database.Send(new OpenConversation(first));
        (opened.Heard, opened.NextStep, opened.Place).ShouldBe(("We have a garden, and hens to lend.", "Ring him", "The garden"));
        opened.People.Select(p => p.Name).ShouldBe(["Kwame", "Ama"], ignoreOrder: true);
        opened.Gifts.Select(g => g.Words).ShouldBe(["a garden", "hens"], ignoreOrder: true);
        (await database.Db(db => db.Assets.CountAsync())).ShouldBe(1);
        (await database.Db(db => db.AuditEntries.AnyAsync(a => a.Changes != null && a.Changes.Contains("And hens.")))).ShouldBeTrue();
    }

    [Fact]
    public async Task Old_words_that_come_late_do_not_write_over_a_change_made_since()
    {
        await using var database = await TestDatabase.Create();
        var request = Heard(database, "We have a garden.");
        var id = await database.Send(request);
        var opened = await database.Send(new OpenConversation(id));
        await database.Send(new ChangeConversation(id, opened.Version, request.Details with { Heard = "They have an allotment." }, [], null, []));

        (await Should.ThrowAsync<DomainRuleException>(database.Send(request))).Message.ShouldContain("changed since");

        (await database.Send(new OpenConversation(id))).Heard.ShouldBe("They have an allotment.");
    }

    [Fact]
    public async Task Sent_eight_times_at_the_same_moment_it_is_stored_once()
    {
        await using var database = await TestDatabase.Create();
        var request = Heard(database, "We have a garden.");

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => database.Send(request))));

        ids.Distinct().ShouldHaveSingleItem();
        (await database.Db(db => db.Conversations.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_elses_neighbours_cannot_be_named()
    {
        await using var database = await TestDatabase.Create();
        var kwame = await database.AddPerson("Kwame", database.HarbourWard);

        await Should.ThrowAsync<NotFoundException>(database.Send(Heard(database, "Heard.", kwame.Id)));
    }

    [Fact]
    public async Task A_day_to_come_and_nothing_heard_are_refused_together()
    {
        await using var database = await TestDatabase.Create();

        var request = Heard(database, "");
        var refused = await Should.ThrowAsync<ValidationException>(database.Send(request with { Details = request.Details with { HeldOn = database.Clock.Today.AddDays(1) } }));

        refused.Errors.Select(e => e.PropertyName).ShouldBe(["Details.Heard", "Details.HeldOn"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_change_keeps_adds_and_takes_away_gifts()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        var id = await database.Send(Heard(database, "Crochet.", sheila.Id) with
        {
            Gifts = [new HeardGift(GiftDirection.Gift, GiftKind.Hands, "crochet"), new HeardGift(GiftDirection.Gift, GiftKind.Heart, "company")],
        });
        var opened = await database.Send(new OpenConversation(id));

        await database.Send(new ChangeConversation(
            id,
            opened.Version,
            new ConversationDetails(opened.HeldOn, opened.Kind, [sheila.Id], "Crochet and bingo."),
            [],
            null,
            [
                new HeardGift(GiftDirection.Gift, GiftKind.Hands, "teaches crochet", null, opened.Gifts[0].Id),
                new HeardGift(GiftDirection.Gift, GiftKind.Heart, "", null, opened.Gifts[1].Id),
                new HeardGift(GiftDirection.Ask, GiftKind.Resource, "a room"),
            ]));

        var changed = await database.Send(new OpenConversation(id));
        changed.Heard.ShouldBe("Crochet and bingo.");
        changed.Gifts.Select(g => g.Words).ShouldBe(["teaches crochet", "a room"]);
        changed.Version.ShouldBeGreaterThan(opened.Version);
    }

    [Fact]
    public async Task A_change_typed_against_an_older_version_is_refused_and_adds_nobody()
    {
        await using var database = await TestDatabase.Create();
        var id = await database.Send(Heard(database, "Crochet."));
        var opened = await database.Send(new OpenConversation(id));
        var details = new ConversationDetails(opened.HeldOn, opened.Kind, [], "Bingo.");
        await database.Send(new ChangeConversation(id, opened.Version, details, [], null, []));

        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeConversation(id, opened.Version, details, [new PersonDetails("Kwame")], null, [])));

        (await database.Db(db => db.People.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_next_step_is_moved_dropped_and_done()
    {
        await using var database = await TestDatabase.Create();
        var request = Heard(database, "The step is broken.");
        var id = await database.Send(request with { Details = request.Details with { NextStep = "Ask about the step", NextStepDue = database.Clock.Today.AddDays(7) } });

        await database.Send(new MoveNextStep(id, database.Clock.Today.AddDays(9)));
        (await database.Send(new OpenConversation(id))).NextStepDue.ShouldBe(database.Clock.Today.AddDays(9));
        await database.Send(new DropNextStep(id));
        (await database.Send(new OpenConversation(id))).NextStepDue.ShouldBeNull();
        await database.Send(new FinishNextStep(id));
        (await database.Send(new OpenConversation(id))).NextStepDoneOn.ShouldBe(database.Clock.Today);
    }
}
