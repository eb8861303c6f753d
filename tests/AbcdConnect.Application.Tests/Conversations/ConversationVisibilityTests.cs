using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Conversations;

public sealed class ConversationVisibilityTests
{
    private static async Task<ConversationId> Log(TestDatabase database, string heard, NeighbourhoodId? neighbourhood = null, bool research = false, string? group = null, params Person[] people) =>
        await database.Send(
            new LogConversation(
                Guid.NewGuid(),
                new ConversationDetails(database.Clock.Today, ConversationKind.Learning, [.. people.Select(p => p.Id)], heard, NeighbourhoodId: neighbourhood, GroupName: group, GivenToResearch: research),
                [],
                null,
                []),
            database.Coordinator);

    private static async Task<IEnumerable<ConversationId>> Seen(TestDatabase database, Viewer viewer, string? q = null) =>
        (await database.Send(new ListConversations(new ListRequest(q)), viewer)).Items.Select(c => c.Id);

    [Fact]
    public async Task A_worker_sees_their_own_neighbourhoods_and_the_other_one_is_not_found()
    {
        await using var database = await TestDatabase.Create();
        var here = await Log(database, "Here.", database.Fernhill);
        var there = await Log(database, "There.", database.HarbourWard);

        (await Seen(database, database.Worker)).ShouldBe([here]);
        await Should.ThrowAsync<NotFoundException>(database.Send(new OpenConversation(there)));
        await Should.ThrowAsync<NotFoundException>(database.Send(new FinishNextStep(there)));
        (await Seen(database, database.Coordinator)).ShouldBe([there, here]);
    }

    [Fact]
    public async Task A_partner_sees_a_conversation_only_while_everybody_in_it_agrees_to_share()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        var kwame = await database.AddPerson("Kwame");
        var both = await Log(database, "Both.", people: [sheila, kwame]);
        var one = await Log(database, "One.", people: [sheila]);
        await Log(database, "Nobody named.", database.Fernhill);
        await Log(database, "A group.", group: "Men's Shed", people: [sheila]);
        (await Seen(database, database.Partner)).ShouldBeEmpty();

        await database.Add(Consent.Give(sheila.Id, ConsentUse.ShareWithAgency, database.Housing, database.Clock.Today, ConsentHow.Spoken, null, null));
        (await Seen(database, database.Partner)).ShouldBe([one]);

        var his = Consent.Give(kwame.Id, ConsentUse.ShareWithAgency, database.Housing, database.Clock.Today.AddDays(-3), ConsentHow.Spoken, database.Clock.Today, null);
        await database.Add(his);
        (await Seen(database, database.Partner)).ShouldBe([one, both], ignoreOrder: true);

        database.Clock.Now = database.Clock.Now.AddDays(1);
        (await Seen(database, database.Partner)).ShouldBe([one]);
        await Should.ThrowAsync<NotFoundException>(database.Send(new OpenConversation(both), database.Partner));
    }

    [Fact]
    public async Task A_researcher_reads_only_what_was_given_and_finds_no_name_worker_or_place_in_it()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila", with: d => d with { LastName = "Brennan" });
        await database.AddPerson("Dorothy");
        await Log(database, "Not given.", people: [sheila]);
        var given = await Log(
            database,
            "Sheila Brennan teaches crochet in Fernhill. SHEILA's friend Dorothy would love to dance; Joan asked her.",
            database.Fernhill,
            research: true,
            people: [sheila]);
        var again = await Log(database, "Sheila again.", research: true, people: [sheila]);

        var rows = (await database.Send(new ListConversations(new ListRequest()), database.Researcher)).Items;
        var opened = await database.Send(new OpenConversation(given), database.Researcher);

        rows.Select(r => r.Id).ShouldBe([again, given]);
        var pseudonym = opened.People.ShouldHaveSingleItem().Name;
        pseudonym.ShouldMatch("^Person [0-9A-F]{4}-[0-9A-F]{4}$");
        rows.ShouldAllBe(r => r.Who == pseudonym && r.Worker == null && r.Place == null && r.Neighbourhood == null);
        opened.Heard.ShouldBe($"{pseudonym} teaches crochet in [place]. {pseudonym}'s friend [name] would love to dance; [name] asked her.", StringCompareShould.IgnoreCase);
        System.Text.Json.JsonSerializer.Serialize(new { rows, opened }).ShouldNotContain("heila", Case.Insensitive);
    }

    [Fact]
    public async Task A_researcher_cannot_find_a_person_by_asking_for_a_name_or_a_place()
    {
        await using var database = await TestDatabase.Create();
        var sheila = await database.AddPerson("Sheila");
        await Log(database, "Sheila teaches crochet.", database.Fernhill, research: true, people: [sheila]);

        var narrowed = new ListConversations(new ListRequest("nobody"), database.HarbourWard, database.Worker.UserId, Person: new PersonId(999));

        (await database.Send(narrowed, database.Researcher)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Words_kind_and_days_narrow_the_list()
    {
        await using var database = await TestDatabase.Create();
        var crochet = await Log(database, "Teaches crochet to her granddaughters.", database.Fernhill);
        await Log(database, "Mends bicycles.", database.Fernhill);

        (await Seen(database, database.Worker, "croch grand")).ShouldBe([crochet]);
        (await Seen(database, database.Worker, "crochet bicycles")).ShouldBeEmpty();
        (await database.Send(new ListConversations(new ListRequest(), Kind: ConversationKind.FollowUp))).Items.ShouldBeEmpty();
        (await database.Send(new ListConversations(new ListRequest(), To: database.Clock.Today.AddDays(-1)))).Items.ShouldBeEmpty();
        (await database.Send(new ListConversations(new ListRequest(Sort: "date"), database.Fernhill, From: database.Clock.Today))).Items.Count.ShouldBe(2);
    }
}
