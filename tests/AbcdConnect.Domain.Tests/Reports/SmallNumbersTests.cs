using AbcdConnect.Domain.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace AbcdConnect.Domain.Tests.Reports;

public sealed class SmallNumbersTests
{
    [Fact]
    public void A_single_small_count_takes_the_next_smallest_with_it()
    {
        var hidden = SmallNumbers.Hide([142, 66, 9, 3, 0]);

        hidden.Select(h => h.ToString()).ShouldBe(["142", "66", "hidden", "<5", "0"]);
        hidden[3].Value.ShouldBeNull();
    }

    [Fact]
    public void Where_nothing_is_small_nothing_is_hidden() =>
        SmallNumbers.Hide([5, 0, 12]).ShouldAllBe(c => c.Value != null);

    [Fact]
    public void A_small_count_that_the_total_would_still_give_away_takes_one_more()
    {
        // 1 and 5 make 6: with 5 or more beside it, the small one could only be 1.
        SmallNumbers.Hide([1, 5, 20]).Select(h => h.ToString()).ShouldBe(["<5", "hidden", "hidden"]);
        // 1 and 1 make 2.
        SmallNumbers.Hide([1, 1, 20]).Select(h => h.ToString()).ShouldBe(["<5", "<5", "hidden"]);
    }

    [Fact]
    public void From_what_is_published_and_the_total_every_small_count_could_be_something_else() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            // Two places large enough to hide behind; without any, only the total could be held back.
            int[] column = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => random.Next(0, 9)), random.Next(5, 15), random.Next(10, 20)];
            var published = SmallNumbers.Hide(column);

            for (var at = 0; at < column.Length; at++)
            {
                if (column[at] is > 0 and < SmallNumbers.Threshold)
                {
                    Possible(published, column.Sum(), at).Count.ShouldBeGreaterThan(1, string.Join(' ', column));
                }
            }
        }));

    // What a reader can work out, by trying every column of numbers up to the total.
    private static HashSet<int> Possible(IReadOnlyList<PublishedCount> published, int total, int at)
    {
        var possible = new HashSet<int>();
        Try([], 0);
        return possible;

        void Try(List<int> chosen, int sum)
        {
            if (chosen.Count == published.Count)
            {
                if (sum == total)
                {
                    possible.Add(chosen[at]);
                }

                return;
            }

            var cell = published[chosen.Count];
            var (from, to) = cell switch
            {
                { Value: { } known } => (known, known),
                { IsSmall: true } => (1, SmallNumbers.Threshold - 1),
                _ => (0, total),
            };
            for (var value = from; value <= Math.Min(to, total - sum); value++)
            {
                // What is hidden beside a small one is 5 or more, and a reader may know it.
                if (cell.Value is null && !cell.IsSmall && value < SmallNumbers.Threshold)
                {
                    continue;
                }

                Try([.. chosen, value], sum + value);
            }
        }
    }
}
