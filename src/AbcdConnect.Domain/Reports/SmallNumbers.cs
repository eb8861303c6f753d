namespace AbcdConnect.Domain.Reports;

/// <summary>The small-number rule for one column of counts of people whose total is published.</summary>
/// <remarks>
/// Primary suppression of 1 to 4 and secondary suppression of the next smallest, until the total leaves every hidden small count at
/// least two values that it may have. After: Government Statistical Service, "Disclosure control for tables produced from
/// administrative sources".
/// </remarks>
public static class SmallNumbers
{
    /// <summary>The smallest count of people that is published.</summary>
    public const int Threshold = 5;

    public static IReadOnlyList<PublishedCount> Hide(IReadOnlyList<int> column)
    {
        var small = column.Select(IsSmall).ToArray();
        var hidden = (bool[])small.Clone();
        while (!IsSafe(column, small, hidden))
        {
            var next = Enumerable.Range(0, column.Count).Where(i => !hidden[i] && column[i] > 0).OrderBy(i => column[i]).ThenBy(i => i).Cast<int?>().FirstOrDefault();
            if (next is null)
            {
                // Nothing is left to hide behind: noughts are hidden too.
                hidden = [.. column.Select(_ => true)];
                break;
            }

            hidden[next.Value] = true;
        }

        return [.. column.Select((value, i) => hidden[i] ? new PublishedCount(null, small[i]) : new PublishedCount(value))];
    }

    private static bool IsSmall(int count) => count is > 0 and < Threshold;

    // What a reader knows: the total, the counts shown, and of each hidden one whether it is small (1 to 4) or not (5 or more).
    private static bool IsSafe(IReadOnlyList<int> column, bool[] small, bool[] hidden)
    {
        var smalls = Enumerable.Range(0, column.Count).Count(i => small[i]);
        if (smalls == 0)
        {
            return true;
        }

        var others = Enumerable.Range(0, column.Count).Count(i => hidden[i] && !small[i]);
        var sum = Enumerable.Range(0, column.Count).Where(i => hidden[i]).Sum(i => column[i]);
        var least = Math.Max(1, others > 0 ? 1 : sum - ((smalls - 1) * (Threshold - 1)));
        var most = Math.Min(Threshold - 1, sum - (smalls - 1) - (others * Threshold));
        return most > least;
    }
}
