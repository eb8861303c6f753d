using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>What the measures say for a programme, a place and a stretch of time, safe to be published: by the programme's disclosure
/// policy, counts of people and everything worked out from them.</summary>
/// <param name="Place">The neighbourhood in which people began; null for all.</param>
public sealed record MeasureFindings(string? Place, DateOnly From, DateOnly To, IReadOnlyList<MeasureFinding> Measures)
{
    /// <summary>Read from the answers as they stand. For handlers: it sends nothing.</summary>
    /// <remarks>Whoever knows a mean of all and of all but one place knows that place's: so the places are looked at too.</remarks>
    internal static async Task<MeasureFindings> Read(IAbcdDbContext db, ProgrammeId programme, NeighbourhoodId? place, DateOnly from, DateOnly to, CancellationToken token)
    {
        var shelf = await MeasureShelf.Read(db, programme, token);
        var policy = (await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == programme, token)).Disclosure;
        var askings = (await db.Askings.AsNoTracking()
            .Where(a => a.ProgrammeId == programme && a.DueOn <= to)
            .OrderBy(a => a.Id)
            .Select(a => new { a.PersonId, a.NeighbourhoodId, a.Months, a.DueOn, a.AnsweredOn, a.Measures, a.Answers })
            .ToListAsync(token))
            .ConvertAll(a => (a.NeighbourhoodId, Asked: new AskedOnce(a.PersonId, a.Months, a.DueOn, a.AnsweredOn, a.Measures.Split(' '), Asking.Read(a.Answers))));
        var name = place is null ? null : await db.Neighbourhoods.Where(n => n.Id == place).Select(n => n.Name).FirstOrDefaultAsync(token);
        var places = askings.Select(a => a.NeighbourhoodId).Distinct().ToList();
        return new MeasureFindings(
            name,
            from,
            to,
            [.. shelf.Newest.Where(m => askings.Exists(a => a.Asked.Codes.Contains(m.Code))).SelectMany(Of)]);

        IEnumerable<MeasureFinding> Of(MeasureDefinition measure)
        {
            var wordings = shelf.Wordings(measure.Code);
            // The programme beside each place, each place beside the programme.
            IEnumerable<IReadOnlyList<Cohort>> around = place is null ? places.Select(p => Within(p, wordings)) : [Within(null, wordings)];
            var others = around.SelectMany(c => c).ToList();
            return Within(place, wordings).Where(c => c.Asked > 0).Select(c => MeasureFinding.Of(
                c,
                c.Wording.Wording == measure.Wording,
                policy,
                others.FindAll(o => o.Wording.Wording == c.Wording.Wording)));
        }

        IReadOnlyList<Cohort> Within(NeighbourhoodId? where, IReadOnlyList<MeasureDefinition> wordings) =>
            Cohort.Of(wordings, askings.Where(a => where is null || a.NeighbourhoodId == where).Select(a => a.Asked), from, to);
    }
}

/// <summary>What one measure says.</summary>
/// <param name="Code">ons4.</param>
/// <param name="Asked">People of whom an answer afterwards was due or given in the time. Hidden where so few did not answer that they could be worked out.</param>
/// <param name="Answered">Of those, who had answered at the beginning.</param>
/// <param name="Notes">What has to be known to read it: other wordings.</param>
public sealed record MeasureFinding(
    string Code,
    int Wording,
    string Title,
    string Source,
    string Licence,
    PublishedCount Asked,
    PublishedCount Answered,
    IReadOnlyList<ScoreFinding> Scores,
    IReadOnlyList<string> Notes)
{
    internal static MeasureFinding Of(Cohort cohort, bool isNewest, DisclosurePolicy policy, IReadOnlyList<Cohort> around)
    {
        var measure = cohort.Wording;
        var notes = new List<string>();
        if (!isNewest)
        {
            notes.Add($"These people answered an earlier wording ({measure.Wording}). It does not mean the same as today's, so the two are not put together.");
        }

        if (cohort.OtherWording > 0)
        {
            notes.Add($"{(cohort.OtherWording == 1 || policy.Hides(cohort.OtherWording) ? "Some" : policy.Count(cohort.OtherWording))} answered one wording at the beginning and another afterwards. The words do not mean the same, so they are not compared.");
        }

        // What is left over between two counts that are shown is a count of people too.
        var answers = !policy.Hides(cohort.Answered) && cohort.Changes.All(c => !policy.Hides(cohort.Answered - c.Paired));
        var asked = !policy.Hides(cohort.Asked) && !(answers && policy.Hides(cohort.Asked - cohort.Answered)) && cohort.Changes.All(c => !policy.Hides(cohort.Asked - c.Paired));
        return new MeasureFinding(
            measure.Code,
            measure.Wording,
            measure.Title,
            measure.Source,
            measure.Licence,
            asked ? policy.Count(cohort.Asked) : PublishedCount.Hidden,
            answers ? policy.Count(cohort.Answered) : PublishedCount.Hidden,
            [.. cohort.Changes.Select((c, at) => ScoreFinding.Of(measure, c, policy, around.Select(a => a.Changes[at].Paired).ToList()))],
            notes);
    }
}

/// <summary>One score, before and after, of the same people.</summary>
/// <param name="Paired">People with both.</param>
/// <param name="Lost">People who answered at the beginning and not afterwards.</param>
/// <param name="MeanBefore">To one decimal; null where it may not be told. Likewise the others.</param>
/// <param name="Low">The lower end of the 95 % interval of the mean change.</param>
/// <param name="IsIndicative">Fewer than 30 people: it points somewhere and proves nothing.</param>
/// <param name="IsClear">The interval leaves nought out.</param>
/// <param name="Sentences">What can be said of it, and no more.</param>
public sealed record ScoreFinding(
    string Key,
    string Title,
    PublishedCount Paired,
    PublishedCount Lost,
    double? MeanBefore,
    double? MeanAfter,
    double? MeanChange,
    double? Low,
    double? High,
    PublishedCount Better,
    PublishedCount Same,
    PublishedCount Worse,
    IReadOnlyList<BandFinding> Bands,
    double? LostMeanBefore,
    bool IsIndicative,
    bool IsClear,
    ScoreDirection Direction,
    string Threshold,
    IReadOnlyList<string> Sentences)
{
    internal static ScoreFinding Of(MeasureDefinition measure, PairedChange change, DisclosurePolicy policy, IReadOnlyList<int> around)
    {
        var score = change.Score;
        var (lowest, highest) = Ends(measure, score);
        var known = May(change.MeanBefore, change.Paired, around) && May(change.MeanAfter, change.Paired, around);
        var moved = Parts([change.Better, change.Same, change.Worse]);
        var before = Parts(change.BandsBefore);
        var after = Parts(change.BandsAfter);
        var finding = new ScoreFinding(
            score.Key,
            score.Title,
            policy.Count(change.Paired),
            policy.Count(change.Lost),
            known ? Round(change.MeanBefore) : null,
            known ? Round(change.MeanAfter) : null,
            known ? Round(change.MeanChange) : null,
            known ? Round(change.Low) : null,
            known ? Round(change.High) : null,
            moved[0],
            moved[1],
            moved[2],
            [.. score.Bands.Select((b, i) => new BandFinding(b.Title, before[i], after[i]))],
            May(change.LostMeanBefore, change.Lost, [change.Paired + change.Lost]) ? Round(change.LostMeanBefore) : null,
            change.IsIndicative,
            known && change.IsClear,
            score.Better,
            $"{score.Threshold:0.##} or more: {score.ThresholdSource}",
            []);
        return finding with { Sentences = FindingWords.Of(finding, change, policy) };

        bool May(double? mean, int people, IEnumerable<int> related) =>
            mean is { } value && policy.Mean((decimal)value, people, lowest, highest, related.Where(r => r > 0)) is not null;
        IReadOnlyList<PublishedCount> Parts(int[] parts) => parts.Length == 0 ? [] : known ? policy.Breakdown(parts).Parts : [.. parts.Select(_ => PublishedCount.Hidden)];
    }

    private static (decimal Lowest, decimal Highest) Ends(MeasureDefinition measure, MeasureScore score)
    {
        var questions = score.Questions.Select(q => measure.Question(q)!).ToList();
        return (score.Of(questions.ToDictionary(q => q.Key, q => q.From, StringComparer.Ordinal))!.Value, score.Of(questions.ToDictionary(q => q.Key, q => q.To, StringComparer.Ordinal))!.Value);
    }

    private static double? Round(double? value) => value is { } known ? Math.Round(known, 1, MidpointRounding.AwayFromZero) : null;
}

public sealed record BandFinding(string Title, PublishedCount Before, PublishedCount After);
