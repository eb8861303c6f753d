using AbcdConnect.Application.Common;
using AbcdConnect.Application.Outcomes;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using FluentValidation;

namespace AbcdConnect.Application.Tests.Outcomes;

public sealed class StoryTests
{
    [Fact]
    public async Task A_story_without_consent_is_not_written_down_and_says_whose_consent_is_needed()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");

        var answer = await database.Send(new TellStory(sheila.Id, Key(database)));

        answer.ShouldBe(new StoryConsentNeeded(sheila.Id, "Sheila"));
        (await database.Send(new BeginStory(sheila.Id))).MayUse.ShouldBeFalse();
        (await database.Send(new ListStories(new ListRequest()))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_story_with_consent_is_kept_in_its_language_as_long_as_the_consent_holds()
    {
        await using var database = await TestDatabase.Create();
        var (id, consent) = await Tell(database);

        var row = (await database.Send(new ListStories(new ListRequest(), database.Fernhill, "pl", true))).Items.ShouldHaveSingleItem();
        row.ShouldSatisfyAllConditions(r => r.Id.ShouldBe(id), r => r.ConsentUntil.ShouldBe(database.Clock.Today.AddDays(30)), r => r.Teller.ShouldBe("Sheila"));

        await database.Db(async db =>
        {
            (await db.Consents.FindAsync(consent))!.Withdraw(database.Clock.Today);
            return await db.SaveChangesAsync();
        });

        (await database.Send(new SeeStory(id))).Story.IsUsable.ShouldBeFalse();
        (await database.Send(new ListStories(new ListRequest(), Usable: true))).Items.ShouldBeEmpty();
        (await database.Send(new ListStories(new ListRequest(), Usable: false))).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_story_is_seen_by_the_coordinator_and_the_neighbourhoods_worker_only()
    {
        await using var database = await TestDatabase.Create();
        var (id, _) = await Tell(database);
        var elsewhere = database.Worker with { Neighbourhoods = [database.HarbourWard] };

        (await database.Send(new SeeStory(id), database.Coordinator)).Words.ShouldContain("klucz");
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeeStory(id), elsewhere));
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeeStory(id), database.Partner));
        await Should.ThrowAsync<NotAllowedException>(database.Send(new SeeStory(id), database.Commissioner));
    }

    [Fact]
    public async Task A_story_is_changed_and_withdrawn_and_never_over_somebody_elses_change()
    {
        await using var database = await TestDatabase.Create();
        var (id, _) = await Tell(database);
        var version = (await database.Send(new SeeStory(id))).Version;

        await database.Send(new ChangeStory(id, Key(database) with { Title = "The key on Thursdays" }, version));
        await Should.ThrowAsync<OvertakenException>(database.Send(new ChangeStory(id, Key(database), version)));
        await database.Send(new WithdrawStory(id));

        var seen = await database.Send(new SeeStory(id));
        seen.Story.ShouldSatisfyAllConditions(s => s.Title.ShouldBe("The key on Thursdays"), s => s.WithdrawnOn.ShouldBe(database.Clock.Today), s => s.IsUsable.ShouldBeFalse());
    }

    [Fact]
    public async Task A_language_that_is_none_is_refused()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");

        var refused = await Should.ThrowAsync<ValidationException>(database.Send(new TellStory(sheila.Id, Key(database) with { Language = "klingon", ToldOn = database.Clock.Today.AddDays(1) })));

        refused.Errors.Select(e => e.ErrorMessage).ShouldBe(["Choose the language it is told in", "Enter a day that has been"]);
    }

    private static StoryDetails Key(TestDatabase database) => new("Who holds the key", "Teraz mam klucz w czwartki.", "pl", database.Clock.Today, "People run things themselves");

    private static async Task<(StoryId Id, ConsentId Consent)> Tell(TestDatabase database)
    {
        var sheila = await database.AddPerson("Sheila");
        var consent = Consent.Give(sheila.Id, ConsentUse.UseMyStory, null, database.Clock.Today, ConsentHow.Spoken, database.Clock.Today.AddDays(30), null);
        await database.Add(consent);
        return (((StoryTold)await database.Send(new TellStory(sheila.Id, Key(database)))).Id, consent.Id);
    }
}
