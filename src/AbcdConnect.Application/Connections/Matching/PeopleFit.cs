namespace AbcdConnect.Application.Connections.Matching;

/// <summary>Two things said by two people that belong together.</summary>
/// <param name="Strength">0 to 1: how likely it alone is to be worth a word.</param>
internal sealed record Bond(Said Mine, Said Theirs, double Kin, double Strength);

/// <param name="Strength">0 to 1.</param>
/// <param name="Bonds">The strongest bond of each kind, the strongest first.</param>
internal sealed record Fit(double Strength, IReadOnlyList<Bond> Bonds)
{
    public static Fit None { get; } = new(0, []);
}

/// <summary>What else bears on an introduction, beside what the two said.</summary>
/// <param name="Metres">Between their neighbourhoods' middles; 0 within one; null where not known.</param>
/// <param name="SharedLanguage">One that not everybody speaks.</param>
/// <param name="IntroducedLately">How often the other was introduced to somebody in the last <see cref="PeopleFit.LatelyDays"/> days.</param>
/// <param name="Agreed">Both have said yes to being introduced.</param>
internal sealed record Circumstances(double? Metres = 0, bool SharedLanguage = false, bool Connector = false, int IntroducedLately = 0, bool Agreed = false);

/// <summary>How well two people fit: the one place where it is decided. Pure: the same answer for the same people and day.</summary>
/// <remarks>
/// Strength of a bond = <see cref="Weight"/> × kinship of the two entries × freshness of both. Of each kind of bond the strongest
/// counts, and each further entry that both share adds a little (<see cref="Further"/>). Kinds combine as independent chances that a
/// conversation between the two would be worth it: 1 − ∏(1 − strength). So more in common never ranks lower, nothing exceeds 1,
/// and many weak bonds do not drown one ask answered. docs/decisions/0011 has the reasons.
/// </remarks>
internal static class PeopleFit
{
    /// <summary>The last days in which being introduced counts as lately.</summary>
    public const int LatelyDays = 30;

    /// <summary>Nobody is offered again who was introduced this often lately: a generous neighbour is not a service.</summary>
    public const int MostLately = 3;

    /// <summary>Weaker fits are not worth a worker's minute.</summary>
    public const double Least = 0.08;

    /// <summary>How much of what is missing to certainty each further shared entry adds.</summary>
    public const double Further = 0.1;

    /// <param name="which">What of mine is held beside what of theirs; everything where null.</param>
    public static Fit Between(IReadOnlyCollection<Said> mine, IReadOnlyCollection<Said> theirs, TermKinship kin, DateOnly today, Func<Meaning, Meaning, bool>? which = null)
    {
        var best = new Dictionary<(Meaning, Meaning), Bond>();
        var shared = new Dictionary<(Meaning, Meaning), HashSet<long>>();
        foreach (var one in mine)
        {
            foreach (var other in theirs)
            {
                var weight = Weight(one.Meaning, other.Meaning);
                if (weight == 0 || which?.Invoke(one.Meaning, other.Meaning) == false)
                {
                    continue;
                }

                var near = kin.Between(one.Term, other.Term, Alike(one.Meaning, other.Meaning));
                if (near == 0)
                {
                    continue;
                }

                var key = (one.Meaning, other.Meaning);
                var strength = weight * near * (Worth(one, today) * Worth(other, today));
                if (!best.TryGetValue(key, out var known) || strength > known.Strength || (strength == known.Strength && Before(one, other, known)))
                {
                    best[key] = new Bond(one, other, near, strength);
                }

                if (near == TermKinship.Same)
                {
                    (shared.TryGetValue(key, out var ids) ? ids : shared[key] = []).Add(one.Term!.Id.Value);
                }
            }
        }

        if (best.Count == 0)
        {
            return Fit.None;
        }

        var without = 1.0;
        // A kind and its mirror are multiplied together first, so that the last digit is the same whichever of the two is asked.
        foreach (var mirrored in best.GroupBy(b => b.Key.Item1 <= b.Key.Item2 ? b.Key : (b.Key.Item2, b.Key.Item1)).OrderBy(g => g.Key))
        {
            without *= mirrored.Aggregate(1.0, (product, b) =>
                product * ((1 - b.Value.Strength) * Math.Pow(1 - Further, Math.Max(0, (shared.TryGetValue(b.Key, out var ids) ? ids.Count : 0) - 1))));
        }

        return new Fit(1 - without, [.. best.OrderByDescending(b => b.Value.Strength).ThenBy(b => b.Key).Select(b => b.Value)]);
    }

    /// <summary>Orders people. Deterministic: the caller breaks ties by distance and number.</summary>
    public static double Score(double fit, Circumstances around) =>
        fit
        * Reach.Nearness(around.Metres)
        // The same tongue makes a first word easier: homophily, as below.
        * (around.SharedLanguage ? 1.1 : 1)
        // Somebody who knows everybody opens more doors than their own: M. Granovetter, "The strength of weak ties", American Journal
        // of Sociology 78 (1973); J. McKnight and P. Block, The Abundant Community (2010), on connectors.
        * (around.Connector ? 1.1 : 1)
        // Spreads the asking: recommenders of people to people must not send everybody to the same few: L. Pizzato et al., "RECON: a
        // reciprocal recommender for online dating", RecSys 2010.
        * Math.Pow(0.7, Math.Max(0, around.IntroducedLately))
        // It can happen today.
        * (around.Agreed ? 1.15 : 1);

    /// <summary>What two things said are worth together, if they are about the same: the same both ways round.</summary>
    /// <remarks>
    /// An ask and a gift that answers it come first: giving and being given to is what makes a tie last (A. Gouldner, "The norm of
    /// reciprocity", American Sociological Review 25, 1960), and it is what asset-based work is (J. Kretzmann and J. McKnight, Building
    /// Communities from the Inside Out, 1993). A gift may also answer a hope, or what an idea would take. Then what both care about,
    /// hope for or imagine: people who are alike meet more readily (M. McPherson, L. Smith-Lovin and J. Cook, "Birds of a feather:
    /// homophily in social networks", Annual Review of Sociology 27, 2001). The same skill comes last: two who crochet may meet, but
    /// neither lacks it. The numbers are ours, and only their order matters much.
    /// </remarks>
    public static double Weight(Meaning one, Meaning other) => one <= other ? Table(one, other) : Table(other, one);

    /// <summary>1 on the day it was heard. An ask, a hope or an idea is half as good after a year; a gift or a passion after three,
    /// and is never worth less than half: people keep what they can do.</summary>
    /// <remarks>Ours: no published half-life of a gift is known to us.</remarks>
    public static double Freshness(Said said, DateOnly today)
    {
        var days = Math.Max(0, today.DayNumber - said.On.DayNumber);
        var passes = said.Meaning is Meaning.Wants or Meaning.Hopes or Meaning.Imagines;
        return passes ? Math.Max(0.25, Math.Pow(0.5, days / 365.0)) : Math.Max(0.5, Math.Pow(0.5, days / 1095.0));
    }

    /// <summary>Whether the two have something in common, rather than one having what the other wants.</summary>
    public static bool Alike(Meaning one, Meaning other) => one == other;

    private static double Table(Meaning one, Meaning other) => (one, other) switch
    {
        (Meaning.Brings, Meaning.Wants) => 0.7,
        (Meaning.Brings, Meaning.Hopes) => 0.5,
        (Meaning.Brings, Meaning.Imagines) => 0.4,
        (Meaning.Cares, Meaning.Cares) => 0.4,
        (Meaning.Hopes, Meaning.Hopes) => 0.4,
        (Meaning.Imagines, Meaning.Imagines) => 0.4,
        (Meaning.Wants, Meaning.Hopes) => 0.35,
        (Meaning.Wants, Meaning.Wants) => 0.35,
        (Meaning.Hopes, Meaning.Imagines) => 0.35,
        (Meaning.Cares, Meaning.Hopes) => 0.3,
        (Meaning.Cares, Meaning.Imagines) => 0.3,
        (Meaning.Tells, Meaning.Tells) => 0.3,
        (Meaning.Brings, Meaning.Brings) => 0.25,
        _ => 0,
    };

    private static double Worth(Said said, DateOnly today) => said.Certain * Freshness(said, today);

    private static bool Before(Said one, Said other, Bond known) =>
        (one.Term!.Id.Value, other.Term!.Id.Value, one.Words, other.Words).CompareTo((known.Mine.Term!.Id.Value, known.Theirs.Term!.Id.Value, known.Mine.Words, known.Theirs.Words)) < 0;
}
