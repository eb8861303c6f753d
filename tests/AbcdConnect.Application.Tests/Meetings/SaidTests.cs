using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Actions;
using AbcdConnect.Application.Meetings.Said;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Meetings;

public sealed class SaidTests
{
    [Fact]
    public async Task What_was_raised_and_done_goes_on_the_wall_and_its_news_to_those_who_agreed_to_hear_it()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        var (sheila, omar) = (await database.AddPerson("Sheila"), await database.AddPerson("Omar"));
        var elsewhere = await database.AddPerson("Ines", database.HarbourWard);
        await database.Add(Consent.Give(sheila.Id, ConsentUse.KeepInTouch, null, today.AddDays(-30), ConsentHow.Spoken, null, null));
        await database.Add(Consent.Give(elsewhere.Id, ConsentUse.KeepInTouch, null, today.AddDays(-30), ConsentHow.Spoken, null, null));
        var talk = await Talk(database, "The lane to the library is dark after four", database.Fernhill, sheila.Id, omar.Id);
        var far = await Talk(database, "Our lane is dark too", database.HarbourWard, elsewhere.Id);
        var action = await database.Send(new AgreeAction(await database.PlanMeeting(-20), new ActionDetails("Light the lane", database.Housing)), database.Coordinator);

        var likely = await database.Send(new OpenSaid(action, null, "dark lane"), database.Coordinator);
        likely.Likely.ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.Conversation.ShouldBe(talk), l => l.Who.ShouldBe(["Sheila", "Omar"]));
        Task Write(string youSaid, string? weDid, bool publish, long version) => database.Send(new WriteSaid(action, database.Fernhill, youSaid, weDid, [talk, far], [], AssetKind.Place, [], publish, version), database.Coordinator);
        (await Should.ThrowAsync<DomainRuleException>(Write("Sheila said the lane is dark.", null, false, 0))).Message.ShouldContain("without names");
        await Should.ThrowAsync<DomainRuleException>(Write("The lane is dark.", "It has lamps.", true, 0));
        await Write("The lane is dark.", null, false, 0);
        await Should.ThrowAsync<OvertakenException>(Write("The lane is very dark.", null, false, 99));
        (await database.Send(new ListNews(), database.Worker)).ShouldBeEmpty();

        await database.Send(new MoveAction(action, ActionStatus.Done), database.Coordinator);
        var written = await database.Send(new OpenSaid(action, null, null), database.Coordinator);
        written.Sources.Count.ShouldBe(3);
        (await database.Send(new ListSaid(null, null), database.Coordinator)).ToWrite.ShouldHaveSingleItem();
        await Write("The lane is dark.", "It has three lamps.", true, written.Version);

        // Omar has not agreed to be kept in touch with; Ines is another worker's to tell.
        var news = (await database.Send(new ListNews(), database.Worker)).ShouldHaveSingleItem();
        (news.Person.Name, news.WeDid).ShouldBe(("Sheila", "It has three lamps."));
        (await database.Send(new ListNews(omar.Id), database.Worker)).ShouldBeEmpty();
        (await database.Send(new ListNews(elsewhere.Id), database.Coordinator)).ShouldHaveSingleItem();
        await Should.ThrowAsync<NotAllowedException>(database.Send(new ListNews(), database.Partner));
        await database.Send(new TellNews(news.Source), database.Worker);
        (await database.Send(new ListNews(), database.Worker)).ShouldBeEmpty();
        var others = (await database.Send(new ListNews(), database.Coordinator)).ShouldHaveSingleItem();
        await Should.ThrowAsync<NotFoundException>(database.Send(new TellNews(others.Source), database.Worker));

        var code = await database.Send(new OfferSaidPage(database.Fernhill, true), database.Coordinator);
        (await database.Send(new OfferSaidPage(database.Fernhill, true), database.Coordinator)).ShouldBe(code);
        var page = (await database.Send(new ReadSaidPage(code!, null))).ShouldNotBeNull();
        page.Told.ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.YouSaid.ShouldBe("The lane is dark."), t => t.WeDid.ShouldBe("It has three lamps."));
        (await database.Send(new ReadSaidPage("guessed", null))).ShouldBeNull();
        await database.Send(new OfferSaidPage(database.Fernhill, false), database.Coordinator);
        (await database.Send(new ReadSaidPage(code!, null))).ShouldBeNull();
        (await database.Send(new ListSaid(null, database.HarbourWard), database.Worker)).Told.ShouldBeEmpty();
    }

    private static async Task<ConversationId> Talk(TestDatabase database, string heard, Domain.Programmes.NeighbourhoodId place, params PersonId[] people)
    {
        var talk = Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(database.Clock.Today.AddDays(-25), ConversationKind.Learning, people, heard, NeighbourhoodId: place), database.Clock.Today);
        await database.Add(talk);
        return talk.Id;
    }
}
