using AbcdConnect.Application.Connections;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Home;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Connections;

public sealed class SuggestNextTests
{
    [Fact]
    public async Task An_ask_heard_finds_the_neighbour_who_brings_it_and_says_so_in_a_sentence()
    {
        await using var database = await TestDatabase.Create();
        var bikes = await Term(database, GiftKind.Hands, "Fixing", "Bike repair");
        var (maria, tom, far) = (await database.AddPerson("Maria"), await database.AddPerson("Tom"), await database.AddPerson("Rosa", database.HarbourWard));
        await Brings(database, tom, bikes);
        await Brings(database, far, bikes);
        var id = await Talk(database, [maria], new HeardGift(GiftDirection.Ask, GiftKind.Hands, "someone to mend my bike", bikes.Id));

        var next = await database.Send(new SuggestNext(id));

        var match = next.People.ShouldHaveSingleItem();
        match.Name.ShouldBe("Tom");
        match.For.ShouldBe(maria.Id);
        match.Reason.ShouldBe("Tom, in Fernhill too, brings bike repair; Maria asked for bike repair.");
        match.Mine.ShouldBe(ConsentStanding.NotAsked);
        // The coordinator sees Rosa as well, but 6 km is no neighbour's distance.
        (await database.Send(new SuggestNext(id), database.Coordinator)).People.ShouldHaveSingleItem().Name.ShouldBe("Tom");
        await Should.ThrowAsync<NotAllowedException>(database.Send(new SuggestNext(id), database.Partner));
    }

    [Fact]
    public async Task Nobody_is_suggested_who_is_known_was_introduced_said_no_was_asked_too_often_or_is_no_longer_there()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        var park = await Term(database, GiftKind.Heart, "Place", "Cares about the park");
        var maria = await database.AddPerson("Maria");
        var people = new Dictionary<string, Person>();
        foreach (var name in (string[])["Known", "Declined", "Refused", "Busy", "Merged", "Forgotten", "Fresh"])
        {
            people[name] = await database.AddPerson(name);
            await Brings(database, people[name], park);
        }

        var refused = Consent.Give(people["Refused"].Id, ConsentUse.IntroduceMe, null, today.AddDays(-9), ConsentHow.Spoken, null, null);
        refused.Withdraw(today.AddDays(-1));
        var declined = Introduction.Make(database.Programme, database.Fernhill, null, people["Declined"].Id, ConnectionEnd.Of(maria.Id), today.AddDays(-200), null);
        declined.Declined();
        await database.Add(
            refused,
            declined,
            Connection.Make(database.Programme, database.Fernhill, null, ConnectionEnd.Of(people["Known"].Id), ConnectionEnd.Of(maria.Id), ConnectionOrigin.Existing, null, today.AddYears(-3), null));
        for (var i = 0; i < 3; i++)
        {
            var other = await database.AddPerson("Other" + i);
            await database.Add(Introduction.Make(database.Programme, database.Fernhill, null, i == 0 ? other.Id : people["Busy"].Id, ConnectionEnd.Of(i == 0 ? people["Busy"].Id : other.Id), today.AddDays(-i), null));
        }

        await database.Db(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == people["Merged"].Id)).MergeInto(await db.People.SingleAsync(p => p.Id == people["Known"].Id));
            (await db.People.SingleAsync(p => p.Id == people["Forgotten"].Id)).Anonymise(today);
            return await db.SaveChangesAsync();
        });
        var id = await Talk(database, [maria], new HeardGift(GiftDirection.Gift, GiftKind.Heart, "the park is our garden", park.Id));

        var next = await database.Send(new SuggestNext(id));

        var match = next.People.ShouldHaveSingleItem();
        match.Name.ShouldBe("Fresh");
        match.Reason.ShouldBe("Fresh, in Fernhill too, cares about the park, and so does Maria.");
        // Nor is she suggested to herself: what she said in another conversation is hers.
        next.People.ShouldNotContain(p => p.Id == maria.Id);
    }

    [Fact]
    public async Task Two_let_go_on_the_days_list_are_not_suggested_after_a_conversation_and_the_other_way_round()
    {
        await using var database = await TestDatabase.Create();
        var bikes = await Term(database, GiftKind.Hands, "Fixing", "Bike repair");
        var (maria, tom, ada) = (await database.AddPerson("Maria"), await database.AddPerson("Tom"), await database.AddPerson("Ada"));
        foreach (var person in (Person[])[maria, tom, ada])
        {
            await database.Add(Consent.Give(person.Id, ConsentUse.IntroduceMe, null, database.Clock.Today, ConsentHow.Spoken, null, null));
        }

        await Brings(database, tom, bikes);
        await Brings(database, ada, bikes);
        var id = await Talk(database, [maria], new HeardGift(GiftDirection.Ask, GiftKind.Hands, "someone to mend my bike", bikes.Id));
        (await database.Send(new SuggestNext(id))).People.Select(p => p.Name).ShouldBe(["Tom", "Ada"]);
        // Put off for a week is not let go: this page answers whoever asks it.
        await database.Send(new AnswerSuggestion(maria.Id, ada.Id, DayChoice.Moved, database.Clock.Today.AddDays(7)));
        (await database.Send(new SuggestNext(id))).People.Count.ShouldBe(2);
        database.Clock.Now = database.Clock.Now.AddDays(1);
        (await MatchOfTheDay(database)).Brings.Id.ShouldBe(tom.Id);

        // Asked about from Tom's side, as another worker's list may have it.
        await database.Send(new AnswerSuggestion(tom.Id, maria.Id, DayChoice.Dropped, Reason: DropReason.NotAMatch));
        (await database.Send(new SuggestNext(id))).People.Select(p => p.Name).ShouldBe(["Ada"]);

        database.Clock.Now = database.Clock.Now.AddDays(8);
        (await MatchOfTheDay(database)).Brings.Id.ShouldBe(ada.Id);
        var ticket = await database.Send(new AnswerSuggestion(maria.Id, ada.Id, DayChoice.Dropped, Reason: DropReason.NotAMatch, Aside: true));
        (await database.Send(new ShowMyDay())).Lines.ShouldBeEmpty();
        (await database.Send(new SuggestNext(id))).People.ShouldBeEmpty();
        await database.Send(new TakeBackAnswer(ticket!.Value));
        (await MatchOfTheDay(database)).Brings.Id.ShouldBe(ada.Id);
    }

    [Fact]
    public async Task The_days_list_matches_as_the_page_after_a_conversation_does()
    {
        await using var database = await TestDatabase.Create();
        var (swim, teach) = (await Term(database, GiftKind.Hope, "Learning", "Learn to swim"), await Term(database, GiftKind.Hands, "Sport", "Swimming teaching"));
        var (maria, tom, busy) = (await database.AddPerson("Maria"), await database.AddPerson("Tom"), await database.AddPerson("Busy"));
        foreach (var person in (Person[])[maria, tom, busy])
        {
            await database.Add(Consent.Give(person.Id, ConsentUse.IntroduceMe, null, database.Clock.Today, ConsentHow.Spoken, null, null));
        }

        for (var i = 0; i < 3; i++)
        {
            await database.Add(Introduction.Make(database.Programme, database.Fernhill, null, busy.Id, ConnectionEnd.Of((await database.AddPerson("Other" + i)).Id), database.Clock.Today.AddDays(-i), null));
        }

        await Brings(database, busy, teach);
        await Brings(database, tom, teach);
        var id = await Talk(database, [maria], new HeardGift(GiftDirection.Ask, GiftKind.Hope, "to learn to swim", swim.Id));

        // Another entry of the taxonomy, kin to what was asked for; and a generous neighbour is not asked a fourth time in a month.
        var after = (await database.Send(new SuggestNext(id))).People.ShouldHaveSingleItem();
        var today = await MatchOfTheDay(database);
        (today.Asks.Id, today.Brings.Id, today.Reason).ShouldBe((maria.Id, after.Id, after.Reason));
        after.Name.ShouldBe("Tom");
    }

    [Fact]
    public async Task An_old_ask_is_answered_by_a_new_gift_on_the_days_list()
    {
        await using var database = await TestDatabase.Create();
        var (bikes, other) = (await Term(database, GiftKind.Hands, "Fixing", "Bike repair"), await Term(database, GiftKind.Hands, "Making", "Crochet"));
        var (maria, tom) = (await database.AddPerson("Maria"), await database.AddPerson("Tom"));
        await database.Add(Consent.Give(maria.Id, ConsentUse.IntroduceMe, null, database.Clock.Today, ConsentHow.Spoken, null, null), Consent.Give(tom.Id, ConsentUse.IntroduceMe, null, database.Clock.Today, ConsentHow.Spoken, null, null));
        await database.Add(Gift.Hear(database.Programme, maria.Id, null, GiftDirection.Ask, GiftKind.Hands, bikes.Id, "someone to mend my bike", database.Clock.Today.AddDays(-300)));
        for (var i = 0; i < 8; i++)
        {
            var asks = await database.AddPerson("Asks" + i);
            await database.Add(
                Consent.Give(asks.Id, ConsentUse.IntroduceMe, null, database.Clock.Today, ConsentHow.Spoken, null, null),
                Gift.Hear(database.Programme, asks.Id, null, GiftDirection.Ask, GiftKind.Hands, other.Id, "crochet", database.Clock.Today.AddDays(-i)));
        }

        (await database.Send(new ShowMyDay())).Lines.ShouldBeEmpty();
        await Brings(database, tom, bikes);

        var match = await MatchOfTheDay(database);
        (match.Asks.Id, match.Ask, match.Brings.Id).ShouldBe((maria.Id, "someone to mend my bike", tom.Id));
    }

    [Fact]
    public async Task Connectors_nearby_come_after_those_who_fit_with_how_many_they_know()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        var bikes = await Term(database, GiftKind.Hands, "Fixing", "Bike repair");
        var (maria, tom) = (await database.AddPerson("Maria"), await database.AddPerson("Tom"));
        Task<Person> Connector(string name, NeighbourhoodId? where = null) => database.AddPerson(name, where, details => details with { IsConnector = true });
        var (rosa, few, far, known, refused) = (await Connector("Rosa"), await Connector("Few"), await Connector("Far", database.HarbourWard), await Connector("Known"), await Connector("Refused"));
        var no = Consent.Give(refused.Id, ConsentUse.IntroduceMe, null, today.AddDays(-9), ConsentHow.Spoken, null, null);
        no.Withdraw(today.AddDays(-1));
        await database.Add(no, Tie(database, known, maria));
        for (var i = 0; i < 4; i++)
        {
            await database.Add(Tie(database, i % 2 == 0 ? rosa : await database.AddPerson("Friend" + i), i % 2 == 0 ? await database.AddPerson("Friend" + i) : rosa));
        }

        await Brings(database, tom, bikes);
        var id = await Talk(database, [maria], new HeardGift(GiftDirection.Ask, GiftKind.Hands, "someone to mend my bike", bikes.Id));

        var people = (await database.Send(new SuggestNext(id))).People;

        people.Select(p => p.Name).ShouldBe(["Tom", "Rosa", "Few"]);
        (people[1].For, people[1].Reason).ShouldBe((maria.Id, "Rosa, in Fernhill too, knows a lot of people round here, 4 by what is noted, and may know somebody for Maria."));
        people[2].Reason.ShouldBe("Few, in Fernhill too, knows a lot of people round here and may know somebody for Maria.");
        // Not for those who live elsewhere, and nobody twice: who fits as well is named for that.
        await Brings(database, rosa, bikes);
        (await database.Send(new SuggestNext(id))).People.Select(p => p.Name).ShouldBe(["Rosa", "Tom", "Few"]);
        await database.Send(new AnswerSuggestion(maria.Id, few.Id, DayChoice.Dropped, Reason: DropReason.KnowEachOther));
        (await database.Send(new SuggestNext(id))).People.ShouldNotContain(p => p.Id == few.Id || p.Id == far.Id);
    }

    [Fact]
    public async Task Places_in_reach_come_with_the_distance_and_the_day_and_nobody_is_told_twice()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        var sing = await Term(database, GiftKind.Hands, "Music, dance and performance", "Singing", "choir;voice");
        var maria = await database.AddPerson("Maria");
        AssetDetails Choir(string name, double north) => new(AssetKind.Association, name, Latitude: 52.915 + north, Longitude: 0.325, NeighbourhoodId: database.Fernhill, Hours: [new OpenSession(today.AddDays(7).DayOfWeek, new TimeOnly(10, 0), new TimeOnly(12, 0))]);
        var near = Asset.Add(database.Programme, null, today, Choir("Fernhill choir", 0.003));
        var further = Asset.Add(database.Programme, null, today, Choir("Hilltop choir", 0.009));
        var closed = Asset.Add(database.Programme, null, today, Choir("Old choir", 0));
        closed.Close(today.AddDays(-1));
        var soon = Asset.Add(database.Programme, null, today, Choir("Last choir", 0.003));
        soon.Close(today.AddDays(9));
        var activity = Activity.Add(database.Programme, null, today, new ActivityDetails("Singing for all", ActivityStatus.Running, LedBy.Resident, ActivityFrequency.Weekly, NeighbourhoodId: database.Fernhill, Day: today.AddDays(7).DayOfWeek));
        var ended = Activity.Add(database.Programme, null, today, new ActivityDetails("Sung-out singing", ActivityStatus.Ended, LedBy.Resident, ActivityFrequency.Weekly, NeighbourhoodId: database.Fernhill));
        await database.Add(near, further, closed, soon, activity, ended);
        var id = await Talk(database, [maria], [new HeardGift(GiftDirection.Ask, GiftKind.Hands, "a choir to sing in", sing.Id)], nextStep: today.AddDays(7));

        var next = await database.Send(new SuggestNext(id));

        next.Places.Select(p => p.Name).ShouldBe(["Fernhill choir", "Singing for all", "Hilltop choir", "Last choir"], ignoreOrder: true);
        var first = next.Places[0];
        first.Name.ShouldBe("Fernhill choir");
        first.Reason.ShouldBe("Maria asked for singing.");
        first.Distance.ShouldBe("350 m away, about 5 minutes on foot");
        first.Opening.ShouldNotBeNull().ShouldContain("you said");
        next.Places.Single(p => p.Name == "Last choir").ClosesOn.ShouldBe(today.AddDays(9));
        next.Places[^1].Name.ShouldBe("Last choir");

        var told = await database.Send(new GiveSignpost(Guid.NewGuid(), maria.Id, near.Id, null, today, first.Reason, id));
        next = await database.Send(new SuggestNext(id));
        next.Places.ShouldNotContain(p => p.Asset == near.Id);
        var here = next.Told.ShouldHaveSingleItem();
        (here.About, here.Person, here.CanTakeBack).ShouldBe(("Fernhill choir", "Maria", true));
        await Should.ThrowAsync<DomainRuleException>(database.Send(new TakeBackSignpost(told), database.Coordinator));
        await database.Send(new TakeBackSignpost(told));
        (await database.Send(new SuggestNext(id))).Places.ShouldContain(p => p.Asset == near.Id);
    }

    [Fact]
    public async Task With_nobody_named_places_and_people_are_still_found_and_a_signpost_counts()
    {
        await using var database = await TestDatabase.Create();
        var sing = await Term(database, GiftKind.Hands, "Music, dance and performance", "Singing", "choir;voice");
        var choir = Asset.Add(database.Programme, null, database.Clock.Today, new AssetDetails(AssetKind.Association, "Fernhill choir", NeighbourhoodId: database.Fernhill));
        var tom = await database.AddPerson("Tom");
        await Brings(database, tom, sing);
        await database.Add(choir);
        var id = await Talk(database, [], new HeardGift(GiftDirection.Ask, GiftKind.Hands, "singing", sing.Id));

        var next = await database.Send(new SuggestNext(id));

        next.Who.ShouldBe("Nobody named");
        next.People.ShouldHaveSingleItem().For.ShouldBeNull();
        next.Places.ShouldHaveSingleItem().For.ShouldBeNull();
        await database.Send(new GiveSignpost(Guid.NewGuid(), null, choir.Id, null, database.Clock.Today, null, id));
        (await database.Send(new SuggestNext(id))).Told.ShouldHaveSingleItem().Person.ShouldBeNull();
    }

    [Fact]
    public async Task For_a_person_the_likely_places_are_offered_and_for_a_place_the_people_talked_with_lately()
    {
        await using var database = await TestDatabase.Create();
        var sing = await Term(database, GiftKind.Hands, "Music, dance and performance", "Singing", "choir;voice");
        var (maria, tom) = (await database.AddPerson("Maria"), await database.AddPerson("Tom"));
        await database.Add(Asset.Add(database.Programme, null, database.Clock.Today, new AssetDetails(AssetKind.Association, "Fernhill choir", NeighbourhoodId: database.Fernhill)));
        await Brings(database, maria, sing);
        await Talk(database, [tom]);
        await Talk(database, [maria]);

        (await database.Send(new SuggestSignposts(maria.Id))).Places.ShouldHaveSingleItem().Name.ShouldBe("Fernhill choir");
        (await database.Send(new SuggestSignposts(null))).People.Select(p => p.Name).ShouldBe(["Maria", "Tom"]);
        (await database.Send(new SuggestSignposts(null), database.Coordinator)).People.ShouldBeEmpty();
    }

    [Fact]
    public async Task Introducing_twice_by_a_double_tap_introduces_once()
    {
        await using var database = await TestDatabase.Create();
        var (maria, tom) = (await database.AddPerson("Maria"), await database.AddPerson("Tom"));
        var today = database.Clock.Today;
        await database.Add(
            Consent.Give(maria.Id, ConsentUse.IntroduceMe, null, today, ConsentHow.Spoken, null, null),
            Consent.Give(tom.Id, ConsentUse.IntroduceMe, null, today, ConsentHow.Spoken, null, null));

        var first = await database.Send(new Introduce(maria.Id, ConnectionEnd.Of(tom.Id), today));
        (await database.Send(new Introduce(maria.Id, ConnectionEnd.Of(tom.Id), today))).ShouldBe(first);

        (await database.Db(db => db.Introductions.CountAsync())).ShouldBe(1);
    }

    private static async Task<Match> MatchOfTheDay(TestDatabase database) =>
        (await database.Send(new ShowMyDay())).Lines.SelectMany(l => l.Things).ShouldHaveSingleItem().ShouldBeOfType<Match>();

    private static Connection Tie(TestDatabase database, Person one, Person other) =>
        Connection.Make(database.Programme, database.Fernhill, null, ConnectionEnd.Of(one.Id), ConnectionEnd.Of(other.Id), ConnectionOrigin.Existing, null, database.Clock.Today.AddYears(-1), null);

    private static Task<ConversationId> Talk(TestDatabase database, Person[] people, params HeardGift[] gifts) => Talk(database, people, gifts, null);

    private static Task<ConversationId> Talk(TestDatabase database, Person[] people, HeardGift[] gifts, DateOnly? nextStep) => database.Send(new LogConversation(
        Guid.NewGuid(),
        new ConversationDetails(database.Clock.Today, ConversationKind.Learning, [.. people.Select(p => p.Id)], "What was heard", NextStep: nextStep is null ? null : "Go there together", NextStepDue: nextStep),
        [],
        null,
        gifts));

    private static Task Brings(TestDatabase database, Person person, GiftTerm term) =>
        database.Add(Gift.Hear(database.Programme, person.Id, null, GiftDirection.Gift, term.Kind, term.Id, term.Name, database.Clock.Today.AddDays(-20)));

    private static async Task<GiftTerm> Term(TestDatabase database, GiftKind kind, string group, string name, string? synonyms = null)
    {
        var term = new GiftTerm { Kind = kind, Group = group, Name = name, Synonyms = synonyms };
        await database.Add(term);
        return term;
    }
}
