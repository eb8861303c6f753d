using AbcdConnect.Application.Access;
using AbcdConnect.Application.Reports.Preparing;
using AbcdConnect.Application.Reports.Value;
using AbcdConnect.Domain.Reports;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>How reports are published, and the sums of money that the programme answers for.</summary>
[Route("reports/settings")]
public sealed class SettingsController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    [Needs(Permission.PublishReports)]
    public async Task<IActionResult> Settings() => View("Settings", await Page());

    [HttpPost("")]
    [Needs(Permission.PublishReports)]
    public Task<IActionResult> Settings(SecondLookForm form) => Submit(
        () => Send(new ChangeReportSettings(form.SecondLook, form.Version)),
        () => Kept(form.SecondLook ? "A second person approves each report before it is published." : "Reports are published without a second look."),
        async () =>
        {
            if (ViewData[Overtaken] is WhoWasFirst first)
            {
                ModelState.AddModelError("", $"{first.Name} changed the programme while you were looking at this. It is below as it stands now.");
            }

            return View("Settings", await Page());
        });

    [HttpGet("value")]
    [Needs(Permission.PublishReports)]
    public IActionResult Value() => View("Value", new ValueForm());

    [HttpPost("value")]
    [Needs(Permission.PublishReports)]
    public Task<IActionResult> Value(ValueForm form) => Submit(
        () => Send(form.ToRequest()),
        _ => Kept("The sum is kept. It is in a report only where its part on cost and value is chosen."),
        () => Task.FromResult<IActionResult>(View("Value", form)));

    [HttpPost("value/{id:long}/remove")]
    [Needs(Permission.PublishReports)]
    public Task<IActionResult> Remove(long id) => Submit(
        () => Send(new RemoveValueInput(new ValueInputId(id))),
        () => Kept("The sum is gone. Reports already published keep it."),
        async () => View("Settings", await Page()));

    private RedirectResult Kept(string words)
    {
        Saved(words);
        return Redirect("/reports/settings");
    }

    private async Task<SettingsPage> Page() => new(await Send(new SeeReportSettings()), await Send(new ListValueInputs()));
}

public sealed record SettingsPage(ReportSettings Settings, IReadOnlyList<ValueInputRow> Values);

public sealed class SecondLookForm
{
    public bool SecondLook { get; init; }

    public long Version { get; init; }
}
