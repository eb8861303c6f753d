using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Tests.Assets;

public sealed class AssetTests
{
    private static readonly DateOnly Today = new(2026, 11, 12);

    [Theory]
    [InlineData(52.9, null)]
    [InlineData(null, 0.3)]
    public void Half_a_point_is_none(double? latitude, double? longitude) =>
        Refused(new AssetDetails(AssetKind.Place, "Bench", Latitude: latitude, Longitude: longitude)).ShouldBe("A point needs both a latitude and a longitude.");

    [Theory]
    [InlineData(90.1, 0)]
    [InlineData(-90.1, 0)]
    [InlineData(0, 180.1)]
    [InlineData(0, -180.1)]
    public void A_point_lies_on_this_earth(double latitude, double longitude) =>
        Refused(new AssetDetails(AssetKind.Place, "Bench", Latitude: latitude, Longitude: longitude)).ShouldContain("not on this Earth");

    [Fact]
    public void The_poles_and_the_date_line_are_on_it()
    {
        Added(new AssetDetails(AssetKind.Place, "Pole", Latitude: 90, Longitude: -180)).Latitude.ShouldBe(90);
        Added(new AssetDetails(AssetKind.Place, "Pole", Latitude: -90, Longitude: 180)).Longitude.ShouldBe(180);
    }

    [Fact]
    public void It_has_a_name() => Refused(new AssetDetails(AssetKind.Place, "  ")).ShouldContain("The asset's name");

    [Theory]
    [InlineData("zz11aa", "ZZ1 1AA")]
    [InlineData(" zz1 1aa ", "ZZ1 1AA")]
    [InlineData("by the bridge", "by the bridge")]
    [InlineData("  ", null)]
    public void A_postcode_is_written_as_the_post_office_does_and_anything_else_is_kept_as_typed(string typed, string? kept) =>
        Added(new AssetDetails(AssetKind.Place, "Bench", Postcode: typed)).Postcode.ShouldBe(kept);

    [Fact]
    public void Blank_boxes_are_nothing()
    {
        var asset = Added(new AssetDetails(AssetKind.Place, " Brook End ", Description: " ", Cost: "", Phone: "\t"));

        (asset.Name, asset.Description, asset.Cost, asset.Phone).ShouldBe(("Brook End", null, null, null));
    }

    [Fact]
    public void Hours_that_stay_keep_their_row_and_a_session_twice_is_one()
    {
        var (monday, tuesday) = (new OpenSession(DayOfWeek.Monday, new(10, 0), new(12, 0)), new OpenSession(DayOfWeek.Tuesday, new(10, 0), new(12, 0)));
        var asset = Added(new AssetDetails(AssetKind.Place, "Café", Hours: [monday, monday]));
        var kept = asset.Hours.ShouldHaveSingleItem();

        asset.Change(asset.Details with { Hours = [tuesday, monday] });

        asset.Hours.Count.ShouldBe(2);
        asset.Hours.ShouldContain(h => ReferenceEquals(h, kept));
        asset.Details.Hours!.Select(h => h.Day).ShouldBe([DayOfWeek.Monday, DayOfWeek.Tuesday]);
        asset.Change(asset.Details with { Hours = null });
        asset.Hours.ShouldBeEmpty();
    }

    [Fact]
    public void A_session_lasts_and_one_that_closes_at_an_earlier_hour_closes_the_next_day()
    {
        Should.Throw<DomainRuleException>(() => new OpenSession(DayOfWeek.Monday, new(10, 0), new(10, 0))).Message.ShouldContain("the moment it opens");

        var night = new OpenSession(DayOfWeek.Saturday, new(20, 0), new(2, 0));

        night.PastMidnight.ShouldBeTrue();
        night.Holds(DayOfWeek.Saturday, new(23, 59)).ShouldBeTrue();
        night.Holds(DayOfWeek.Sunday, new(1, 59)).ShouldBeTrue();
        night.Holds(DayOfWeek.Sunday, new(2, 0)).ShouldBeFalse();
        night.Holds(DayOfWeek.Saturday, new(1, 0)).ShouldBeFalse();
        new OpenSession(DayOfWeek.Saturday, new(20, 0), new(0, 0)).Holds(DayOfWeek.Sunday, new(0, 0)).ShouldBeFalse();
    }

    [Fact]
    public void What_is_closed_is_not_closed_again_and_says_since_when()
    {
        var asset = Added(new AssetDetails(AssetKind.Place, "Brook End"));
        asset.Close(new DateOnly(2026, 10, 1));

        Should.Throw<DomainRuleException>(() => asset.Close(Today)).Message.ShouldBe("Brook End is closed since 1 October 2026 already.");
        asset.Reopen();
        asset.Close(Today);
        asset.ClosedOn.ShouldBe(Today);
    }

    [Fact]
    public void What_was_rejected_keeps_its_first_day_and_is_found_no_more()
    {
        var asset = Added(new AssetDetails(AssetKind.Place, "Brook End"));
        ((ISearchable)asset).SearchNames.ShouldContain("Brook End");

        asset.Reject(Today);
        asset.Reject(Today.AddDays(3));

        asset.RejectedOn.ShouldBe(Today);
        ((ISearchable)asset).SearchNames.ShouldBeEmpty();
    }

    [Fact]
    public void It_counts_on_the_day_it_was_added_and_placing_it_changes_nothing_else()
    {
        var asset = Added(new AssetDetails(AssetKind.Place, "Brook End", Cost: "Free"));

        asset.Place(new NeighbourhoodId(7));

        ((ICounted)asset).CountedOn.ShouldBe([Today]);
        (asset.NeighbourhoodId, asset.Cost, asset.ConfirmedOn).ShouldBe((new NeighbourhoodId(7), "Free", null));
    }

    private static Asset Added(AssetDetails details) => Asset.Add(new ProgrammeId(1), new UserId(1), Today, details);

    private static string Refused(AssetDetails details) => Should.Throw<DomainRuleException>(() => Added(details)).Message;
}
