using AbcdConnect.Application.Connections;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
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
