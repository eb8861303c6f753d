using System.Globalization;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>Sentences for page one, by plain rules: the same figures give the same words, and none says more than its figures allow.</summary>
public static class PageOne
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    internal static IReadOnlyList<string> Of(FigureBook book, IReadOnlyList<ReportMetric> metrics, SignpostsBecame? became, ReportMore more)
    {
        var lines = new List<string>();
        if (more.People is { All.Value: { } people } reached)
        {
            lines.Add(reached.PerThousand is { } per
                ? $"The programme met {N(people)} different people: {Per(per)} of every 1,000 who live here."
                : $"The programme met {N(people)} different people.");
        }

        if (Changes(book, metrics) is { } changes)
        {
            lines.Add(changes);
        }

        if (became is not null && Landed(became) is { } landed)
        {
            lines.Add(landed);
        }

        if (more.Together is { Activities: > 0 } together)
        {
            var residents = together.Led.FirstOrDefault(l => l.Title == Led.ByResidents)?.Count ?? 0;
            lines.Add($"{Words.Capital(Count(together.Activities, "activity", "activities"))} met {Count(together.Sessions, "time", "times")} in all{(residents > 0 ? $"; residents led {N(residents)} of them" : "")}.");
        }

        if (more.Ties is { Tied.Value: { } tied and > 0, OnTheirOwn.Value: { } own })
        {
            lines.Add($"Of {N(tied)} people with a tie, {N(own)} have one that no worker made, and would keep it if the worker left.");
        }

        return lines;
    }

    /// <summary>What moved since the period before by more than counts of that size swing by chance, and nothing else.</summary>
    internal static string? Changes(FigureBook book, IReadOnlyList<ReportMetric> metrics)
    {
        var before = book.Period.Previous;
        List<string> more = [], fewer = [];
        var compared = 0;
        foreach (var metric in metrics)
        {
            if (metric.Name == MetricName.Of(Metric.SignpostsLanded) || metric.Name == MetricName.Of(Metric.SelfSustainingActivities)
                || Was(metric)?.Value is not { } then || metric.InMonth.Value is not { } now || then + now == 0)
            {
                continue;
            }

            compared++;
            if (Differ(then, now))
            {
                (now > then ? more : fewer).Add($"{char.ToLowerInvariant(metric.Title[0])}{metric.Title[1..]} ({N(now)} after {N(then)})");
            }
        }

        var than = before.Kind switch
        {
            ReportKind.Month => $"than in {before.Last.First.ToString("MMMM", Uk)}",
            ReportKind.Quarter => $"than in {before.ToWords()}",
            _ => "than in the year before",
        };
        return (more.Count, fewer.Count, compared) switch
        {
            (_, _, 0) => null,
            (0, 0, _) => $"No figure is clearly higher or lower {than}: what moved is within what such counts swing by chance.",
            (_, 0, _) => $"Clearly more {than}: {ReportWords.List(more)}.",
            (0, _, _) => $"Clearly fewer {than}: {ReportWords.List(fewer)}.",
            _ => $"Clearly more {than}: {ReportWords.List(more)}; fewer: {ReportWords.List(fewer)}.",
        };

        PublishedCount? Was(ReportMetric metric) => before.Kind == ReportKind.Month ? metric.Trend.FirstOrDefault(t => t.Month == before.Last)?.Value : metric.Before;
    }

    /// <summary>Two counts differ clearly where a Poisson count of either size would hardly give both: |a − b| above 1.96 × √(a + b).</summary>
    public static bool Differ(int one, int other) => Math.Abs(one - other) > 1.96 * Math.Sqrt(one + other);

    /// <summary>The share that went lies between what is known and what those may have done of whom nothing is known.</summary>
    private static string? Landed(SignpostsBecame became)
    {
        if (became.Given.Value is not ({ } all and > 0) || became.Went.Value is not { } went || became.NotKnown.Value is not { } notKnown)
        {
            return null;
        }

        var (least, most) = (Hundredths(went, all), Hundredths(went + notKnown, all));
        var given = $"Of {Count(all, "signpost", "signposts")} given twelve weeks and more ago, {N(went)} brought somebody there";
        return most - least <= 1
            ? $"{given}: {least} in 100."
            : $"{given}. Of {N(notKnown)} it is not known, so the share lies between {least} and {most} in 100.";
    }

    private static int Hundredths(int part, int whole) => (int)Math.Round(100m * part / whole, MidpointRounding.AwayFromZero);

    private static string Per(decimal perThousand) => perThousand.ToString("0.#", Uk);

    private static string N(int count) => count.ToString("N0", Uk);

    private static string Count(int count, string one, string many) => count == 1 ? $"one {one}" : $"{N(count)} {many}";
}

/// <summary>Who leads an activity, as the report says it.</summary>
internal static class Led
{
    public const string ByResidents = "led by residents";
    public const string ByGroups = "led by a local group";
    public const string ByServices = "led by a service";

    public static string Of(Domain.Activities.LedBy led) => led switch
    {
        Domain.Activities.LedBy.Resident => ByResidents,
        Domain.Activities.LedBy.Association => ByGroups,
        _ => ByServices,
    };
}
