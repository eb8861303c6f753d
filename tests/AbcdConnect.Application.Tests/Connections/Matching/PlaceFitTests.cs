using AbcdConnect.Application.Connections.Matching;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Application.Tests.Connections.Matching;

public sealed class PlaceFitTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly string[] Names = ["Bike repair", "Crochet", "Learn to swim", "Cares about the park", "Came here from Poland", "Seed swap", "Has a van", "A choir anyone can join"];

    [Fact]
    public void A_place_that_says_so_in_its_name_comes_before_one_of_the_kind_and_that_before_one_that_mentions_it()
    {
        double Of(string name, string? description, string? category) => Strength(Taxonomy.Asks("Bike repair", Today), new PlaceWords(name, description, category));

        Of("Fernhill Bike Shed", null, null).ShouldBeGreaterThan(Of("The Shed", "We mend bikes", null));
        Of("The Shed", null, "Repair café").ShouldBeGreaterThan(Of("The Shed", "We mend bikes", null));
        Of("The Shed", "We mend bikes", null).ShouldBeGreaterThanOrEqualTo(PlaceFit.Least);
        Of("The Shed", null, "Pharmacy").ShouldBe(0);
    }

    [Fact]
    public void What_was_asked_for_comes_before_what_could_be_brought()
    {
        var choir = new PlaceWords("Tuesday choir", null, "Choir or music group");

        Strength(Taxonomy.Asks("Singing", Today), choir).ShouldBeGreaterThan(Strength(Taxonomy.Brings("Singing", Today), choir));
    }

    [Fact]
    public void Saying_more_never_makes_a_place_fit_worse() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte, bool)[]>(), ArbMap.Default.ArbFor<(byte, bool)[]>(), (some, more) =>
        {
            var place = new PlaceWords("Friends of the Park", "Seeds, bikes and a Polish choir", "Friends-of group");
            double Of(IEnumerable<(byte Name, bool Ask)> said) =>
                Strength([.. said.Select(s => s.Ask ? Taxonomy.Asks(Names[s.Name % Names.Length], Today) : Taxonomy.Brings(Names[s.Name % Names.Length], Today))], place);
            return Of(some.Concat(more)) >= Of(some) - 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nearer_open_and_here_to_stay_never_ranks_lower() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Fit, ushort Metres, byte Suits)>(), ArbMap.Default.ArbFor<ushort>(), (c, nearer) =>
        {
            var around = new PlaceCircumstances(c.Metres, (Suits)(c.Suits % 4));
            double Of(PlaceCircumstances other) => PlaceFit.Score(c.Fit / 255.0, other);
            return Of(around with { Metres = Math.Min(c.Metres, nearer) }) >= Of(around)
                && Of(around with { Suits = Suits.Day }) >= Of(around)
                && Of(around with { ClosesSoon = true }) <= Of(around)
                && Of(around with { Unconfirmed = true }) <= Of(around);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Opening_times_are_said_in_words_and_set_beside_the_day_that_suits()
    {
        OpenSession[] hours = [new(DayOfWeek.Thursday, new TimeOnly(10, 0), new TimeOnly(12, 0))];
        OpenSession[] week = [.. Enumerable.Range(1, 5).Select(d => new OpenSession((DayOfWeek)d, new TimeOnly(9, 30), new TimeOnly(17, 0)))];

        Opening.Of(hours, new GoodTimes(new DateOnly(2026, 11, 26))).ShouldBe((Suits.Day, "open Thursdays 10am to midday; you said Thursday 26 November suits"));
        Opening.Of(hours, new GoodTimes(new DateOnly(2026, 11, 27))).Suits.ShouldBe(Suits.OtherDays);
        Opening.Of(hours, new GoodTimes(Mornings: true)).Suits.ShouldBe(Suits.Day);
        Opening.Of(hours, new GoodTimes(Evenings: true)).ShouldBe((Suits.Open, "open Thursdays 10am to midday"));
        Opening.Of([], new GoodTimes()).ShouldBe((Suits.NotKnown, null));
        Opening.InWords(week).ShouldBe("Mondays to Fridays 9.30am to 5pm");
        Opening.Of(ActivityFrequency.Fortnightly, DayOfWeek.Monday, new TimeOnly(19, 0), null, new GoodTimes(Evenings: true)).ShouldBe((Suits.Day, "every other Monday at 7pm, when there is time to spare"));
        Opening.Of(ActivityFrequency.Weekly, DayOfWeek.Thursday, new TimeOnly(13, 0), new TimeOnly(14, 30), new GoodTimes(new DateOnly(2026, 11, 26))).Suits.ShouldBe(Suits.Day);
    }

    [Fact]
    public void Reach_is_a_walk_and_nearness_falls_and_never_ends()
    {
        var brook = new GeoPoint(52.9580, 0.2931);

        brook.MetresTo(new GeoPoint(52.9580 + (1000 / 111_195.0), 0.2931)).ShouldBe(1000, 1);
        Reach.Minutes(Reach.Metres).ShouldBeInRange(15, 20);
        Reach.Nearness(0).ShouldBe(1);
        Reach.Nearness(Reach.Half).ShouldBe(0.5);
        Reach.InWords(410).ShouldBe("400 m away");
        Reach.InWords(1180).ShouldBe("1.2 km away");
    }

    [Fact]
    public void Every_row_of_the_list_of_places_names_an_entry_and_a_category_that_there_are()
    {
        var categories = File.ReadLines(Path.Combine(Repository.Root, "database", "taxonomy", "asset-categories.csv")).Skip(1).Select(l => l.Split(',', 2)[1]).ToHashSet();
        PlacesByTerm.Shipped.AllCategories.ShouldAllBe(c => categories.Contains(c));
        PlacesByTerm.Shipped.Keys.ShouldAllBe(k => Taxonomy.All.Any(t => t.Kind == k.Kind && t.Group == k.Group && (k.Name == "" || t.Name == k.Name)));
    }

    private static double Strength(Said said, PlaceWords place) => Strength([said], place);

    private static double Strength(IReadOnlyCollection<Said> said, PlaceWords place) => PlaceFit.Of(PlaceFit.Ready(said, Taxonomy.Kin, PlacesByTerm.Shipped, Today), place).Strength;
}
