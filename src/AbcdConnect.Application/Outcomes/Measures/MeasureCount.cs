using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>What one measure counts in a stretch of time, before any of it is hidden: for reports, which keep it and protect it together with
/// everything else they tell.</summary>
/// <param name="Family">The first of the wordings that mean the same: by it the measure is known again when its words change.</param>
/// <param name="HasOtherWording">Some answered one wording at the beginning and another, which does not mean the same, afterwards.</param>
internal sealed record MeasureCount(
    string Code,
    int Family,
    int Wording,
    string Title,
    string Source,
    string Licence,
    bool IsNewest,
    bool HasOtherWording,
    CohortCount Whole,
    IReadOnlyList<ScoreCount> Scores);

/// <param name="Paired">People with both answers, by score.</param>
/// <param name="Lost">People with the first only, by score.</param>
internal sealed record CohortCount(int Asked, int Answered, IReadOnlyList<int> Paired, IReadOnlyList<int> Lost)
{
    public static CohortCount Of(Cohort cohort) => new(cohort.Asked, cohort.Answered, [.. cohort.Changes.Select(c => c.Paired)], [.. cohort.Changes.Select(c => c.Lost)]);
}

/// <param name="Lowest">The lowest the score can be: a mean there tells everybody's answer.</param>
/// <param name="Low">The lower end of the 95 % interval of the mean change.</param>
internal sealed record ScoreCount(
    string Key,
    string Title,
    ScoreDirection Direction,
    string Threshold,
    decimal Lowest,
    decimal Highest,
    int Paired,
    int Lost,
    double? MeanBefore,
    double? MeanAfter,
    double? MeanChange,
    double? Low,
    double? High,
    double? LostMean,
    IReadOnlyList<int> Moved,
    IReadOnlyList<BandCount> Bands)
{
    public static ScoreCount Of(MeasureDefinition measure, PairedChange change)
    {
        var score = change.Score;
        var questions = score.Questions.Select(q => measure.Question(q)!).ToList();
        decimal End(Func<MeasureQuestion, int> end) => score.Of(questions.ToDictionary(q => q.Key, end, StringComparer.Ordinal))!.Value;
        return new ScoreCount(
            score.Key,
            score.Title,
            score.Better,
            $"{score.Threshold:0.##} or more: {score.ThresholdSource}",
            End(q => q.From),
            End(q => q.To),
            change.Paired,
            change.Lost,
            change.MeanBefore,
            change.MeanAfter,
            change.MeanChange,
            change.Low,
            change.High,
            change.LostMeanBefore,
            [change.Better, change.Same, change.Worse],
            [.. score.Bands.Select((b, at) => new BandCount(b.Title, b.IsLow, change.BandsBefore[at], change.BandsAfter[at]))]);
    }

    /// <summary>Neither mean is at an end of the scale.</summary>
    public bool IsWithin => Within(MeanBefore) && Within(MeanAfter);

    public bool Within(double? mean) => mean is { } value && (decimal)value > Lowest && (decimal)value < Highest;
}

internal sealed record BandCount(string Title, bool IsLow, int Before, int After);

/// <summary>All answers of a programme, with their wordings.</summary>
internal sealed class AskedBook
{
    private readonly List<(NeighbourhoodId? Place, AskedOnce Asked)> askings;

    private AskedBook(MeasureShelf shelf, List<(NeighbourhoodId?, AskedOnce)> askings) => (Shelf, this.askings) = (shelf, askings);

    public MeasureShelf Shelf { get; }

    public IReadOnlyList<NeighbourhoodId?> Places => [.. askings.Select(a => a.Place).Distinct()];

    /// <summary>The measures that anybody was asked.</summary>
    public IEnumerable<MeasureDefinition> Measures => Shelf.Newest.Where(m => askings.Exists(a => a.Asked.Codes.Contains(m.Code)));

    public static async Task<AskedBook> Read(IAbcdDbContext db, ProgrammeId programme, DateOnly to, CancellationToken token)
    {
        var read = await db.Askings.AsNoTracking()
            .Where(a => a.ProgrammeId == programme && a.DueOn <= to)
            .OrderBy(a => a.Id)
            .Select(a => new { a.PersonId, a.NeighbourhoodId, a.Months, a.DueOn, a.AnsweredOn, a.Measures, a.Answers })
            .ToListAsync(token);
        return new AskedBook(
            await MeasureShelf.Read(db, programme, token),
            read.ConvertAll(a => (a.NeighbourhoodId, new AskedOnce(a.PersonId, a.Months, a.DueOn, a.AnsweredOn, a.Measures.Split(' '), Asking.Read(a.Answers)))));
    }

    /// <summary>Who was asked, of those who began there; null for everywhere.</summary>
    public IReadOnlyList<Cohort> Cohorts(string code, NeighbourhoodId? place, DateOnly from, DateOnly to) =>
        Cohort.Of(Shelf.Wordings(code), askings.Where(a => place is null || a.Place == place).Select(a => a.Asked), from, to);

    /// <summary>What is counted between two days.</summary>
    public IReadOnlyList<MeasureCount> Counts(DateOnly from, DateOnly to)
    {
        return [.. Measures.SelectMany(Of)];

        IEnumerable<MeasureCount> Of(MeasureDefinition newest)
        {
            var wordings = Shelf.Wordings(newest.Code);
            foreach (var cohort in Cohorts(newest.Code, null, from, to).Where(c => c.Asked > 0))
            {
                var wording = cohort.Wording;
                yield return new MeasureCount(
                    wording.Code,
                    wordings.Where(w => MeasureDefinition.AreComparable(wordings, wording.Wording, w.Wording)).Min(w => w.Wording),
                    wording.Wording,
                    wording.Title,
                    wording.Source,
                    wording.Licence,
                    wording.Wording == newest.Wording,
                    cohort.OtherWording > 0,
                    CohortCount.Of(cohort),
                    [.. cohort.Changes.Select(c => ScoreCount.Of(wording, c))]);
            }
        }
    }
}
