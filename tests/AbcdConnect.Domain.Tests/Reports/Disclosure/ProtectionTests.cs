using AbcdConnect.Domain.Reports.Disclosure;
using Xunit.Abstractions;

namespace AbcdConnect.Domain.Tests.Reports.Disclosure;

public sealed class ProtectionTests(ITestOutputHelper output)
{
    private static readonly DisclosurePolicy Usual = DisclosurePolicy.HideOneToFour;

    /// <summary>ABCD_TABLES=100000 for a night of it.</summary>
    private static readonly int Many = int.TryParse(Environment.GetEnvironmentVariable("ABCD_TABLES"), out var asked) ? asked : 400;

    [Fact]
    public void A_single_small_count_takes_another_with_it_and_nobody_sees_which_is_which() =>
        Column(142, 66, 9, 3, 0).ShouldBe(["142", "66", "hidden", "hidden", "0"]);

    [Fact]
    public void Where_nothing_is_small_nothing_is_hidden() => Column(5, 0, 12).ShouldBe(["5", "0", "12"]);

    [Fact]
    public void Two_small_counts_that_their_sum_would_tell_take_a_third() =>
        // 1 and 1 make 2: neither could be 4.
        Column(1, 1, 20, 30).ShouldBe(["hidden", "hidden", "hidden", "30"]);

    [Fact]
    public void A_place_with_one_person_and_all_others_empty_is_hidden_behind_its_total()
    {
        // The total is the one person.
        var shown = Usual.Breakdown([1, 0, 0]);

        shown.Whole.ToString().ShouldBe("<5");
        shown.Parts.ShouldAllBe(p => p.Value == null);
    }

    [Fact]
    public void Noughts_are_hidden_where_there_is_nothing_else_to_hide_behind() =>
        Column(3, 0, 0, 40).ShouldBe(["hidden", "0", "0", "hidden"]);

    [Fact]
    public void A_nought_that_tells_of_everybody_is_hidden_and_so_is_the_everybody()
    {
        // Of seven who were told about a place, none went: something about each of the seven.
        var shown = Usual.Breakdown([0, 7]);

        shown.Whole.Value.ShouldBe(7);
        shown.Parts.ShouldAllBe(p => p.Value == null);
        Usual.Breakdown([6, 9]).Parts.Select(p => p.Value).ShouldBe([6, 9]);
    }

    [Fact]
    public void By_the_rule_of_the_NHS_one_to_seven_are_hidden_and_the_rest_rounded_to_five()
    {
        var nhs = DisclosurePolicy.HideOneToSevenAndRound;

        new[] { 0, 1, 7, 8, 12, 13, 17, 18 }.Select(n => nhs.Count(n).ToString()).ShouldBe(["0", "<8", "<8", "10", "10", "15", "15", "20"]);
        nhs.Behind(10).ShouldBe((8, 12));
        nhs.Behind(0).ShouldBe((0, 0));
    }

    [Fact]
    public void Shares_and_means_follow_the_same_rule()
    {
        Usual.Share(10, 20).ShouldBe(50);
        Usual.Share(2, 4).ShouldBeNull("four people");
        Usual.Share(3, 20).ShouldBeNull("three people, since the twenty are known");
        Usual.Share(18, 20).ShouldBeNull("two people who did not");
        Usual.Share(20, 20).ShouldBeNull("every one of them");
        Usual.Share(0, 20).ShouldBeNull("not one of them");

        Usual.MayTellMean(4).ShouldBeFalse();
        Usual.MayTellMean(12).ShouldBeTrue();
        Usual.MayTellMean(12, [11]).ShouldBeFalse("last month's eleven, taken from these twelve, leave one person's answer");
        Usual.MayTellMean(12, [12, 7]).ShouldBeTrue();
    }

    [Fact]
    public void A_secret_that_earlier_reports_tell_already_is_found_and_named()
    {
        // Total and the other place were published for good before.
        var system = new CellSystem();
        var secret = system.Add(new SystemCell(3, CellState.Open, (3, 3), (1, 4), 1));
        var other = system.Add(new SystemCell(9, CellState.ShownBefore, (9, 9), null, 1));
        var total = system.Add(new SystemCell(12, CellState.ShownBefore, (12, 12), null, 1));
        system.Tie([(total, -1), (secret, 1), (other, 1)], RowSense.Equal, 0);

        var protection = Protector.Protect(system);

        protection.Helpless.ShouldBe([secret]);
        var known = new Attacker(system.Seen(protection.Hidden), system.Ties).Breaches(system.Demands());
        known[secret].ToString().ShouldBe("exactly 3");
    }

    [Theory]
    [InlineData(false, DisclosureRule.HideOneToFour)]
    [InlineData(true, DisclosureRule.HideOneToFour)]
    [InlineData(false, DisclosureRule.HideOneToSevenAndRound)]
    [InlineData(true, DisclosureRule.HideOneToSevenAndRound)]
    public void On_thousands_of_random_tables_no_attack_succeeds(bool once, DisclosureRule rule)
    {
        var policy = DisclosurePolicy.Of(rule);
        for (var seed = 0; seed < Many; seed++)
        {
            var random = new Random(seed);
            var system = RandomTables.TwoWays(random, random.Next(2, 6), random.Next(2, 6), policy, once, dear: random.Next(2) == 0);

            var protection = Protector.Protect(system, exactUpTo: seed % 10 == 0 ? 24 : 0);

            protection.Helpless.ShouldBeEmpty($"seed {seed}");
            var breaches = new Attacker(system.Seen(protection.Hidden), system.Ties).Breaches(system.Demands());
            breaches.ShouldBeEmpty($"seed {seed}");
            // Nothing that must be hidden is shown.
            system.Cells.Where((c, at) => c.MustHide && !protection.Hidden[at]).ShouldBeEmpty($"seed {seed}");
        }
    }

    [Fact]
    public void Trying_every_table_there_could_be_finds_no_more_than_the_attacker_does()
    {
        var (tried, bounded) = (0, 0);
        for (var seed = 0; tried < 90; seed++)
        {
            var random = new Random(seed);
            var system = RandomTables.TwoWays(random, 2, random.Next(2, 4), Usual, once: seed % 2 == 0);
            if (system.Cells.Sum(c => c.Value) > 90)
            {
                continue;
            }

            tried++;
            // Hidden well or badly: here it is the attacker that is tried.
            var hidden = seed % 3 == 0 ? Protector.Protect(system).Hidden : [.. system.Cells.Select(_ => random.Next(3) == 0)];
            var seen = system.Seen(hidden);
            var found = new Attacker(seen, system.Ties).Intervals();
            var all = Enumerated.Possible(seen, system.Ties, most: 45);
            foreach (var (cell, values) in all)
            {
                found[cell].Low.ShouldBe(values.Min(), $"seed {seed}, cell {cell}");
                // Beyond that nothing was tried, for this cell or for another that bounds it.
                if (found[cell].High is { } high && all.Keys.All(c => found[c].High <= 45))
                {
                    high.ShouldBe(values.Max(), $"seed {seed}, cell {cell}");
                    bounded++;
                }
                else
                {
                    (found[cell].High ?? long.MaxValue).ShouldBeGreaterThanOrEqualTo(values.Max(), $"seed {seed}, cell {cell}");
                }
            }
        }

        bounded.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void What_is_hidden_beyond_the_necessary_is_little_and_on_small_tables_nothing()
    {
        var (tables, best, heuristic, exact, proved) = (0, 0L, 0L, 0L, 0);
        for (var seed = 0; tables < 120; seed++)
        {
            var random = new Random(seed);
            var system = RandomTables.TwoWays(random, random.Next(2, 4), random.Next(2, 4), Usual, dear: seed % 2 == 0);
            if (!system.Cells.Any(c => c.MustHide))
            {
                continue;
            }

            tables++;
            var cheapest = Cheapest(system);
            var quick = Protector.Protect(system, exactUpTo: 0);
            var thorough = Protector.Protect(system);
            best += cheapest;
            heuristic += quick.Cost;
            exact += thorough.Cost;
            proved += thorough.LeastCost == thorough.Cost ? 1 : 0;
            thorough.Cost.ShouldBe(cheapest, $"seed {seed}");
            thorough.LeastCost!.Value.ShouldBeLessThanOrEqualTo(cheapest, $"seed {seed}");
        }

        output.WriteLine($"{tables} tables: the cheapest by brute force cost {best}, the heuristic alone {heuristic} ({100.0 * (heuristic - best) / best:0.0} % more), with cuts {exact}; proved the cheapest in {proved}.");
        ((double)heuristic / best).ShouldBeLessThan(1.15);
    }

    // Every set of cells there is, the cheapest first, held against the attacker.
    private static long Cheapest(CellSystem system)
    {
        var open = Enumerable.Range(0, system.Cells.Count).Where(c => !system.Cells[c].MustHide).ToArray();
        var must = system.Cells.Select(c => c.MustHide).ToArray();
        var demands = system.Demands();
        foreach (var set in Enumerable.Range(0, 1 << open.Length).OrderBy(Cost))
        {
            var hidden = (bool[])must.Clone();
            for (var at = 0; at < open.Length; at++)
            {
                hidden[open[at]] |= (set & (1 << at)) != 0;
            }

            if (new Attacker(system.Seen(hidden), system.Ties).Breaches(demands).Count == 0)
            {
                return Cost(set);
            }
        }

        throw new InvalidOperationException("Not even everything hidden is safe.");

        long Cost(int set) => open.Where((_, at) => (set & (1 << at)) != 0).Sum(c => (long)system.Cells[c].Cost);
    }

    // A column of places whose total is published, and worth more than any of them.
    private static IEnumerable<string> Column(params int[] counts)
    {
        var table = new CellTable(Usual);
        var total = table.Add(default, counts.Sum(), ofPeople: true, cost: CellTable.CostOfTotal);
        var cells = counts.Select(c => table.Add(default, c, ofPeople: true)).ToList();
        table.Sum(total, cells);
        var published = table.Publish();
        published.Breaches.ShouldBeEmpty();
        published[total].Value.ShouldBe(counts.Sum());
        return cells.Select(c => published[c].ToString());
    }
}
