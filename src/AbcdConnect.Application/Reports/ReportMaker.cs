using AbcdConnect.Application.Metrics;
using AbcdConnect.Application.Reports.Sections;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using AbcdConnect.Domain.Signposting;

namespace AbcdConnect.Application.Reports;

/// <summary>A report as it may be published.</summary>
/// <param name="Inputs">What it was made from, kept with it.</param>
/// <param name="Publication">All its counts of people, hidden or not, kept with it.</param>
/// <param name="Before">How many editions it was held against.</param>
/// <param name="Refusals">Why it may not be published, a sentence each: what a reader of all reports could work out. Empty where it may.</param>
internal sealed record MadeReport(ReportFigures Figures, ReportInputs Inputs, Publication Publication, IReadOnlyList<string> Refusals, int Before);

/// <summary>Makes a report from what was read, and from nothing else: the same inputs give the same bytes.</summary>
internal sealed class ReportMaker
{
    private readonly ReportInputs inputs;
    private readonly FigureBook book;
    private readonly ReportCells cells;
    private readonly HashSet<NeighbourhoodId> vacant;
    private readonly MoreCells? moreCells;

    private ReportMaker(ReportInputs inputs, IReadOnlyList<Publication> before)
    {
        this.inputs = inputs;
        book = FigureBook.Of(inputs.Book);
        moreCells = inputs.More?.Counts is { } counts ? new MoreCells(counts, book, DisclosurePolicy.Of(inputs.Rule), before) : null;
        vacant = [.. inputs.Vacant];
        cells = new ReportCells(DisclosurePolicy.Of(inputs.Rule), Places);
    }

    // What lies in no neighbourhood is a place too: the places add up, so it takes part in hiding.
    private List<long> Places => [.. book.Neighbourhoods.Select(n => n.Id.Value), 0];

    private ReportPeriod BecameOf => book.Period with { Last = inputs.BecameUpTo };

    /// <param name="before">Everything the programme published before it, oldest first.</param>
    /// <param name="kept">What was decided when it was published, where it is made again.</param>
    /// <param name="now">What is compiled today: counts of earlier reports that came to something else since are told of in a report of theirs, and tell nothing in this.</param>
    public static MadeReport Make(ReportInputs inputs, IReadOnlyList<Publication> before, Publication? kept = null, IReadOnlyDictionary<FigureKey, int>? now = null) =>
        new ReportMaker(inputs, before).Make(before, kept, now ?? new Dictionary<FigureKey, int>());

    private MadeReport Make(IReadOnlyList<Publication> before, Publication? kept, IReadOnlyDictionary<FigureKey, int> now)
    {
        PutIn();
        cells.Protect(before, kept, key => Compiled(key) is { } figure && now.TryGetValue(figure, out var value) ? value : null);
        var metrics = inputs.Definitions.Select(OfMetric).ToList();
        var (rows, unplaced) = Table();
        var (became, policy) = (Became(), DisclosurePolicy.Of(inputs.Rule));
        var figures = new ReportFigures(
            inputs.Format,
            inputs.Programme,
            inputs.Commissioner,
            book.Month,
            book.YearStart,
            Math.Round(book.Period.Months.Average(book.Promises.Fte), 2),
            ReportWords.Summary(book, metrics, vacant, IsShown),
            metrics,
            rows,
            unplaced,
            became,
            inputs.Stories,
            ReportWords.HowToRead(policy, cells.AnyHidden, vacant.Count > 0))
        {
            Kind = book.Period.Kind,
            More = inputs.More is { } more ? SectionMaker.Make(more, moreCells?.Told(more.Read, cells) ?? more.Read, book, policy, metrics, became, inputs.Stories.Count) : null,
        };
        return new MadeReport(figures, inputs, cells.Publication, BreachWords.Of(cells.Breaches, book.Neighbourhoods), before.Count);
    }

    // Under which key the compiler keeps what a count of a report is of.
    private FigureKey? Compiled(CellKey key)
    {
        if (!MetricName.TryParse(key.What, out var metric))
        {
            return null;
        }

        MetricPeriod? period = key.From == key.To ? MetricPeriod.Month
            : key.From == ProgrammeYear.StartOf(key.To, inputs.Book.StartsOn) ? MetricPeriod.YearToDate
            : CalendarQuarter.EndsWith(key.To) && key.From == CalendarQuarter.StartOf(key.To) ? MetricPeriod.Quarter
            : null;
        return period is { } known ? new FigureKey(key.To, known, key.Place is null ? MetricScope.Programme : MetricScope.Neighbourhood, key.Place ?? 0, metric, key.Part) : null;
    }

    // Everything that the report tells of people, before any of it is told.
    private void PutIn()
    {
        var (first, last) = (book.Period.First, book.Month);
        foreach (var metric in inputs.Definitions.Select(d => d.Metric))
        {
            foreach (var part in MetricPart.Of(metric))
            {
                var cost = part == MetricPart.Whole ? ReportCells.OfTheHeadline : ReportCells.OfAPart;
                cells.Add(metric, part, null, first, last, InPeriod(metric, part), cost);
                cells.Add(metric, part, null, book.YearStart, last, InYear(metric, part), cost);
            }

            foreach (var month in book.Trend(metric).Where(t => t.Value is not null))
            {
                cells.Add(metric, MetricPart.Whole, null, month.Month, month.Month, month.Value!.Value, ReportCells.OfTheTrend);
            }

            if (book.InPeriodBefore(metric) is { } was)
            {
                cells.Add(metric, MetricPart.Whole, null, Before.First, Before.Last, was, ReportCells.OfTheTrend);
            }
        }

        moreCells?.PutIn(cells);

        foreach (var metric in ReportBuilder.InTable)
        {
            foreach (var place in Places)
            {
                cells.Add(metric, MetricPart.Whole, place, first, last, InPlace(metric, place), ReportCells.OneOfMany);
            }
        }

        if (TellsWhatBecame)
        {
            foreach (var (part, count) in WhatBecame())
            {
                cells.AddBecame(part, BecameOf.First, BecameOf.Last, count);
            }
        }
    }

    private ReportPeriod Before => book.Period.Previous;

    private bool TellsWhatBecame => inputs.Became.Sum(b => b.Count) >= DisclosurePolicy.Of(inputs.Rule).Fewest;

    private int InPeriod(Metric metric, string part) => book.Value(metric, book.Month, book.Period.Figures, part) ?? 0;

    private int InYear(Metric metric, string part) => book.Value(metric, book.Month, MetricPeriod.YearToDate, part) ?? 0;

    private int InPlace(Metric metric, long place) => book.Value(metric, MetricScope.Neighbourhood, place, book.Period.Figures);

    private PublishedCount ShownInPeriod(Metric metric, string part) => cells.Shown(metric, part, null, book.Period.First, book.Month, InPeriod(metric, part));

    private PublishedCount ShownInYear(Metric metric, string part) => cells.Shown(metric, part, null, book.YearStart, book.Month, InYear(metric, part));

    private PublishedCount ShownInPlace(Metric metric, long place) => cells.Shown(metric, MetricPart.Whole, place, book.Period.First, book.Month, InPlace(metric, place));

    private bool IsShown(Metric metric, NeighbourhoodId place) => ReportBuilder.InTable.Contains(metric) && ShownInPlace(metric, place.Value).Value is not null;

    private ReportMetric OfMetric(MetricDefinition definition)
    {
        var metric = definition.Metric;
        var (inPeriod, inYear) = (ShownInPeriod(metric, MetricPart.Whole), ShownInYear(metric, MetricPart.Whole));
        // From what is told, and not from what is hidden or was rounded away.
        var (period, year) = (book.InPeriod(metric) with { Value = inPeriod.Value ?? 0 }, book.InYear(metric) with { Value = inYear.Value ?? 0 });
        return new ReportMetric(
            definition.Name,
            definition.Title,
            definition.Unit,
            definition.Definition,
            inPeriod,
            Rounded(period.Promised),
            inPeriod.Value is null ? null : period.Course,
            inYear,
            Rounded(year.PromisedSoFar),
            Rounded(year.Promised),
            inYear.Value is null ? null : year.Course,
            year.Promised is null || inYear.Value is null ? null : Rounded(year.Forecast),
            [.. book.Trend(metric).Select(t => new ReportTrend(
                t.Month, t.Value is { } value ? cells.Shown(metric, MetricPart.Whole, null, t.Month, t.Month, value) : null, Rounded(t.Promised)))],
            [.. MetricPart.Of(metric).Where(p => p != MetricPart.Whole).Select(p => new ReportPart(p, MetricDefinitions.PartTitle(p), ShownInPeriod(metric, p), ShownInYear(metric, p)))])
        {
            Before = book.InPeriodBefore(metric) is { } was ? cells.Shown(metric, MetricPart.Whole, null, Before.First, Before.Last, was) : null,
        };
    }

    private static decimal? Rounded(decimal? amount) => amount is { } known ? Math.Round(known, 1) : null;

    private (IReadOnlyList<ReportNeighbourhood> Rows, IReadOnlyList<PublishedCount>? Unplaced) Table()
    {
        IReadOnlyList<PublishedCount> Row(long place) => [.. ReportBuilder.InTable.Select(m => ShownInPlace(m, place))];
        var rows = book.Neighbourhoods.Select(n => new ReportNeighbourhood(n.Name, Row(n.Id.Value), CourseOf(n.Id), vacant.Contains(n.Id)) { Id = n.Id.Value }).ToList();
        var unplaced = Row(0);
        return (rows, unplaced.Any(c => c.Value != 0) ? unplaced : null);
    }

    private Course? CourseOf(NeighbourhoodId place) =>
        ShownInPlace(Metric.NewConversations, place.Value).Value is { } shown ? (book.InPeriod(Metric.NewConversations, place) with { Value = shown }).Course : null;

    private IEnumerable<(string Part, int Count)> WhatBecame()
    {
        var didNotGo = inputs.Became.Where(b => !b.Went && b.DidNotGo).ToList();
        yield return (MetricPart.Given, inputs.Became.Sum(b => b.Count));
        yield return (MetricPart.Whole, inputs.Became.Where(b => b.Went).Sum(b => b.Count));
        yield return (ReportCells.StillGoing, inputs.Became.Where(b => b.Went && b.StillGoing).Sum(b => b.Count));
        yield return (MetricPart.DidNotGo, didNotGo.Sum(b => b.Count));
        yield return (MetricPart.NotYetKnown, inputs.Became.Where(b => !b.Went && !b.DidNotGo).Sum(b => b.Count));
        foreach (var reason in Enum.GetValues<DidNotGoReason>())
        {
            yield return (ReportCells.PartOf(reason), didNotGo.Where(b => (b.Reason ?? DidNotGoReason.Other) == reason).Sum(b => b.Count));
        }
    }

    private SignpostsBecame? Became()
    {
        if (!TellsWhatBecame)
        {
            return null;
        }

        var counts = WhatBecame().ToDictionary(b => b.Part, b => cells.Became(b.Part, BecameOf.First, BecameOf.Last), StringComparer.Ordinal);
        var named = Enum.GetValues<DidNotGoReason>().Where(r => r != DidNotGoReason.Other)
            .Select(r => new ReportReason(ReportWords.Of(r), counts[ReportCells.PartOf(r)]))
            .Where(r => r.Count.Value > 0)
            .OrderByDescending(r => r.Count.Value).ThenBy(r => r.Reason, StringComparer.Ordinal).ToList();
        // What is left when those told are taken away, as any reader could. Of rounded counts nothing is taken away.
        if (DisclosurePolicy.Of(inputs.Rule).RoundsTo == 1 && counts[MetricPart.DidNotGo].Value - named.Sum(n => n.Count.Value) is > 0 and var rest)
        {
            named.Add(new ReportReason("other reasons", new PublishedCount(rest)));
        }

        return new SignpostsBecame(
            BecameOf.Last,
            counts[MetricPart.Given],
            counts[MetricPart.Whole],
            counts[ReportCells.StillGoing],
            counts[MetricPart.DidNotGo],
            counts[MetricPart.NotYetKnown],
            named);
    }
}
