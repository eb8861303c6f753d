using System.Diagnostics;
using System.Globalization;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Benchmarks;

/// <summary>A table of 21 wards by 12 months by 8 metrics, with a total of each row, column and metric: chosen what is hidden, and then read
/// by the attacker, who works out the tightest interval of every hidden count.</summary>
internal static class Disclosing
{
    private const int Wards = 21;
    private const int Months = 12;
    private const int Metrics = 8;
    private const int Tables = 5;

    public static int Measure()
    {
        var (protects, audits) = (new List<double>(), new List<double>());
        var (cells, secrets, others, steps) = (0, 0, 0, "");
        foreach (var rule in Enum.GetValues<DisclosureRule>())
        {
            for (var seed = 0; seed < Tables; seed++)
            {
                var table = Table(new Random(seed));
                var policy = DisclosurePolicy.Of(rule);
                IReadOnlyList<long> places = [.. Enumerable.Range(0, Wards + 1).Select(p => (long)p)];
                var watch = Stopwatch.StartNew();
                var safe = EverPublished.Protect([], policy, places, table, new CountingRules([], []));
                protects.Add(watch.Elapsed.TotalSeconds);
                if (safe.Breaches.Count > 0)
                {
                    Console.WriteLine($"{safe.Breaches.Count} cells could be worked out.");
                    return 1;
                }

                watch.Restart();
                var known = EverPublished.Intervals([safe.Publication], new CountingRules([], []));
                audits.Add(watch.Elapsed.TotalSeconds);
                cells += table.Count;
                secrets += table.Count(c => c.MustHide(policy));
                others += safe.Publication.Cells.Count(c => c.IsHidden && !c.Cell.MustHide(policy));
                steps = $"{known.Count:#,0} intervals in the last";
            }

            Row(rule == DisclosureRule.HideOneToFour ? "1 to 4 hidden" : "1 to 7 hidden, the rest rounded", protects, audits, cells, secrets, others, steps);
            protects.Clear();
            audits.Clear();
            (cells, secrets, others) = (0, 0, 0);
        }

        AfterFiveYears();
        return 0;
    }

    // Sixty months' reports, each of 21 wards and the programme, four metrics, the year so far and the twelve months before; then one more.
    private static void AfterFiveYears()
    {
        const int Reports = 60;
        var random = new Random(1);
        var (start, policy) = (new YearMonth(2021, 9), DisclosurePolicy.HideOneToFour);
        IReadOnlyList<long> places = [.. Enumerable.Range(0, Wards + 1).Select(p => (long)p)];
        var counts = Enumerable.Range(0, 4).Select(_ => places.Select(_ => Enumerable.Range(0, Reports + 1).Select(_ => random.Next(10) switch { < 2 => 0, < 5 => random.Next(1, 5), _ => random.Next(5, 41) }).ToArray()).ToArray()).ToArray();
        var published = new List<Publication>();
        var watch = new Stopwatch();
        for (var month = 0; month <= Reports; month++)
        {
            var cells = new List<Cell>();
            for (var metric = 0; metric < counts.Length; metric++)
            {
                var (name, now) = ($"metric-{metric}", start.AddMonths(month));
                cells.AddRange(places.Select(p => new Cell(new CellKey(name, "", p, now, now), counts[metric][p][month], OfPeople: true)));
                for (var then = Math.Max(0, month - 12); then <= month; then++)
                {
                    cells.Add(new Cell(new CellKey(name, "", null, start.AddMonths(then), start.AddMonths(then)), counts[metric].Sum(c => c[then]), OfPeople: true, Cost: CellTable.CostOfHeadline));
                }

                var first = month / 12 * 12;
                if (first < month)
                {
                    cells.Add(new Cell(new CellKey(name, "", null, start.AddMonths(first), now), counts[metric].Sum(c => c[first..(month + 1)].Sum()), OfPeople: true, Cost: CellTable.CostOfHeadline));
                }
            }

            watch.Restart();
            published.Add(EverPublished.Protect(published, policy, places, cells, new CountingRules([], [])).Publication);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| The report after sixty others, held against all of them | {published.Sum(p => p.Cells.Count):#,0} cells ever published | {watch.Elapsed.TotalSeconds:0.00} s | |"));
    }

    private static void Row(string rule, List<double> protects, List<double> audits, int cells, int secrets, int others, string steps) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {rule} | {cells / Tables:#,0} cells, {secrets / Tables:#,0} must be hidden, {others / Tables:#,0} more are | protected and tried, slowest of {Tables}: {protects.Max():0.00} s (budget 2 s) | audit: {audits.Max():0.00} s (budget 10 s; {steps}) |"));

    // As small programmes have it: a fifth noughts, a third small, the rest up to forty.
    private static List<Cell> Table(Random random)
    {
        var cells = new List<Cell>();
        var start = new YearMonth(2025, 9);
        for (var metric = 0; metric < Metrics; metric++)
        {
            var once = metric == Metrics - 1;
            var counts = Enumerable.Range(0, Wards + 1).Select(_ => Enumerable.Range(0, Months).Select(_ => random.Next(10) switch { < 2 => 0, < 5 => random.Next(1, 5), _ => random.Next(5, 41) }).ToArray()).ToArray();
            var years = counts.Select(c => once ? Math.Max(c.Max(), c.Sum() * 2 / 3) : c.Sum()).ToArray();
            for (var place = 0; place <= Wards; place++)
            {
                for (var month = 0; month < Months; month++)
                {
                    Add(place, month, month, counts[place][month], 1);
                }

                Add(place, 0, Months - 1, years[place], CellTable.CostOfTotal);
            }

            for (var month = 0; month < Months; month++)
            {
                Add(null, month, month, counts.Sum(c => c[month]), CellTable.CostOfHeadline);
            }

            Add(null, 0, Months - 1, years.Sum(), CellTable.CostOfHeadline);

            void Add(long? place, int from, int to, int value, int cost) =>
                cells.Add(new Cell(new CellKey($"metric-{metric}", "", place, start.AddMonths(from), start.AddMonths(to)), value, OfPeople: true, CountedOnce: once, Cost: cost));
        }

        return cells;
    }
}
