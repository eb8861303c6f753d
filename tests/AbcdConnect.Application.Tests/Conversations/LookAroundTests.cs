using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Tests.Conversations;

public sealed class LookAroundTests
{
    private const double Latitude = 52.95;
    private const double Longitude = 0.29;

    private static async Task<AssetId> Place(TestDatabase database, string name, double latitude, double longitude)
    {
        var place = Asset.Add(database.Programme, database.Worker.UserId, database.Clock.Today, new AssetDetails(AssetKind.Place, name, Latitude: latitude, Longitude: longitude, NeighbourhoodId: database.Fernhill));
        await database.Add(place);
        return place.Id;
    }

    private static Task<int> Bound(TestDatabase database, Domain.Programmes.NeighbourhoodId neighbourhood, double west, double south, double east, double north) => database.Db(async db =>
    {
        var found = await db.Neighbourhoods.SingleAsync(n => n.Id == neighbourhood);
        found.Change(found.Name, FormattableString.Invariant($$"""{"type":"Polygon","coordinates":[[[{{west}},{{south}}],[{{east}},{{south}}],[{{east}},{{north}}],[{{west}},{{north}}],[{{west}},{{south}}]]]}"""), null, null);
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task The_nearest_come_first_with_how_far_and_what_is_beyond_a_few_minutes_walk_is_left_out()
    {
        await using var database = await TestDatabase.Create();
        // At this latitude a degree east is three fifths of a degree north: the second is the further one in degrees, the nearer on foot.
        var north = await Place(database, "North", Latitude + 0.0020, Longitude);
        var east = await Place(database, "East", Latitude, Longitude + 0.0025);
        await Place(database, "In the box's corner only", Latitude + 0.0034, Longitude + 0.0055);
        await Place(database, "Far", Latitude + 0.01, Longitude);

        var around = await database.Send(new LookAround(Latitude, Longitude));

        around.Places.Select(p => p.Id).ShouldBe([east, north]);
        around.Places[0].Metres.ShouldBeInRange(166, 170);
        around.Places[1].Metres.ShouldBeInRange(221, 225);
    }

    [Fact]
    public async Task What_has_closed_is_not_offered()
    {
        await using var database = await TestDatabase.Create();
        var gone = await Place(database, "Gone", Latitude, Longitude);
        await database.Db(async db => await db.Assets.Where(a => a.Id == gone).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedOn, database.Clock.Today)));

        (await database.Send(new LookAround(Latitude, Longitude))).Places.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_neighbourhood_is_found_by_its_boundary_and_says_whether_it_is_the_workers()
    {
        await using var database = await TestDatabase.Create();
        await Bound(database, database.Fernhill, 0.28, 52.94, 0.30, 52.96);
        await Bound(database, database.HarbourWard, 0.30, 52.94, 0.32, 52.96);

        var mine = await database.Send(new LookAround(Latitude, Longitude));
        var theirs = await database.Send(new LookAround(Latitude, 0.31));
        var coordinators = await database.Send(new LookAround(Latitude, 0.31), database.Coordinator);
        var outside = await database.Send(new LookAround(51, 0));

        (mine.Neighbourhood!.Id, mine.IsYours).ShouldBe((database.Fernhill, true));
        (theirs.Neighbourhood!.Id, theirs.IsYours).ShouldBe((database.HarbourWard, false));
        coordinators.IsYours.ShouldBeTrue();
        outside.Neighbourhood.ShouldBeNull();
    }

    [Theory]
    [InlineData(91, 0)]
    [InlineData(0, -181)]
    [InlineData(double.NaN, 0)]
    public async Task A_point_that_is_nowhere_is_refused(double latitude, double longitude)
    {
        await using var database = await TestDatabase.Create();

        await Should.ThrowAsync<ValidationException>(database.Send(new LookAround(latitude, longitude)));
    }
}
