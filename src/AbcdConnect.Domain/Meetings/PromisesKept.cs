namespace AbcdConnect.Domain.Meetings;

/// <summary>What became of actions whose promised day has come. A day that was moved later does not make a promise kept: each is held
/// against the day first agreed.</summary>
/// <param name="OnTime">Done on that day or before.</param>
/// <param name="Late">Done after it.</param>
/// <param name="Open">Not done yet.</param>
public sealed record PromisesKept(int OnTime, int Late, int Open)
{
    public int All => OnTime + Late + Open;

    /// <summary>The share done on time, from 0 to 1; null where no promised day has come.</summary>
    public double? Share => All == 0 ? null : (double)OnTime / All;

    /// <param name="actions">The day promised and the day done; what was dropped with the table's leave, or promised for no day, is not among them.</param>
    public static PromisesKept Of(IEnumerable<(DateOnly PromisedFor, DateOnly? DoneOn)> actions, DateOnly today)
    {
        var (onTime, late, open) = (0, 0, 0);
        foreach (var (promised, done) in actions.Where(a => a.PromisedFor <= today))
        {
            if (done is null || done > today)
            {
                // On the day itself there is time yet.
                open += promised < today ? 1 : 0;
            }
            else if (done <= promised)
            {
                onTime++;
            }
            else
            {
                late++;
            }
        }

        return new PromisesKept(onTime, late, open);
    }
}
