namespace AbcdConnect.Domain.Outcomes.Measures;

/// <summary>One person's score at the beginning, and afterwards where there is one.</summary>
public readonly record struct BeforeAfter(decimal Before, decimal? After);

/// <summary>How the same people stand before and after on one score.</summary>
/// <remarks>
/// The mean of the differences, with t(0.975, n−1)·s/√n on either side (Student 1908, "The probable error of a mean", Biometrika 6).
/// Fewer than <see cref="Enough"/> people are indicative only: the rule of thumb of the Warwick guide to WEMWBS. The change is associated
/// with the programme and never said to be caused by it: nobody stands beside these people who was not in it.
/// </remarks>
public sealed class PairedChange
{
    /// <summary>From so many people on, a change is more than indicative.</summary>
    public const int Enough = 30;

    // From this share of people who began low, the next score is likely to be nearer the middle whatever happens.
    private const double ManyLow = 1 / 3d;

    private PairedChange(MeasureScore score)
    {
        Score = score;
        BandsBefore = new int[score.Bands.Count];
        BandsAfter = new int[score.Bands.Count];
    }

    public MeasureScore Score { get; }

    /// <summary>People with both.</summary>
    public int Paired { get; private init; }

    /// <summary>People with the first only.</summary>
    public int Lost { get; private init; }

    /// <summary>Of those with both; null where there is nobody.</summary>
    public double? MeanBefore { get; private init; }

    public double? MeanAfter { get; private init; }

    public double? MeanChange { get; private init; }

    /// <summary>The 95 % interval of the mean change; null for fewer than two people, and where all changed alike, which says nothing of others.</summary>
    public double? Low { get; private init; }

    public double? High { get; private init; }

    public int Better { get; private init; }

    public int Same { get; private init; }

    public int Worse { get; private init; }

    /// <summary>People in each band, in the order of the score's bands.</summary>
    public int[] BandsBefore { get; private init; }

    public int[] BandsAfter { get; private init; }

    /// <summary>The mean at the beginning of those who answered only then.</summary>
    public double? LostMeanBefore { get; private init; }

    /// <summary>Whether so many began in a low band that part of a rise is to be expected anyway.</summary>
    public static bool AreManyLow(int beganLow, int paired) => paired > 0 && (double)beganLow / paired >= ManyLow;

    public static PairedChange Of(MeasureScore score, IReadOnlyCollection<BeforeAfter> people)
    {
        var pairs = people.Where(p => p.After is not null).Select(p => (Before: (double)p.Before, After: (double)p.After!.Value, Exact: p.After!.Value - p.Before)).ToList();
        var lost = people.Where(p => p.After is null).Select(p => (double)p.Before).ToList();
        if (pairs.Count == 0)
        {
            return new PairedChange(score) { Lost = lost.Count, LostMeanBefore = Mean(lost) };
        }

        var changes = pairs.ConvertAll(p => p.After - p.Before);
        var mean = changes.Average();
        double? half = null;
        if (changes.Count > 1)
        {
            var deviation = Math.Sqrt(changes.Sum(c => (c - mean) * (c - mean)) / (changes.Count - 1));
            half = deviation > 1e-12 ? StudentT.TwoSided(0.95, changes.Count - 1) * deviation / Math.Sqrt(changes.Count) : null;
        }

        var up = pairs.Count(p => p.Exact >= score.Threshold);
        var down = pairs.Count(p => p.Exact <= -score.Threshold);
        return new PairedChange(score)
        {
            Paired = pairs.Count,
            Lost = lost.Count,
            MeanBefore = pairs.Average(p => p.Before),
            MeanAfter = pairs.Average(p => p.After),
            MeanChange = mean,
            Low = mean - half,
            High = mean + half,
            // Of what is neither better nor worse, more stands where better would.
            Better = score.Better == ScoreDirection.Lower ? down : up,
            Worse = score.Better == ScoreDirection.Lower ? up : down,
            Same = pairs.Count - up - down,
            BandsBefore = Counted(score, pairs.Select(p => p.Before)),
            BandsAfter = Counted(score, pairs.Select(p => p.After)),
            LostMeanBefore = Mean(lost),
        };
    }

    private static double? Mean(List<double> values) => values.Count == 0 ? null : values.Average();

    private static int[] Counted(MeasureScore score, IEnumerable<double> values)
    {
        var counts = new int[score.Bands.Count];
        foreach (var value in values)
        {
            if (score.BandOf((decimal)value) is >= 0 and var band)
            {
                counts[band]++;
            }
        }

        return counts;
    }
}
