using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Table;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Table;

/// <summary>The table itself: who comes, who is missing, what comes of it, who acts with whom.</summary>
[Route("meetings")]
public sealed class TableController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("table")]
    [Needs(Permission.SeeAgencies)]
    public async Task<IActionResult> Attendance(string? until, long? neighbourhood) =>
        View("Attendance", new TablePage<TableView>(await Send(new SeeTable(Span(until, neighbourhood))), neighbourhood));

    [HttpGet("table.csv")]
    [Needs(Permission.SeeAgencies)]
    public async Task<IActionResult> AttendanceCsv(string? until, long? neighbourhood) => CsvFile.Of(
        "table-agencies",
        (await Send(new SeeTable(Span(until, neighbourhood)))).Agencies,
        ("Agency", a => a.Name),
        ("Sector", a => a.Sector),
        ("Meetings asked to", a => a.Asked),
        ("Came to", a => a.Came),
        ("Apologies", a => a.Apologies),
        ("Last came", a => a.LastCame),
        ("Left on", a => a.LeftOn));

    [HttpGet("table/sectors.csv")]
    [Needs(Permission.SeeAgencies)]
    public async Task<IActionResult> SectorsCsv(string? until, long? neighbourhood)
    {
        var table = await Send(new SeeTable(Span(until, neighbourhood)));
        return CsvFile.Of("table-sectors", table.Sectors, [("Sector", s => s.Sector), .. table.Months.Select((m, at) => (m.ToString(), (Func<SectorAttendance, object?>)(s => s.ByMonth[at]))), ("In the year", s => s.Agencies)]);
    }

    [HttpGet("table/promises")]
    [Needs(Permission.SeeAgencies)]
    public async Task<IActionResult> Promises(string? until, long? neighbourhood) =>
        View("Promises", new TablePage<PromisesView>(await Send(new SeePromises(Span(until, neighbourhood))), neighbourhood));

    [HttpGet("table/promises.csv")]
    [Needs(Permission.SeeAgencies)]
    public async Task<IActionResult> PromisesCsv(string? until, long? neighbourhood) => CsvFile.Of(
        "table-promises",
        (await Send(new SeePromises(Span(until, neighbourhood)))).Agencies,
        ("Agency", a => a.Name),
        ("Sector", a => a.Sector),
        ("Decisions it helps to carry out", a => a.Decisions),
        ("Actions", a => a.Actions),
        ("Done", a => a.DoneActions),
        ("Done on time", a => a.Kept.OnTime),
        ("Done late", a => a.Kept.Late),
        ("Promised day passed, not done", a => a.Kept.Open));

    [HttpGet("table/network")]
    [Needs(Permission.SeeAgencies)]
    public async Task<IActionResult> Network(string? until, long? neighbourhood) =>
        View("Network", new TablePage<NetworkView>(await Send(new SeeNetwork(Span(until, neighbourhood))), neighbourhood));

    [HttpGet("table/network.csv")]
    [Needs(Permission.SeeAgencies)]
    public async Task<IActionResult> NetworkCsv(string? until, long? neighbourhood) => CsvFile.Of(
        "table-network",
        (await Send(new SeeNetwork(Span(until, neighbourhood)))).Nodes,
        ("Agency", n => n.Name),
        ("Sector", n => n.Sector),
        ("Tied with", n => n.Tied),
        ("Betweenness", n => Math.Round(n.Between, 4)),
        ("Cut vertex", n => n.Bridges));

    [HttpGet("table/ties.csv")]
    [Needs(Permission.SeeAgencies)]
    public async Task<IActionResult> TiesCsv(string? until, long? neighbourhood)
    {
        var network = await Send(new SeeNetwork(Span(until, neighbourhood)));
        return CsvFile.Of(
            "table-ties",
            network.Ties,
            ("Agency", t => network.Nodes[t.One].Name),
            ("And", t => network.Nodes[t.Other].Name),
            ("Meetings both came to", t => t.Meetings),
            ("Meetings both took something on at", t => t.Acted));
    }

    /// <summary>The register of decisions.</summary>
    [HttpGet("decisions")]
    public async Task<IActionResult> Decisions(string? q, string? sort, int page = 1) => View("Decisions", await Send(new SearchDecisions(new ListRequest(q, sort, page))));

    [HttpGet("decisions.csv")]
    public async Task<IActionResult> DecisionsCsv(string? q, string? sort) => CsvFile.Of(
        "decisions",
        (await Send(new SearchDecisions(new ListRequest(q, sort) { All = true }))).Items,
        ("Date", d => d.HeldOn),
        ("Decision", d => d.Text),
        ("Meeting", d => d.Meeting),
        ("Neighbourhood", d => d.Neighbourhood),
        ("Actions", d => d.Actions),
        ("Done", d => d.Done),
        ("Agencies", d => d.Agencies));

    // A month that is none is no month asked for: the page shows this year.
    private static TableSpan Span(string? until, long? neighbourhood) =>
        new(YearMonth.TryParse(until, out var month) ? month : null, neighbourhood is { } place ? new NeighbourhoodId(place) : null);
}

internal sealed record TablePage<T>(T Table, long? Neighbourhood);

internal sealed record TableTools(string Path, IReadOnlyList<YearMonth> Months, IReadOnlyList<NeighbourhoodChoice> Tables, long? Neighbourhood);
