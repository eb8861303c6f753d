using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Places;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Outcomes.Measures;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Web.Features.Metrics;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Charts;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>How the frozen figures of a report are put, alike on the page and in print.</summary>
internal static class ReportView
{
    private const string NotTold = "not told";

    /// <summary>The columns of the table of neighbourhoods.</summary>
    public static readonly IReadOnlyList<Metric> InTable =
        [Metric.NewConversations, Metric.ContactsAdded, Metric.ActivitiesStarted, Metric.PeopleSignposted, Metric.ConnectionsMade];

    public static string Subtitle(ReportSheet sheet)
    {
        var parts = new List<string>
        {
            sheet.Edition is { } edition ? $"Edition {edition}" : "Draft, not published",
        };
        if (sheet.PublishedAt is { } at)
        {
            parts.Add($"published {UkText.Date(Domain.Common.UkTime.DateOf(at))}");
        }

        if (sheet.Approved)
        {
            parts.Add("approved by a second person");
        }

        parts.Add(sheet.Figures.Neighbourhoods.Count == 1 ? "one neighbourhood" : $"{sheet.Figures.Neighbourhoods.Count} neighbourhoods");
        parts.Add(sheet.Figures.Fte == 1 ? "1 full-time worker" : $"{FigureWords.Number(sheet.Figures.Fte)} full-time workers");
        return string.Join(" · ", parts);
    }

    /// <summary>The tiles on the cover: what was promised, and the one thing that nobody promises but everybody asks.</summary>
    public static IEnumerable<ReportMetric> Tiles(ReportFigures figures) => figures.Metrics.Where(m => m.Promised is > 0).Take(5);

    /// <summary>What has to be said of every score that is told, so that it is said once.</summary>
    public static IReadOnlyList<string> SaidOfAll(MeasureFindings findings)
    {
        var told = findings.Measures.SelectMany(m => m.Scores).Where(s => s.MeanChange is not null).ToList();
        return told.Count < 2 ? [] : [.. told[0].Sentences.Where(said => told.TrueForAll(s => s.Sentences.Contains(said)))];
    }

    /// <summary>What has to be said beside a measure's table, each thing once; of which scores, where it is not of all that are told. The first
    /// sentence of a score says its figures, which stand in the table.</summary>
    public static IEnumerable<string> Beside(MeasureFinding measure, IReadOnlyList<string> ofAll)
    {
        var told = measure.Scores.Where(s => s.MeanChange is not null).ToList();
        return told.SelectMany(s => s.Sentences.Skip(1).Except(ofAll).Select(said => (Said: said, s.Title)))
            .GroupBy(x => x.Said, x => x.Title)
            .Select(g => g.Count() == told.Count ? g.Key : $"{UkText.Capital(List(g))}: {char.ToLowerInvariant(g.Key[0])}{g.Key[1..]}");
    }

    public static string? HopedFor(ScoreFinding score) => score.Direction switch
    {
        ScoreDirection.Higher => ", higher is hoped for",
        ScoreDirection.Lower => ", lower is hoped for",
        _ => null,
    };

    public static string Mean(double? mean) => mean?.ToString("0.0", UkText.Culture) ?? NotTold;

    public static string Change(ScoreFinding score) => score.MeanChange is { } change
        ? Signed(change) + (score is { Low: { } low, High: { } high } ? $" ({Signed(low)} to {Signed(high)})" : "")
        : NotTold;

    private static string Signed(double value) => value.ToString("+0.0;−0.0;0.0", UkText.Culture);

    public static Chart Trend(ReportFigures figures, ReportMetric metric) => Draw.Monthly(
        $"{metric.Title}, by month",
        [.. metric.Trend.Select(t => new MonthPoint(t.Month, t.Value?.Value, t.Value is { Value: null } hidden ? hidden.ToString() : null))],
        figures.Month,
        // What a month was promised: a quarter's or a year's promise is none of its bars'.
        metric.Trend[^1].Promised is { } promised ? (double)Math.Round(promised, MidpointRounding.AwayFromZero) : null,
        figures.Period.First);

    public static Chart Became(ReportFigures figures, SignpostsBecame became) => Draw.Bars(
        $"What became of {Whose(figures.Period with { Last = became.GivenIn })} signposts",
        [
            new Bar($"{Shown.Words(became.Given)} told about somewhere", Shown.Value(became.Given) ?? 0, BarTone.Sand, "Told about somewhere"),
            new Bar($"{Shown.Words(became.Went)} went", Shown.Value(became.Went) ?? 0, BarTone.Teal, "Went within 12 weeks"),
            new Bar($"{Shown.Words(became.StillGoing)} still going at 12 weeks", Shown.Value(became.StillGoing) ?? 0, BarTone.Sea, "Still going"),
            new Bar($"{Shown.Words(became.DidNotGo)} did not go · {Shown.Words(became.NotKnown)} not known", Shown.Value(became.DidNotGo) ?? 0, BarTone.Blush, "Did not go"),
        ]);

    /// <summary>Each count of a quarter or a year beside that of the one before, as far as both are told.</summary>
    public static IEnumerable<BesideBefore> BesideBefore(ReportFigures figures)
    {
        foreach (var metric in figures.Metrics.Where(m => m.Before is not null))
        {
            var line = Line(metric.Title, metric.Before!, metric.InMonth);
            // Twelve weeks have not gone by for the latest of them.
            yield return metric.Name == MetricName.Of(Metric.SignpostsLanded) && line.Verdict != NotTold ? line with { Verdict = "too early to say" } : line;
        }

        if (figures.More is not { Before: { } before } more)
        {
            yield break;
        }

        (string Title, PublishedCount? Before, PublishedCount? Now)[] others =
        [
            ("People reached", before.Reached, more.People?.All),
            ("Activities that met", Thing(before.Activities), Thing(more.Together?.Activities)),
            ("Sessions held", Thing(before.Sessions), Thing(more.Together?.Sessions)),
            ("Visits counted", before.Visits, more.Together?.Came),
            ("Ties that stood at its end", before.Standing, more.Ties?.Standing),
            ("People with a tie at its end", before.Tied, more.Ties?.Tied),
        ];
        foreach (var (title, was, now) in others)
        {
            if (was is not null && now is not null)
            {
                yield return Line(title, was, now);
            }
        }

        static PublishedCount? Thing(int? count) => count is { } known ? new PublishedCount(known) : null;
        static BesideBefore Line(string title, PublishedCount before, PublishedCount now) => new(title, before, now, (before.Value, now.Value) switch
        {
            ({ } was, { } counted) when PageOne.Differ(was, counted) => counted > was ? "more" : "fewer",
            ({ }, { }) => "about the same",
            _ => NotTold,
        });
    }

    private static string Whose(ReportPeriod given) => given.Kind switch
    {
        ReportKind.Month => $"{given.Last.First.ToString("MMMM", UkText.Culture)}’s",
        _ => $"the {given.Noun}’s",
    };

    /// <summary>Right to left where the language is written so.</summary>
    public static string DirectionOf(string language) =>
        language.Split('-')[0] is "ar" or "ur" or "fa" or "he" or "ps" or "ckb" or "yi" or "sd" ? "rtl" : "ltr";

    public static string CourseOf(ReportNeighbourhood place) =>
        (place.Course is { } course ? FigureWords.Of(course) : "not told") + (place.Vacant ? ": post vacant" : "");

    /// <summary>Where nothing may be told of it, nothing.</summary>
    public static string? Stands(Course? course) => course is { } known and not Course.NoPromise ? FigureWords.Of(known) : null;

    /// <summary>The chosen parts; of a report from before there were parts, what it had.</summary>
    public static IReadOnlyList<ReportPassage> Layout(ReportFigures figures) => figures.More?.Layout
        ?? [new(ReportSection.Summary), new(ReportSection.Places), new(ReportSection.Stories), new(ReportSection.Trends), new(ReportSection.Connections), new(ReportSection.Definitions), new(ReportSection.Notes)];

    public static string TitleOf(ReportSection section) => section switch
    {
        ReportSection.Summary => "What happened, against what was promised",
        ReportSection.Trends => "Month by month",
        ReportSection.Places => "Neighbourhood by neighbourhood",
        ReportSection.People => "People reached",
        ReportSection.Together => "What people did together",
        ReportSection.Signposts => "Signposts that landed",
        ReportSection.Connections => "Connections, and who holds them",
        ReportSection.Measures => "What people say of themselves",
        ReportSection.Stories => "Stories",
        ReportSection.Learned => "What we learned and changed",
        ReportSection.Value => "What it cost, and what it is worth",
        ReportSection.Quality => "How good the records are",
        ReportSection.Definitions => "Definitions",
        _ => "How to read this, and what is hidden",
    };

    public static string AnchorOf(ReportSection section) => $"part-{section.ToString().ToLowerInvariant()}";

    public static string KindOf(ReportPeriod period) => period.Kind switch
    {
        ReportKind.Quarter => "Outcome report of a quarter",
        ReportKind.Year => "Outcome report of a year",
        _ => "Outcome report",
    };

    /// <summary>What is yellow in a chart by month.</summary>
    public static string InSun(ReportPeriod period) => period.Kind == ReportKind.Month ? period.Last.First.ToString("MMMM", UkText.Culture) : $"The {period.Noun}";

    /// <summary>"led by residents" as a cell of a table.</summary>
    public static string Leader(string ledBy) => UkText.Capital(ledBy.StartsWith("led by ", StringComparison.Ordinal) ? ledBy["led by ".Length..] : ledBy);

    public static string List(IEnumerable<string> parts, string between = ", ")
    {
        var all = parts.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(between, all.Take(all.Count - 1))} and {all[^1]}";
    }

    public static string UnitOf(Metric metric) => MetricDefinitions.Of(metric).Unit;

    /// <summary>One sentence from the figures that may be told.</summary>
    public static string PlaceSummary(PlaceSheet place)
    {
        var told = InTable.Select((metric, at) => (Count: place.Row.Counts[at], Unit: UnitOf(metric))).Where(c => c.Count.Value is > 0).Select(c => $"{c.Count} {Units.For(c.Count.Value, c.Unit)}").ToList();
        var stands = place.Row.Course is { } course and not Course.NoPromise ? $" New conversations are {FigureWords.Of(course)} against this neighbourhood’s share of the promise." : "";
        return told.Count == 0 ? $"Too little happened here in the {place.Sheet.Period.Noun} to tell of without telling of somebody." : $"{List(told)}.{stands}";
    }

    /// <summary>New conversations and people signposted, as far as they were published.</summary>
    public static IEnumerable<Chart> PlaceTrends(PlaceSheet place)
    {
        Metric[] shown = [Metric.NewConversations, Metric.PeopleSignposted];
        foreach (var metric in shown)
        {
            var at = InTable.ToList().IndexOf(metric);
            List<MonthPoint> points = [.. place.Months.Select(m => new MonthPoint(m.Month, m.Counts?.ElementAtOrDefault(at)?.Value, m.Counts?.ElementAtOrDefault(at) is { Value: null } ? "?" : null))];
            if (points.Count(p => p.Value is not null) > 1)
            {
                yield return Draw.Monthly($"{TitleOf(metric)}, by month", points, place.Sheet.Period.Last, null, place.Sheet.Period.First);
            }
        }
    }

    public static string TitleOf(Metric metric) => MetricDefinitions.Of(metric).Title;
}

/// <summary>A count beside that of the period before.</summary>
/// <param name="Verdict">Clearly more or fewer, or why that cannot be said.</param>
internal sealed record BesideBefore(string Title, PublishedCount Before, PublishedCount Now, string Verdict);
