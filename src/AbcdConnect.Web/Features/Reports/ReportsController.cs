using AbcdConnect.Application.Common;
using AbcdConnect.Application.Reports;
using AbcdConnect.Web.Features.Metrics;
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
            ("Month", r => r.Month.ToString()),
            ("Edition", r => r.Edition),
            ("Published", r => r.PublishedAt),
            ("What moved", r => r.WhatMoved),
            ("SHA-256 of the figures", r => r.FiguresSha256),
            ("SHA-256 of the PDF", r => r.PdfSha256));
    }

    [HttpGet("{month}")]
    public async Task<IActionResult> Report(string month, int? edition) => View("Report", await Send(new SeeReport(Months.Read(month), edition)));

    [HttpGet("{month}.pdf")]
    public async Task<IActionResult> Pdf(string month, int? edition)
    {
        var printed = await Send(new PrintReport(Months.Read(month), edition));
        return printed.Pdf is { } pdf ? File(pdf, "application/pdf", $"outcome-report-{printed.Month}-edition-{printed.Edition}.pdf") : NotPrinted(printed);
    }

    [HttpGet("{month}.csv")]
    public async Task<IActionResult> Csv(string month, int? edition)
    {
        var report = await Send(new SeeReport(Months.Read(month), edition));
        return File(ReportCsv.Of(report.Sheet), "text/csv; charset=utf-8", $"outcome-report-{report.Sheet.Month}-edition-{report.Sheet.Edition}.csv");
    }

    /// <summary>The frozen figures as they are kept, to compute their SHA-256 from.</summary>
    [HttpGet("{month}.json")]
    public async Task<IActionResult> Json(string month, int? edition)
    {
        var report = await Send(new SeeReport(Months.Read(month), edition));
        return File(System.Text.Encoding.UTF8.GetBytes(report.Json), "application/json", $"outcome-report-{report.Sheet.Month}-edition-{report.Sheet.Edition}.json");
    }

    [HttpGet("{month}/draft")]
    public async Task<IActionResult> Draft(string month) => View("Draft", await Send(new DraftReport(Months.Read(month))));

    [HttpGet("{month}/draft.pdf")]
    public async Task<IActionResult> DraftPdf(string month)
    {
        var printed = await Send(new PrintDraft(Months.Read(month)));
        return printed.Pdf is { } pdf ? File(pdf, "application/pdf", $"outcome-report-{printed.Month}-draft.pdf") : NotPrinted(printed);
    }

    [HttpPost("{month}/publish")]
    public Task<IActionResult> Publish(string month) => Submit(
        () => Send(new PublishReport(Months.Read(month))),
        edition =>
        {
            Saved($"Edition {edition} is published. It will never change; a correction is a new edition.");
            return RedirectToAction(nameof(Report), new { month });
        },
        async () => View("Draft", await Send(new DraftReport(Months.Read(month)))));

    [HttpGet("verify")]
    public async Task<IActionResult> Verify() => View("Verify", new VerifyForm { NothingPublished = (await Send(new ListReports(new ListRequest()))).IsEmpty });

    [HttpPost("verify")]
    [RequestSizeLimit(LargestFile)]
    public Task<IActionResult> Verify(VerifyForm form) => Submit(
        async () => await Send(new VerifyReport(await form.Hash(HttpContext.RequestAborted))),
        found => View("Verify", form.Answered(found)),
        () => Task.FromResult<IActionResult>(View("Verify", form)));

    private ViewResult NotPrinted(PrintedReport printed)
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return View("NotPrinted", printed);
    }
}
