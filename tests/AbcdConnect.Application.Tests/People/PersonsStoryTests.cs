using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using FluentValidation;

namespace AbcdConnect.Application.Tests.People;

public sealed class PersonsStoryTests
{
    [Fact]
    public async Task The_story_is_told_in_time_order_with_strengths_apart()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        var today = database.Clock.Today;
        await database.Add(Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(today.AddDays(-10), ConversationKind.Learning, [sheila.Id], "I could teach crochet.", NeighbourhoodId: database.Fernhill), today));
        await database.Send(new AddGift(sheila.Id, GiftDirection.Gift, GiftKind.Hands, null, "Crochet", today.AddDays(-10)));
        await database.Send(new AddGift(sheila.Id, GiftDirection.Ask, GiftKind.Hope, null, "Bingo again"));
        await database.Send(new GiveConsent(sheila.Id, ConsentUse.IntroduceMe, null, today.AddDays(-5), ConsentHow.Spoken));

        var told = (PersonsStory)await database.Send(new TellPersonsStory(sheila.Id));

        told.Gifts.Select(g => g.Words).ShouldBe(["Bingo again", "Crochet"]);
        told.Story.Items.Select(e => e.Kind).ShouldBe([StoryEntryKind.Ask, StoryEntryKind.ConsentGiven, StoryEntryKind.Gift, StoryEntryKind.Conversation, StoryEntryKind.Added]);
        told.Story.Items[3].Words.ShouldBe("I could teach crochet.");
        var fromTheBeginning = (PersonsStory)await database.Send(new TellPersonsStory(sheila.Id, OldestFirst: true));
        fromTheBeginning.Story.Items[0].Kind.ShouldBe(StoryEntryKind.Added);
    }

    [Fact]
    public async Task Somebody_of_another_neighbourhood_is_not_found()
    {
        await using var database = await TestDatabase.Create();
        var kwame = await database.AddPerson("Kwame", database.HarbourWard);

        await Should.ThrowAsync<NotFoundException>(database.Send(new TellPersonsStory(kwame.Id)));
        await Should.ThrowAsync<NotFoundException>(database.Send(new ChangePerson(kwame.Id, 0, new PersonDetails("Kwame"))));
        await Should.ThrowAsync<NotFoundException>(database.Send(new AddGift(kwame.Id, GiftDirection.Gift, GiftKind.Head, null, "Bikes")));
    }

    [Fact]
    public async Task A_worker_does_not_put_somebody_in_a_neighbourhood_that_is_not_theirs()
    {
        await using var database = await TestDatabase.Create();

        await Should.ThrowAsync<ValidationException>(database.Send(new MeetPerson(new PersonDetails("Kwame", NeighbourhoodId: database.HarbourWard))));
    }

    [Fact]
    public async Task A_change_typed_against_an_older_version_is_refused()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        await database.Send(new ChangePerson(sheila.Id, 0, new PersonDetails("Sheila", "Morris", NeighbourhoodId: database.Fernhill)));

        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangePerson(sheila.Id, 0, new PersonDetails("Sheila", "Norris", NeighbourhoodId: database.Fernhill))));
        (await database.Send(new ListPeople(new ListRequest("morris")))).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_partner_reads_a_page_only_while_the_person_agrees()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        await Should.ThrowAsync<NotFoundException>(database.Send(new TellPersonsStory(sheila.Id), database.Partner));

        var consent = await database.Send(new GiveConsent(sheila.Id, ConsentUse.ShareWithAgency, database.Housing, database.Clock.Today, ConsentHow.Written));
        ((PersonsStory)await database.Send(new TellPersonsStory(sheila.Id), database.Partner)).MayChange.ShouldBeFalse();

        await database.Send(new WithdrawConsent(consent));
        await Should.ThrowAsync<NotFoundException>(database.Send(new TellPersonsStory(sheila.Id), database.Partner));
    }

    [Fact]
    public async Task A_yes_holds_for_a_year_and_live_expired_and_withdrawn_are_told_apart()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        var today = database.Clock.Today;
        await database.Send(new GiveConsent(sheila.Id, ConsentUse.KeepInTouch, null, today, ConsentHow.Spoken));
        await database.Send(new GiveConsent(sheila.Id, ConsentUse.UseMyStory, null, today.AddYears(-2), ConsentHow.Written));
        await database.Send(new WithdrawConsent(await database.Send(new GiveConsent(sheila.Id, ConsentUse.IntroduceMe, null, today.AddDays(-1), ConsentHow.Online))));

        var told = (PersonsStory)await database.Send(new TellPersonsStory(sheila.Id));

        told.Consents.Single(c => c.Use == ConsentUse.KeepInTouch).ExpiresOn.ShouldBe(today.AddYears(1));
        told.Consents.ToDictionary(c => c.Use, c => c.State).ShouldBe(new Dictionary<ConsentUse, ConsentState>
        {
            [ConsentUse.KeepInTouch] = ConsentState.Live,
            [ConsentUse.UseMyStory] = ConsentState.Expired,
            [ConsentUse.IntroduceMe] = ConsentState.Withdrawn,
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task Sharing_without_an_agency_is_refused()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");

        await Should.ThrowAsync<ValidationException>(database.Send(new GiveConsent(sheila.Id, ConsentUse.ShareWithAgency, null, database.Clock.Today, ConsentHow.Spoken)));
    }

    [Fact]
    public async Task Choices_are_a_workers_own_neighbourhoods()
    {
        await using var database = await TestDatabase.Create();

        (await database.Send(new ListChoicesForPeople())).Neighbourhoods.Select(n => n.Name).ShouldBe(["Fernhill"]);
        (await database.Send(new OpenPersonForm(), database.Coordinator)).Neighbourhoods.Count.ShouldBe(2);
    }
}
