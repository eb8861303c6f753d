using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>What measures count, put in with all other counts of a report; and which means may be told beside all that ever were.</summary>
/// <remarks>
/// Counts are protected like any others: asked are those who answered and those who did not; of who answered some answered again, and some of
/// these are better. A mean and a count give a sum, and sums the sum of those between them: so a mean is told only where it is the same as
/// one told before of days that overlap, or of so many people more or fewer that those between are not few, and where no stretches that were told,
/// one after another within a longer one (the quarters of a year), leave few of it.
/// </remarks>
internal sealed class MeasureCells
{
    private const string Asked = "asked";
    private const string MeanOf = "mean of ";
    private const string LostMeanOf = "mean of lost ";
    private const int Tenths = 10;

    private static readonly string Answered = CellKey.Listed(Asked, "answers", "given");
    private static readonly string NotAnswered = CellKey.Listed(Asked, "answers", "missing");
    private static readonly string[] Ways = ["better", "same", "worse"];

    private readonly MeasuresCount counts;
    private readonly YearMonth last;
    private readonly DisclosurePolicy policy;
    private readonly ILookup<(string What, string Mean), ToldMean> told;

    public MeasureCells(MeasuresCount counts, DisclosurePolicy policy, IReadOnlyList<Publication> published)
    {
        (this.counts, last, this.policy) = (counts, counts.Until, policy);
        told = published.SelectMany(ToldIn).ToLookup(t => (t.What, t.Mean), t => t.Told);
    }

    public void PutIn(ReportCells cells)
    {
        foreach (var measure in counts.Measures)
        {
            PutIn(cells, measure, measure.Whole);
            foreach (var score in measure.Scores)
            {
                if (TellsMean(measure, score))
                {
                    PutIn(cells, measure, Paired(score.Key), "moved", score.Moved, Ways);
                    PutIn(cells, measure, Paired(score.Key), "before", [.. score.Bands.Select(b => b.Before)], Numbers(score));
                    PutIn(cells, measure, Paired(score.Key), "after", [.. score.Bands.Select(b => b.After)], Numbers(score));
                    Keep(cells, measure, MeanOf + score.Key, MeanOfPaired(score));
                }

                if (TellsLostMean(measure, score))
                {
                    Keep(cells, measure, LostMeanOf + score.Key, MeanOfLost(score));
                }
            }
        }
    }

    /// <summary>What may be told; null where nobody was asked.</summary>
    public MeasureFindings? Told(ReportCells cells) => counts.Measures.Count == 0 ? null : new MeasureFindings(
        null,
        counts.Since.First,
        last.Last,
        [
            .. counts.Measures.Select(m => new MeasureFinding(
                m.Code,
                m.Wording,
                m.Title,
                m.Source,
                m.Licence,
                cells.Shown(Key(m, Asked)),
                cells.Shown(Key(m, Answered)),
                [.. m.Scores.Select(s => ScoreFinding.Told(s, TellOf(m, s, cells)))],
                MeasureFinding.NotesOn(m.Wording, m.IsNewest, m.HasOtherWording ? "Some" : null))),
        ]);

    private ScoreTold TellOf(MeasureCount measure, ScoreCount score, ReportCells cells)
    {
        var (paired, lost) = (cells.Shown(Key(measure, Paired(score.Key))), cells.Shown(Key(measure, Lost(score.Key))));
        var known = paired.Value is not null && TellsMean(measure, score);
        return new ScoreTold(
            paired,
            lost,
            known,
            lost.Value is not null && TellsLostMean(measure, score),
            Parts("moved", Ways),
            Parts("before", Numbers(score)),
            Parts("after", Numbers(score)));

        IReadOnlyList<PublishedCount> Parts(string listing, IReadOnlyList<string> members) =>
            [.. members.Select(m => known ? cells.Shown(Key(measure, CellKey.Listed(Paired(score.Key), listing, m))) : PublishedCount.Hidden)];
    }

    private void PutIn(ReportCells cells, MeasureCount measure, CohortCount cohort)
    {
        Add(Asked, cohort.Asked, once: true, isTold: true, ReportCells.OfAPart);
        Add(Answered, cohort.Answered, once: true, isTold: true, ReportCells.OfAPart);
        Add(NotAnswered, cohort.Asked - cohort.Answered, once: false, isTold: false);
        foreach (var (score, at) in measure.Scores.Select((s, at) => (s.Key, at)))
        {
            Add(Paired(score), cohort.Paired[at], once: true, isTold: true, ReportCells.OfAPart);
            Add(Lost(score), cohort.Lost[at], once: false, isTold: true);
            Add(CellKey.Listed(Answered, score, "neither"), cohort.Answered - cohort.Paired[at] - cohort.Lost[at], once: false, isTold: false);
        }

        void Add(string part, int value, bool once, bool isTold, int cost = ReportCells.OneOfMany) =>
            cells.Add(new Cell(Key(measure, part), value, OfPeople: true, CountedOnce: once, Cost: cost, StandsAlone: !once, IsTold: isTold));
    }

    private void PutIn(ReportCells cells, MeasureCount measure, string whole, string listing, IReadOnlyList<int> parts, IReadOnlyList<string> members)
    {
        // All of them in one part says something of everybody.
        var alike = parts.Count > 1 && parts.Sum() > 0 && parts.Contains(parts.Sum());
        for (var at = 0; at < parts.Count; at++)
        {
            cells.Add(new Cell(Key(measure, CellKey.Listed(whole, listing, members[at])), parts[at], OfPeople: true, TellsIfNought: alike, StandsAlone: true));
        }
    }

    private bool TellsMean(MeasureCount measure, ScoreCount score) =>
        score.IsWithin && policy.MayTellMean(score.Paired) && IsApart(MeanOfPaired(score), told[(What(measure), MeanOf + score.Key)].ToList());

    private bool TellsLostMean(MeasureCount measure, ScoreCount score) =>
        score.Within(score.LostMean) && policy.MayTellMean(score.Lost, [score.Paired + score.Lost]) && IsApart(MeanOfLost(score), told[(What(measure), LostMeanOf + score.Key)].ToList());

    // Far enough from every other that was told; and what is left of a longer stretch, when told ones within it are taken away, is not few.
    private bool IsApart(ToldMean mean, List<ToldMean> before)
    {
        // Of people of other days nothing is left when these are taken away.
        if (before.Exists(b => b.From <= mean.To && mean.From <= b.To && (b.People, b.Before, b.After) != (mean.People, mean.Before, mean.After) && Math.Abs(b.People - mean.People) <= policy.LargestHidden))
        {
            return false;
        }

        // Each month tells the same quarter again. Within a year there are four, so that all ways of taking them away are few.
        List<ToldMean> all = [.. before.Append(mean).Distinct()];
        return !all.Exists(whole => LeavesFew(whole, whole.From, whole.People, whole == mean, any: false));

        // What was told between others before is out: only what this mean adds is its own.
        bool LeavesFew(ToldMean whole, YearMonth from, int left, bool holdsNew, bool any) =>
            (any && holdsNew && policy.Hides(Math.Abs(left)))
            || all.Exists(part => part != whole && part.From >= from && part.To <= whole.To && LeavesFew(whole, part.To.Next, left - part.People, holdsNew || part == mean, any: true));
    }

    private ToldMean MeanOfPaired(ScoreCount score) => new(counts.Since, last, score.Paired, InTenths(score.MeanBefore), InTenths(score.MeanAfter));

    private ToldMean MeanOfLost(ScoreCount score) => new(counts.Since, last, score.Lost, InTenths(score.LostMean), 0);

    // Kept beside the counts as no count of people: it says to later reports which means were told.
    private void Keep(ReportCells cells, MeasureCount measure, string mean, ToldMean told)
    {
        Add("people", told.People);
        Add("before", told.Before);
        Add("after", told.After);

        void Add(string what, int value) => cells.Add(new Cell(Key(measure, $"{mean}/{what}"), value, OfPeople: false, StandsAlone: true));
    }

    private static IEnumerable<(string What, string Mean, ToldMean Told)> ToldIn(Publication publication)
    {
        var cells = publication.Cells.Where(c => c.Cell.Key.Part.StartsWith(MeanOf, StringComparison.Ordinal)).ToDictionary(c => c.Cell.Key, c => c.Cell.Value);
        var hidden = publication.Cells.Where(c => c.IsHidden).Select(c => c.Cell.Key).ToHashSet();
        foreach (var (key, people) in cells.Where(c => c.Key.Part.EndsWith("/people", StringComparison.Ordinal)))
        {
            var mean = key.Part[..^"/people".Length];
            if (hidden.Contains(key with { Part = mean.StartsWith(LostMeanOf, StringComparison.Ordinal) ? Lost(mean[LostMeanOf.Length..]) : Paired(mean[MeanOf.Length..]) }))
            {
                // Of how many was hidden, and so was the mean.
                continue;
            }

            yield return (key.What, mean, new ToldMean(key.From, key.To, people, cells[key with { Part = $"{mean}/before" }], cells[key with { Part = $"{mean}/after" }]));
        }
    }

    private static int InTenths(double? mean) => (int)Math.Round((ScoreFinding.Round(mean) ?? 0) * Tenths, MidpointRounding.AwayFromZero);

    private static string What(MeasureCount measure) => $"measure-{measure.Code}-{measure.Family}";

    private static string Paired(string score) => CellKey.Listed(Answered, score, "again");

    private static string Lost(string score) => CellKey.Listed(Answered, score, "not-again");

    private static IReadOnlyList<string> Numbers(ScoreCount score) => [.. score.Bands.Select((_, at) => at.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private CellKey Key(MeasureCount measure, string part) => new(What(measure), part, null, counts.Since, last);

    /// <summary>A mean that was told.</summary>
    /// <param name="Before">In tenths.</param>
    private readonly record struct ToldMean(YearMonth From, YearMonth To, int People, int Before, int After);
}
