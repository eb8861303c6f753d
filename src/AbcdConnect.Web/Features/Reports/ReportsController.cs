using AbcdConnect.Application.Common;
using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Places;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>Published reports, as pages and as files.</summary>
[Route("reports")]
public sealed class ReportsController(IMediator mediator) : ReportPages(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> List(ListRequest list) => View("Reports", new ReportsPage(await Send(new ListReports(list)), await Send(new SeeDashboard())));

    [HttpGet("/reports.csv")]
    public async Task<IActionResult> ListCsv(ListRequest list)
    {
        var reports = await Send(new ListReports(list with { All = true }));
        return CsvFile.Of(
            "reports",
            reports.Items,
            ("Period", r => r.Period.ToString()),
            ("Edition", r => r.Edition),
            ("Published", r => r.PublishedAt),
            ("What moved", r => r.WhatMoved),
            ("Identifier", r => ReportIdentifier.Of(r.FiguresSha256)),
            ("SHA-256 of the figures", r => r.FiguresSha256),
            ("SHA-256 of the PDF", r => r.PdfSha256));
    }

    /// <summary>What a commissioner starts with, for everybody who may read reports.</summary>
    [HttpGet("/dashboard")]
    public async Task<IActionResult> Dashboard() => View("Dashboard", await Send(new SeeDashboard()));

    [HttpGet("{period}")]
    public async Task<IActionResult> Report(string period, int? edition) => View("Report", await Send(new SeeReport(await Period(period), edition)));

    [HttpGet("{period}.pdf")]
    public async Task<IActionResult> Pdf(string period, int? edition)
    {
        var printed = await Send(new PrintReport(await Period(period), edition));
        return printed.Pdf is { } pdf ? File(pdf, "application/pdf", $"outcome-report-{printed.Period}-edition-{printed.Edition}.pdf") : NotPrinted(printed);
    }

    [HttpGet("{period}.csv")]
    public async Task<IActionResult> Csv(string period, int? edition)
    {
        var report = await Send(new SeeReport(await Period(period), edition));
        return File(ReportCsv.Of(report.Sheet), "text/csv; charset=utf-8", $"outcome-report-{report.Sheet.Period}-edition-{report.Sheet.Edition}.csv");
    }

    /// <summary>The frozen figures as they are kept, to compute their SHA-256 from.</summary>
    [HttpGet("{period}.json")]
    public async Task<IActionResult> Json(string period, int? edition)
    {
        var report = await Send(new SeeReport(await Period(period), edition));
        return File(System.Text.Encoding.UTF8.GetBytes(report.Json), "application/json", $"outcome-report-{report.Sheet.Period}-edition-{report.Sheet.Edition}.json");
    }

    /// <summary>The picture beside a story of an edition, as long as its teller lets us.</summary>
    [HttpGet("{period}/stories/{story:long}/picture")]
    [KeptByTheBrowser]
    public async Task<IActionResult> Picture(string period, long story, int edition)
    {
        var file = await Send(new SeePictureInReport(await Period(period), edition, new StoryId(story)));
        return this.ShowPicture(file.Content, file.MediaType, file.Hash);
    }

    [HttpGet("{period}/places/{place:long}")]
    public async Task<IActionResult> Place(string period, long place, int? edition) =>
        View("Place", await Send(new SeePlaceReport(await Period(period), new NeighbourhoodId(place), edition)));

    [HttpGet("{period}/places/{place:long}.pdf")]
    public async Task<IActionResult> PlacePdf(string period, long place, int? edition)
    {
        var printed = await Send(new PrintPlaceReport(await Period(period), new NeighbourhoodId(place), edition));
        return printed.Pdf is { } pdf ? File(pdf, "application/pdf", $"outcome-report-{printed.Period}-edition-{printed.Edition}-place-{place}.pdf") : NotPrinted(printed);
    }

    /// <summary>Whether the reader is told by e-mail when a report is out.</summary>
    [HttpPost("letters")]
    public async Task<IActionResult> Letters(bool wanted)
    {
        await Send(new ChooseReportLetters(wanted));
        Saved(wanted ? "You will be told by e-mail when a report is out." : "You will not be told by e-mail any more. Reports stand here as soon as they are out.");
        return RedirectToAction(nameof(List));
    }
}

/// <summary>What the pages about reports share.</summary>
public abstract class ReportPages(IMediator mediator) : AbcdController(mediator)
{
    // Only a year's address needs to know when the programme's year begins.
    private protected Task<ReportPeriod> Period(string address) =>
        YearMonth.TryParse(address, out var month) ? Task.FromResult<ReportPeriod>(month) : Send(new FindPeriod(address));

    private protected ViewResult NotPrinted(PrintedReport printed)
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return View("NotPrinted", printed);
    }
}

public sealed record ReportsPage(Page<ReportRow> Reports, Dashboard Dashboard)
{
    public ReportPeriod? YearEnded => Dashboard.YearEnded;
}
