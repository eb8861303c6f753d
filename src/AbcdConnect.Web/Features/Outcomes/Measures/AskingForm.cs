using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AbcdConnect.Web.Features.Outcomes.Measures;

/// <summary>Answers as they are typed or tapped: by the question's name, such as ons4.happy. What is empty is not answered.</summary>
public sealed class AskingForm
{
    [HiddenInput]
    public Dictionary<string, string?> Answers { get; set; } = [];

    /// <summary>The words that stand on the page, by measure: they may change while somebody reads.</summary>
    [HiddenInput]
    public Dictionary<string, int> Wordings { get; set; } = [];

    [Display(Name = "When did they answer?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? On { get; set; }

    [Display(Name = "How were they asked?")]
    public AskingHow? How { get; set; }

    public long Version { get; set; }

    /// <summary>It was answered before, and is put right.</summary>
    [HiddenInput]
    public bool Correct { get; set; }

    internal static string NameOf(MeasureDefinition measure, MeasureQuestion question) => $"{measure.Code}.{question.Key}";

    /// <summary>The field's name in the page.</summary>
    internal static string FieldOf(MeasureDefinition measure, MeasureQuestion question) => $"Answers[{NameOf(measure, question)}]";

    /// <summary>What each of the two forms says to each question.</summary>
    internal static IEnumerable<FieldDifference> Beside(IEnumerable<MeasureDefinition> asked, AskingForm theirs, AskingForm yours) =>
        from measure in asked
        from question in measure.Questions
        select new FieldDifference(question.Words, In(theirs, measure, question), In(yours, measure, question));

    private static string In(AskingForm form, MeasureDefinition measure, MeasureQuestion question) => form.Answers.GetValueOrDefault(NameOf(measure, question)) is { Length: > 0 } typed
        ? question.Answers?.FirstOrDefault(a => a.Value.ToString(CultureInfo.InvariantCulture) == typed)?.Words ?? typed
        : "no answer";

    internal static AskingForm Of(AskingSheet sheet, DateOnly today) => new()
    {
        Answers = sheet.Answers.SelectMany(m => m.Value.Answers.Select(a => ($"{m.Key}.{a.Key}", a.Value)))
            .ToDictionary(a => a.Item1, a => (string?)a.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal),
        On = sheet.AnsweredOn ?? today,
        How = sheet.How ?? AskingHow.Spoken,
        Version = sheet.Version,
        Correct = sheet.AnsweredOn is not null,
    };

    /// <summary>The answers by measure and question. What is no whole number of the scale is said to the page, and nothing is dropped in silence.</summary>
    internal Dictionary<string, IReadOnlyDictionary<string, int>> Read(IEnumerable<MeasureDefinition> asked, ModelStateDictionary problems)
    {
        var read = new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var measure in asked)
        {
            var own = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var question in measure.Questions)
            {
                if (!Answers.TryGetValue(NameOf(measure, question), out var typed) || string.IsNullOrWhiteSpace(typed))
                {
                    continue;
                }

                if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && question.Takes(value))
                {
                    own[question.Key] = value;
                }
                else
                {
                    problems.AddModelError(FieldOf(measure, question), $"Enter {question.Scale}, or leave it empty: {question.Words}");
                }
            }

            read[measure.Code] = own;
        }

        return read;
    }
}

/// <summary>One question of the page, with what was typed and what is wrong with it.</summary>
internal sealed record QuestionOnPage(MeasureDefinition Measure, MeasureQuestion Question, string? Value, string? Error)
{
    public string Name => AskingForm.FieldOf(Measure, Question);

    public string Id => Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(Name, "_");

    /// <summary>A short scale is tapped; a long one is typed.</summary>
    public IReadOnlyList<MeasureAnswer>? Choices => Question.Answers is { Count: > 0 } answers
        ? answers
        : Question.To - Question.From <= 10 ? [.. Enumerable.Range(Question.From, Question.To - Question.From + 1).Select(n => new MeasureAnswer(n, n.ToString(CultureInfo.InvariantCulture)))] : null;

    public bool IsScale => Question.Answers is not { Count: > 0 };
}

/// <summary>The questions with what stands in them.</summary>
internal sealed record QuestionsOnPage(IReadOnlyList<MeasureDefinition> Asked, AskingForm Form, ModelStateDictionary Problems)
{
    public QuestionOnPage Of(MeasureDefinition measure, MeasureQuestion question)
    {
        var field = AskingForm.FieldOf(measure, question);
        return new QuestionOnPage(
            measure,
            question,
            Form.Answers.GetValueOrDefault(AskingForm.NameOf(measure, question)),
            Problems.TryGetValue(field, out var entry) && entry.Errors is [var first, ..] ? first.ErrorMessage : null);
    }
}

internal sealed record AskingPage(AskingSheet Sheet, AskingForm Form) : FormPage<AskingForm>(Form);

internal static class AskingText
{
    /// <summary>At the beginning; 3 months after.</summary>
    public static string When(int months) => months == 0 ? "At the beginning" : months == 12 ? "A year after" : $"{months} months after";

    /// <summary>3, 6 and 12 months.</summary>
    public static string Months(IReadOnlyList<int> months) => months is [1] ? "one month"
        : $"{(months.Count < 2 ? "" : string.Join(", ", months.Take(months.Count - 1)) + " and ")}{months[^1]} months";

    /// <summary>What was typed, as numbers; what is none becomes nought, which is refused.</summary>
    public static IReadOnlyList<int> ReadMonths(string? typed) =>
        [.. (typed ?? "").Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => w is not "and" and not "months").Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var month) ? month : 0)];

    public static string Of(AskingHow how) => how switch
    {
        AskingHow.Spoken => "in a conversation",
        AskingHow.Online => "by themselves, online",
        _ => "on paper",
    };

    public static string Of(AskingEnd end) => end == AskingEnd.Declined ? "rather not, this time" : "rather not be asked any more";

    /// <summary>The direction a score is hoped to move.</summary>
    public static string Of(ScoreDirection direction) => direction switch
    {
        ScoreDirection.Higher => "higher is better",
        ScoreDirection.Lower => "lower is better",
        _ => "neither way is better by itself",
    };
}
