using AbcdConnect.Application.Common;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Reports;

[Route("reports")]
public sealed class ReportsController(IMediator mediator) : AbcdController(mediator)
{
    private const int LargestFile = 20 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> List(ListRequest list) => View("Reports", await Send(new ListReports(list)));

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
            ("SHA-256 of the figures", r => r.FiguresSha256),
            ("SHA-256 of the PDF", r => r.PdfSha256));
    }

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

    [HttpGet("{period}/draft")]
    public async Task<IActionResult> Draft(string period) => View("Draft", await Send(new DraftReport(await Period(period))));

    [HttpGet("{period}/draft.pdf")]
    public async Task<IActionResult> DraftPdf(string period)
    {
        var printed = await Send(new PrintDraft(await Period(period)));
        return printed.Pdf is { } pdf ? File(pdf, "application/pdf", $"outcome-report-{printed.Period}-draft.pdf") : NotPrinted(printed);
    }

    [HttpPost("{period}/publish")]
    public Task<IActionResult> Publish(string period) => Submit(
        async () => await Send(new PublishReport(await Period(period))),
        edition =>
        {
            Saved($"Edition {edition} is published. It will never change; a correction is a new edition.");
            return RedirectToAction(nameof(Report), new { period });
        },
        async () => View("Draft", await Send(new DraftReport(await Period(period)))));

    [HttpGet("verify")]
    public async Task<IActionResult> Verify() => View("Verify", new VerifyForm { NothingPublished = (await Send(new ListReports(new ListRequest()))).IsEmpty });

    [HttpPost("verify")]
    [RequestSizeLimit(LargestFile)]
    public Task<IActionResult> Verify(VerifyForm form) => Submit(
        async () => await Send(new VerifyReport(await form.Hash(HttpContext.RequestAborted))),
        found => View("Verify", form.Answered(found)),
        () => Task.FromResult<IActionResult>(View("Verify", form)));

    // Only a year's address needs to know when the programme's year begins.
    private Task<ReportPeriod> Period(string address) =>
        YearMonth.TryParse(address, out var month) ? Task.FromResult<ReportPeriod>(month) : Send(new FindPeriod(address));

    private ViewResult NotPrinted(PrintedReport printed)
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return View("NotPrinted", printed);
    }
}
