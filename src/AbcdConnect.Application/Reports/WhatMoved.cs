using System.Globalization;

namespace AbcdConnect.Application.Reports;

/// <summary>What a new edition says of the one before: each figure that moved, from what to what.</summary>
internal static class WhatMoved
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <returns>A sentence each; empty where the two say the same.</returns>
    public static IReadOnlyList<string> Between(ReportFigures before, ReportFigures after)
    {
        var moved = new List<string>();
        var noun = after.Period.Noun;
        foreach (var now in after.Metrics)
        {
            var then = before.Metrics.FirstOrDefault(m => m.Name == now.Name);
            if (then is null)
            {
                moved.Add($"{now.Title} is new in the report.");
                continue;
            }

            Add(moved, $"{now.Title} in the {noun}", then.InMonth.ToString(), now.InMonth.ToString());
            Add(moved, $"{now.Title} in the year so far", then.InYear.ToString(), now.InYear.ToString());
            Add(moved, $"{now.Title} promised for the {noun}", Figure(then.Promised), Figure(now.Promised));
            Add(moved, $"{now.Title} promised for the year", Figure(then.PromisedInYear), Figure(now.PromisedInYear));
            foreach (var (month, value) in now.Trend.Where(t => t.Month != after.Month).Select(t => (t.Month, t.Value)))
            {
                Add(moved, $"{now.Title} in {month.ToWords()}", then.Trend.FirstOrDefault(t => t.Month == month)?.Value?.ToString() ?? "none", value?.ToString() ?? "none");
            }

            foreach (var part in now.Parts)
            {
                Add(moved, $"{now.Title}, {part.Title}", then.Parts.FirstOrDefault(p => p.Name == part.Name)?.InMonth.ToString() ?? "none", part.InMonth.ToString());
            }
        }

        foreach (var now in after.Neighbourhoods)
        {
            var then = before.Neighbourhoods.FirstOrDefault(n => n.Name == now.Name);
            for (var at = 0; at < now.Counts.Count; at++)
            {
                Add(moved, $"{now.Name}, {TitleAt(at)}", then?.Counts.ElementAtOrDefault(at)?.ToString() ?? "not there", now.Counts[at].ToString());
            }
        }

        if (before.Became != after.Became && !Same(before.Became, after.Became))
        {
            moved.Add("What became of the signposts of three months before.");
        }

        if (!before.Stories.SequenceEqual(after.Stories))
        {
            moved.Add("The stories.");
        }

        if (moved.Count == 0 && before.ToJson() != after.ToJson())
        {
            moved.Add("The words of the report; no figure.");
        }

        return moved;
    }

    private static bool Same(SignpostsBecame? one, SignpostsBecame? other) =>
        one is not null && other is not null && one with { WhyNot = other.WhyNot } == other && one.WhyNot.SequenceEqual(other.WhyNot);

    private static string TitleAt(int column) => Metrics.MetricDefinitions.Of(ReportBuilder.InTable[column]).Title.ToLowerInvariant();

    private static string Figure(decimal? figure) => figure?.ToString("#,##0.#", Uk) ?? "none";

    private static void Add(List<string> moved, string what, string before, string after)
    {
        if (before != after)
        {
            moved.Add($"{what}: {before} before, {after} now.");
        }
    }
}
