using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports.Disclosure;
using Xunit.Abstractions;

namespace AbcdConnect.Domain.Tests.Reports.Disclosure;

/// <summary>A commissioner who keeps every report and subtracts.</summary>
public sealed class HistoryTests(ITestOutputHelper output)
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
    public void What_was_rounded_may_be_hidden_where_exact_it_would_tell()
    {
        // Thirteen in all, told as 15, and ten as 10: the three beside them stay between 1 and 7. Told exactly, they would be three.
        var programme = new Grid(new[] { new[] { 3 }, [10] });
        var rounded = EverPublished.Protect([], DisclosurePolicy.HideOneToSevenAndRound, programme.Places, programme.Month(0), Rules);
        rounded[programme.Key(Talks, 2, 0, 0)].Value.ShouldBe(10);

        var exact = EverPublished.Protect([rounded.Publication], Usual, programme.Places, programme.Month(0), Rules);

        exact.Breaches.ShouldBeEmpty("the programme changed its rule, and could publish nothing any more");
        exact[programme.Key(Talks, 2, 0, 0)].Value.ShouldBeNull();
        EverPublished.Audit([rounded.Publication, exact.Publication], Rules).ShouldBeEmpty();
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
            programme.Tells([.. published.Append(year.Publication).Select(p => (p, programme.Days))]).ShouldBeEmpty($"seed {seed}");
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Nor_where_entries_come_late_and_editions_put_them_right_and_all_but_all_of_them_can_be_published(bool tiny, bool ruleChanges)
    {
        var (hidden, tried, refused, cells, histories) = (0, 0, 0, 0, tiny || ruleChanges ? Many / 2 : Many);
        for (var seed = 0; seed < histories; seed++)
        {
            var random = new Random(seed);
            var programme = new Grid(Enumerable.Range(0, tiny ? 2 : 3).Select(_ => Enumerable.Range(0, 5).Select(_ => tiny ? random.Next(0, 8) : RandomTables.Count(random)).ToArray()).ToArray(), random);
            var published = new List<(Publication Publication, int[][] Days)>();
            for (var month = 0; month < 5; month++)
            {
                // There, and back again.
                var policy = ruleChanges && month is 2 or 3 ? DisclosurePolicy.HideOneToSevenAndRound : Usual;
                Publish(programme.Month(month), policy);
                for (var late = random.Next(3); late >= 0; late--)
                {
                    // A late entry, or somebody merged or erased; then an edition that puts it right.
                    var (place, on) = (random.Next(programme.Count.Length), random.Next(month + 1));
                    programme.Correct(place, on, Math.Max(0, programme.Count[place][on] + random.Next(-3, tiny ? 4 : 7)));
                    programme.Recount(random);
                    if (random.Next(2) == 0)
                    {
                        Publish(programme.Month(on), policy);
                    }
                }
            }

            Publish(programme.Year(4), Usual);
            hidden += published.Sum(p => p.Publication.Cells.Count(c => c.IsHidden));
            cells += published.Sum(p => p.Publication.Cells.Count);
            EverPublished.Audit([.. published.Select(p => p.Publication)], Rules).ShouldBeEmpty($"seed {seed}");
            programme.Tells(published).ShouldBeEmpty($"seed {seed}");

            void Publish(List<Cell> told, DisclosurePolicy policy)
            {
                tried++;
                var safe = EverPublished.Protect([.. published.Select(p => p.Publication)], policy, programme.Places, told, Rules, programme.Now);
                // Where the past tells too much it is refused; else it joins the past, and all of that holds.
                if (safe.Breaches.Count == 0)
                {
                    published.Add((safe.Publication, programme.Days));
                }
                else
                {
                    refused++;
                }
            }
        }

        output.WriteLine($"{histories} histories: {tried} reports and corrections, {refused} refused; {100.0 * hidden / cells:0} % of {cells} counts hidden.");
        hidden.ShouldBeGreaterThan(histories);
        ((double)refused / tried).ShouldBeLessThan(0.01);
    }

    [Fact]
    public void What_stands_at_two_ends_does_not_tell_what_was_added_between()
    {
        // 47 ties stood at the end of September and 50 at the end of October: three at least were made, and three were.
        var rules = Rules with { Standing = [(("ties", ""), ("made", ""))] };
        var (september, october) = (Start, Start.Next);
        var first = EverPublished.Protect([], Usual, [], [Stands(september, 47)], rules).Publication;

        var second = EverPublished.Protect([first], Usual, [], [Stands(october, 50), new Cell(new CellKey("made", "", null, october, october), 3, OfPeople: true)], rules);

        second.Breaches.ShouldBeEmpty();
        second[new CellKey("ties", "", null, october, october)].Value.ShouldBeNull();
        // A tie may have ended since: of more that were made than the two ends tell nothing follows.
        EverPublished.Protect([first], Usual, [], [Stands(october, 48), new Cell(new CellKey("made", "", null, october, october), 3, OfPeople: true)], rules)
            [new CellKey("ties", "", null, october, october)].Value.ShouldBe(48);

        static Cell Stands(YearMonth month, int value) => new(new CellKey("ties", "", null, month, month), value, OfPeople: true, StandsAlone: true);
    }

    [Fact]
    public void Parts_that_are_listed_make_up_their_whole_and_what_is_told_nowhere_is_protected_too()
    {
        var whole = new CellKey("asked", "all", null, Start, Start);
        CellKey Part(string member) => whole with { Part = CellKey.Listed("all", "answers", member) };

        // Of 40 who were asked 38 answered: two did not, which is written nowhere.
        var safe = EverPublished.Protect([], Usual, [], [new Cell(whole, 40, OfPeople: true, Cost: 2), new Cell(Part("given"), 38, OfPeople: true), new Cell(Part("missing"), 2, OfPeople: true, IsTold: false)], Rules);

        safe.Breaches.ShouldBeEmpty();
        (safe[whole].Value, safe[Part("given")].Value).ShouldBe((40, null));
        Part("given").PartsOf.ShouldBe(("all", "answers"));
    }

    /// <summary>Counts of places by months; the last place is no place.</summary>
    private sealed class Grid
    {
        private readonly Dictionary<CellKey, int> once = [];
        private readonly int[][] days;

        public Grid(int[][] count, Random? random = null)
        {
            Count = count;
            days = [.. count.Select(row => new int[row.Length])];
            Recount(random ?? new Random(1));
        }

        public int[][] Count { get; }

        /// <summary>How often each count has been put right so far.</summary>
        public int[][] Days => [.. days.Select(d => (int[])d.Clone())];

        /// <summary>What a count comes to today.</summary>
        public int? Now(CellKey key)
        {
            var (from, to) = (((key.From.Year - Start.Year) * 12) + key.From.Month - Start.Month, ((key.To.Year - Start.Year) * 12) + key.To.Month - Start.Month);
            return key.What == Talks ? Talk(key.Place, from, to, 1).Value : once[key];
        }

        public void Correct(int place, int month, int value)
        {
            days[place][month] += Count[place][month] == value ? 0 : 1;
            Count[place][month] = value;
        }

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

        /// <summary>What can be told of conversations, worked out from places by months themselves: no ties, no keys, no protector. A count that
        /// was put right is another one from then on; and where one of a sum was put right and has not been told since, the sum is taken by itself.</summary>
        public IEnumerable<string> Tells(List<(Publication Publication, int[][] Days)> published)
        {
            var program = new LinearProgram();
            var columns = new Dictionary<(int Place, int Month, int Day), int>();
            var toldLast = new Dictionary<(int Place, int Month), int>();
            var secrets = new List<(CellKey Key, List<Term> Sum)>();
            foreach (var ((publication, days), at) in published.Select((p, at) => (p, at)))
            {
                var policy = DisclosurePolicy.Of(publication.Rule);
                var talks = publication.Cells.Where(c => c.Cell.Key.What == Talks).ToList();
                foreach (var key in talks.Select(c => c.Cell.Key).Where(k => k.Place is not null && k.From == k.To))
                {
                    toldLast[((int)key.Place! - 1, MonthOf(key.From))] = days[(int)key.Place! - 1][MonthOf(key.From)];
                }

                var byPlace = talks.Select(c => c.Cell.Key).Where(k => k.Place is not null).Select(k => (k.From, k.To)).ToHashSet();
                foreach (var (cell, hidden) in talks)
                {
                    var (place, months) = (cell.Key.Place is { } known ? (int)known - 1 : -1, Enumerable.Range(MonthOf(cell.Key.From), MonthOf(cell.Key.To) - MonthOf(cell.Key.From) + 1).ToList());
                    var places = Enumerable.Range(0, Count.Length).ToList();
                    List<List<Term>> sums = place >= 0
                        ? [Of(place, months)]
                        : [[.. months.SelectMany(m => places.TrueForAll(p => IsAsTold(p, m)) ? places.Select(p => Shared(p, m)) : [Own(-1, m, at)])], .. byPlace.Contains((cell.Key.From, cell.Key.To)) ? new[] { places.SelectMany(p => Of(p, months)).ToList() } : []];
                    if (hidden && cell.MustHide(Usual))
                    {
                        secrets.AddRange(sums.Select(sum => (cell.Key, sum)));
                    }
                    else if (!hidden)
                    {
                        var (low, high) = policy.Behind(cell.Shown(policy).Value!.Value);
                        sums.ForEach(sum => program.AddRow(sum, RowSense.AtLeast, low));
                        sums.ForEach(sum => program.AddRow(sum, RowSense.AtMost, high));
                    }
                }

                List<Term> Of(int place, List<int> months) => months.TrueForAll(m => IsAsTold(place, m)) ? months.ConvertAll(m => Shared(place, m)) : [Own(place, months[0] + (100 * months.Count), at)];

                bool IsAsTold(int place, int month) => toldLast.TryGetValue((place, month), out var day) && day == days[place][month];

                Term Shared(int place, int month) => new(Column((place, month, days[place][month])), 1);
            }

            var simplex = new Simplex(program);
            foreach (var (key, sum) in secrets)
            {
                var objective = new double[columns.Count];
                foreach (var term in sum)
                {
                    objective[term.Column] = 1;
                }

                var most = simplex.Maximise(objective) == LinearOutcome.Unbounded ? double.PositiveInfinity : Sum(simplex, objective);
                simplex.Maximise([.. objective.Select(o => -o)]).ShouldBe(LinearOutcome.Optimal);
                var least = Sum(simplex, objective);
                if (least > 1 + 1e-6 || most < 4 - 1e-6)
                {
                    yield return $"{key}: {least} to {most}";
                }
            }

            static int MonthOf(YearMonth month) => ((month.Year - Start.Year) * 12) + month.Month - Start.Month;

            Term Own(int place, int month, int publication) => new(Column((place, month, -1 - publication)), 1);

            int Column((int, int, int) count)
            {
                if (!columns.TryGetValue(count, out var column))
                {
                    columns[count] = column = program.AddColumn(0, double.PositiveInfinity);
                }

                return column;
            }

            static double Sum(Simplex simplex, double[] objective) => objective.Select((o, at) => o * simplex[at]).Sum();
        }

        private int[] Row(long place) => Count[place - 1];

        private Cell Talk(long? place, int from, int to, int cost) =>
            new(Key(Talks, place, from, to), Places.Where(p => place is null || p == place).Sum(p => Row(p)[from..(to + 1)].Sum()), OfPeople: true, Cost: cost);

        private Cell Person(long? place, int from, int to, int cost) =>
            new(Key(People, place, from, to), once[Key(People, place, from, to)], OfPeople: true, CountedOnce: true, Cost: cost);
    }
}
