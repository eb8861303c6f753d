using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Conversations;

public sealed class RecallLatelyTests
{
    private static async Task<Asset> AddPlace(TestDatabase database, string name)
    {
        var place = Asset.Add(database.Programme, database.Worker.UserId, database.Clock.Today, new AssetDetails(AssetKind.Place, name, NeighbourhoodId: database.Fernhill));
        await database.Add(place);
        return place;
    }

    private static Task<ConversationId> Talk(TestDatabase database, int daysAgo, PersonId? with = null, AssetId? at = null, string? group = null, Application.Access.Viewer? worker = null) => database.Send(
        new LogConversation(
            Guid.NewGuid(),
            new ConversationDetails(database.Clock.Today.AddDays(-daysAgo), ConversationKind.Learning, with is { } person ? [person] : [], "Heard.", NeighbourhoodId: database.Fernhill, PlaceId: at, GroupName: group),
            [],
            null,
            []),
        worker);

    [Fact]
    public async Task Those_talked_with_last_come_first_and_each_once()
    {
        await using var database = await TestDatabase.Create();
        var (sheila, kwame, never) = (await database.AddPerson("Sheila"), await database.AddPerson("Kwame"), await database.AddPerson("Nobody yet"));
        await Talk(database, 9, kwame.Id);
        await Talk(database, 5, sheila.Id);
        await Talk(database, 1, kwame.Id);

        var lately = await database.Send(new RecallLately());

        lately.People.Select(p => p.Id).ShouldBe([kwame.Id, sheila.Id]);
        lately.People.ShouldNotContain(p => p.Id == never.Id);
    }

    [Fact]
    public async Task Whom_another_worker_talked_with_and_who_was_forgotten_are_not_offered()
    {
        await using var database = await TestDatabase.Create();
        var (sheila, kwame) = (await database.AddPerson("Sheila"), await database.AddPerson("Kwame"));
        await Talk(database, 1, sheila.Id, worker: database.Coordinator);
        await Talk(database, 1, kwame.Id);
        (await database.Send(new RecallLately())).People.Select(p => p.Id).ShouldBe([kwame.Id]);

        await database.Db(async db => await db.People.Where(p => p.Id == kwame.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.AnonymisedOn, database.Clock.Today)));

        (await database.Send(new RecallLately())).People.ShouldBeEmpty();
    }

    [Fact]
    public async Task Todays_last_place_comes_before_the_usual_one_and_says_so()
    {
        await using var database = await TestDatabase.Create();
        var (usual, todays, closed) = (await AddPlace(database, "Brook End Café"), await AddPlace(database, "St Jude's hall"), await AddPlace(database, "Gone"));
        await Talk(database, 3, at: usual.Id);
        await Talk(database, 2, at: usual.Id);
        await Talk(database, 1, at: closed.Id);
        await Talk(database, 0, at: usual.Id);
        await Talk(database, 0, at: todays.Id);
        await database.Db(async db => await db.Assets.Where(a => a.Id == closed.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedOn, database.Clock.Today)));

        var lately = await database.Send(new RecallLately());

        lately.Places.ShouldBe([new PlaceLately(todays.Id, "St Jude's hall", LastToday: true), new PlaceLately(usual.Id, "Brook End Café", LastToday: false)]);
    }

    [Fact]
    public async Task Groups_are_offered_by_name_once_each()
    {
        await using var database = await TestDatabase.Create();
        await Talk(database, 2, group: "Men's Shed");
        await Talk(database, 1, group: "The bus stop");
        await Talk(database, 0, group: "men's shed");

        (await database.Send(new RecallLately())).Groups.ShouldBe(["men's shed", "The bus stop"]);
    }
}
