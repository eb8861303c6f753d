using AbcdConnect.Application.Access;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Outcomes;
using AbcdConnect.Application.Outcomes.Stories;
using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Outcomes.Stories;

public sealed class StoriesToPublishTests
{
    private static readonly YearMonth October = new(2026, 10);

    // A picture of 64 by 48, as far as its frame goes.
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xC0, 0x00, 0x0B, 8, 0x00, 0x30, 0x00, 0x40, 1, 1, 0x11, 0, 0xFF, 0xDA, 0x00, 0x08, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0xD9];

    [Fact]
    public async Task Each_use_has_its_own_yes_and_the_teller_is_called_as_agreed()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await Consenting(database, "Sheila");
        await Told(database, sheila, "The key", new StoryAgreement(OnWeb: true, NamesTeller: true));
        await Told(database, sheila, "The quiet one", new StoryAgreement(NamesPlace: false));
        await Told(database, sheila, "Kept among us", new StoryAgreement(InReports: false));

        (await Read(database, StoryOutlet.Report)).Select(s => (s.Title, s.Teller)).ShouldBe(
            [("The quiet one", "A resident, shared with their consent"), ("The key", "Sheila of Fernhill, shared with their consent")]);
        (await Read(database, StoryOutlet.Web)).ShouldHaveSingleItem().Title.ShouldBe("The key");
    }

    [Fact]
    public async Task Withdrawing_reaches_every_later_report_and_the_web_and_says_where_it_already_went()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await Consenting(database, "Sheila");
        var key = await Told(database, sheila, "The key", new StoryAgreement(OnWeb: true));
        await database.Db(async db =>
        {
            (await db.Programmes.FindAsync(database.Programme))!.ShareOpenly(true, Guid.NewGuid());
            await StoriesToPublish.Note(db, database.Programme, [key], "The report of October 2026, edition 1", database.Clock.Today, default);
            await db.SaveChangesAsync();
            await StoriesToPublish.Note(db, database.Programme, [key], "The report of October 2026, edition 1", database.Clock.Today, default);
            return await db.SaveChangesAsync();
        });
        (await database.Send(new ReadStoriesOnTheWeb(), Viewer.Public(database.Programme))).Stories.ShouldHaveSingleItem().Teller.ShouldBe("A resident of Fernhill, shared with their consent");

        await database.Send(new WithdrawStory(key));

        (await Read(database, StoryOutlet.Report)).ShouldBeEmpty();
        (await database.Send(new ReadStoriesOnTheWeb(), Viewer.Public(database.Programme))).Stories.ShouldBeEmpty();
        (await database.Send(new SeeStory(key))).Went.ShouldHaveSingleItem().Place.ShouldBe("The report of October 2026, edition 1");
    }

    [Fact]
    public async Task A_picture_goes_where_its_own_yes_lets_it_and_is_let_go_with_it()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await Consenting(database, "Sheila");
        var quiet = await Told(database, sheila, "The quiet one", new StoryAgreement());
        (await Should.ThrowAsync<DomainRuleException>(Put(quiet))).Message.ShouldContain("not agreed to a picture");
        var agreed = new StoryAgreement(OnWeb: true, Picture: true);
        var key = await Told(database, sheila, "The key", agreed);
        (await Should.ThrowAsync<FluentValidation.ValidationException>(database.Send(new PutStoryPicture(key, null, "")))).Errors.Count().ShouldBe(2);
        await Put(key);
        await Put(key);
        await database.Db(async db =>
        {
            (await db.Programmes.FindAsync(database.Programme))!.ShareOpenly(true, Guid.NewGuid());
            return await db.SaveChangesAsync();
        });

        var file = await database.Send(new SeeStoryPicture(key));
        (file.MediaType, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Content))).ShouldBe(("image/jpeg", file.Hash));
        (await database.Send(new ReadPictureOnTheWeb(key), Viewer.Public(database.Programme))).Hash.ShouldBe(file.Hash);
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeePictureInReport(October, 1, key), database.Commissioner));
        await database.Send(new CompileAll(), database.Coordinator);
        await database.Send(new PublishReport(October), database.Coordinator);
        var told = (await database.Send(new SeeReport(October), database.Commissioner)).Sheet;
        told.Figures.Stories.Select(s => s.Picture?.Shows).ShouldBe(["Sheila holds up the key", null], ignoreOrder: true);
        told.Pictures[key.Value].Hash.ShouldBe(file.Hash);
        (await database.Send(new SeePictureInReport(October, 1, key), database.Commissioner)).Hash.ShouldBe(file.Hash);
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeePictureInReport(October, 2, key), database.Commissioner));
        (await database.Send(new SeeStory(key))).Went.ShouldHaveSingleItem().Place.ShouldBe("the report of October 2026, edition 1, with its picture");

        // Another one put beside it since, or beside a story that no report tells, is in no report before it is published in one; not for a worker either.
        var untold = await Told(database, sheila, "Told to few", agreed with { InReports = false });
        await Put(untold);
        await database.Send(new PutStoryPicture(key, [.. Photo[..25], 0x13, .. Photo[26..]], "Sheila waves"));
        foreach (var viewer in new[] { database.Commissioner, database.Coordinator, database.Worker })
        {
            await Should.ThrowAsync<NotFoundException>(database.Send(new SeePictureInReport(October, 1, key), viewer));
            await Should.ThrowAsync<NotFoundException>(database.Send(new SeePictureInReport(October, 1, untold), viewer));
        }

        await Put(key);
        await database.Send(new RemoveStoryPicture(untold));
        (await database.Send(new SeePictureInReport(October, 1, key), database.Commissioner)).Hash.ShouldBe(file.Hash);

        // She would rather not be seen any more: the words stay, and the picture is gone from what is published as well.
        await database.Send(new ChangeStory(key, new StoryDetails("The key", "It changed.", "en-GB", October.Last, null, agreed with { Picture = false }, []), (await database.Send(new SeeStory(key))).Version));

        (await database.Send(new SeeReport(October), database.Commissioner)).Sheet.Pictures.ShouldBeEmpty();
        await Should.ThrowAsync<NotFoundException>(database.Send(new SeePictureInReport(October, 1, key), database.Commissioner));
        await Should.ThrowAsync<NotFoundException>(database.Send(new ReadPictureOnTheWeb(key), Viewer.Public(database.Programme)));
        (await database.Db(db => db.StoryPictures.CountAsync())).ShouldBe(0);
        (await database.Send(new DraftReport(October), database.Coordinator)).Sheet.Figures.Stories.ShouldAllBe(s => s.Picture == null);
        (await database.Send(new MakeReportsAgain(), database.Coordinator)).Editions.ShouldHaveSingleItem().Came.ShouldBe(MadeAgain.SameToTheByte);

        Task Put(StoryId story) => database.Send(new PutStoryPicture(story, Photo, "Sheila holds up the key"));
    }

    [Fact]
    public async Task A_picture_does_not_outlive_the_yes_to_its_story()
    {
        await using var database = await TestDatabase.Create();
        var (sheila, rose) = (await Consenting(database, "Sheila"), await Consenting(database, "Rose"));
        var (today, agreed) = (database.Clock.Today, new StoryAgreement(Picture: true));
        var key = await Pictured(sheila, "The key", agreed);
        var (ends, stays) = (await Pictured(rose, "Until tomorrow", agreed with { Until = today.AddDays(1) }), await Pictured(rose, "As long as you like", agreed));
        var held = (await database.Send(new CopyWhatIsHeld(sheila.Id), database.Administrator)).Sections.Single(s => s.Title == "Your stories").Rows.ShouldHaveSingleItem();
        held.Single(v => v.Label == "You agreed to").Value.ShouldBe("in reports, with where you live, with a picture of you");
        held.Single(v => v.Label == "Picture").ShouldSatisfyAllConditions(v => v.Value.ShouldBe("Holding up the key"), v => v.Picture.ShouldNotBeNull().Content.ShouldNotBeEmpty());

        // She said yes twice: as long as one of them stands, the picture does.
        await database.Add(Consent.Give(sheila.Id, ConsentUse.UseMyStory, null, today, ConsentHow.Written, null, null));
        var consents = await database.Db(db => db.Consents.Where(c => c.PersonId == sheila.Id).Select(c => c.Id).ToListAsync());
        await database.Send(new WithdrawConsent(consents[0]));
        (await database.Send(new SeeStoryPicture(key))).Content.ShouldNotBeEmpty();
        await database.Send(new WithdrawConsent(consents[1]));
        await Gone(key);
        (await Kept()).ShouldBe([ends, stays]);
        (await Should.ThrowAsync<DomainRuleException>(database.Send(new PutStoryPicture(key, Photo, "Again")))).Message.ShouldContain("does not hold today");

        // What runs out is shown no more from that day, and let go that night.
        database.Clock.Now = database.Clock.Now.AddDays(2);
        await Gone(ends);
        (await database.Send(new LetPicturesGo(), Viewer.System(database.Programme, "The scheduler"))).ShouldBe(1);
        (await database.Send(new LetPicturesGo(), Viewer.System(database.Programme, "The scheduler"))).ShouldBe(0);
        (await Kept()).ShouldBe([stays]);
        (await database.Send(new SeeStoryPicture(stays))).Content.ShouldNotBeEmpty();

        async Task<StoryId> Pictured(Person teller, string title, StoryAgreement agreement)
        {
            var story = await Told(database, teller, title, agreement);
            await database.Send(new PutStoryPicture(story, Photo, "Holding up the key"));
            return story;
        }

        async Task Gone(StoryId story)
        {
            await Should.ThrowAsync<NotFoundException>(database.Send(new SeeStoryPicture(story)));
            (await database.Send(new SeeStory(story))).PictureShows.ShouldBeNull();
        }

        Task<List<StoryId>> Kept() => database.Db(db => db.StoryPictures.OrderBy(p => p.StoryId).Select(p => p.StoryId).ToListAsync());
    }

    [Fact]
    public async Task Everybody_withdraws_the_consent_the_day_before_and_nothing_is_left_to_publish()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await Consenting(database, "Sheila");
        await Told(database, sheila, "The key", new StoryAgreement());
        await database.Db(async db =>
        {
            foreach (var consent in db.Consents)
            {
                consent.Withdraw(database.Clock.Today);
            }

            return await db.SaveChangesAsync();
        });

        (await Read(database, StoryOutlet.Report)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_panel_chooses_with_reasons_that_stay_and_what_it_chose_comes_first()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await Consenting(database, "Sheila");
        var key = await Told(database, sheila, "The key", new StoryAgreement());
        var newer = await Told(database, sheila, "The newer one", new StoryAgreement());
        var round = await database.Send(new OpenStoryRound("What changed most?", "Two residents", [key, newer]), database.Coordinator);

        await Should.ThrowAsync<DomainRuleException>(database.Send(new CloseStoryRound(round, null), database.Coordinator));
        await database.Send(new ChooseStory(round, key, true, "She holds the key now."), database.Coordinator);
        await database.Send(new ChooseStory(round, newer, false, "Lovely, and smaller."), database.Coordinator);
        await database.Send(new CloseStoryRound(round, "Who holds the key"), database.Coordinator);

        await Should.ThrowAsync<DomainRuleException>(database.Send(new ChooseStory(round, newer, true, "After all"), database.Coordinator));
        (await Read(database, StoryOutlet.Report))[0].ShouldSatisfyAllConditions(s => s.Title.ShouldBe("The key"), s => s.Why.ShouldBe("She holds the key now."));
        (await database.Send(new SeeStory(newer))).Rounds.ShouldHaveSingleItem().Why.ShouldBe("Lovely, and smaller.");
        await database.Send(new WithdrawStory(key));
        (await database.Send(new SeeStoryRound(round), database.Coordinator)).Stories.Single(s => s.Id == key).Words.ShouldBeNull();
        (await database.Send(new SeeStoryRounds(), database.Coordinator)).Candidates.ShouldHaveSingleItem().Id.ShouldBe(newer);
        await Should.ThrowAsync<DomainRuleException>(database.Send(new OpenStoryRound("Again?", null, [key, newer]), database.Coordinator));
    }

    private static async Task<Person> Consenting(TestDatabase database, string name)
    {
        var person = await database.AddPerson(name);
        await database.Add(Consent.Give(person.Id, ConsentUse.UseMyStory, null, database.Clock.Today, ConsentHow.Spoken, null, null));
        return person;
    }

    private static async Task<StoryId> Told(TestDatabase database, Person person, string title, StoryAgreement agreed) =>
        ((StoryTold)await database.Send(new TellStory(person.Id, new StoryDetails(title, "It changed.", "en-GB", October.Last, "People run things", agreed, ["networks"])))).Id;

    private static Task<IReadOnlyList<StoryToPublish>> Read(TestDatabase database, StoryOutlet outlet) =>
        database.Db(db => StoriesToPublish.Read(db, database.Programme, null, database.Clock.Today.AddMonths(-3), database.Clock.Today, database.Clock.Today, outlet, 5, default));
}
