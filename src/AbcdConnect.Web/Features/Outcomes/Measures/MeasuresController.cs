using AbcdConnect.Application.Access;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Outcomes.Measures;

/// <summary>What the measures say of many, and which are asked.</summary>
[Route("measures")]
public sealed class MeasuresController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(DateOnly? from, DateOnly? to, long? place) =>
        View("Findings", await Send(new SeeMeasures(from, to < from ? null : to, place is { } id ? new NeighbourhoodId(id) : null)));

    [HttpGet("asked")]
    public async Task<IActionResult> Asked() => View("Asked", await Send(new ListMeasures()));

    [HttpPost("asked")]
    [Needs(Permission.ChangeProgramme)]
    public async Task<IActionResult> Ask(string code, bool isAsked)
    {
        await Send(new AskMeasure(code ?? "", isAsked));
        Saved(isAsked ? "It is among what can be asked from now on." : "Nobody is asked it a first time any more. Those who have begun are still followed up.");
        return Redirect("/measures/asked");
    }

    [HttpPost("follow-ups")]
    [Needs(Permission.ChangeProgramme)]
    public Task<IActionResult> FollowUps(string? months)
    {
        ViewData["Months"] = months;
        return Submit(
            () => Send(new SetFollowUps(AskingText.ReadMonths(months))),
            () =>
            {
                Saved("Whoever begins from now on is asked again then.");
                return Redirect("/measures/asked");
            },
            async () => View("Asked", await Send(new ListMeasures())));
    }

    [HttpGet("own/new")]
    [Needs(Permission.ChangeProgramme)]
    public IActionResult New() => FormView("Own", new OwnMeasurePage(null, new OwnMeasureForm()));

    [HttpPost("own/new")]
    [Needs(Permission.ChangeProgramme)]
    public Task<IActionResult> New(OwnMeasureForm form) => Submit(
        () => Send(form.ToRequest(null)),
        _ => Written(),
        () => Task.FromResult<IActionResult>(FormView("Own", new OwnMeasurePage(null, form))));

    [HttpGet("own/{code}")]
    [Needs(Permission.ChangeProgramme)]
    public async Task<IActionResult> Words(string code)
    {
        var known = await Known(code);
        return FormView("Own", new OwnMeasurePage(known, OwnMeasureForm.Of(known.Newest)));
    }

    [HttpPost("own/{code}")]
    [Needs(Permission.ChangeProgramme)]
    public async Task<IActionResult> Words(string code, OwnMeasureForm form)
    {
        var known = await Known(code);
        return await Submit(
            () => Send(form.ToRequest(code)),
            _ => Written(),
            async () => FormView("Own", new OwnMeasurePage(await Known(code), form)));
    }

    private RedirectResult Written()
    {
        Saved("The words are kept. Earlier answers keep the words they were given to.");
        return Redirect("/measures/asked");
    }

    private async Task<KnownMeasure> Known(string code) =>
        (await Send(new ListMeasures())).Measures.FirstOrDefault(m => m.IsOwn && m.Newest.Code == code) ?? throw new NotFoundException("set of questions");
}
