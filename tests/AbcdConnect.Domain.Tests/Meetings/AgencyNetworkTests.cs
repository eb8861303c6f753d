using AbcdConnect.Domain.Meetings;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Domain.Tests.Meetings;

public sealed class AgencyNetworkTests
{
    // Krackhardt, "Assessing the political landscape", Administrative Science Quarterly 35 (1990), 342–369: Andre 1 … Jane 10.
    private const string Kite = "1-2 1-3 1-4 1-6 2-4 2-5 2-7 3-4 3-6 4-5 4-6 4-7 5-7 6-7 6-8 7-8 8-9 9-10";

    // Zachary, "An information flow model for conflict and fission in small groups", Journal of Anthropological Research 33 (1977), 452–473.
    private const string KarateClub =
        "1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 2-18 2-20 2-22 2-31 3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 "
        + "4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17 9-31 9-33 9-34 10-34 14-34 15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 23-33 23-34 "
        + "24-26 24-28 24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30 27-34 28-34 29-32 29-34 30-33 30-34 31-33 31-34 32-33 32-34 33-34";

    [Fact]
    public void The_kite_has_the_betweenness_that_its_author_published()
    {
        var kite = Of(Kite);

        kite.Density.ShouldBe(0.4, 1e-9);
        Round(kite.Betweenness()).ShouldBe([0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0]);
        kite.Degrees().ShouldBe([4, 4, 3, 6, 3, 5, 5, 3, 2, 1]);
        kite.Bridges().ShouldBe([new AgencyId(8), new AgencyId(9)]);
    }

    [Fact]
    public void The_karate_club_has_its_known_measures()
    {
        var club = Of(KarateClub);

        (club.Nodes.Count, club.Ties.Count).ShouldBe((34, 78));
        Math.Round(club.Density, 3).ShouldBe(0.139);
        var between = club.Betweenness();
        Round([between[0], between[33], between[32], between[2], between[31]]).ShouldBe([0.438, 0.304, 0.145, 0.144, 0.138]);
        club.Components().ShouldHaveSingleItem();
        club.Bridges().ShouldBe([new AgencyId(1)]);
    }

    [Fact]
    public void Whoever_stands_in_the_middle_of_a_star_lies_between_all_others()
    {
        var star = Of("1-2 1-3 1-4 1-5");

        star.Betweenness().ShouldBe([1, 0, 0, 0, 0]);
        star.Bridges().ShouldBe([new AgencyId(1)]);
    }

    [Fact]
    public void A_pair_given_twice_is_one_tie_of_twice_the_strength_and_nobody_is_tied_to_themselves()
    {
        var network = AgencyNetwork.Of([new AgencyId(7)], [Tie(1, 2), Tie(2, 1), Tie(3, 3)]);

        network.Ties.ShouldHaveSingleItem().Strength.ShouldBe(2);
        network.Nodes.ShouldBe([new AgencyId(1), new AgencyId(2), new AgencyId(7)]);
        network.Components().Select(c => c.Count).ShouldBe([2, 1]);
        AgencyNetwork.Of([], []).ShouldSatisfyAllConditions(n => n.Density.ShouldBe(0), n => n.Betweenness().ShouldBeEmpty());
    }

    [Fact]
    public void Betweenness_is_what_counting_every_shortest_path_gives() =>
        Prop.ForAll(Networks, network => network.Betweenness().Zip(ByPaths(network)).All(b => Math.Abs(b.First - b.Second) < 1e-9)).QuickCheckThrowOnFailure();

    [Fact]
    public void Density_lies_between_nought_and_one_and_the_parts_hold_everybody_once() =>
        Prop.ForAll(Networks, network =>
            network.Density is >= 0 and <= 1
            && network.Components().SelectMany(c => c).OrderBy(n => n.Value).SequenceEqual(network.Nodes)
            && network.Degrees().Sum() == 2 * network.Ties.Count).QuickCheckThrowOnFailure();

    [Fact]
    public void A_bridge_is_exactly_who_leaves_more_parts_behind() =>
        Prop.ForAll(Networks, network =>
        {
            var parts = network.Components().Count;
            var parted = network.Nodes.Where(n => Without(network, n).Components().Count > parts - (network.Degrees()[At(network, n)] == 0 ? 1 : 0));
            return parted.SequenceEqual(network.Bridges());
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<AgencyNetwork> Networks => (
        from size in Gen.Choose(0, 9)
        from ties in Gen.ListOf(from one in Gen.Choose(1, Math.Max(1, size)) from other in Gen.Choose(1, Math.Max(1, size)) select Tie(one, other), size * 2)
        select AgencyNetwork.Of(Enumerable.Range(1, size).Select(n => new AgencyId(n)), ties)).ToArbitrary();

    private static AgencyNetwork Without(AgencyNetwork network, AgencyId gone) =>
        AgencyNetwork.Of(network.Nodes.Where(n => n != gone), network.Ties.Where(t => t.One != gone && t.Other != gone));

    private static int At(AgencyNetwork network, AgencyId node) => network.Nodes.ToList().IndexOf(node);

    // Freeman's definition as it is written: over all pairs, the share of their shortest paths on which a third lies.
    private static double[] ByPaths(AgencyNetwork network)
    {
        var n = network.Nodes.Count;
        var between = new double[n];
        var tied = network.Ties.SelectMany(t => new[] { (At(network, t.One), At(network, t.Other)), (At(network, t.Other), At(network, t.One)) }).ToLookup(t => t.Item1, t => t.Item2);
        for (var one = 0; one < n; one++)
        {
            for (var other = one + 1; other < n; other++)
            {
                List<List<int>> paths = [[one]];
                while (paths.Count > 0 && !paths.Exists(p => p[^1] == other))
                {
                    paths = [.. paths.SelectMany(p => tied[p[^1]].Where(next => !p.Contains(next)).Select(next => (List<int>)[.. p, next]))];
                }

                var shortest = paths.Where(p => p[^1] == other).ToList();
                for (var third = 0; third < n && shortest.Count > 0; third++)
                {
                    between[third] += third == one || third == other ? 0 : (double)shortest.Count(p => p.Contains(third)) / shortest.Count;
                }
            }
        }

        return n < 3 ? between : [.. between.Select(b => b / ((n - 1) * (n - 2) / 2.0))];
    }

    private static AgencyNetwork Of(string ties) =>
        AgencyNetwork.Of([], ties.Split(' ').Select(t => t.Split('-')).Select(t => Tie(int.Parse(t[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(t[1], System.Globalization.CultureInfo.InvariantCulture))));

    private static AgencyTie Tie(long one, long other) => new(new AgencyId(one), new AgencyId(other));

    private static IEnumerable<double> Round(IEnumerable<double> numbers) => numbers.Select(n => Math.Round(n, 3));
}
