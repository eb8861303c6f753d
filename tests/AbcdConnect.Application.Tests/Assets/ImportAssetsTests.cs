using System.Text;
using AbcdConnect.Application.Assets;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Testing;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Assets;

public sealed class ImportAssetsTests
{
    private const string Clubs = "name,category,address,postcode\nFernhill Bowls,Bowling,\"Green Lane\nFernhill\",ZZ3 2SH\nHarbour Judo,Martial Arts,Quay,ZZ3 9ZZ\n";

    [Fact]
    public async Task The_same_file_twice_adds_nothing()
    {
        await using var database = await TestDatabase.Create();

        var first = await Import(database, Clubs);
        var second = await Import(database, Clubs);

        first.Counts.ShouldBe(new ImportCounts(Rows: 2, Added: 2, Changed: 0, Same: 0, Rejected: 0, Placed: 0, Unplaced: 2));
        second.Counts.ShouldBe(new ImportCounts(Rows: 2, Added: 0, Changed: 0, Same: 2, Rejected: 0, Placed: 0, Unplaced: 2));
        var club = await database.Db(db => db.Assets.SingleAsync(a => a.Name == "Fernhill Bowls"));
        club.Address.ShouldBe("Green Lane\nFernhill");
        club.Description.ShouldBe("Sport: Bowling");
        club.Kind.ShouldBe(AssetKind.Association);
        club.AddedOn.ShouldBe(database.Clock.Today);
    }

    [Fact]
    public async Task Words_that_people_changed_stand_until_the_row_says_something_new()
    {
        await using var database = await TestDatabase.Create();
        await Import(database, Clubs);
        await Edit(database, "Fernhill Bowls", d => d with { Description = "The friendliest green in town", Cost = "£2" });

        (await Import(database, Clubs)).Counts.Same.ShouldBe(2);
        (await Find(database, "Fernhill Bowls")).Description.ShouldBe("The friendliest green in town");

        var moved = await Import(database, Clubs.Replace("Bowling", "Crown green bowling", StringComparison.Ordinal));
        moved.Counts.Changed.ShouldBe(1);
        var club = await Find(database, "Fernhill Bowls");
        club.Description.ShouldBe("Sport: Crown green bowling");
        club.Cost.ShouldBe("£2");
    }

    [Fact]
    public async Task Good_rows_are_kept_and_bad_ones_reported_by_the_row_a_spreadsheet_shows()
    {
        await using var database = await TestDatabase.Create();

        var result = await Import(
            database,
            "community_hub,address,postcode,website,telephone,opening_hours,lon,lat\n"
            + "Old Town,\"1 High St,\nFernhill\",ZZ1 1AA,,,Monday to Friday 10am-4pm,0.32,52.91\n"
            + "\n"
            + ",2 High St,ZZ1 1AA,,,,0.32,52.91\n"
            + "Mill,3 High St,ZZ1 1AA,,,,east,52.91\n"
            + "Quay,4 High St,nonsense,,,,0.42,52.91\n"
            + "Dock,5 High St,ZZ1 1AA,,,,0.42,52.91,extra\n"
            + "Old Town,again,ZZ1 1AA,,,,0.32,52.91\n"
            + $"{new string('x', 250)},6 High St,ZZ1 1AA,,,,0.42,52.91\n"
            + "=cmd|' /C calc'!A0,7 High St",
            "community-hubs");

        result.Counts.ShouldBe(new ImportCounts(Rows: 8, Added: 3, Changed: 0, Same: 0, Rejected: 5, Placed: 2, Unplaced: 1));
        result.Problems.Select(p => (p.Row, p.Column)).ShouldBe([(4, "community_hub"), (5, "lon"), (6, "postcode"), (7, ""), (8, "community_hub"), (9, "{community_hub} community hub")]);
        var town = await database.Db(db => db.Assets.Include(a => a.Hours).SingleAsync(a => a.Name == "Old Town community hub"));
        town.NeighbourhoodId.ShouldBe(database.Fernhill);
        town.Hours.Count.ShouldBe(5);
        var batch = await database.Db(db => db.ImportBatches.Include(b => b.Problems).SingleAsync());
        batch.Outcome.ShouldBe(ImportOutcome.Done);
        batch.Problems.Count.ShouldBe(6);
        (batch.Added + batch.Changed + batch.Same + batch.Rejected).ShouldBe(batch.Rows);
    }

    [Fact]
    public async Task Each_is_placed_by_its_point_else_its_postcodes_area_else_its_postcodes_point()
    {
        await using var database = await TestDatabase.Create();
        await Postcodes(database, "postcode,ward_code,lon,lat\nZZ1 1AA,Z05000002,0.32,52.91\nZZ1 1AB,E05999999,0.42,52.91\nZZ1 1AC,,9,9\n");

        var result = await Import(
            database,
            "name,address,postcode,type,website,area_code,lon,lat\nBy point,,ZZ1 1AA,,,a,0.32,52.91\nBy code,,zz11aa,,,a,NA,NA\nBy postcode's point,,ZZ1 1AB,,,a,,\nNowhere,,ZZ1 1AC,,,a,0,0\n",
            "libraries");

        result.Counts.Placed.ShouldBe(3);
        (await Find(database, "By point")).NeighbourhoodId.ShouldBe(database.Fernhill);
        (await Find(database, "By code")).NeighbourhoodId.ShouldBe(database.HarbourWard);
        (await Find(database, "By postcode's point")).NeighbourhoodId.ShouldBe(database.HarbourWard);
        (await Find(database, "Nowhere")).NeighbourhoodId.ShouldBeNull();
    }

    [Fact]
    public async Task What_came_in_before_the_postcodes_is_placed_when_they_come_and_is_the_same_when_its_file_comes_again()
    {
        await using var database = await TestDatabase.Create();
        (await Import(database, Clubs)).Counts.Placed.ShouldBe(0);

        await Postcodes(database, "postcode,ward_code,lon,lat\nZZ3 2SH,Z05000001,0.32,52.91\n");

        (await database.Db(db => db.Assets.CountAsync(a => a.NeighbourhoodId == database.Fernhill))).ShouldBe(1);
        var again = await Import(database, Clubs);
        again.Counts.ShouldBe(new ImportCounts(Rows: 2, Added: 0, Changed: 0, Same: 2, Rejected: 0, Placed: 1, Unplaced: 1));
        // A postcode that no longer exists, or never did.
        var unknown = again.Problems.ShouldHaveSingleItem();
        (unknown.Row, unknown.Column, unknown.Value).ShouldBe((3, "postcode", "ZZ3 9ZZ"));
        unknown.WhatToDo.ShouldContain("no longer in use");
    }

    [Fact]
    public async Task A_trial_counts_and_keeps_nothing()
    {
        await using var database = await TestDatabase.Create();

        var trial = await Import(database, Clubs, dryRun: true);

        trial.Counts.Added.ShouldBe(2);
        trial.Batch.ShouldBeNull();
        (await database.Db(db => db.Assets.CountAsync())).ShouldBe(0);
        (await database.Db(db => db.ImportBatches.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_without_its_columns_is_refused_by_their_names_and_the_list_tells_it()
    {
        await using var database = await TestDatabase.Create();

        var refused = await Should.ThrowAsync<DomainRuleException>(Import(database, "club,place\nBowls,Fernhill\n"));

        refused.Message.ShouldBe("The profile 'sports-clubs' needs the columns name, postcode, category, address. The file has no columns name, postcode, category, address. Its first row has: club, place.");
        var batch = await database.Db(db => db.ImportBatches.SingleAsync());
        batch.Outcome.ShouldBe(ImportOutcome.Failed);
        batch.FailedBecause.ShouldBe(refused.Message);
    }

    [Fact]
    public async Task An_import_stopped_in_the_middle_is_completed_by_the_next_and_said_to_have_been_stopped()
    {
        await using var database = await TestDatabase.Create();
        var file = "name,category,address,postcode\n" + string.Concat(Enumerable.Range(1, 1200).Select(i => $"Club {i},Bowling,Lane,ZZ3 2SH\n"));
        using var stop = new CancellationTokenSource();
        await using (var scope = database.Scope(database.Coordinator))
        {
            var mediator = (MediatR.IMediator)scope.ServiceProvider.GetService(typeof(MediatR.IMediator))!;
            await Should.ThrowAsync<OperationCanceledException>(mediator.Send(
                new ImportAssets(Text(file), "clubs.csv", "sports-clubs", Progress: new StopAt(500, stop)), stop.Token));
        }

        (await database.Db(db => db.Assets.CountAsync())).ShouldBe(500);
        // A power cut leaves no such words: the entry stands as running.
        await database.Add(ImportBatch.Start(database.Programme, "sports-clubs", "clubs.csv", null, database.Clock.Now));

        var rest = await Import(database, file);

        rest.Counts.ShouldBe(new ImportCounts(Rows: 1200, Added: 700, Changed: 0, Same: 500, Rejected: 0, Placed: 0, Unplaced: 1200));
        var batches = await database.Db(db => db.ImportBatches.OrderBy(b => b.Id).ToListAsync());
        batches.Select(b => b.Outcome).ShouldBe([ImportOutcome.Failed, ImportOutcome.Failed, ImportOutcome.Done]);
        batches[0].FailedBecause!.ShouldStartWith("It was stopped by hand.");
        batches[1].FailedBecause!.ShouldStartWith("It was stopped before its end");
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    public async Task Letters_come_in_right_however_the_file_was_saved(string encoding, bool mark)
    {
        await using var database = await TestDatabase.Create();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var letters = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? letters.GetPreamble() : [], .. letters.GetBytes("name;category;address;postcode\r\nCafé Société – “chess”;Chess;1, High St;ZZ3 2SH\r\n")];

        await database.Send(new ImportAssets(new MemoryStream(bytes), "clubs.csv", "sports-clubs"), database.Coordinator);

        (await database.Db(db => db.Assets.SingleAsync())).Name.ShouldBe("Café Société – “chess”");
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_stops_the_import_and_says_where()
    {
        await using var database = await TestDatabase.Create();

        var stopped = await Should.ThrowAsync<DomainRuleException>(Import(database, "name,category,address,postcode\nGood,Chess,x,ZZ3 2SH\n\"Bad,Chess,x,ZZ3 2SH\n" + new string('x', 300_000)));

        stopped.Message.ShouldStartWith("Row 3 has a cell of more than 200,000 letters");
    }

    [Fact]
    public async Task A_workbook_that_is_none_and_an_empty_file_are_refused_in_words()
    {
        await using var database = await TestDatabase.Create();

        (await Should.ThrowAsync<DomainRuleException>(Import(database, "PK\u0003\u0004…"))).Message.ShouldStartWith("This workbook cannot be read");
        (await Should.ThrowAsync<DomainRuleException>(Import(database, ""))).Message.ShouldStartWith("The file is empty");
    }

    [Fact]
    public async Task Workers_do_not_import()
    {
        await using var database = await TestDatabase.Create();

        await Should.ThrowAsync<NotAllowedException>(database.Send(new ImportAssets(Text(Clubs), "clubs.csv", "sports-clubs"), database.Worker));
    }

    [Fact]
    public async Task Boundaries_are_kept_by_code_and_unsound_ones_are_named()
    {
        await using var database = await TestDatabase.Create();
        const string file = """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"WD24CD":"E05000001","WD24NM":"East"},"geometry":{"type":"Polygon","coordinates":[[[0.5,52.9],[0.6,52.9],[0.6,53],[0.5,53],[0.5,52.9]]]}},
              {"type":"Feature","properties":{"WD24CD":"E05000002","WD24NM":"Bow tie"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}},
              {"type":"Feature","properties":{"WD24CD":"E05000003","WD24NM":"A line"},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}},
              {"type":"Feature","properties":{"WD24CD":"E05000004","WD24NM":"Metres"},"geometry":{"type":"Polygon","coordinates":[[[500000,200000],[500100,200000],[500100,200100],[500000,200000]]]}},
              {"type":"Feature","properties":{"WD24CD":"E05000005","WD24NM":"Open"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}}
            ]}
            """;

        var first = await database.Send(new ImportBoundaries(Text(file), "wards.geojson"), database.Coordinator);
        var second = await database.Send(new ImportBoundaries(Text(file), "wards.geojson"), database.Coordinator);

        first.Counts.ShouldBe(new ImportCounts(Rows: 5, Added: 1, Changed: 0, Same: 0, Rejected: 4, Placed: 1, Unplaced: 0));
        second.Counts.Same.ShouldBe(1);
        first.Problems.Select(p => p.WhatToDo.Split(' ')[2]).ShouldBe(["crosses", "is", "numbers", "coordinates"]);
        (await database.Db(db => db.Neighbourhoods.SingleAsync(n => n.Code == "E05000001"))).Name.ShouldBe("East");
    }

    [Fact]
    public async Task Boundaries_and_postcodes_that_come_in_later_place_what_is_on_the_map_and_leave_what_was_placed_by_hand()
    {
        await using var database = await TestDatabase.Create();
        await database.Send(new AddAsset(new AssetDetails(AssetKind.Place, "Bench", Latitude: 53.05, Longitude: 0.52)));
        await database.Send(new AddAsset(new AssetDetails(AssetKind.Place, "Hut", Latitude: 53.05, Longitude: 0.52, NeighbourhoodId: database.Fernhill)));
        await database.Send(new AddAsset(new AssetDetails(AssetKind.Place, "Shop", Postcode: "ZZ9 1AA")));
        await database.Send(new AddAsset(new AssetDetails(AssetKind.Place, "Nowhere")));
        const string ward = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"Z05000009","name":"New Town"},"geometry":{"type":"Polygon","coordinates":[[[0.5,53],[0.6,53],[0.6,53.1],[0.5,53.1],[0.5,53]]]}}]}""";

        (await database.Send(new ImportBoundaries(Text(ward), "wards.geojson", DryRun: true), database.Coordinator)).AlsoPlaced.ShouldBe(0);
        (await Find(database, "Bench")).NeighbourhoodId.ShouldBeNull();
        (await database.Send(new ImportBoundaries(Text(ward), "wards.geojson"), database.Coordinator)).AlsoPlaced.ShouldBe(1);
        (await Postcodes(database, "postcode,lat,lon\nZZ9 1AA,53.06,0.53\n")).AlsoPlaced.ShouldBe(1);

        var newTown = await database.Db(db => db.Neighbourhoods.Where(n => n.Code == "Z05000009").Select(n => n.Id).SingleAsync());
        (await Find(database, "Bench")).NeighbourhoodId.ShouldBe(newTown);
        (await Find(database, "Shop")).NeighbourhoodId.ShouldBe(newTown);
        (await Find(database, "Hut")).NeighbourhoodId.ShouldBe(database.Fernhill);
        (await Find(database, "Nowhere")).NeighbourhoodId.ShouldBeNull();
    }

    private static Task<ImportResult> Import(TestDatabase database, string csv, string profile = "sports-clubs", bool dryRun = false) =>
        database.Send(new ImportAssets(Text(csv), "clubs.csv", profile, dryRun), database.Coordinator);

    private static Task<ImportResult> Postcodes(TestDatabase database, string csv) => database.Send(new ImportPostcodes(Text(csv), "postcodes.csv"), database.Coordinator);

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private static Task<Asset> Find(TestDatabase database, string name) => database.Db(db => db.Assets.SingleAsync(a => a.Name == name));

    private static Task<int> Edit(TestDatabase database, string name, Func<AssetDetails, AssetDetails> with) => database.Db(async db =>
    {
        var asset = await db.Assets.Include(a => a.Hours).SingleAsync(a => a.Name == name);
        asset.Change(with(asset.Details));
        return await db.SaveChangesAsync();
    });

    private sealed class StopAt(int rows, CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= rows)
            {
                stop.Cancel();
            }
        }
    }
}
