using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Assets.Map;

public sealed class CountKindsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    [InlineData(8, 10)]
    public async Task Residents_gifts_are_counted_once_each_and_a_few_are_not_shown_and_more_only_nearly(int people, int? shown)
    {
        await using var database = await TestDatabase.Create();
        for (var i = 0; i < people; i++)
        {
            var person = await database.AddPerson($"Person {i}");
            await database.Add(
                Gift.Hear(database.Programme, person.Id, null, GiftDirection.Gift, GiftKind.Hands, null, "bakes", database.Clock.Today),
                Gift.Hear(database.Programme, person.Id, null, GiftDirection.Gift, GiftKind.Head, null, "knows the brook", database.Clock.Today));
        }

        var asks = await database.AddPerson("Asks only");
        await database.Add(Gift.Hear(database.Programme, asks.Id, null, GiftDirection.Ask, GiftKind.Hands, null, "a lift", database.Clock.Today));

        var counted = await database.Send(new CountKinds(), database.Commissioner);

        counted.Neighbourhoods.Single(n => n.Id == database.Fernhill).Gifts.Value.ShouldBe(shown);
        // Nothing that is published sums the gifts, so no other figure gives the hidden one away.
        typeof(KindsByNeighbourhood).GetProperties().ShouldNotContain(p => p.PropertyType == typeof(PublishedCount) || p.PropertyType == typeof(int));
    }

    [Fact]
    public async Task What_is_thin_and_what_nothing_is_tied_to_is_said()
    {
        await using var database = await TestDatabase.Create();
        await database.Add(Neighbourhood.Define(database.Programme, "Z3", "Old Town", null, 1_000));
        var old = await database.Db(db => db.Neighbourhoods.Where(n => n.Name == "Old Town").Select(n => n.Id).SingleAsync());
        await database.Db(db => db.Neighbourhoods.ExecuteUpdateAsync(set => set.SetProperty(n => n.Population, 1_000)));
        foreach (var (place, count) in new[] { (database.Fernhill, 4), (database.HarbourWard, 4), (old, 1) })
        {
            await database.Add([.. Enumerable.Range(0, count).Select(i => Made(place, AssetKind.Association, $"Club {i} of {place}"))]);
        }

        var hall = Made(old, AssetKind.Place, "Hall");
        var closed = Made(old, AssetKind.Place, "Closed hall");
        closed.Close(database.Clock.Today);
        await database.Add(hall, closed);
        var person = await database.AddPerson("Sheila");
        await database.Add(Connection.Make(database.Programme, null, null, ConnectionEnd.Of(person.Id), ConnectionEnd.Of(hall.Id), ConnectionOrigin.Existing, null, database.Clock.Today, null));

        var counted = await database.Send(new CountKinds());
        var there = counted.Neighbourhoods.Single(n => n.Id == old);

        there.Kinds[AssetKind.Place].ShouldBe(1);
        there.Per1000(AssetKind.Association).ShouldBe(1);
        counted.Median[AssetKind.Association].ShouldBe(4);
        there.IsThin(AssetKind.Association, counted.Median).ShouldBeTrue();
        there.IsThin(AssetKind.Culture, counted.Median).ShouldBeTrue();
        there.IsThin(AssetKind.Place, counted.Median).ShouldBeFalse();
        there.Unconnected.ShouldBe(1);
        (await database.Send(new Application.Assets.ListAssets(new Application.Common.ListRequest(), new AssetFilters(Neighbourhood: old, Unconnected: true)))).Items.ShouldHaveSingleItem().Name.ShouldStartWith("Club");

        Asset Made(NeighbourhoodId place, AssetKind kind, string name) => Asset.Add(database.Programme, null, database.Clock.Today, new AssetDetails(kind, name, NeighbourhoodId: place));
    }
}
