using AbcdConnect.Application.Common;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Domain.Reports.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Reports;

/// <summary>The counts of an edition from before its cells were kept, read out of what it told. What it hid is taken to be what is compiled for
/// that stretch now, and to be a secret, so that no later report tells it either.</summary>
internal static class OldEditions
{
    public static async Task<Publication> Read(IAbcdDbContext db, ProgrammeId programme, string json, CancellationToken token)
    {
        var figures = ReportFigures.FromJson(json);
        var compiled = await db.Compiled(programme, figures.Month.AddMonths(1 - FigureBook.TrendMonths), figures.Month, token);
        var names = await db.Neighbourhoods.AsNoTracking().Where(n => n.ProgrammeId == programme).Select(n => new { n.Id, n.Name }).ToListAsync(token);
        return new Publication(
            DisclosureRule.HideOneToFour,
            [.. names.Select(n => n.Id.Value).Order(), 0],
            [.. Told(figures, names.ToLookup(n => n.Name, n => n.Id.Value, StringComparer.Ordinal)).DistinctBy(t => t.Key).Select(t => Cell(t, compiled)).OfType<PublishedCell>()]);
    }

    private static IEnumerable<Count> Told(ReportFigures figures, ILookup<string, long> placesByName)
    {
        var (first, last) = (figures.Period.First, figures.Month);
        foreach (var metric in figures.Metrics)
        {
            if (!MetricName.TryParse(metric.Name, out var which) || !MetricDefinitions.Of(which).CountsPeople)
            {
                continue;
            }

            yield return Of(which, MetricPart.Whole, null, first, figures.Period.Figures, metric.InMonth);
            yield return Of(which, MetricPart.Whole, null, figures.YearStart, MetricPeriod.YearToDate, metric.InYear);
            foreach (var part in metric.Parts)
            {
                yield return Of(which, part.Name, null, first, figures.Period.Figures, part.InMonth);
                yield return Of(which, part.Name, null, figures.YearStart, MetricPeriod.YearToDate, part.InYear);
            }

            foreach (var (month, value) in metric.Trend.Where(t => t.Value is not null).Select(t => (t.Month, t.Value!)))
            {
                yield return Of(which, MetricPart.Whole, null, month, MetricPeriod.Month, value, month);
            }
        }

        for (var column = 0; column < ReportBuilder.InTable.Count; column++)
        {
            var metric = ReportBuilder.InTable[column];
            if (!MetricDefinitions.Of(metric).CountsPeople)
            {
                continue;
            }

            foreach (var row in figures.Neighbourhoods.Where(n => n.Counts.Count > column))
            {
                if ((row.Id > 0 ? row.Id : placesByName[row.Name].FirstOrDefault()) is > 0 and var place)
                {
                    yield return Of(metric, MetricPart.Whole, place, first, figures.Period.Figures, row.Counts[column]);
                }
            }

            yield return Of(metric, MetricPart.Whole, 0, first, figures.Period.Figures, figures.Unplaced?.ElementAtOrDefault(column) ?? new PublishedCount(0));
        }

        Count Of(Metric metric, string part, long? place, YearMonth from, MetricPeriod period, PublishedCount count, YearMonth? to = null) =>
            new(new CellKey(MetricName.Of(metric), part, place, from, to ?? last), metric, period, count);
    }

    private static PublishedCell? Cell(Count told, Dictionary<FigureKey, int> compiled)
    {
        var key = told.Key;
        var now = compiled.TryGetValue(new FigureKey(key.To, told.Period, key.Place is null ? MetricScope.Programme : MetricScope.Neighbourhood, key.Place ?? 0, told.Metric, key.Part), out var value) ? value : (int?)null;
        return (told.Shown.Value ?? now) is { } counted
            ? new PublishedCell(new Cell(key, counted, OfPeople: key.Part != MetricPart.AssetAsset, CountedOnce: told.Metric == Metric.PeopleSignposted, MayBeFew: told.Shown.Value is null), IsHidden: told.Shown.Value is null)
            : null;
    }

    private readonly record struct Count(CellKey Key, Metric Metric, MetricPeriod Period, PublishedCount Shown);
}
