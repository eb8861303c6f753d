using System.Globalization;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes.Measures;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>Says what a finding says, and no more: which way, how sure, of whom. Never that the programme caused it.</summary>
internal static class FindingWords
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="manyBeganLow">So many began low that part of a rise is to be expected anyway; null where how many is hidden.</param>
    public static IReadOnlyList<string> Of(ScoreFinding finding, bool? manyBeganLow)
    {
        if (finding.Paired.Value == 0)
        {
            return [$"Nobody has answered {Named(finding)} a second time yet."];
        }

        if (finding.MeanChange is not { } mean)
        {
            return [finding.Paired switch
            {
                { IsSmall: true } few => $"Fewer than {few.Below} people answered {Named(finding)} twice: too few to say anything of them.",
                { Value: null } => $"How many people answered {Named(finding)} twice is hidden, and so is what they answered: too few of them are left when others are taken away.",
                _ => $"What people answered to {Named(finding)} is not told: they answered too much alike, or too few are left when others' answers are taken away.",
            }];
        }

        List<string> said =
        [
            $"{finding.Paired} people answered before and after. {Words.Capital(finding.Title)} went from a mean of {Text(finding.MeanBefore)} to {Text(finding.MeanAfter)}: {Direction(finding, mean)}{Interval(finding)}.",
        ];
        if (finding.Low is null)
        {
            said.Add("Everybody changed alike, so nothing can be said of how sure that is.");
        }
        else if (!finding.IsClear)
        {
            said.Add("The interval includes no change, so it cannot be said which way it went.");
        }

        if (finding.IsIndicative)
        {
            said.Add($"Indicative only: fewer than {PairedChange.Enough} people.");
        }

        said.Add("The change is associated with the time they were in touch with the programme. Nobody outside it was asked, so what brought it about cannot be told from this.");
        if (finding.LostMeanBefore is { } lost)
        {
            said.Add($"{finding.Lost} people answered at the beginning and not again; they began at a mean of {Text(lost)}, those who answered again at {Text(finding.MeanBefore)}.");
        }
        else if (finding.Lost is { IsSmall: true } or { Value: > 0 })
        {
            said.Add($"{(finding.Lost.Value is null ? "A few people" : $"{finding.Lost} people")} answered at the beginning and not again.");
        }

        // A low point is a high number where more is worse.
        var low = finding.Direction == ScoreDirection.Higher ? "low" : "high";
        if (manyBeganLow is null)
        {
            said.Add($"How many began {low} is hidden. Where many do, part of the change is to be expected with or without a programme, since somebody met at a hard time mostly stands nearer their usual the next time (regression to the mean).");
        }
        else if (manyBeganLow.Value)
        {
            said.Add($"A third or more of these people began {low}. Somebody met at a hard time mostly stands nearer their usual the next time, with or without a programme (regression to the mean): part of the change may be that.");
        }

        return said;
    }

    private static string Named(ScoreFinding finding) => $"“{finding.Title}”";

    private static string Direction(ScoreFinding finding, double mean)
    {
        // Two rounded means may differ by a tenth more or less than they do.
        var rounded = ScoreFinding.Round(finding.MeanAfter - finding.MeanBefore) == mean ? "" : ", worked out before rounding";
        if (mean == 0)
        {
            return $"no change on average{rounded}";
        }

        // Where it cannot be said which way it went, nobody's hope was met.
        var hoped = finding.IsClear && finding.Direction != ScoreDirection.Neither ? (mean > 0) == (finding.Direction == ScoreDirection.Higher) : (bool?)null;
        return $"{Text(Math.Abs(mean))} {(mean > 0 ? "higher" : "lower")}{rounded}{hoped switch { null => "", true => ", which is hoped for", false => ", which is not hoped for" }}";
    }

    private static string Interval(ScoreFinding finding) =>
        finding is { Low: { } low, High: { } high } ? $" (95% interval of the change {Signed(low)} to {Signed(high)})" : "";

    private static string Text(double? value) => value?.ToString("0.0", Uk) ?? "";

    private static string Signed(double value) => value.ToString("+0.0;−0.0;0.0", Uk);
}
