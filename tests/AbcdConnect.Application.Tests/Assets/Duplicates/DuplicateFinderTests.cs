using AbcdConnect.Application.Assets.Duplicates;
using Xunit.Abstractions;

namespace AbcdConnect.Application.Tests.Assets.Duplicates;

public sealed class DuplicateFinderTests(ITestOutputHelper output)
{
    // What else is on the map, so that words have a frequency.
    private static readonly AssetCard[] Others =
    [
        .. Enumerable.Range(100, 60).Select(i => new AssetCard(i, $"{new[] { "Fernhill", "Harbour", "Mill Lane", "Station Road" }[i % 4]} {new[] { "Library", "Community Centre", "Park", "Church", "Football Club" }[i % 5]} {new[] { "North", "South", "East" }[i % 3]}", Postcode: $"ZZ{i % 9} {i % 7}AB")),
    ];

    [Theory]
    [InlineData("The Bike Kitchen", "Bike kitchen CIC")]
    [InlineData("Gorse Hill Studios", "Gorsehill Studios Ltd")]
    [InlineData("St. John's Centre", "St Johns Centre (Old Town Hub)")]
    [InlineData("Broadheath Central FC", "BROADHEATH CENTRAL FOOTBALL CLUB")]
    [InlineData("Timperley Amateur Boxing Club", "Timperley Community Amateur Boxing Club")]
    [InlineData("Wealbourne Calligraphy Circle", "Wealborne Calligraphy Circle")]
    [InlineData("Café Zoë", "Cafe Zoe")]
    public void Two_names_of_one_place_are_found(string one, string other) =>
        Found(new AssetCard(1, one, Postcode: "ZZ1 1AA"), new AssetCard(2, other, Postcode: "zz11aa")).ShouldNotBeNull();

    [Theory]
    [InlineData("Walton Park Bowling Club", "ZZ1 1AA", "Walton Park Ladies Tennis Club", "ZZ1 1AA")]
    [InlineData("Friends of Ashton Park", null, "Friends of Walton Park", null)]
    [InlineData("Hope Library", "ZZ1 1AA", "Hope Community Library", "ZZ7 6DH")]
    [InlineData("Barlow Moor Community Association", "ZZ1 1AA", "Barlow Moor Library", "ZZ1 1AA")]
    [InlineData("Bowls", "ZZ1 1AA", "Chess", "ZZ1 1AA")]
    public void Two_places_that_share_much_stay_two(string one, string? onePostcode, string other, string? otherPostcode) =>
        Found(new AssetCard(1, one, Postcode: onePostcode), new AssetCard(2, other, Postcode: otherPostcode)).ShouldBeNull();

    [Fact]
    public void The_branches_of_a_chain_in_one_list_stay_apart_and_the_same_one_in_another_list_is_found()
    {
        AssetCard[] branches = [.. Enumerable.Range(1, 4).Select(i => new AssetCard(i, "Helping Hands Pantry", $"{i} Elm Row", $"ZZ{i} {i}AA", Website: "https://www.helping.example", List: "food-banks"))];

        var found = new DuplicateFinder([.. branches, new AssetCard(9, "HELPING HANDS PANTRY", "3 Elm Row", "ZZ3 3AA", List: "charities"), .. Others]).Find();

        found.Select(p => (p.First, p.Second)).ShouldBe([(3, 9)]);
    }

    [Fact]
    public void The_reasons_are_said_in_words_the_weightiest_first()
    {
        var pair = Found(new AssetCard(1, "Bike Kitchen", "12 Mill Lane", "ZZ1 1AA", Phone: "01632 960001"), new AssetCard(2, "The Bike Kitchen", "12 Mill Lane", "ZZ1 1AA", Phone: "+44 1632 960 001"))!;

        pair.Reasons[0].ShouldBe("the same name");
        pair.Reasons.ShouldContain("the same telephone number");
        pair.Reasons.ShouldContain("the same postcode, ZZ1 1AA");
        pair.Reasons.ShouldContain("the same house number and street");
    }

    [Fact]
    public void It_does_not_matter_which_of_the_two_comes_first()
    {
        AssetCard[] cards = [new AssetCard(1, "St John's Centre (Old Trafford Hub)", Postcode: "ZZ1 1AA"), new AssetCard(2, "Old Trafford community hub", "St John's Centre, St John's Road", "ZZ1 1AA"), .. Others];

        var (one, other) = (new DuplicateFinder(cards).Compare(1, 2)!, new DuplicateFinder(cards.Reverse()).Compare(2, 1)!);

        other.Bits.ShouldBe(one.Bits, 0.11);
        (other.First, other.Second).ShouldBe((one.First, one.Second));
    }

    [Fact]
    public void A_persons_own_entry_is_no_places_and_points_far_apart_speak_against_it()
    {
        Found(new AssetCard(1, "Rosie Lau calligraphy", IsPerson: true), new AssetCard(2, "Rosie Lau calligraphy")).ShouldBeNull();
        var (near, far) = (new AssetCard(2, "Mill museum", Latitude: 52.9005, Longitude: 0.3), new AssetCard(2, "Mill museum", Latitude: 52.95, Longitude: 0.3));
        var one = new AssetCard(1, "Mill museum", Latitude: 52.9, Longitude: 0.3);
        Found(one, near)!.Bits.ShouldBeGreaterThan(Compared(one, far).Bits + 6);
    }

    [Fact]
    public void Only_pairs_with_one_of_those_asked_for_are_told()
    {
        AssetCard[] cards = [new(1, "Bike Kitchen Wealbourne"), new(2, "Bike Kitchen Wealbourne"), new(3, "Seed Studios Fernbrook"), new(4, "Seed Studios Fernbrook"), .. Others];

        new DuplicateFinder(cards).Find(only: new HashSet<long> { 4 }).ShouldHaveSingleItem().First.ShouldBe(3);
        // A list that is tried is held against what is there, and not against itself.
        new DuplicateFinder(cards).Find(only: new HashSet<long> { 1, 2, 4 }, across: true).ShouldHaveSingleItem().First.ShouldBe(3);
    }

    [OpenDataFact]
    public async Task Of_Traffords_lists_nine_in_ten_of_the_duplicates_are_found_and_nine_in_ten_found_are_ones()
    {
        var labels = LabelledPairs.All();
        var found = new DuplicateFinder(await LabelledPairs.Cards()).Find().Select(p => (p.First, p.Second)).ToHashSet();

        var unsure = labels.Where(l => l.Label == "unsure").Select(l => l.Ends).ToHashSet();
        var same = labels.Where(l => l.Label == "same").Select(l => l.Ends).ToHashSet();
        var right = found.Count(same.Contains);
        var wrong = found.Count(f => !same.Contains(f) && !unsure.Contains(f));
        var precision = (double)right / (right + wrong);
        output.WriteLine($"precision {precision:0.000} ({right} right, {wrong} wrong, {found.Count - right - wrong} unsure)");
        foreach (var part in labels.Where(l => l.Label == "same").GroupBy(l => l.Part))
        {
            var recall = (double)part.Count(l => found.Contains(l.Ends)) / part.Count();
            output.WriteLine($"recall, {part.Key}: {recall:0.000} of {part.Count()}");
            recall.ShouldBeGreaterThan(0.85, part.Key);
        }

        same.Count.ShouldBeGreaterThan(100);
        precision.ShouldBeGreaterThan(0.9);
    }

    private static LikelyPair? Found(AssetCard one, AssetCard other) => new DuplicateFinder([one, other, .. Others]).Find().SingleOrDefault(p => p is { First: 1, Second: 2 });

    private static LikelyPair Compared(AssetCard one, AssetCard other) => new DuplicateFinder([one, other, .. Others]).Compare(1, 2)!;
}
