using AbcdConnect.Domain.Common;

namespace AbcdConnect.Domain.Outcomes.Measures;

/// <summary>Which way a score is hoped to move.</summary>
public enum ScoreDirection
{
    Higher,
    Lower,

    /// <summary>More is not better and fewer is not worse, such as visits to a doctor.</summary>
    Neither,
}

/// <summary>One wording of a question set: what is asked, how it is answered and scored, and who says so. Never changed once answered:
/// another wording is another one of these.</summary>
/// <param name="Code">Short and lasting: ons4.</param>
/// <param name="Wording">1 for the first; each change of words adds one.</param>
/// <param name="ComparableWith">Earlier wordings, answers to which mean the same.</param>
/// <param name="ByTotalOnly">The words are somebody else's: only the total is kept.</param>
public sealed record MeasureDefinition(
    string Code,
    int Wording,
    string Title,
    string Label,
    string Licence,
    string Source,
    IReadOnlyList<MeasureQuestion> Questions,
    IReadOnlyList<MeasureScore> Scores,
    string? Introduction = null,
    bool ByTotalOnly = false,
    bool OnByDefault = false,
    IReadOnlyList<int>? ComparableWith = null)
{
    public MeasureQuestion? Question(string key) => Questions.FirstOrDefault(q => q.Key == key);

    /// <summary>Looks at answers before they are kept. Fewer than all are fine: what is missing stays missing.</summary>
    /// <exception cref="DomainRuleException">An answer to no question of this wording, or outside its scale.</exception>
    public void Check(IReadOnlyDictionary<string, int> answers)
    {
        foreach (var (key, value) in answers)
        {
            var question = Question(key) ?? throw new DomainRuleException($"“{Label}” has no such question in this wording. Open the page again.");
            if (!question.Takes(value))
            {
                throw new DomainRuleException($"“{question.Words}” takes {question.Scale}, not {value}.");
            }
        }
    }

    /// <summary>Whether answers to two wordings of one measure may stand beside each other: the same one, or joined by a chain of
    /// wordings that say they mean the same.</summary>
    public static bool AreComparable(IEnumerable<MeasureDefinition> wordings, int one, int other)
    {
        ArgumentNullException.ThrowIfNull(wordings);
        var ties = wordings.SelectMany(w => (w.ComparableWith ?? []).Select(c => (w.Wording, With: c))).ToList();
        HashSet<int> reached = [one];
        while (ties.Find(t => reached.Contains(t.Wording) != reached.Contains(t.With)) is { Wording: > 0 } tie)
        {
            reached.Add(tie.Wording);
            reached.Add(tie.With);
        }

        return reached.Contains(other);
    }
}

/// <param name="Words">As it is asked, word for word.</param>
/// <param name="Answers">The answers to choose from; without them a number from <paramref name="From"/> to <paramref name="To"/>.</param>
/// <param name="FromWords">What the lowest number stands for.</param>
/// <param name="ToWords">What the highest stands for.</param>
public sealed record MeasureQuestion(string Key, string Words, int From, int To, IReadOnlyList<MeasureAnswer>? Answers = null, string? FromWords = null, string? ToWords = null)
{
    /// <summary>As words: "a number from 0 to 10".</summary>
    public string Scale => Answers is { Count: > 0 } ? $"one of its {Answers.Count} answers" : $"a number from {From} to {To}";

    public bool Takes(int value) => Answers is { Count: > 0 } ? Answers.Any(a => a.Value == value) : value >= From && value <= To;
}

public sealed record MeasureAnswer(int Value, string Words);

/// <summary>A number made from answers.</summary>
/// <param name="Title">In a sentence: life satisfaction.</param>
/// <param name="Questions">Whose answers are added up.</param>
/// <param name="Threshold">From what change on somebody counts as better or worse.</param>
/// <param name="ThresholdSource">Why that one.</param>
/// <param name="Conversion">What each sum stands for, from <paramref name="ConversionFrom"/> on.</param>
public sealed record MeasureScore(
    string Key,
    string Title,
    IReadOnlyList<string> Questions,
    ScoreDirection Better,
    decimal Threshold,
    string ThresholdSource,
    IReadOnlyList<ScoreBand> Bands,
    IReadOnlyList<decimal>? Conversion = null,
    int ConversionFrom = 0)
{
    /// <summary>The score, or nothing where an answer is missing: a missing answer is never nought.</summary>
    public decimal? Of(IReadOnlyDictionary<string, int> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var sum = 0;
        foreach (var question in Questions)
        {
            if (!answers.TryGetValue(question, out var answer))
            {
                return null;
            }

            sum += answer;
        }

        return Conversion is { Count: > 0 } ? Conversion[sum - ConversionFrom] : sum;
    }

    /// <summary>The band's place in <see cref="Bands"/>; -1 where it is in none.</summary>
    public int BandOf(decimal score)
    {
        for (var at = 0; at < Bands.Count; at++)
        {
            if (score >= Bands[at].From && score <= Bands[at].To)
            {
                return at;
            }
        }

        return -1;
    }
}

/// <param name="From">The lowest score in it.</param>
/// <param name="To">The highest.</param>
/// <param name="IsLow">Somebody here stands low, and is likely to stand higher the next time whatever happens.</param>
public sealed record ScoreBand(string Title, decimal From, decimal To, bool IsLow = false);
