using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Outbox;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AbcdConnect.Application.Tests.Outbox;

public sealed class TakeToHandTests
{
    [Fact]
    public async Task Those_talked_with_last_come_first_never_more_than_the_setting_allows_and_nobody_elses()
    {
        await using var database = await TestDatabase.Create(services => services.AddSingleton(new OfflineSettings(People: 2)));
        var (early, late, last) = (await database.AddPerson("Early"), await database.AddPerson("Late"), await database.AddPerson("Last"));
        var never = await database.AddPerson("Never");
        await Talk(database, early.Id, 9);
        await Talk(database, last.Id, 1);
        await Talk(database, late.Id, 4);
        await Talk(database, late.Id, 5);

        var hand = await database.Send(new TakeToHand());

        hand.People.Select(p => p.Name).ShouldBe(["Last", "Late"]);
        hand.People[0].Neighbourhood.ShouldBe("Fernhill");
        hand.Neighbourhoods.Select(n => n.Name).ShouldBe(["Fernhill"]);
        (await database.Send(new TakeToHand(), database.Coordinator)).People.ShouldBeEmpty();
        never.ShouldNotBeNull();
    }

    [Fact]
    public async Task Somebody_who_moved_out_of_the_workers_neighbourhoods_is_not_at_hand()
    {
        await using var database = await TestDatabase.Create();
        var dot = await database.AddPerson("Dot");
        await Talk(database, dot.Id, 1);
        await database.Db(async db =>
        {
            db.Attach(dot);
            dot.Change(dot.ToDetails() with { NeighbourhoodId = database.HarbourWard });
            return await db.SaveChangesAsync();
        });

        (await database.Send(new TakeToHand())).People.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_may_be_kept_nothing_is_at_hand()
    {
        await using var database = await TestDatabase.Create(services => services.AddSingleton(new OfflineSettings(Days: 0)));
        await Talk(database, (await database.AddPerson("Dot")).Id, 1);

        (await database.Send(new TakeToHand())).People.ShouldBeEmpty();
    }

    private static Task<ConversationId> Talk(TestDatabase database, PersonId with, int daysAgo) => database.Send(
        new LogConversation(Guid.NewGuid(), new ConversationDetails(database.Clock.Today.AddDays(-daysAgo), ConversationKind.Learning, [with], "Bikes."), [], null, []));
}
