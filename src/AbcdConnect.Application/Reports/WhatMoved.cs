using System.Globalization;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Reports;

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
        if (Rounding(before) != Rounding(after))
        {
            moved.Add(Rounding(after) is { } rounds
                ? $"Small counts are protected by another rule from this edition on, and counts of people are rounded: much of what follows moved by that alone. {rounds}"
                : "Small counts are protected by another rule from this edition on, and counts of people are not rounded any more: much of what follows moved by that alone.");
        }

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
                var was = then.Parts.FirstOrDefault(p => p.Name == part.Name);
                Add(moved, $"{now.Title}, {part.Title}", was?.InMonth.ToString() ?? "none", part.InMonth.ToString());
                Add(moved, $"{now.Title}, {part.Title}, in the year so far", was?.InYear.ToString() ?? "none", part.InYear.ToString());
            }
        }

        foreach (var now in after.Neighbourhoods)
        {
            AddRow(now.Name, before.Neighbourhoods.FirstOrDefault(n => n.Id == now.Id && n.Id > 0) ?? before.Neighbourhoods.FirstOrDefault(n => n.Name == now.Name), now.Counts);
        }

        moved.AddRange(before.Neighbourhoods.Where(n => !after.Neighbourhoods.Any(a => (a.Id == n.Id && n.Id > 0) || a.Name == n.Name)).Select(n => $"{n.Name} is not in the report any more."));
        if (after.Unplaced is { } unplaced)
        {
            AddRow("In no neighbourhood", before.Unplaced is { } was ? new ReportNeighbourhood("", was, null, false) : null, unplaced);
        }

        Became(moved, before.Became, after.Became);
        Parts(moved, before.More, after.More);
        if (!before.Stories.SequenceEqual(after.Stories))
        {
            moved.Add("The stories.");
        }

        if (moved.Count == 0 && before.ToJson() != after.ToJson())
        {
            moved.Add("The words of the report; no figure.");
        }

        return moved;

        void AddRow(string name, ReportNeighbourhood? then, IReadOnlyList<PublishedCount> counts)
        {
            for (var at = 0; at < counts.Count; at++)
            {
                Add(moved, $"{name}, {TitleAt(at)}", then?.Counts.ElementAtOrDefault(at)?.ToString() ?? "not there", counts[at].ToString());
            }
        }
    }

    private static void Became(List<string> moved, SignpostsBecame? before, SignpostsBecame? after)
    {
        if (before is null || after is null)
        {
            moved.AddRange((before, after) switch
            {
                (null, { }) => ["What became of signposts is new in the report."],
                ({ }, null) => ["What became of signposts is left out."],
                _ => [],
            });
            return;
        }

        (string What, PublishedCount Then, PublishedCount Now)[] counts =
        [
            ("given", before.Given, after.Given),
            ("went", before.Went, after.Went),
            ("still going", before.StillGoing, after.StillGoing),
            ("did not go", before.DidNotGo, after.DidNotGo),
            ("not known", before.NotKnown, after.NotKnown),
        ];
        foreach (var (what, then, now) in counts)
        {
            Add(moved, $"Signposts of three months before, {what}", then.ToString(), now.ToString());
        }

        foreach (var reason in after.WhyNot.Select(r => r.Reason).Union(before.WhyNot.Select(r => r.Reason)))
        {
            Add(moved, $"Why some did not go, {reason}", Of(before), Of(after));

            string Of(SignpostsBecame became) => became.WhyNot.FirstOrDefault(r => r.Reason == reason)?.Count.ToString() ?? "none";
        }
    }

    // The parts beyond the metrics: each figure of a part that both editions have, and which part only one of them has.
    private static void Parts(List<string> moved, ReportMore? before, ReportMore? after)
    {
        var (then, now) = (MoreLines.Of(before).ToLookup(l => l.What), MoreLines.Of(after).ToLookup(l => l.What));
        moved.AddRange(now.Where(n => !then.Contains(n.Key)).Select(n => $"{MoreLines.TitleOf(n.Key)}: new in the report."));
        moved.AddRange(then.Where(t => !now.Contains(t.Key)).Select(t => $"{MoreLines.TitleOf(t.Key)}: left out."));
        foreach (var line in now.SelectMany(n => n))
        {
            if (then[line.What].ToList() is { Count: > 0 } was)
            {
                Add(moved, line.Title, was.Find(w => w.Place == line.Place && w.Part == line.Part).Figure ?? "not there", line.Figure);
            }
        }

        var (read, reads) = (before?.Measures?.Measures ?? [], after?.Measures?.Measures ?? []);
        foreach (var measure in reads.Where(m => Figures(m) != Figures(read.FirstOrDefault(r => r.Code == m.Code && r.Wording == m.Wording))))
        {
            moved.Add($"What people answered: {measure.Title}.");
        }

        if (!(before?.Values ?? []).SequenceEqual(after?.Values ?? []))
        {
            moved.Add("What it cost and what it is worth.");
        }

        if (before is not null && after is not null && !before.Layout.SequenceEqual(after.Layout))
        {
            moved.Add("The programme's own words, or which parts there are.");
        }

        static string Figures(MeasureFinding? measure) => measure is null ? "" : ReportJson.Compact(measure with { Notes = [], Scores = [.. measure.Scores.Select(s => s with { Sentences = [] })] });
    }

    private static string? Rounding(ReportFigures figures) => figures.HowToRead.FirstOrDefault(n => n.StartsWith(ReportWords.Rounded, StringComparison.Ordinal));

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
