using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Programmes;

public sealed class NeighbourhoodsController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("programme/neighbourhoods")]
    public async Task<IActionResult> Index(string? q, string? sort, int page = 1) =>
        View("Neighbourhoods", await Send(new ListNeighbourhoods(new ListRequest(q, sort, page))));

    [HttpGet("programme/neighbourhoods.csv")]
    public async Task<IActionResult> Csv(string? q, string? sort) => CsvFile.Of(
        "neighbourhoods",
        (await Send(new ListNeighbourhoods(new ListRequest(q, sort) { All = true }))).Items,
        ("Neighbourhood", n => n.Name),
        ("Code", n => n.Code),
        ("Population", n => n.Population),
        ("LSOA codes", n => n.LsoaCodes),
        ("Has a boundary", n => n.Boundary is not null));

    [HttpGet("programme/neighbourhoods/new")]
    [Needs(Permission.ChangeProgramme)]
    public IActionResult Define() => FormView("NeighbourhoodForm", new NeighbourhoodPage(null, new NeighbourhoodForm()));

    [HttpPost("programme/neighbourhoods/new")]
    [Needs(Permission.ChangeProgramme)]
    public Task<IActionResult> Define(NeighbourhoodForm form) => Submit(
        () => Send(form.ToRequest()),
        id =>
        {
            Saved($"{form.Name} is one of the programme's neighbourhoods.");
            return Redirect($"/programme/neighbourhoods/{id}");
        },
        () => Task.FromResult<IActionResult>(FormView("NeighbourhoodForm", new NeighbourhoodPage(null, form))));

    [HttpGet("programme/neighbourhoods/{id:long}")]
    public async Task<IActionResult> Show(long id) => View("Neighbourhood", await Send(new SeeNeighbourhood(new NeighbourhoodId(id))));

    [HttpGet("programme/neighbourhoods/{id:long}/change")]
    [Needs(Permission.ChangeProgramme)]
    public async Task<IActionResult> Change(long id)
    {
        var seen = await Send(new SeeNeighbourhood(new NeighbourhoodId(id)));
        return FormView("NeighbourhoodForm", new NeighbourhoodPage(seen, NeighbourhoodForm.Of(seen)));
    }

    [HttpPost("programme/neighbourhoods/{id:long}/change")]
    [Needs(Permission.ChangeProgramme)]
    public Task<IActionResult> Change(long id, NeighbourhoodForm form) => Submit(
        () => Send(form.ToRequest(new NeighbourhoodId(id))),
        () =>
        {
            Saved($"{form.Name} is changed.");
            return Redirect($"/programme/neighbourhoods/{id}");
        },
        async () =>
        {
            var seen = await Send(new SeeNeighbourhood(new NeighbourhoodId(id)));
            var stored = NeighbourhoodForm.Of(seen);
            form.Version = stored.Version;
            form.Code = stored.Code;
            return FormView("NeighbourhoodForm", new NeighbourhoodPage(seen, form) { Conflict = ConflictOf(stored, form) });
        });

    [HttpGet("programme/neighbourhoods/{id:long}/boundary")]
    [Needs(Permission.ChangeProgramme)]
    public async Task<IActionResult> Boundary(long id)
    {
        var seen = await Send(new SeeNeighbourhood(new NeighbourhoodId(id)));
        return FormView("Boundary", new BoundaryPage(seen, BoundaryForm.Of(seen)));
    }

    [HttpPost("programme/neighbourhoods/{id:long}/boundary")]
    [Needs(Permission.ChangeProgramme)]
    public Task<IActionResult> Boundary(long id, BoundaryForm form) => Submit(
        () => Send(new DrawBoundary(new NeighbourhoodId(id), form.Corners ?? "", form.Version)),
        found =>
        {
            Saved(found == 0 ? "The boundary is drawn." : $"The boundary is drawn, and {found} {(found == 1 ? "entry" : "entries")} of the map found their neighbourhood.");
            return Redirect($"/programme/neighbourhoods/{id}");
        },
        async () =>
        {
            var seen = await Send(new SeeNeighbourhood(new NeighbourhoodId(id)));
            var stored = BoundaryForm.Of(seen);
            form.Version = stored.Version;
            return FormView("Boundary", new BoundaryPage(seen, form) { Conflict = ConflictOf(stored, form) });
        });
}

internal sealed record BoundaryPage(NeighbourhoodView Neighbourhood, BoundaryForm Form) : FormPage<BoundaryForm>(Form);

internal sealed record NeighbourhoodPage(NeighbourhoodView? Neighbourhood, NeighbourhoodForm Form) : FormPage<NeighbourhoodForm>(Form);
