using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Testing;
using FluentValidation;

namespace AbcdConnect.Application.Tests.Programmes;

public sealed class DrawBoundaryTests
{
    private const string Square = "53.10, 0.50\n53.10, 0.60\n53.20, 0.60\n53.20, 0.50";

    [Fact]
    public async Task A_boundary_that_is_drawn_finds_what_lies_in_it_and_is_written_back_as_it_was_typed()
    {
        await using var database = await TestDatabase.Create();
        var bench = Asset.Add(database.Programme, null, database.Clock.Today, new AssetDetails(AssetKind.Place, "Bench", Latitude: 53.15, Longitude: 0.55));
        await database.Add(bench);
        var seen = await database.Send(new SeeNeighbourhood(database.HarbourWard), database.Coordinator);

        (await database.Send(new DrawBoundary(database.HarbourWard, Square, seen.Version), database.Coordinator)).ShouldBe(1);

        BoundaryText.Write((await database.Send(new SeeNeighbourhood(database.HarbourWard), database.Coordinator)).Boundary).ShouldBe("53.1, 0.5\n53.1, 0.6\n53.2, 0.6\n53.2, 0.5");
        (await database.Send(new SeeOutlines())).Neighbourhoods.ShouldContain(n => n.Id == database.HarbourWard && Math.Abs(n.Latitude - 53.15) < 0.001);
        await Should.ThrowAsync<OvertakenException>(database.Send(new DrawBoundary(database.HarbourWard, Square, seen.Version), database.Coordinator));
    }

    [Theory]
    [InlineData("", "at least three corners")]
    [InlineData("53.1, 0.5\n53.2, 0.6", "at least three corners")]
    [InlineData("53.1, 0.5\nthe church\n53.2, 0.6", "Line 2 is not a corner")]
    [InlineData("53.1, 0.5\n100, 0.6\n53.2, 0.6", "Line 2: latitude 100 is not on this Earth")]
    [InlineData("53.1, 0.5\n53.1, 190\n53.2, 0.6", "longitude 190 is not on this Earth")]
    [InlineData("0.5, 53.1\n0.6, 53.1\n0.6, 53.2", "Line 1: latitude and longitude look swapped")]
    [InlineData("53.1, 0.5\n53.2, 0.6\n53.2, 0.5\n53.1, 0.6", "crosses or touches itself near longitude 0.55")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[53.1,0.5],[53.1,0.6],[53.2,0.6],[53.1,0.5]]]}", "look swapped. In GeoJSON the longitude comes first")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[0.5,100],[0.6,53.1],[0.6,53.2],[0.5,100]]]}", "latitude 100 is not on this Earth")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[380000,400000],[381000,400000],[381000,401000],[380000,400000]]]}", "British National Grid")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[0.5,53.1]}", "A boundary is a Polygon or a MultiPolygon")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[0.5,53.1],", "not whole GeoJSON")]
    [InlineData("{\"type\":\"Polygon\"}", "not whole GeoJSON")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "several shapes")]
    public async Task Each_fault_gets_a_plain_message(string corners, string says)
    {
        await using var database = await TestDatabase.Create();

        var refused = await Should.ThrowAsync<ValidationException>(database.Send(new DrawBoundary(database.HarbourWard, corners, 0), database.Coordinator));

        refused.Errors.ShouldHaveSingleItem().ErrorMessage.ShouldContain(says);
        refused.Errors.First().PropertyName.ShouldBe("Corners");
    }
}
