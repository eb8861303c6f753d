using System.Globalization;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using AbcdConnect.Domain.Signposting;

namespace AbcdConnect.Application.Reports;

/// <summary>Sentences from figures, by plain rules: the same figures give the same words.</summary>
internal static class ReportWords
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>How the note on rounding begins.</summary>
    public const string Rounded = "Counts of people are rounded to the nearest";

    public static string Of(DidNotGoReason reason) => reason switch
    {
        DidNotGoReason.Transport => "transport",
        DidNotGoReason.Cost => "the cost",
        DidNotGoReason.Time => "the time of day",
        DidNotGoReason.Confidence => "did not feel confident",
        DidNotGoReason.NotRight => "not the right thing",
        DidNotGoReason.Closed => "it was closed",
        _ => "other reasons",
    };

    public static string Of(Course? course) => course switch
    {
        null => PublishedCount.Held,
        Course.Ahead => "ahead",
        Course.OnCourse => "on course",
        Course.Behind => "behind",
        _ => "no promise",
    };

    /// <summary>What was met, what is on course for the year, what is behind and where most of that lies. Strengths first.</summary>
    public static IReadOnlyList<string> Summary(FigureBook book, IReadOnlyList<ReportMetric> metrics, IReadOnlySet<NeighbourhoodId> vacant, Func<Metric, NeighbourhoodId, bool> isShown)
    {
        var promised = metrics.Where(m => m.Promised is > 0).ToList();
        if (promised.Count == 0)
        {
            var when = book.Period.ToWords();
            var best = metrics.Where(m => m.InMonth.Value > 0).Take(3).Select(m => $"{m.InMonth} {Units.For(m.InMonth.Value, m.Unit)}").ToList();
            return [best.Count == 0 ? $"Nothing that may be told was counted in {when}." : $"In {when} there were {List(best)}. Nothing has been promised yet, so nothing is measured against a promise."];
        }

        var sentences = new List<string>();
        var met = promised.Where(m => m.InMonth.Value >= m.Promised).ToList();
        if (met.Count > 0)
        {
            var running = met.Count == 1 && book.Period.Kind == ReportKind.Month ? Running(met[0]) : "";
            sentences.Add($"The programme kept its promise on {List(met.Select(Lower))} in {book.Period.ToWords()}{running}.");
        }

        // Of a year that is over nothing is on course any more.
        var isOver = book.Period.Kind == ReportKind.Year;
        var onCourse = metrics.Where(m => m.YearCourse is Course.OnCourse or Course.Ahead && !met.Contains(m)).ToList();
        if (onCourse.Count > 0)
        {
            sentences.Add($"{(met.Count > 0 ? "It" : "The programme")} {(isOver ? "came within a tenth of its promise" : "is on course for the year")} on {List(onCourse.Select(Lower))}.");
        }

        var behind = promised.Where(m => m.InMonth.Value < m.Promised && m.YearCourse == Course.Behind && m.InYear.Value is not null).OrderBy(m => m.InYear.Value!.Value / m.PromisedSoFar!.Value).ToList();
        foreach (var metric in behind.Take(2))
        {
            var promise = Math.Round(metric.PromisedSoFar!.Value, MidpointRounding.AwayFromZero).ToString("N0", Uk);
            sentences.Add($"{metric.Title} {(isOver ? $"fell short: {metric.InYear} in the year, {promise} promised" : $"are behind: {metric.InYear} so far this year, {promise} promised by now")}{Where(book, metric, vacant, isShown)}.");
        }

        if (behind.Count > 2)
        {
            sentences.Add($"So {(isOver ? "did" : "are")} {List(behind.Skip(2).Select(Lower))}.");
        }

        return sentences;
    }

    public static IReadOnlyList<string> HowToRead(DisclosurePolicy policy, bool hidden, bool vacant)
    {
        var notes = new List<string>
        {
            "“Promised” is what the programme and its funder agreed, in step with the staff there were and, in a month that the programme was not there for all of, with its days.",
            "A figure within a tenth of its promise is on course; above that it is ahead, below it behind. A year's forecast goes on at the pace of the days gone by.",
            "People are counted once in a month and once in a year, so a year is not the sum of its months. Every figure is compiled anew from what was recorded, and comes out the same when it is compiled again.",
            "A neighbourhood's share of the promise goes by its population; “against promise” in the table speaks of new conversations in the month.",
            "A published report never changes. Where something is put right, a new edition says what moved.",
        };
        if (hidden)
        {
            notes.Insert(4, $"“Hidden” stands for a count of 1 to {policy.LargestHidden} people, or for one beside it that would give such a count away, here, in another report, or taken from one. Which is which is not said.");
        }

        if (policy.RoundsTo > 1)
        {
            notes.Insert(4, $"{Rounded} {policy.RoundsTo}, so that they may be a little out of step with their totals.");
        }

        if (vacant)
        {
            notes.Insert(4, "“Post vacant” means that no paid worker had the neighbourhood in the month.");
        }

        return notes;
    }

    private static string Lower(ReportMetric metric) => char.ToLowerInvariant(metric.Title[0]) + metric.Title[1..];

    // "for the fourth month running": months on end, up to this one, in which the promise was kept.
    private static string Running(ReportMetric metric)
    {
        var months = metric.Trend.Reverse().TakeWhile(t => t.Promised is > 0 && t.Value?.Value >= t.Promised).Count();
        string[] words = ["", "", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
        return months >= 2 && months < words.Length ? $", for the {words[months]} month running" : months >= words.Length ? ", for more than a year running" : "";
    }

    // The neighbourhood with the largest shortfall in the month, where it makes up at least a third of all shortfalls.
    private static string Where(FigureBook book, ReportMetric metric, IReadOnlySet<NeighbourhoodId> vacant, Func<Metric, NeighbourhoodId, bool> isShown)
    {
        if (!MetricName.TryParse(metric.Name, out var which) || book.Neighbourhoods.Count < 2)
        {
            return "";
        }

        // Of what is hidden nothing is said, not even that it is little.
        var shortfalls = book.Neighbourhoods.Where(n => isShown(which, n.Id))
            .Select(n => (Place: n, By: book.InPeriod(which, n.Id) is { Promised: { } promised } standing ? promised - standing.Value : 0))
            .Where(n => n.By > 0)
            .OrderByDescending(n => n.By)
            .ToList();
        if (shortfalls.Count == 0 || shortfalls[0].By * 3 < shortfalls.Sum(s => s.By))
        {
            return "";
        }

        var worst = shortfalls[0].Place;
        return $", the largest part of the {book.Period.Noun}'s shortfall in {worst.Name}{(vacant.Contains(worst.Id) ? ", where the post is vacant" : "")}";
    }

    public static string List(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        return all.Count switch
        {
            0 => "",
            1 => all[0],
            _ => $"{string.Join(", ", all.Take(all.Count - 1))} and {all[^1]}",
        };
    }
}
