using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Search;
using AbcdConnect.Testing;

namespace AbcdConnect.Application.Tests.Search;

public sealed class SearchEverythingTests
{
    [Fact]
    public async Task Every_kind_is_found_and_each_hit_says_why()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        await database.AddPerson("Garden", with: d => d with { LastName = "Smith" });
        await database.Add(
            Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [], new string('x', 60) + " and then we dug the gardens on Tuesdays together", NeighbourhoodId: database.Fernhill), today),
            Asset.Add(database.Programme, null, today, new AssetDetails(AssetKind.Place, "Community garden", NeighbourhoodId: database.Fernhill)),
            Agency.Join(database.Programme, "Garden Trust", Sector.Vcse),
            Meeting.Plan(database.Programme, "Garden table", today, null, null, null));

        var answer = await database.Send(new SearchEverything("GARDEN"));

        answer.Groups.Select(g => g.Kind).ShouldBe([SearchKind.Person, SearchKind.Asset, SearchKind.Conversation, SearchKind.Meeting, SearchKind.Agency]);
        answer.Groups[2].Hits[0].Context.ShouldBe("… and then we dug the gardens on Tuesdays together");
        (await database.Send(new SearchEverything("gardens tuesday"))).Groups.ShouldHaveSingleItem().Kind.ShouldBe(SearchKind.Conversation);
        (await database.Send(new SearchEverything("gardens friday"))).Groups.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("?!")]
    public async Task Too_little_to_look_for_is_said(string? typed)
    {
        await using var database = await TestDatabase.Create();

        (await database.Send(new SearchEverything(typed))).TooLittle.ShouldBeTrue();
    }

    // As keys, "zzzzqq" sounds like "seek" and "qwerty" like "court".
    [Theory]
    [InlineData("zzzzqq", 0)]
    [InlineData("qwerty", 0)]
    [InlineData("Shahid", 1)]
    public async Task In_what_people_said_a_word_that_sounds_alike_is_meant_only_where_it_is_spelt_much_alike(string typed, int found)
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        await database.Add(Conversation.Log(database.Programme, database.Worker.UserId, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [], "Shaheed would seek out the tennis court", NeighbourhoodId: database.Fernhill), today));

        (await database.Send(new SearchEverything(typed))).Groups.Count.ShouldBe(found);
    }

    [Fact]
    public async Task Nothing_of_another_neighbourhood_is_given_away()
    {
        await using var database = await TestDatabase.Create();
        var today = database.Clock.Today;
        await database.AddPerson("Kwame", database.HarbourWard);
        await database.Add(Conversation.Log(database.Programme, database.Coordinator.UserId, Guid.NewGuid(), new ConversationDetails(today, ConversationKind.Learning, [], "Kwame mends bikes", NeighbourhoodId: database.HarbourWard), today));

        (await database.Send(new SearchEverything("kwame"))).Groups.ShouldBeEmpty();
        (await database.Send(new SearchEverything("kwame"), database.Coordinator)).Groups.Count.ShouldBe(2);
        (await database.Send(new SearchEverything("kwame"), database.Partner)).Groups.ShouldBeEmpty();
    }
}
