using AbcdConnect.Domain.Assets;

namespace AbcdConnect.Domain.Tests.Assets;

public sealed class AssetTraitsTests
{
    [Theory]
    [InlineData("Free", AssetTraits.Free)]
    [InlineData("No charge", AssetTraits.Free)]
    [InlineData("Free for members, £8 otherwise", 0)]
    [InlineData("First session free", 0)]
    [InlineData("£2", AssetTraits.UpToFive)]
    [InlineData("50p a cup", AssetTraits.UpToFive)]
    [InlineData("£3 or £12.50 a month", 0)]
    [InlineData("£1 if you have it", AssetTraits.UpToFive | AssetTraits.WhatYouCan)]
    [InlineData("Pay what you can", AssetTraits.WhatYouCan)]
    [InlineData("Prices vary", 0)]
    [InlineData(null, 0)]
    public void Cost_is_read_only_where_it_is_sure(string? words, long traits) => (AssetTraits.Of(words, null, null) & ~AssetTraits.Read).ShouldBe(traits);

    [Theory]
    [InlineData("Step-free with hearing loop", AssetTraits.StepFree | AssetTraits.HearingLoop)]
    [InlineData("Not step-free", 0)]
    [InlineData("Sorry, no lift to the hall; accessible toilet", AssetTraits.AccessibleToilet)]
    [InlineData("No steps, no parking", AssetTraits.StepFree)]
    [InlineData("Two steps and a rail; someone will help", 0)]
    [InlineData("Quiet corner on request; assistance dogs welcome", AssetTraits.Quiet)]
    [InlineData("BSL interpreter on Tuesdays. No need to book", AssetTraits.SignLanguage | AssetTraits.TurnUp)]
    public void What_is_said_not_to_be_there_is_not_found(string words, long traits) => (AssetTraits.Of(null, words, null) & ~AssetTraits.Read).ShouldBe(traits);

    [Fact]
    public void A_language_is_found_by_any_of_its_names_and_none_shares_a_bit_with_another()
    {
        AssetTraits.Of(null, null, "Polish, Farsi").ShouldBe(AssetTraits.Read | AssetTraits.Language("polish")!.Value | AssetTraits.Language("Persian")!.Value);
        AssetTraits.Language("Klingon").ShouldBeNull();
        AssetTraits.Languages.Select(l => AssetTraits.Language(l)!.Value).Distinct().Count().ShouldBe(AssetTraits.Languages.Count);
        AssetTraits.Languages.Aggregate(0L, (all, l) => all | AssetTraits.Language(l)!.Value).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(53.4651, -2.2604)]
    [InlineData(51.5, 0)]
    [InlineData(-33.9, 151.2)]
    [InlineData(90, 180)]
    public void A_point_on_the_grid_is_within_a_pace_of_itself(double latitude, double longitude)
    {
        var (back, along) = MapSpot.Of(latitude, longitude).Degrees;

        Math.Abs(back - Math.Min(latitude, 85.05113)).ShouldBeLessThan(0.00002);
        Math.Abs(along - longitude).ShouldBeLessThan(0.00002);
        Math.Abs(MapSpot.UnitsOf(1000, 60) - (2 * MapSpot.UnitsOf(500, 60))).ShouldBeLessThan(2);
    }

    [Theory]
    [InlineData(53.4, -2.2, false)]
    [InlineData(-2.2, 53.4, true)]
    [InlineData(40.7, -74, false)]
    public void Two_numbers_the_wrong_way_round_are_noticed(double latitude, double longitude, bool swapped) => UkExtent.LooksSwapped(latitude, longitude).ShouldBe(swapped);
}
