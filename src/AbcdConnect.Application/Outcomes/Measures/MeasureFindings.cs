using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>What the measures say for a programme, a place and a stretch of time, safe to be told: by the programme's disclosure
/// policy, counts of people and everything worked out from them.</summary>
/// <param name="Place">The neighbourhood in which people began; null for all.</param>
public sealed record MeasureFindings(string? Place, DateOnly From, DateOnly To, IReadOnlyList<MeasureFinding> Measures)
{
    /// <summary>Read from the answers as they stand, for those who work with them. What reports tell is protected together with all they ever
    /// told: <see cref="MeasureCount"/>. For handlers: it sends nothing.</summary>
    /// <remarks>Whoever knows a mean of all and of all but one place knows that place's: so the places are looked at too.</remarks>
    internal static async Task<MeasureFindings> Read(IAbcdDbContext db, ProgrammeId programme, NeighbourhoodId? place, DateOnly from, DateOnly to, CancellationToken token)
    {
        var policy = (await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == programme, token)).Disclosure;
        var book = await AskedBook.Read(db, programme, to, token);
        var name = place is null ? null : await db.Neighbourhoods.Where(n => n.Id == place).Select(n => n.Name).FirstOrDefaultAsync(token);
        return new MeasureFindings(name, from, to, [.. book.Measures.SelectMany(Of)]);

        IEnumerable<MeasureFinding> Of(MeasureDefinition measure)
        {
            // The programme beside each place, each place beside the programme.
            IEnumerable<IReadOnlyList<Cohort>> around = place is null ? book.Places.Select(p => book.Cohorts(measure.Code, p, from, to)) : [book.Cohorts(measure.Code, null, from, to)];
            var others = around.SelectMany(c => c).ToList();
            return book.Cohorts(measure.Code, place, from, to).Where(c => c.Asked > 0).Select(c => MeasureFinding.Of(
                c,
                c.Wording.Wording == measure.Wording,
                policy,
                others.FindAll(o => o.Wording.Wording == c.Wording.Wording)));
        }
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
        var some = cohort.OtherWording == 1 || policy.Hides(cohort.OtherWording) ? "Some" : policy.Count(cohort.OtherWording).ToString();

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
            [.. cohort.Changes.Select((c, at) => ScoreFinding.Of(ScoreCount.Of(measure, c), policy, around.Select(a => a.Changes[at].Paired).ToList()))],
            NotesOn(measure.Wording, isNewest, cohort.OtherWording > 0 ? some : null));
    }

    /// <param name="others">How many answered other words afterwards; null for nobody.</param>
    internal static IReadOnlyList<string> NotesOn(int wording, bool isNewest, string? others)
    {
        var notes = new List<string>();
        if (!isNewest)
        {
            notes.Add($"These people answered an earlier wording ({wording}). It does not mean the same as today's, so the two are not put together.");
        }

        if (others is not null)
        {
            notes.Add($"{others} answered one wording at the beginning and another afterwards. The words do not mean the same, so they are not compared.");
        }

        return notes;
    }
}

/// <summary>One score, before and after, of the same people.</summary>
/// <param name="Paired">People with both.</param>
/// <param name="Lost">People who answered at the beginning and not afterwards.</param>
/// <param name="MeanBefore">To one decimal; null where it may not be told. Likewise the others.</param>
/// <param name="Low">The lower end of the 95 % interval of the mean change.</param>
/// <param name="IsIndicative">Fewer than 30 people: it points somewhere and proves nothing.</param>
/// <param name="IsClear">The interval, to one decimal, leaves nought out.</param>
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
    internal static ScoreFinding Of(ScoreCount score, DisclosurePolicy policy, IReadOnlyList<int> around)
    {
        var known = score.IsWithin && policy.MayTellMean(score.Paired, around.Where(a => a > 0));
        return Told(score, new ScoreTold(
            policy.Count(score.Paired),
            policy.Count(score.Lost),
            known,
            score.Within(score.LostMean) && policy.MayTellMean(score.Lost, [score.Paired + score.Lost]),
            Parts(score.Moved),
            Parts([.. score.Bands.Select(b => b.Before)]),
            Parts([.. score.Bands.Select(b => b.After)])));

        IReadOnlyList<PublishedCount> Parts(IReadOnlyList<int> parts) => parts.Count == 0 ? [] : known ? policy.Breakdown(parts).Parts : [.. parts.Select(_ => PublishedCount.Hidden)];
    }

    /// <summary>The finding, as far as it may be told: its words are made from that, and from nothing else.</summary>
    internal static ScoreFinding Told(ScoreCount score, ScoreTold told)
    {
        var known = told.Means;
        var finding = new ScoreFinding(
            score.Key,
            score.Title,
            told.Paired,
            told.Lost,
            known ? Round(score.MeanBefore) : null,
            known ? Round(score.MeanAfter) : null,
            known ? Round(score.MeanChange) : null,
            known ? Round(score.Low) : null,
            known ? Round(score.High) : null,
            told.Moved[0],
            told.Moved[1],
            told.Moved[2],
            [.. score.Bands.Select((b, i) => new BandFinding(b.Title, told.Before[i], told.After[i]))],
            told.LostMean ? Round(score.LostMean) : null,
            (told.Paired.Value ?? 0) < PairedChange.Enough,
            // As it is told: of an interval that begins at 0.0 nobody can see that it leaves nought out.
            known && (Round(score.Low) > 0 || Round(score.High) < 0),
            score.Direction,
            score.Threshold,
            []);
        var low = score.Bands.Select((b, at) => b.IsLow ? told.Before[at].Value : 0).ToList();
        bool? beganLow = !score.Bands.Any(b => b.IsLow) ? false : told.Paired.Value is { } paired && low.TrueForAll(l => l is not null) ? PairedChange.AreManyLow(low.Sum()!.Value, paired) : null;
        return finding with { Sentences = FindingWords.Of(finding, beganLow) };
    }

    internal static double? Round(double? value) => value is { } known ? Math.Round(known, 1, MidpointRounding.AwayFromZero) : null;
}

/// <summary>What of a score may be told.</summary>
/// <param name="Moved">Better, the same, worse.</param>
internal sealed record ScoreTold(
    PublishedCount Paired,
    PublishedCount Lost,
    bool Means,
    bool LostMean,
    IReadOnlyList<PublishedCount> Moved,
    IReadOnlyList<PublishedCount> Before,
    IReadOnlyList<PublishedCount> After);

public sealed record BandFinding(string Title, PublishedCount Before, PublishedCount After);
