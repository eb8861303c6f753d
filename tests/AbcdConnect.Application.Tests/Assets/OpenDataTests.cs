using AbcdConnect.Application.Assets;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace AbcdConnect.Application.Tests.Assets;

/// <summary>Trafford's open data as it stands. The numbers were counted another way, not copied from a run.</summary>
public sealed class OpenDataTests(ITestOutputHelper output)
{
    [OpenDataFact]
    public async Task Traffords_wards_postcodes_and_lists_all_come_in_and_their_counts_add_up()
    {
        await using var database = await TestDatabase.Create();

        var wards = await Told(database, "wards.geojson", file => new ImportBoundaries(file, "wards.geojson"));
        var postcodes = await Told(database, "postcodes.csv", file => new ImportPostcodes(file, "postcodes.csv"));
        var charities = await Told(database, "charities.csv", file => new ImportAssets(file, "charities.csv", "charities"));
        var clubs = await Told(database, "sports_clubs.csv", file => new ImportAssets(file, "sports_clubs.csv", "sports-clubs"));
        var foodBanks = await Told(database, "food_banks.csv", file => new ImportAssets(file, "food_banks.csv", "food-banks"));
        var libraries = await Told(database, "libraries.csv", file => new ImportAssets(file, "libraries.csv", "libraries"));
        var hubs = await Told(database, "community_hubs.csv", file => new ImportAssets(file, "community_hubs.csv", "community-hubs"));
        var again = await Told(database, "charities.csv", file => new ImportAssets(file, "charities.csv", "charities"));

        wards.ShouldBe(new ImportCounts(21, 21, 0, 0, 0, 21, 0));
        postcodes.ShouldBe(new ImportCounts(11_264, 11_264, 0, 0, 0, 11_264, 0));
        // Counted beforehand by a script of another language with its own ray casting and its own reading of the tables.
        charities.ShouldBe(new ImportCounts(736, 736, 0, 0, 0, 278, 458));
        clubs.ShouldBe(new ImportCounts(140, 140, 0, 0, 0, 138, 2));
        foodBanks.ShouldBe(new ImportCounts(171, 171, 0, 0, 0, 7, 164));
        libraries.ShouldBe(new ImportCounts(141, 141, 0, 0, 0, 13, 128));
        hubs.ShouldBe(new ImportCounts(6, 6, 0, 0, 0, 6, 0));
        again.Same.ShouldBe(736);
    }

    [OpenDataFact]
    public async Task A_postcodes_point_lies_in_the_ward_its_table_says_for_all_but_one()
    {
        await using var database = await TestDatabase.Create();
        await Told(database, "wards.geojson", file => new ImportBoundaries(file, "wards.geojson"));
        await Told(database, "postcodes.csv", file => new ImportPostcodes(file, "postcodes.csv"));

        var agreeing = await database.Db(async db =>
        {
            var finder = (IPlaceFinder)database.Scope(null).ServiceProvider.GetService(typeof(IPlaceFinder))!;
            var wards = await db.Neighbourhoods.ToListAsync();
            var places = finder.Prepare(database.Programme, "test", [.. wards.Select(w => new PlaceBoundary(w.Id, w.Boundary!))]);
            var codes = wards.ToDictionary(w => w.Id, w => w.Code);
            return (await db.Postcodes.ToListAsync()).Count(p => places.At(p.Latitude, p.Longitude) is { } at && codes[at] == p.AreaCode);
        });

        agreeing.ShouldBe(11_263);
    }

    private async Task<ImportCounts> Told(TestDatabase database, string name, Func<Stream, MediatR.IRequest<ImportResult>> import)
    {
        await using var file = OpenData.Open(Path.Combine("trafford", name));
        var result = await database.Send(import(file), database.Coordinator);
        output.WriteLine($"{name}: {result.Counts}");
        foreach (var problem in result.Problems.Take(20))
        {
            output.WriteLine($"   {problem}");
        }

        var counts = result.Counts;
        (counts.Added + counts.Changed + counts.Same + counts.Rejected).ShouldBe(counts.Rows);
        (counts.Placed + counts.Unplaced).ShouldBe(counts.Rows - counts.Rejected);
        return counts;
    }
}
