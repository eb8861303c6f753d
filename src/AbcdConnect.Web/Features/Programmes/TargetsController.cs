using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Programmes;

public sealed class TargetsController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("programme/targets")]
    public async Task<IActionResult> Index(string? sort, Metric? metric, long? neighbourhood, bool ended = false, int page = 1) => View("Targets", new TargetsPage(
        await Send(new ListTargets(new ListRequest(null, sort, page), metric, Place(neighbourhood), ended)),
        (await Send(new ListNeighbourhoods(new ListRequest { All = true }))).Items,
        (await Send(new SeeProgramme())).MayChange,
        metric,
        neighbourhood,
        ended));

    [HttpGet("programme/targets.csv")]
    public async Task<IActionResult> Csv(string? sort, Metric? metric, long? neighbourhood, bool ended = false) => CsvFile.Of(
        "targets",
        (await Send(new ListTargets(new ListRequest(null, sort) { All = true }, metric, Place(neighbourhood), ended))).Items,
        ("What", t => t.Metric),
        ("Neighbourhood", t => t.Neighbourhood),
        ("Amount", t => t.Amount),
        ("Per", t => t.Per),
        ("For FTE", t => t.PerFte),
        ("From", t => t.From.ToString()),
        ("To", t => t.To?.ToString()));

    [HttpGet("programme/targets/new")]
    [Needs(Permission.ChangeProgramme)]
    public async Task<IActionResult> Promise() => FormView("TargetForm", new TargetPage(null, new TargetForm(), await Places()));

    [HttpPost("programme/targets/new")]
    [Needs(Permission.ChangeProgramme)]
    public Task<IActionResult> Promise(TargetForm form) => Submit(
        () => Send(form.ToRequest()),
        _ =>
        {
            Saved("The target holds from the month you named.");
            return Redirect("/programme/targets");
        },
        async () => FormView("TargetForm", new TargetPage(null, form, await Places())));

    [HttpGet("programme/targets/{id:long}/change")]
    [Needs(Permission.ChangeProgramme)]
    public async Task<IActionResult> Change(long id)
    {
        var target = await See(id);
        return FormView("TargetForm", new TargetPage(target, TargetForm.Of(target), await Places()));
    }

    [HttpPost("programme/targets/{id:long}/change")]
    [Needs(Permission.ChangeProgramme)]
    public Task<IActionResult> Change(long id, TargetForm form) => Submit(
        () => Send(form.ToRequest(new TargetId(id))),
        () =>
        {
            Saved("The target is changed. Reports already published keep the old one.");
            return Redirect("/programme/targets");
        },
        async () =>
        {
            var target = await See(id);
            var stored = TargetForm.Of(target);
            (form.Version, form.Metric, form.Neighbourhood) = (stored.Version, stored.Metric, stored.Neighbourhood);
            return FormView("TargetForm", new TargetPage(target, form, await Places()) { Conflict = ConflictOf(stored, form) });
        });

    [HttpGet("programme/targets/{id:long}/end")]
    [Needs(Permission.ChangeProgramme)]
    public async Task<IActionResult> End(long id) => FormView("TargetEnds", new TargetEndsPage(await See(id), new EndTargetForm()));

    [HttpPost("programme/targets/{id:long}/end")]
    [Needs(Permission.ChangeProgramme)]
    public Task<IActionResult> End(long id, EndTargetForm form) => Submit(
        () => Send(form.ToRequest(new TargetId(id))),
        () =>
        {
            Saved("The target ends with that month.");
            return Redirect("/programme/targets");
        },
        async () => FormView("TargetEnds", new TargetEndsPage(await See(id), form)));

    private Task<TargetRow> See(long id) => Send(new SeeTarget(new TargetId(id)));

    private async Task<IReadOnlyList<Choice>> Places() =>
        [.. (await Send(new ListNeighbourhoods(new ListRequest { All = true }))).Items.Select(n => new Choice(n.Name, n.Id.Value))];

    private static NeighbourhoodId? Place(long? id) => id is { } known ? new NeighbourhoodId(known) : null;
}

internal sealed record TargetsPage(Page<TargetRow> List, IReadOnlyList<NeighbourhoodRow> Neighbourhoods, bool MayChange, Metric? Metric, long? Neighbourhood, bool Ended);

internal sealed record TargetPage(TargetRow? Target, TargetForm Form, IReadOnlyList<Choice> Places) : FormPage<TargetForm>(Form);

internal sealed record TargetEndsPage(TargetRow Target, EndTargetForm Form) : FormPage<EndTargetForm>(Form);
