using AbcdConnect.Application.Access;
using AbcdConnect.Application.Reports;
using AbcdConnect.Application.Reports.Preparing;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>A report on its way: its parts and words, a second person's look, publishing.</summary>
[Route("reports")]
public sealed class PreparingController(IMediator mediator) : ReportPages(mediator)
{
    [HttpGet("{period}/draft")]
    public async Task<IActionResult> Draft(string period) => View("Draft", await Send(new DraftReport(await Period(period))));

    [HttpGet("{period}/draft.pdf")]
    public async Task<IActionResult> DraftPdf(string period)
    {
        var printed = await Send(new PrintDraft(await Period(period)));
        return printed.Pdf is { } pdf ? File(pdf, "application/pdf", $"outcome-report-{printed.Period}-draft.pdf") : NotPrinted(printed);
    }

    [HttpGet("{period}/draft/parts")]
    [Needs(Permission.PublishReports)]
    public async Task<IActionResult> Parts(string period)
    {
        var read = await Period(period);
        return FormView("Parts", new PartsPage(PartsForm.Of(await Send(new SeeSections(read))), read));
    }

    [HttpPost("{period}/draft/parts")]
    [Needs(Permission.PublishReports)]
    public async Task<IActionResult> Parts(string period, PartsForm form)
    {
        var read = await Period(period);
        return await Submit(
            () => Send(form.ToRequest(read)),
            () =>
            {
                Saved("Kept. This is how it reads now.");
                return RedirectToAction(nameof(Draft), new { period });
            },
            async () =>
            {
                var stored = PartsForm.Of(await Send(new SeeSections(read)));
                form.Version = stored.Version;
                return FormView("Parts", new PartsPage(form, read) { Conflict = ConflictOf(stored.Compared(), form.Compared()) });
            });
    }

    [HttpPost("{period}/ask")]
    [Needs(Permission.PublishReports)]
    public Task<IActionResult> Ask(string period, AskForm form) => Answer(
        period,
        read => Send(new AskForApproval(read, form.Asked, form.Version)),
        "They are asked, and told by e-mail.");

    [HttpPost("{period}/approve")]
    [Needs(Permission.ApproveReports)]
    public Task<IActionResult> Approve(string period, string? sha256) => Answer(
        period,
        read => Send(new ApproveReport(read, sha256 ?? "")),
        "You have approved it. Whoever asked you can publish it now.");

    [HttpPost("{period}/send-back")]
    [Needs(Permission.ApproveReports)]
    public Task<IActionResult> SendBack(string period, string? remark)
    {
        ViewData["Remark"] = remark;
        return Answer(period, read => Send(new SendReportBack(read, remark ?? "")), "It is sent back, with your remark.");
    }

    [HttpPost("{period}/publish")]
    [Needs(Permission.PublishReports)]
    public async Task<IActionResult> Publish(string period)
    {
        var read = await Period(period);
        return await Submit(
            () => Send(new PublishReport(read)),
            edition =>
            {
                Saved($"Edition {edition} is published. It will never change; a correction is a new edition.");
                return RedirectToAction(nameof(ReportsController.Report), "Reports", new { period });
            },
            () => ShowDraft(read));
    }

    private async Task<IActionResult> Answer(string period, Func<ReportPeriod, Task> send, string saved)
    {
        var read = await Period(period);
        return await Submit(
            () => send(read),
            () =>
            {
                Saved(saved);
                return RedirectToAction(nameof(Draft), new { period });
            },
            () => ShowDraft(read));
    }

    private async Task<IActionResult> ShowDraft(ReportPeriod period)
    {
        if (ViewData[Overtaken] is WhoWasFirst first)
        {
            ModelState.AddModelError("", $"{first.Name} changed this report while you were looking at it. It is below as it stands now: read it, then ask again.");
        }

        return View("Draft", await Send(new DraftReport(period)));
    }
}
