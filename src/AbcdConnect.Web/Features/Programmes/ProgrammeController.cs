using AbcdConnect.Application.Access;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Programmes;

public sealed class ProgrammeController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("programme")]
    public async Task<IActionResult> Show() => View("Programme", await Send(new SeeProgramme()));

    [HttpGet("programme/change")]
    [Needs(Permission.ChangeProgramme)]
    public async Task<IActionResult> Change() => FormView("ProgrammeForm", new ProgrammePage(ProgrammeForm.Of(await Send(new SeeProgramme()))));

    [HttpPost("programme/change")]
    [Needs(Permission.ChangeProgramme)]
    public Task<IActionResult> Change(ProgrammeForm form) => Submit(
        () => Send(form.ToRequest()),
        () =>
        {
            Saved("The programme is changed.");
            return Redirect("/programme");
        },
        async () =>
        {
            var stored = ProgrammeForm.Of(await Send(new SeeProgramme()));
            form.Version = stored.Version;
            return FormView("ProgrammeForm", new ProgrammePage(form) { Conflict = ConflictOf(stored, form) });
        });
}

internal sealed record ProgrammePage(ProgrammeForm Form) : FormPage<ProgrammeForm>(Form);
