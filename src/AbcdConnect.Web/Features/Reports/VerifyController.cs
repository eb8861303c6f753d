using AbcdConnect.Application.Reports;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Reports;

/// <summary>Whether a file is a report that was published, for anybody who holds one.</summary>
[Route("reports/verify")]
[AllowAnonymous]
public sealed class VerifyController(IMediator mediator) : AbcdController(mediator)
{
    private const int LargestFile = 20 * 1024 * 1024;

    [HttpGet("")]
    public IActionResult Verify() => View("Verify", new VerifyForm());

    [HttpPost("")]
    [RequestSizeLimit(LargestFile)]
    public Task<IActionResult> Verify(VerifyForm form) => Submit(
        async () => await Send(new VerifyReport(await form.Mark(HttpContext.RequestAborted))),
        found => View("Verify", form.Answered(found)),
        () => Task.FromResult<IActionResult>(View("Verify", form)));
}
