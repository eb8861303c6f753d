using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Testing;
using FluentValidation;

namespace AbcdConnect.Application.Tests.Assets.Map;

public sealed class MapTests
{
    private static readonly MapBounds Town = new(0.2, 52.8, 0.4, 53);

    [Fact]
    public async Task Far_away_they_are_counted_by_cells_and_near_by_each_has_its_name()
    {
        await using var database = await TestDatabase.Create();
        await Put(database, ("Library", 52.9500, 0.3000), ("Café", 52.9502, 0.3004), ("Bench", 52.9700, 0.3800));

        var far = await database.Send(new SeeCells(Town, 5, new AssetFilters()));
        var near = await database.Send(new SeeCells(Town, 17, new AssetFilters()) with { Bounds = new MapBounds(0.299, 52.949, 0.301, 52.951) });

        far.Cells.ShouldHaveSingleItem().Count.ShouldBe(3);
        far.Total.ShouldBe(3);
        far.Cells[0].Latitude.ShouldBe((52.95 + 52.9502 + 52.97) / 3, 0.001);
        far.Cells[0].Name.ShouldBeNull();
        near.Cells.Select(c => c.Name).ShouldBe(["Library", "Café"], ignoreOrder: true);
        near.Cells.ShouldAllBe(c => c.Count == 1 && c.Id != null);
    }

    [Fact]
    public async Task Panning_moves_no_cell()
    {
        await using var database = await TestDatabase.Create();
        await Put(database, [.. Enumerable.Range(0, 60).Select(i => ($"Place {i}", 52.9 + (i * 0.0017), 0.25 + (i * 0.0021)))]);

        var here = await database.Send(new SeeCells(new MapBounds(0.28, 52.92, 0.34, 52.98), 13, new AssetFilters()));
        var there = await database.Send(new SeeCells(new MapBounds(0.29, 52.93, 0.35, 52.99), 13, new AssetFilters()));

        var both = new MapBounds(0.30, 52.94, 0.33, 52.97);
        var seen = Inside(here, both);
        seen.ShouldNotBeEmpty();
        Inside(there, both).ShouldBe(seen);
        static List<(double, double, int)> Inside(MapCells cells, MapBounds bounds) =>
            [.. cells.Cells.Where(c => c.Latitude > bounds.South && c.Latitude < bounds.North && c.Longitude > bounds.West && c.Longitude < bounds.East).Select(c => (c.Latitude, c.Longitude, c.Count)).Order()];
    }

    [Fact]
    public async Task The_map_the_list_and_what_is_nearest_take_the_same_filters()
    {
        await using var database = await TestDatabase.Create();
        var choir = new AssetCategory { Kind = AssetKind.Association, Name = "Choir" };
        await database.Add(choir);
        await database.Add(
            Made(database, new AssetDetails(AssetKind.Association, "Brook choir", choir.Id, Latitude: 52.95, Longitude: 0.30, Cost: "Free", Languages: "English, Polish", Access: "Step-free. Just turn up")),
            Made(database, new AssetDetails(AssetKind.Association, "Mill choir", choir.Id, Latitude: 52.951, Longitude: 0.301, Cost: "£9", Languages: "English")),
            Made(database, new AssetDetails(AssetKind.Place, "Brook hall", Latitude: 52.95, Longitude: 0.30, Cost: "Free", Languages: "English", Access: "Two steps")));

        (string What, AssetFilters Filters, string[] Names)[] asked =
        [
            ("kind", new AssetFilters(AssetKind.Place), ["Brook hall"]),
            ("three", new AssetFilters(AssetKind.Association, choir.Id, Cost: AssetCost.Nothing), ["Brook choir"]),
            ("cost", new AssetFilters(Cost: AssetCost.UpToFive), ["Brook choir", "Brook hall"]),
            ("access", new AssetFilters(Access: [AssetAccess.StepFree, AssetAccess.TurnUp]), ["Brook choir"]),
            ("language", new AssetFilters(Language: "Polish"), ["Brook choir"]),
            ("a language nobody knows", new AssetFilters(Language: "Klingon"), []),
            ("near", new AssetFilters(Near: new NearPoint(52.951, 0.301, 50)), ["Mill choir"]),
            ("in a piece of the map", new AssetFilters(Bounds: new MapBounds(0.2995, 52.9495, 0.3005, 52.9505)), ["Brook choir", "Brook hall"]),
        ];
        foreach (var (what, filters, names) in asked)
        {
            (await database.Send(new ListAssets(new ListRequest(), filters))).Items.Select(a => a.Name).ShouldBe(names, ignoreOrder: true, what);
            (await database.Send(new SeeCells(Town, 12, filters))).Total.ShouldBe(names.Length, what);
            (await database.Send(new FindNearest(52.951, 0.301, filters with { Near = null }))).Count.ShouldBe(what == "near" ? 3 : names.Length, what);
        }
    }

    [Fact]
    public async Task The_nearest_come_first_however_far_and_say_how_far()
    {
        await using var database = await TestDatabase.Create();
        await Put(database, ("Far", 53.05, 0.30), ("Next door", 52.9501, 0.30), ("Round the corner", 52.953, 0.30));

        var found = await database.Send(new FindNearest(52.95, 0.30));

        found.Select(a => a.Name).ShouldBe(["Next door", "Round the corner", "Far"]);
        found[1].Metres.ShouldBe(333.6, 3);
        var listed = await database.Send(new ListAssets(new ListRequest(), new AssetFilters(Near: new NearPoint(52.95, 0.30, 1_000))));
        listed.Items.Select(a => a.Name).ShouldBe(["Next door", "Round the corner"]);
        listed.Items[1].Metres!.Value.ShouldBe(333.6, 3);
    }

    [Fact]
    public async Task Who_may_not_know_where_somebody_lives_cannot_find_out_by_asking_what_is_near()
    {
        await using var database = await TestDatabase.Create();
        await database.Add(Made(database, new AssetDetails(AssetKind.Individual, "Mr Lau's calligraphy", Latitude: 52.95, Longitude: 0.30)));

        (await database.Send(new SeeCells(Town, 12, new AssetFilters()), database.Worker)).Total.ShouldBe(1);
        foreach (var outside in new[] { database.Commissioner, database.Researcher })
        {
            (await database.Send(new SeeCells(Town, 12, new AssetFilters()), outside)).Total.ShouldBe(0);
            (await database.Send(new FindNearest(52.95, 0.30), outside)).ShouldBeEmpty();
            (await database.Send(new ListAssets(new ListRequest(), new AssetFilters(Near: new NearPoint(52.95, 0.30, 1_000))), outside)).Items.ShouldBeEmpty();
            (await database.Send(new ListAssets(new ListRequest(), new AssetFilters(Bounds: Town)), outside)).Items.ShouldBeEmpty();
            (await database.Send(new ListAssets(new ListRequest()), outside)).Items.Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_place_is_found_by_postcode_by_name_and_by_a_point_and_otherwise_says_what_to_do()
    {
        await using var database = await TestDatabase.Create();
        await database.Add(new Postcode { Code = "ZZ3 2SH", Latitude = 52.91, Longitude = 0.32 });

        (await database.Send(new FindPoint(" zz32sh "))).ShouldBe(new PointFound(52.91, 0.32, "ZZ3 2SH"));
        (await database.Send(new FindPoint("52.95, 0.3"))).ShouldBe(new PointFound(52.95, 0.3, "the point on the map"));
        (await database.Send(new FindPoint("Fernhill"))).ShouldBeOfType<PointFound>().Words.ShouldBe("Fernhill");
        (await Why("ZZ9 9ZZ")).ShouldBe("We do not know the postcode ZZ9 9ZZ. It may be new, or no longer in use. Try one nearby, or tap the map.");
        (await Why("100, 0.3")).ShouldContain("not on this Earth");
        (await Why("0.3, 52.95")).ShouldContain("look swapped");
        (await Why("Atlantis")).ShouldContain("Type a whole postcode");

        async Task<string> Why(string text) => (await database.Send(new FindPoint(text))).ShouldBeOfType<PointNotFound>().Why;
    }

    [Fact]
    public async Task An_entry_with_a_postcode_alone_is_drawn_there_and_moves_with_it()
    {
        await using var database = await TestDatabase.Create();
        await database.Add(new Postcode { Code = "ZZ3 2SH", Latitude = 52.91, Longitude = 0.32 }, new Postcode { Code = "ZZ3 8QZ", Latitude = 52.97, Longitude = 0.27 });
        var id = ((AssetAdded)await database.Send(new AddAsset(new AssetDetails(AssetKind.Place, "Hall", Postcode: "ZZ3 2SH")))).Id;

        (await Nearest(52.91, 0.32)).ShouldBeLessThan(2);
        await database.Send(new ChangeAsset(id, 0, new AssetDetails(AssetKind.Place, "Hall", Postcode: "ZZ3 8QZ")));
        (await Nearest(52.97, 0.27)).ShouldBeLessThan(2);
        await database.Send(new ChangeAsset(id, 1, new AssetDetails(AssetKind.Place, "Hall")));
        (await database.Send(new FindNearest(52.97, 0.27))).ShouldBeEmpty();

        async Task<double> Nearest(double latitude, double longitude) => (await database.Send(new FindNearest(latitude, longitude))).ShouldHaveSingleItem().Metres;
    }

    [Fact]
    public async Task Without_tiles_there_are_outlines_names_and_the_places_most_goes_on_at()
    {
        await using var database = await TestDatabase.Create();

        var drawn = await database.Send(new SeeOutlines(), database.Partner);

        drawn.Neighbourhoods.Select(n => n.Name).ShouldBe(["Fernhill", "Harbour Ward"]);
        drawn.Neighbourhoods.ShouldAllBe(n => n.GeoJson.StartsWith("{\"type\":\"MultiPolygon\"", StringComparison.Ordinal) && n.Latitude > 52);
    }

    [Theory]
    [InlineData(-200, 52, 1, 53, 12, "degrees")]
    [InlineData(1, 52, 0, 53, 12, "degrees")]
    [InlineData(0, 52, 1, 53, 20, "between 0 and 19")]
    [InlineData(-10, 40, 10, 60, 19, "too much of the map")]
    public async Task A_piece_of_the_map_that_is_none_is_refused(double west, double south, double east, double north, int zoom, string says)
    {
        await using var database = await TestDatabase.Create();

        (await Should.ThrowAsync<ValidationException>(database.Send(new SeeCells(new MapBounds(west, south, east, north), zoom, new AssetFilters())))).Errors.First().ErrorMessage.ShouldContain(says);
    }

    [Fact]
    public async Task Swapped_coordinates_of_an_entry_are_said_to_be_swapped()
    {
        await using var database = await TestDatabase.Create();

        (await Should.ThrowAsync<ValidationException>(database.Send(new AddAsset(new AssetDetails(AssetKind.Place, "Hall", Latitude: 0.3, Longitude: 52.9))))).Errors.ShouldHaveSingleItem().ErrorMessage.ShouldStartWith("Latitude and longitude look swapped");
    }

    private static Asset Made(TestDatabase database, AssetDetails details) => Asset.Add(database.Programme, null, database.Clock.Today, details);

    private static Task Put(TestDatabase database, params (string Name, double Latitude, double Longitude)[] places) =>
        database.Add([.. places.Select(p => Made(database, new AssetDetails(AssetKind.Place, p.Name, Latitude: p.Latitude, Longitude: p.Longitude)))]);
}
