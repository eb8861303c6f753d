using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Domain.Tests.Reports.Disclosure;

/// <summary>A commissioner who keeps every report and subtracts.</summary>
public sealed class HistoryTests
{
    private const string Talks = "new-conversations";
    private const string People = "people-signposted";

    private static readonly DisclosurePolicy Usual = DisclosurePolicy.HideOneToFour;
    private static readonly CountingRules Rules = new([], []);
    private static readonly YearMonth Start = new(2025, 9);

    private static readonly int Many = int.TryParse(Environment.GetEnvironmentVariable("ABCD_TABLES"), out var asked) ? asked / 5 : 40;

    [Fact]
    public void What_one_month_hides_the_year_does_not_tell()
    {
        // Two places, three months. In the third Harbour has 2; the year's figures for each place would tell it.
        var programme = new Grid(new[] { new[] { 10, 12, 14 }, [8, 9, 2] });
        var published = programme.Months(0, 2);

        var year = EverPublished.Protect(published, Usual, programme.Places, programme.Year(2), Rules);

        year.Breaches.ShouldBeEmpty();
        EverPublished.Audit([.. published, year.Publication], Rules).ShouldBeEmpty();
        // And not even with all of it laid open could it have been shown.
        var open = year.Publication with { Cells = [.. year.Publication.Cells.Select(c => c with { IsHidden = false })] };
        var breach = EverPublished.Audit([.. published, open], Rules).ShouldHaveSingleItem();
        (breach.Cell.Place, breach.Known.ToString()).ShouldBe((2, "exactly 2"));
    }

    [Fact]
    public void A_correction_does_not_tell_what_the_first_edition_hid()
    {
        var programme = new Grid(new[] { new[] { 12 }, [3], [40] });
        var first = programme.Months(0, 0);
        first[0].Cells.Count(c => c.IsHidden && c.Cell.Key.What == Talks).ShouldBe(2);

        // Three more in Harbour: six could be shown, but would tell of the three before.
        programme.Count[1][0] = 6;
        var second = EverPublished.Protect(first, Usual, programme.Places, programme.Month(0), Rules);

        second.Breaches.ShouldBeEmpty();
        second[programme.Key(Talks, 1, 0, 0)].Value.ShouldBeNull();
        second[programme.Key(Talks, null, 0, 0)].Value.ShouldBe(58);
        second[programme.Key(Talks, 3, 0, 0)].Value.ShouldBe(40);
    }

    [Fact]
    public void A_count_that_was_shown_and_has_fallen_to_few_is_hidden_and_the_total_with_it()
    {
        // Somebody was merged. What did not move is known from the first edition, so only the total is left to hide behind.
        var programme = new Grid(new[] { new[] { 14 }, [6] });
        var first = programme.Months(0, 0);
        programme.Count[1][0] = 3;

        var second = EverPublished.Protect(first, Usual, programme.Places, programme.Month(0), Rules);

        second.Breaches.ShouldBeEmpty();
        second[programme.Key(Talks, 1, 0, 0)].Value.ShouldBe(14);
        second[programme.Key(Talks, 2, 0, 0)].Value.ShouldBeNull();
        second[programme.Key(Talks, null, 0, 0)].Value.ShouldBeNull();
    }

    [Fact]
    public void What_earlier_reports_tell_already_is_refused_and_named()
    {
        // Published before there was any rule: the months of Harbour, and of the programme.
        var programme = new Grid(new[] { new[] { 10, 20 }, [9, 4] });
        var before = programme.Months(0, 1).ConvertAll(p => p with { Cells = [.. p.Cells.Where(c => c.Cell.Key.Place != 2 && c.Cell.Key.What == Talks).Select(c => c with { IsHidden = false })] });

        var now = EverPublished.Protect(before, Usual, programme.Places, [.. programme.Month(1).Where(c => c.Key.Place == 2 && c.Key.What == Talks)], Rules);

        var breach = now.Breaches.ShouldHaveSingleItem();
        (breach.Cell.Place, breach.Known.ToString(), breach.Low, breach.High).ShouldBe((2, "exactly 4", 1, 4));
    }

    [Fact]
    public void On_many_random_histories_of_reports_nobody_who_subtracts_learns_anything()
    {
        for (var seed = 0; seed < Many; seed++)
        {
            var random = new Random(seed);
            var (places, months) = (random.Next(2, 5), random.Next(2, 7));
            var programme = new Grid(Enumerable.Range(0, places).Select(_ => Enumerable.Range(0, months).Select(_ => RandomTables.Count(random)).ToArray()).ToArray(), random);
            var published = programme.Months(0, months - 1);
            var year = EverPublished.Protect(published, Usual, programme.Places, programme.Year(months - 1), Rules);

            year.Breaches.ShouldBeEmpty($"seed {seed}");
            programme.Tells([.. published, year.Publication]).ShouldBeEmpty($"seed {seed}");
        }
    }

    [Fact]
    public void Nor_where_entries_come_late_and_editions_put_them_right()
    {
        var hidden = 0;
        for (var seed = 0; seed < Many; seed++)
        {
            var random = new Random(seed);
            var programme = new Grid(Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 5).Select(_ => RandomTables.Count(random)).ToArray()).ToArray(), random);
            var published = new List<Publication>();
            for (var month = 0; month < 5; month++)
            {
                Publish(programme.Month(month));
                // A late entry, or somebody merged or erased; then an edition that puts it right.
                var (place, late) = (random.Next(3), random.Next(month + 1));
                programme.Count[place][late] = Math.Max(0, programme.Count[place][late] + random.Next(-3, 7));
                programme.Recount(random);
                if (random.Next(2) == 0)
                {
                    Publish(programme.Month(late));
                }
            }

            Publish(programme.Year(4));
            hidden += published.Sum(p => p.Cells.Count(c => c.IsHidden));

            void Publish(List<Cell> cells)
            {
                var safe = EverPublished.Protect(published, Usual, programme.Places, cells, Rules);
                // Where the past tells too much it is refused; else it joins the past, and all of that holds.
                if (safe.Breaches.Count == 0)
                {
                    published.Add(safe.Publication);
                }

                EverPublished.Audit(published, Rules).ShouldBeEmpty($"seed {seed}");
            }
        }

        hidden.ShouldBeGreaterThan(Many);
    }

    /// <summary>Counts of places by months; the last place is no place.</summary>
    private sealed class Grid
    {
        private readonly Dictionary<CellKey, int> once = [];

        public Grid(int[][] count, Random? random = null)
        {
            Count = count;
            Recount(random ?? new Random(1));
        }

        public int[][] Count { get; }

        public IReadOnlyList<long> Places => [.. Enumerable.Range(1, Count.Length).Select(p => (long)p)];

        public CellKey Key(string what, long? place, int from, int to) => new(what, "", place, Start.AddMonths(from), Start.AddMonths(to));

        public void Recount(Random random)
        {
            once.Clear();
            // Different people are no more than the signposts, and no fewer than in any month of it; a quarter of them come back.
            foreach (var place in Places.Cast<long?>())
            {
                Once(place, (from, to) => Row(place!.Value)[from..(to + 1)]);
            }

            Once(null, (from, to) => [.. Places.Select(p => once[Key(People, p, from, to)])]);

            void Once(long? place, Func<int, int, int[]> parts)
            {
                for (var length = 0; length < Count[0].Length; length++)
                {
                    for (var from = 0; from + length < Count[0].Length; from++)
                    {
                        var to = from + length;
                        int[] inside = [.. parts(from, to), .. length == 0 ? [] : new[] { once[Key(People, place, from, to - 1)], once[Key(People, place, from + 1, to)] }];
                        var most = length == 0 ? parts(from, to).Sum() : Math.Min(parts(from, to).Sum(), once[Key(People, place, from, to - 1)] + once[Key(People, place, to, to)]);
                        var least = Math.Min(inside.Max(), most);
                        once[Key(People, place, from, to)] = length == 0 && place is not null ? most : random.Next(least, most + 1);
                    }
                }
            }
        }

        public List<Publication> Months(int first, int last)
        {
            var published = new List<Publication>();
            for (var month = first; month <= last; month++)
            {
                var safe = EverPublished.Protect(published, Usual, Places, Month(month), Rules);
                safe.Breaches.ShouldBeEmpty();
                published.Add(safe.Publication);
            }

            return published;
        }

        /// <summary>A month's report: each place, the programme, the year so far, and the months before once more.</summary>
        public List<Cell> Month(int month) =>
        [
            .. Places.Cast<long?>().Select(p => Talk(p, month, month, 1)),
            .. Enumerable.Range(0, month + 1).Select(m => Talk(null, m, m, 6)),
            .. month > 0 ? new[] { Talk(null, 0, month, 12), Person(null, 0, month, 12) } : [],
            .. Places.Cast<long?>().Append(null).Select(p => Person(p, month, month, p is null ? 12 : 1)),
        ];

        /// <summary>The year's report: each place's year, and the programme's.</summary>
        public List<Cell> Year(int last) =>
            [.. Places.Cast<long?>().Append(null).SelectMany(p => new[] { Talk(p, 0, last, p is null ? 12 : 1), Person(p, 0, last, p is null ? 12 : 1) })];

        /// <summary>What can be told of conversations, worked out from places by months themselves: no ties, no keys, no protector.</summary>
        public IEnumerable<string> Tells(List<Publication> published)
        {
            var program = new LinearProgram();
            var (places, months) = (Count.Length, Count[0].Length);
            foreach (var _ in Enumerable.Range(0, places * months))
            {
                program.AddColumn(0, double.PositiveInfinity);
            }

            foreach (var (cell, hidden) in published.SelectMany(p => p.Cells).Where(c => c.Cell.Key.What == Talks))
            {
                if (!hidden)
                {
                    program.AddRow(Terms(cell.Key), RowSense.Equal, cell.Value);
                }
            }

            var simplex = new Simplex(program);
            foreach (var (cell, _) in published.SelectMany(p => p.Cells).Where(c => c.IsHidden && c.Cell.Key.What == Talks && c.Cell.MustHide(Usual)))
            {
                var objective = new double[places * months];
                foreach (var term in Terms(cell.Key))
                {
                    objective[term.Column] = 1;
                }

                var most = simplex.Maximise(objective) == LinearOutcome.Unbounded ? double.PositiveInfinity : Sum(simplex, objective);
                simplex.Maximise([.. objective.Select(o => -o)]).ShouldBe(LinearOutcome.Optimal);
                var least = Sum(simplex, objective);
                if (least > 1 + 1e-6 || most < 4 - 1e-6)
                {
                    yield return $"{cell.Key}: {least} to {most}";
                }
            }

            List<Term> Terms(CellKey key) =>
            [
                .. Enumerable.Range(0, places).Where(p => key.Place is null || key.Place == p + 1)
                    .SelectMany(p => Enumerable.Range(0, months).Where(m => Start.AddMonths(m) >= key.From && Start.AddMonths(m) <= key.To).Select(m => new Term((p * months) + m, 1))),
            ];

            static double Sum(Simplex simplex, double[] objective) => objective.Select((o, at) => o * simplex[at]).Sum();
        }

        private int[] Row(long place) => Count[place - 1];

        private Cell Talk(long? place, int from, int to, int cost) =>
            new(Key(Talks, place, from, to), Places.Where(p => place is null || p == place).Sum(p => Row(p)[from..(to + 1)].Sum()), OfPeople: true, Cost: cost);

        private Cell Person(long? place, int from, int to, int cost) =>
            new(Key(People, place, from, to), once[Key(People, place, from, to)], OfPeople: true, CountedOnce: true, Cost: cost);
    }
}
