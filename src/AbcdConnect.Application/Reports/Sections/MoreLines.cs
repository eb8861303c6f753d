using System.Globalization;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Reports;

namespace AbcdConnect.Application.Reports.Sections;

/// <summary>What a report says beyond its metrics, a figure a line: for its CSV, and to say what moved.</summary>
internal static class MoreLines
{
    /// <param name="Place">The neighbourhood; empty for all.</param>
    /// <param name="What">people-reached.</param>
    public readonly record struct Line(string Place, string What, string Part, string Figure)
    {
        /// <summary>People reached, Fernhill.</summary>
        public string Title => string.Join(", ", new[] { TitleOf(What), Part, Place }.Where(w => w.Length > 0));
    }

    public static string TitleOf(string what) => Words.Capital(what.Replace('-', ' '));

    public static IEnumerable<Line> Of(ReportMore? more)
    {
        foreach (var place in more?.People?.Places ?? [])
        {
            yield return new(place.Id == 0 ? "(in no neighbourhood)" : place.Name, "people-reached", "", Plain(place.Reached));
        }

        if (more?.People is { } people)
        {
            yield return new("", "people-reached", "", Plain(people.All));
        }

        if (more?.Together is { } together)
        {
            yield return new("", "activities-that-met", "", Number(together.Activities));
            yield return new("", "sessions-held", "", Number(together.Sessions));
            yield return new("", "visits", "", Plain(together.Came));
            foreach (var led in together.Led)
            {
                yield return new("", "activities-that-met", led.Title, Number(led.Count));
            }
        }

        if (more?.Ties is { } ties)
        {
            yield return new("", "ties-standing", "", Plain(ties.Standing));
            foreach (var kind in ties.Kinds)
            {
                yield return new("", "ties-standing", kind.Title, Plain(kind.Count));
            }

            yield return new("", "people-with-a-tie", "", Plain(ties.Tied));
            yield return new("", "people-with-a-tie", "with one that no worker made", Plain(ties.OnTheirOwn));
            yield return new("", "people-with-a-tie", "only by a worker's introduction", Plain(ties.OnlyIntroduced));
        }
    }

    /// <summary>What became of signposts that did not lead anywhere, by reason; and what people answered, of which days.</summary>
    public static IEnumerable<(string What, string Part, string Period, string Figure)> Further(ReportFigures figures)
    {
        foreach (var reason in figures.Became?.WhyNot ?? [])
        {
            yield return ("signposts-became", $"did-not-go: {reason.Reason}", figures.Became!.GivenIn.ToString(), Plain(reason.Count));
        }

        if (figures.More?.Measures is not { } read)
        {
            yield break;
        }

        var period = $"{YearMonth.Containing(read.From)} to {YearMonth.Containing(read.To)}";
        foreach (var measure in read.Measures)
        {
            var what = $"measure-{measure.Code}";
            yield return (what, "asked", period, Plain(measure.Asked));
            yield return (what, "answered at the beginning", period, Plain(measure.Answered));
            foreach (var score in measure.Scores)
            {
                // A programme's own questions have numbers for names: their words say more.
                var name = measure.Code.StartsWith(OwnMeasure.Prefix, StringComparison.Ordinal) ? score.Title : score.Key;
                (string Part, string Figure)[] lines =
                [
                    ("answered twice", Plain(score.Paired)),
                    ("answered only at the beginning", Plain(score.Lost)),
                    ("mean before", Mean(score.MeanBefore)),
                    ("mean after", Mean(score.MeanAfter)),
                    ("mean change", Mean(score.MeanChange)),
                    ("95% interval from", score.MeanChange is null ? Mean(null) : score.Low is null ? "none" : Mean(score.Low)),
                    ("95% interval to", score.MeanChange is null ? Mean(null) : score.High is null ? "none" : Mean(score.High)),
                    ("better", Plain(score.Better)),
                    ("the same", Plain(score.Same)),
                    ("worse", Plain(score.Worse)),
                    .. score.Bands.SelectMany(b => new[] { ($"before: {b.Title}", Plain(b.Before)), ($"after: {b.Title}", Plain(b.After)) }),
                ];
                foreach (var (part, figure) in lines)
                {
                    yield return (what, $"{name}: {part}", period, figure);
                }
            }
        }
    }

    private static string Plain(PublishedCount count) => count.Value is { } value ? Number(value) : count.ToString();

    private static string Mean(double? mean) => mean?.ToString("0.0;-0.0;0.0", CultureInfo.InvariantCulture) ?? PublishedCount.Held;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
