namespace AbcdConnect.Domain.Assets;

/// <summary>How likely it is that an entry of the map is still right. Pure.</summary>
/// <remarks>
/// A fact about a place stands until something changes there, and changes come as if by chance: the share of entries still right
/// falls by half in each half-life (changes as a Poisson process: J. Cho and H. Garcia-Molina, "Synchronizing a database to improve
/// freshness", SIGMOD 2000). Contrary evidence multiplies the odds by a likelihood ratio (I. J. Good, "Probability and the Weighing
/// of Evidence", 1950); its weight is counted in hundredths of a bit. Half-lives and weights are judgements, set down in
/// docs/decisions/0015-staying-true.md, to be reckoned anew once some years of confirmations are there.
/// </remarks>
public static class Freshness
{
    /// <summary>Somebody checked it today. They may have been mistaken.</summary>
    public const double JustConfirmed = 0.95;

    /// <summary>It came in today and nobody has checked it: a list it came from may be old already.</summary>
    public const double NeverConfirmed = 0.6;

    /// <summary>Below this, somebody asks there before sending anybody.</summary>
    public const double AskFirst = 0.5;

    /// <summary>After how many days half of the entries of this kind are no longer right in something that matters.</summary>
    public static int HalfLifeDays(AssetKind kind) => kind switch
    {
        AssetKind.Individual => 270,
        AssetKind.Association => 365,
        AssetKind.Exchange => 540,
        AssetKind.Institution => 730,
        AssetKind.Place => 900,
        _ => 1095,
    };

    /// <summary>The weight of one piece of evidence against an entry, in hundredths of a bit: 100 halves the odds.</summary>
    public static int WeightOf(DoubtKind kind) => kind switch
    {
        // One in five who find a door closed came on a day that nobody had told the list of.
        DoubtKind.FoundClosed => 232,
        DoubtKind.FoundWrong => 232,
        DoubtKind.SaidWrong => 150,
        DoubtKind.Bounced => 132,
        _ => 100,
    };

    /// <summary>What several doubts weigh together: of one kind, each further one half as much as the one before it, so that nobody
    /// drives an entry down by saying the same again and again.</summary>
    public static int WeightOf(IEnumerable<DoubtKind> doubts)
    {
        ArgumentNullException.ThrowIfNull(doubts);
        return doubts.CountBy(d => d).Sum(d =>
        {
            var (all, next) = (0, WeightOf(d.Key));
            for (var i = 0; i < d.Value && next > 0; i++, next /= 2)
            {
                all += next;
            }

            return all;
        });
    }

    /// <summary>Between 0 and 1.</summary>
    /// <param name="weight">Of the evidence against it since it was confirmed, in hundredths of a bit.</param>
    public static double Of(AssetKind kind, DateOnly addedOn, DateOnly? confirmedOn, int weight, DateOnly today)
    {
        var (from, first) = Beginning(addedOn, confirmedOn);
        var days = Math.Max(0, today.DayNumber - from.DayNumber);
        var still = first * Math.Pow(2, -(double)days / HalfLifeDays(kind));
        var odds = still / (1 - still) * Ratio(weight);
        return odds / (1 + odds);
    }

    /// <summary>The first day on which it is below <see cref="AskFirst"/>: a day that stands still while freshness falls, so that lists
    /// can be ordered by it.</summary>
    public static DateOnly AskFirstFrom(AssetKind kind, DateOnly addedOn, DateOnly? confirmedOn, int weight)
    {
        // odds(still) * ratio = 1 where still = 1 / (1 + ratio).
        var (from, first) = Beginning(addedOn, confirmedOn);
        var days = HalfLifeDays(kind) * Math.Log2(first * (1 + Ratio(weight)));
        return from.AddDays((int)Math.Floor(days) + 1);
    }

    private static (DateOnly From, double First) Beginning(DateOnly addedOn, DateOnly? confirmedOn) =>
        confirmedOn is { } confirmed ? (confirmed, JustConfirmed) : (addedOn, NeverConfirmed);

    private static double Ratio(int weight) => Math.Pow(2, -weight / 100.0);
}
