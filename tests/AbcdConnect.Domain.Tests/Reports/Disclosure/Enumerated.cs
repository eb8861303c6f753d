using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Domain.Tests.Reports.Disclosure;

/// <summary>What a reader can work out by trying every table of whole numbers, without any linear program.</summary>
internal static class Enumerated
{
    /// <param name="most">No count is tried beyond this.</param>
    public static Dictionary<int, HashSet<int>> Possible(IReadOnlyList<Seen> seen, IReadOnlyList<Tie> ties, int most)
    {
        var unknown = Enumerable.Range(0, seen.Count).Where(c => !seen[c].IsExact).ToList();
        var possible = unknown.ToDictionary(c => c, _ => new HashSet<int>());
        var value = seen.Select(s => (long)s.Low).ToArray();
        var set = seen.Select(s => s.IsExact).ToArray();
        var budget = 400_000;
        Try(0);
        return budget > 0 ? possible : [];

        void Try(int at)
        {
            if (budget-- <= 0)
            {
                return;
            }

            if (at == unknown.Count)
            {
                if (ties.All(t => t.Holds(c => value[c])))
                {
                    unknown.ForEach(c => possible[c].Add((int)value[c]));
                }

                return;
            }

            var cell = unknown[at];
            // Where a tie has nothing else open, it says what this one is.
            var (low, high) = (seen[cell].Low, seen[cell].High ?? most);
            foreach (var tie in ties.Where(t => t.Sense == RowSense.Equal && t.Terms.Any(x => x.Cell == cell) && t.Terms.All(x => x.Cell == cell || set[x.Cell])))
            {
                var times = tie.Terms.Where(t => t.Cell == cell).Sum(t => t.Times);
                var rest = tie.Right - tie.Terms.Where(t => t.Cell != cell).Sum(t => t.Times * value[t.Cell]);
                var only = rest / times;
                (low, high) = (int)only * times == rest ? ((int)Math.Max(low, only), (int)Math.Min(high, only)) : (1, 0);
            }

            set[cell] = true;
            for (value[cell] = low; value[cell] <= high; value[cell]++)
            {
                Try(at + 1);
            }

            set[cell] = false;
            value[cell] = seen[cell].Low;
        }
    }
}
