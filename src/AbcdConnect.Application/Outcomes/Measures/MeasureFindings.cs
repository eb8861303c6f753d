using System.Globalization;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>What the measures say for a programme, a place and a stretch of time, safe to be published: counts of people pass the
/// small-number rule, and no mean is made of fewer people than the rule would show.</summary>
/// <param name="Place">The neighbourhood in which people began; null for all.</param>
public sealed record MeasureFindings(string? Place, DateOnly From, DateOnly To, IReadOnlyList<MeasureFinding> Measures)
{
    /// <summary>Read from the answers as they stand. For handlers: it sends nothing.</summary>
    internal static async Task<MeasureFindings> Read(IAbcdDbContext db, ProgrammeId programme, NeighbourhoodId? place, DateOnly from, DateOnly to, CancellationToken token)
    {
        var shelf = await MeasureShelf.Read(db, programme, token);
        var askings = await db.Askings.AsNoTracking()
            .Where(a => a.ProgrammeId == programme && a.DueOn <= to && (place == null || a.NeighbourhoodId == place))
            .OrderBy(a => a.Id)
            .Select(a => new { a.PersonId, a.Months, a.DueOn, a.AnsweredOn, a.Measures, a.Answers })
            .ToListAsync(token);
        var asked = askings.ConvertAll(a => new AskedOnce(a.PersonId, a.Months, a.DueOn, a.AnsweredOn, a.Measures.Split(' '), Asking.Read(a.Answers)));
        var name = place is null ? null : await db.Neighbourhoods.Where(n => n.Id == place).Select(n => n.Name).FirstOrDefaultAsync(token);
        return new MeasureFindings(
            name,
            from,
            to,
            [
                .. shelf.Newest
                    .Where(m => asked.Exists(a => a.Codes.Contains(m.Code)))
                    .SelectMany(m => Cohort.Of(shelf.Wordings(m.Code), asked, from, to).Where(c => c.Asked > 0).Select(c => MeasureFinding.Of(c, c.Wording.Wording == m.Wording))),
            ]);
    }
}

/// <summary>What one measure says.</summary>
/// <param name="Code">ons4.</param>
/// <param name="Asked">People of whom an answer afterwards was due or given in the time.</param>
/// <param name="Answered">Of those, who had answered at the beginning.</param>
/// <param name="Notes">What has to be known to read it: other wordings, licence.</param>
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
    internal static MeasureFinding Of(Cohort cohort, bool isNewest)
    {
        var measure = cohort.Wording;
        var notes = new List<string>();
        if (!isNewest)
        {
            notes.Add($"These people answered an earlier wording ({measure.Wording}). It does not mean the same as today's, so the two are not put together.");
        }

        if (cohort.OtherWording > 0)
        {
            notes.Add($"{Number(Safely.Count(cohort.OtherWording))} people answered one wording at the beginning and another afterwards. The words do not mean the same, so they are not compared.");
        }

        // Those asked split into those who answered and those who did not: both are counts of people.
        var parts = SmallNumbers.Hide([cohort.Answered, cohort.Asked - cohort.Answered]);
        var asked = Safely.Count(cohort.Asked);
        return new MeasureFinding(measure.Code, measure.Wording, measure.Title, measure.Source, measure.Licence, asked, asked.Value is null ? asked : parts[0], [.. cohort.Changes.Select(ScoreFinding.Of)], notes);
    }

    internal static string Number(PublishedCount count) => count.Value is { } value ? value.ToString("N0", CultureInfo.GetCultureInfo("en-GB")) : count.IsSmall ? "fewer than five" : "some";
}

/// <summary>One score, before and after, of the same people.</summary>
/// <param name="Paired">People with both.</param>
/// <param name="Lost">People who answered at the beginning and not afterwards.</param>
/// <param name="MeanBefore">To one decimal; null where too few people stand behind it. Likewise the others.</param>
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
    internal static ScoreFinding Of(PairedChange change)
    {
        var score = change.Score;
        var known = change.Paired >= SmallNumbers.Threshold;
        var moved = known ? SmallNumbers.Hide([change.Better, change.Same, change.Worse]) : [Hidden, Hidden, Hidden];
        var before = known ? SmallNumbers.Hide(change.BandsBefore) : [.. change.BandsBefore.Select(_ => Hidden)];
        var after = known ? SmallNumbers.Hide(change.BandsAfter) : [.. change.BandsAfter.Select(_ => Hidden)];
        var finding = new ScoreFinding(
            score.Key,
            score.Title,
            Safely.Count(change.Paired),
            Safely.Count(change.Lost),
            known ? Round(change.MeanBefore) : null,
            known ? Round(change.MeanAfter) : null,
            known ? Round(change.MeanChange) : null,
            known ? Round(change.Low) : null,
            known ? Round(change.High) : null,
            moved[0],
            moved[1],
            moved[2],
            [.. score.Bands.Select((b, i) => new BandFinding(b.Title, before[i], after[i]))],
            change.Lost >= SmallNumbers.Threshold ? Round(change.LostMeanBefore) : null,
            change.IsIndicative,
            known && change.IsClear,
            score.Better,
            $"{score.Threshold:0.##} or more: {score.ThresholdSource}",
            []);
        return finding with { Sentences = FindingWords.Of(finding, change) };
    }

    private static PublishedCount Hidden { get; } = new(null);

    private static double? Round(double? value) => value is { } known ? Math.Round(known, 1, MidpointRounding.AwayFromZero) : null;
}

/// <summary>A single count of people, as it may be shown.</summary>
internal static class Safely
{
    public static bool IsSmall(int people) => people is > 0 and < SmallNumbers.Threshold;

    public static PublishedCount Count(int people) => IsSmall(people) ? new PublishedCount(null, true) : new PublishedCount(people);
}

public sealed record BandFinding(string Title, PublishedCount Before, PublishedCount After);
