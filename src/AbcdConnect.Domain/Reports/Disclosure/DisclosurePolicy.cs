namespace AbcdConnect.Domain.Reports.Disclosure;

/// <summary>Which rule a programme publishes by.</summary>
public enum DisclosureRule
{
    /// <summary>Counts of people from 1 to 4 are hidden; the others are shown as they are.</summary>
    HideOneToFour,

    /// <summary>Counts of people from 1 to 7 are hidden; the others are rounded to the nearest 5.</summary>
    HideOneToSevenAndRound,
}

/// <summary>What may be told about how few people, wherever a commissioner, a partner or the public can read it.</summary>
/// <remarks>
/// The first rule is the Government Statistical Service's usual threshold ("Disclosure control for tables produced from administrative
/// sources", 2014); the second NHS England's for hospital statistics (HES analysis guide: 1 to 7 suppressed, the rest rounded to the
/// nearest 5). What must stay possible for a hidden count are all of its protection levels: Fischetti and Salazar-González, "Solving the
/// cell suppression problem on tabular data with linear constraints", Management Science 47 (2001). See docs/decisions/0021.
/// </remarks>
public sealed record DisclosurePolicy
{
    private DisclosurePolicy(DisclosureRule rule, int largestHidden, int roundsTo) => (Rule, LargestHidden, RoundsTo) = (rule, largestHidden, roundsTo);

    public static DisclosurePolicy HideOneToFour { get; } = new(DisclosureRule.HideOneToFour, largestHidden: 4, roundsTo: 1);

    public static DisclosurePolicy HideOneToSevenAndRound { get; } = new(DisclosureRule.HideOneToSevenAndRound, largestHidden: 7, roundsTo: 5);

    public DisclosureRule Rule { get; }

    /// <summary>Counts of people from 1 to this are hidden.</summary>
    public int LargestHidden { get; }

    /// <summary>What is shown is rounded to the nearest multiple of this; 1 leaves it as it is. Nought stays nought.</summary>
    public int RoundsTo { get; }

    /// <summary>The smallest count of people that is shown.</summary>
    public int Fewest => LargestHidden + 1;

    /// <summary>How wide a reader's tightest interval for a hidden small count must be: from 1 to <see cref="LargestHidden"/>, all of it.</summary>
    public int Width => LargestHidden - 1;

    public static DisclosurePolicy Of(DisclosureRule rule) => rule switch
    {
        DisclosureRule.HideOneToFour => HideOneToFour,
        DisclosureRule.HideOneToSevenAndRound => HideOneToSevenAndRound,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>The same for counts that grow while one looks, and are frozen in no report: rounded to the nearest 5, so that what one month
    /// adds to the month before is never told to the last one.</summary>
    public DisclosurePolicy WhileItGrows => new(Rule, LargestHidden, roundsTo: 5);

    /// <summary>Whether so many people are too few to be told of. Nobody at all is not: where it says something, it is
    /// <see cref="Cell.TellsIfNought"/>.</summary>
    public bool Hides(int people) => people > 0 && people <= LargestHidden;

    /// <summary>A count as it is shown where it is not hidden.</summary>
    public int Rounded(int count) => RoundsTo == 1 ? count : ((count + (RoundsTo / 2)) / RoundsTo) * RoundsTo;

    /// <summary>What a reader knows of a count of people that is shown: from where to where it can lie.</summary>
    public (int Low, int High) Behind(int shown) =>
        RoundsTo == 1 || shown == 0 ? (shown, shown) : (Math.Max(Fewest, shown - (RoundsTo / 2)), shown + (RoundsTo / 2));

    /// <summary>A count of people that stands alone: no total and no part of it is published anywhere.</summary>
    public PublishedCount Count(int people) => Hides(people) ? new PublishedCount(null, IsSmall: true, Fewest) : new PublishedCount(Rounded(people));

    /// <summary>A whole and its parts, each person in exactly one of them: what did they answer, what became of them. All of the whole in one
    /// part tells something of everybody, so that this is hidden like a small count.</summary>
    public PublishedBreakdown Breakdown(IReadOnlyList<int> parts)
    {
        var whole = parts.Sum();
        if (Hides(whole))
        {
            return new PublishedBreakdown(Count(whole), [.. parts.Select(_ => PublishedCount.Hidden)]);
        }

        var table = new CellTable(this);
        var all = table.Add(new CellKey("whole", "", null, default, default), whole, ofPeople: true, cost: CellTable.CostOfHeadline);
        var alike = whole > 0 && parts.Count > 1 && parts.Any(p => p == whole);
        var cells = parts.Select((p, at) => table.Add(new CellKey("part", at.ToString(System.Globalization.CultureInfo.InvariantCulture), null, default, default), p, ofPeople: true, tellsIfNought: alike)).ToList();
        table.Sum(all, cells);
        var published = table.Publish();
        return new PublishedBreakdown(published[all], [.. cells.Select(c => published[c])]);
    }

    /// <summary>What share of a group a part of it is, in hundredths; null where it may not be told: of a group that is known, a share is a
    /// count. All or nobody of them is not told either.</summary>
    public int? Share(int part, int whole)
    {
        if (whole < Fewest || Hides(part) || Hides(whole - part) || part == 0 || part == whole)
        {
            return null;
        }

        return (int)Math.Round(100m * Rounded(part) / Rounded(whole), MidpointRounding.AwayFromZero);
    }

    /// <summary>Whether a mean, or anything else worked out from so many people's answers, may be told.</summary>
    /// <param name="people">How many answered.</param>
    /// <param name="related">Of every published group that lies within this one or around it (the same at an earlier edition, the neighbourhood
    /// within the programme), how many these were: who knows both means and both counts knows the mean of those between them.</param>
    public bool MayTellMean(int people, IEnumerable<int>? related = null) =>
        people >= Fewest && (related ?? []).All(other => !Hides(Math.Abs(people - other)));
}

/// <summary>A whole and its parts, such of them as may be told.</summary>
public sealed record PublishedBreakdown(PublishedCount Whole, IReadOnlyList<PublishedCount> Parts);
