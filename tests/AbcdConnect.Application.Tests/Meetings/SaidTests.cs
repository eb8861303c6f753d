using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Actions;
using AbcdConnect.Application.Meetings.Said;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

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
        // Opened before anything was written: the other's sentences are not written over.
        await Should.ThrowAsync<OvertakenException>(Write("It is dark in the lane.", null, false, likely.Version));
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

        var code = (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => database.Send(new OfferSaidPage(database.Fernhill, true), database.Coordinator))))).Distinct().ShouldHaveSingleItem();
        (await database.Send(new OfferSaidPage(database.Fernhill, true), database.Coordinator)).ShouldBe(code);
        var page = (await database.Send(new ReadSaidPage(code!, null))).ShouldNotBeNull();
        page.Told.ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.YouSaid.ShouldBe("The lane is dark."), t => t.WeDid.ShouldBe("It has three lamps."));
        (await database.Send(new ReadSaidPage("guessed", null))).ShouldBeNull();
        await database.Send(new OfferSaidPage(database.Fernhill, false), database.Coordinator);
        (await database.Send(new ReadSaidPage(code!, null))).ShouldBeNull();
        (await database.Send(new ListSaid(null, database.HarbourWard), database.Worker)).Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_done_under_a_theme_goes_back_to_everybody_who_spoke_of_it()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        var (sheila, omar) = (await database.AddPerson("Sheila"), await database.AddPerson("Omar"));
        await database.Add(Consent.Give(sheila.Id, ConsentUse.KeepInTouch, null, today.AddDays(-30), ConsentHow.Spoken, null, null));
        var (one, two, before) = (await Talk(database, "Nothing after six", database.Fernhill, sheila.Id), await Talk(database, "They hang about", database.Fernhill, omar.Id), await Talk(database, "Long ago", database.Fernhill, sheila.Id));
        var term = new GiftTerm { Kind = GiftKind.Hope, Group = "For my street", Name = "Somewhere for teenagers" };
        await database.Add(term);
        await database.Add([.. new[] { (sheila, one, -25), (omar, two, -24), (sheila, before, -90) }.Select(h => Gift.Hear(database.Programme, h.Item1.Id, h.Item2, GiftDirection.Gift, GiftKind.Hope, term.Id, "Somewhere to go", today.AddDays(h.Item3)))]);
        var meeting = await database.PlanMeeting(-20);
        await database.Db(async db =>
        {
            (await db.Meetings.SingleAsync(m => m.Id == meeting)).Keep(new Suggested($"theme-{term.Id}", "Somewhere for teenagers", "5 people spoke of it.", "/gifts", 15));
            return await db.SaveChangesAsync();
        });
        var action = await database.Send(new AgreeAction(meeting, new ActionDetails("Open the hall on Fridays", database.Housing, ItemId: (await database.See(meeting)).Agenda[0].Id)), database.Coordinator);
        await database.Send(new MoveAction(action, ActionStatus.Done), database.Coordinator);

        var seen = await database.Send(new OpenSaid(action, null, null), database.Coordinator);
        (seen.Theme, seen.ThemeHeardIn).ShouldBe(("Somewhere for teenagers", 2));
        await database.Send(new WriteSaid(action, database.Fernhill, "There is nothing after six.", "The hall is open on Fridays.", [], [], null, [], true, 0, Theme: true), database.Coordinator);

        seen = await database.Send(new OpenSaid(action, null, null), database.Coordinator);
        seen.Sources.Select(s => s.Conversation).ShouldBe([two, one], ignoreOrder: true);
        seen.ThemeHeardIn.ShouldBe(0);
        (await database.Send(new ListNews(), database.Worker)).ShouldHaveSingleItem().Person.Id.ShouldBe(sheila.Id);
    }

    private static async Task<ConversationId> Talk(TestDatabase database, string heard, Domain.Programmes.NeighbourhoodId place, params PersonId[] people)
    {
        var talk = Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(database.Clock.Today.AddDays(-25), ConversationKind.Learning, people, heard, NeighbourhoodId: place), database.Clock.Today);
        await database.Add(talk);
        return talk.Id;
    }
}
