using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Web.Features.Shared;

namespace AbcdConnect.Web.Features.Outcomes.Measures;

/// <summary>A programme's own questions. A question left empty is none.</summary>
public sealed class OwnMeasureForm
{
    /// <summary>So many lines stand ready; more come with the next wording.</summary>
    internal const int Lines = 5;

    [Display(Name = "What are these questions about?")]
    public string? Title { get; set; }

    public List<OwnQuestionForm> Questions { get; set; } = [.. Enumerable.Range(0, Lines).Select(_ => new OwnQuestionForm())];

    [Display(Name = "The new words mean the same as the old")]
    public bool MeansTheSame { get; set; }

    /// <summary>The wording that was open while typing.</summary>
    public int From { get; set; }

    internal static OwnMeasureForm Of(MeasureDefinition measure) => new()
    {
        Title = measure.Title,
        From = measure.Wording,
        Questions = [.. measure.Questions.Select((q, i) => new OwnQuestionForm { Words = q.Words, Low = q.From, High = q.To, LowWords = q.FromWords, HighWords = q.ToWords, Better = measure.Scores[i].Better }), .. measure.Questions.Count < Lines ? new[] { new OwnQuestionForm() } : []],
    };

    internal WriteOwnMeasure ToRequest(string? code) => new(
        code,
        From,
        Title ?? "",
        [.. Questions.Where(q => !string.IsNullOrWhiteSpace(q.Words)).Select(q => new OwnQuestion(q.Words!.Trim(), q.Low ?? 0, q.High ?? 10, q.LowWords, q.HighWords, q.Better))],
        MeansTheSame);
}

public sealed class OwnQuestionForm
{
    [Display(Name = "The question, word for word")]
    public string? Words { get; set; }

    [Display(Name = "Lowest number")]
    public int? Low { get; set; } = 0;

    [Display(Name = "What it stands for")]
    public string? LowWords { get; set; }

    [Display(Name = "Highest number")]
    public int? High { get; set; } = 10;

    [Display(Name = "What it stands for")]
    public string? HighWords { get; set; }

    [Display(Name = "Which way is better?")]
    public ScoreDirection Better { get; set; }
}

internal sealed record OwnMeasurePage(KnownMeasure? Known, OwnMeasureForm Form) : FormPage<OwnMeasureForm>(Form);
