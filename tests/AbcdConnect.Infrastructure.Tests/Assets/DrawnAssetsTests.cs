using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Infrastructure.Assets;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Infrastructure.Tests.Assets;

public sealed class DrawnAssetsTests
{
    [Fact]
    public async Task Entries_from_before_the_map_are_drawn_at_the_next_start_and_nothing_else_of_them_changes()
    {
        await using var database = await TestDatabase.Create();
        var asset = Asset.Add(database.Programme, null, database.Clock.Today, new AssetDetails(AssetKind.Place, "Hall", Latitude: 52.95, Longitude: 0.3, Cost: "Free"));
        await database.Add(asset);
        await database.Db(db => db.Assets.ExecuteUpdateAsync(set => set.SetProperty(a => a.Traits, 0).SetProperty(a => a.MapX, (int?)null).SetProperty(a => a.MapY, (int?)null)));

        await database.Db(async db =>
        {
            await db.DrawAssetsAsync(CancellationToken.None);
            return 0;
        });

        (await database.Send(new SeeCells(new MapBounds(0.2, 52.8, 0.4, 53), 12, new AssetFilters(Cost: AssetCost.Nothing)))).Total.ShouldBe(1);
        (await database.Db(db => db.Assets.SingleAsync())).ChangedAt.ShouldBe(asset.ChangedAt);
    }
}
