using System.Text.Json;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;

namespace AbcdConnect.Domain.Outcomes.Measures;

/// <summary>One wording of a programme's own questions. Never changed: other words are another of these.</summary>
public sealed class OwnMeasure
{
    /// <summary>What the codes of own measures begin with, so that none is ever one of ours.</summary>
    public const string Prefix = "own-";

    private OwnMeasure()
    {
    }

    public OwnMeasureId Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public string Code { get; private set; } = "";

    public int Wording { get; private set; }

    /// <summary>As JSON: <see cref="MeasureDefinition"/>.</summary>
    public string Definition { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }

    public UserId? WrittenBy { get; private set; }

    /// <summary>A first wording, or the next after <paramref name="before"/>.</summary>
    /// <param name="meansTheSame">Answers to the wording before may stand beside answers to this one.</param>
    public static OwnMeasure Write(ProgrammeId programme, string title, IReadOnlyList<OwnQuestion> questions, MeasureDefinition? before, bool meansTheSame, int number, UserId? by, DateTimeOffset at)
    {
        if (questions.Count is 0 or > 10)
        {
            throw new DomainRuleException("Write down between one and ten questions.");
        }

        var code = before?.Code ?? $"{Prefix}{number}";
        var wording = (before?.Wording ?? 0) + 1;
        var asked = questions.Select((q, i) => q.ToQuestion($"q{i + 1}")).ToList();
        var name = Words.Required(title, "What these questions are about");
        var definition = new MeasureDefinition(
            code,
            wording,
            name,
            name,
            "The programme's own words",
            "The programme. Not a validated scale: each question stands for itself",
            asked,
            [.. asked.Select((q, i) => new MeasureScore(q.Key, q.Words, [q.Key], questions[i].Better, 1, "one step of the scale", BandsOf(q, questions[i].Better)))],
            OnByDefault: true,
            ComparableWith: before is not null && meansTheSame ? [before.Wording] : []);
        return new OwnMeasure { ProgrammeId = programme, Code = code, Wording = wording, Definition = JsonSerializer.Serialize(definition), WrittenAt = at, WrittenBy = by };
    }

    public MeasureDefinition Read() => JsonSerializer.Deserialize<MeasureDefinition>(Definition)!;

    // Thirds of the scale.
    private static IReadOnlyList<ScoreBand> BandsOf(MeasureQuestion question, ScoreDirection better)
    {
        var third = (question.To - question.From + 1) / 3;
        if (third == 0)
        {
            return [];
        }

        var (one, two) = (question.From + third - 1, question.To - third + 1);
        return
        [
            new ScoreBand($"{question.From} to {one}", question.From, one, better == ScoreDirection.Higher),
            .. two > one + 1 ? [new ScoreBand($"{one + 1} to {two - 1}", one + 1, two - 1)] : Array.Empty<ScoreBand>(),
            new ScoreBand($"{two} to {question.To}", two, question.To, better == ScoreDirection.Lower),
        ];
    }
}

/// <summary>A question as the editor has it: on a scale, whose ends may have words.</summary>
public sealed record OwnQuestion(string Words, int From, int To, string? FromWords, string? ToWords, ScoreDirection Better)
{
    public MeasureQuestion ToQuestion(string key) => To <= From || From < 0 || To > 100
        ? throw new DomainRuleException("A scale goes from a lower to a higher number, between 0 and 100.")
        : new MeasureQuestion(key, Common.Words.Required(Words, "The question"), From, To, null, Common.Words.Tidy(FromWords), Common.Words.Tidy(ToWords));
}

/// <summary>What a programme decided about one measure: whether it is asked.</summary>
public sealed class MeasureUse
{
    public MeasureUseId Id { get; private set; }

    public required ProgrammeId ProgrammeId { get; init; }

    public required string Code { get; init; }

    public required bool IsAsked { get; set; }
}
