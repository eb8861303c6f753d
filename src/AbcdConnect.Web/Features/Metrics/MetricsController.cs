using AbcdConnect.Application.Common;
using AbcdConnect.Application.Metrics;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Metrics;

[Route("metrics")]
public sealed class MetricsController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> Newest()
    {
        var figures = await Send(new SeeFigures(null));
        return RedirectToAction(nameof(Month), new { month = figures.Month.ToString() });
    }

    [HttpGet("{month}")]
    public async Task<IActionResult> Month(string month) => View("Figures", await Send(new SeeFigures(Months.Read(month))));

    [HttpGet("{month}.csv")]
    public async Task<IActionResult> MonthCsv(string month)
    {
        var figures = await Send(new SeeFigures(Months.Read(month)));
        return CsvFile.Of(
            $"figures-{figures.Month}",
            Lines(figures),
            ("Place or worker", l => l.Scope),
            ("Metric", l => l.Metric),
            ("Part", l => l.Part),
            ("In the month", l => l.Month),
            ("Promised for the month", l => Plain(l.Promised)),
            ("Year so far", l => l.Year),
            ("Promised so far this year", l => Plain(l.PromisedSoFar)));
    }

    [HttpGet("{month}/{metric}")]
    public async Task<IActionResult> Rows(string month, string metric, RowsQuery query) =>
        View("Rows", new RowsModel(Months.Read(month), query, await Send(query.ToRequest(Months.Read(month), metric, all: false))));

    [HttpGet("{month}/{metric}.csv")]
    public async Task<IActionResult> RowsCsv(string month, string metric, RowsQuery query)
    {
        var rows = await Send(query.ToRequest(Months.Read(month), metric, all: true));
        return CsvFile.Of(
            $"{metric}-{month}",
            rows.Rows.Items,
            ("On", r => r.On),
            ("What", r => r.InBrief),
            ("Neighbourhood", r => r.Neighbourhood),
            ("Address", r => RowsModel.AddressOf(r)));
    }

    private static string? Plain(decimal? promised) => promised?.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<Line> Lines(MonthFigures figures)
    {
        foreach (var metric in figures.Metrics)
        {
            yield return new Line("Whole programme", metric.Definition.Title, null, metric.Month.Value, metric.Month.Promised, metric.Year.Value, metric.Year.PromisedSoFar);
            foreach (var part in metric.Parts)
            {
                yield return new Line("Whole programme", metric.Definition.Title, part.Title, part.Month, null, part.Year, null);
            }
        }

        foreach (var scope in figures.Neighbourhoods.Concat(figures.Unplaced is { } unplaced ? [unplaced] : []).Concat(figures.Workers))
        {
            for (var at = 0; at < scope.Values.Count; at++)
            {
                yield return new Line(scope.Name, MetricDefinitions.All[at].Title, null, scope.Values[at], null, null, null);
            }
        }
    }

    private sealed record Line(string Scope, string Metric, string? Part, int Month, decimal? Promised, int? Year, decimal? PromisedSoFar);
}

/// <summary>A month in an address: 2026-10.</summary>
internal static class Months
{
    /// <exception cref="NotFoundException">It is no month.</exception>
    public static YearMonth Read(string month) => YearMonth.TryParse(month, out var read) ? read : throw new NotFoundException("month");
}

/// <summary>Which rows of a figure: ?scope=neighbourhood&amp;id=3&amp;period=year.</summary>
public sealed class RowsQuery
{
    public string? Scope { get; init; }

    public long Id { get; init; }

    public string? Period { get; init; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public SeeRowsBehind ToRequest(YearMonth month, string metric, bool all) => new(
        month,
        Period == "year" ? MetricPeriod.YearToDate : MetricPeriod.Month,
        MetricName.TryParse(metric, out var known) ? known : throw new NotFoundException("metric"),
        Scope switch
        {
            "neighbourhood" => MetricScope.Neighbourhood,
            "worker" => MetricScope.Worker,
            _ => MetricScope.Programme,
        },
        Scope is "neighbourhood" or "worker" ? Id : 0,
        new ListRequest(Sort: Sort, Page: Page) { All = all });
}

public sealed record RowsModel(YearMonth Month, RowsQuery Query, RowsBehind Behind)
{
    public static string AddressOf(RowBehind row) => row.Kind switch
    {
        RowKind.Conversation => $"/conversations/{row.Id}",
        RowKind.Asset => $"/assets/{row.Id}",
        RowKind.Activity => $"/activities/{row.Id}",
        RowKind.Signpost => $"/signposts/{row.Id}",
        RowKind.Meeting => $"/meetings/{row.Id}",
        _ => $"/connections/{row.Id}",
    };

    public bool WholeYear => Query.Period == "year";

    /// <summary>Some rows lie outside what this viewer works on.</summary>
    public bool SomeHidden => Behind.Rows.Total < Behind.Value && !Behind.Rows.MoreThanCounted;
}
