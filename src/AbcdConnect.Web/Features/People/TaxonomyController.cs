using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.People;

/// <summary>The shared words for what people bring.</summary>
public sealed class TaxonomyController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("taxonomy")]
    public async Task<IActionResult> Terms(TaxonomyFilter filter) => View("Taxonomy", new TaxonomyPage(await Send(filter.ToRequest()), filter));

    [HttpGet("taxonomy.csv")]
    public async Task<IActionResult> TermsCsv(TaxonomyFilter filter) => CsvFile.Of(
        "taxonomy",
        (await Send(filter.ToRequest(all: true))).Items,
        ("kind", t => t.Kind.ToString().ToLowerInvariant()),
        ("group", t => t.Group),
        ("name", t => t.Name),
        ("synonyms", t => t.Synonyms),
        ("used", t => t.Used));

    [HttpGet("taxonomy/new")]
    public async Task<IActionResult> Add()
    {
        // Nothing to read but the right to be here.
        await Send(new ListTaxonomy(new Application.Common.ListRequest()));
        return View("Term", new TermFormPage(new TermForm(), null, 0));
    }

    [HttpPost("taxonomy/new")]
    public Task<IActionResult> Add(TermForm form) => Submit(
        () => Send(form.ToRequest(null)),
        _ =>
        {
            Saved("Added. It is in the list from now on.");
            return Redirect("/taxonomy");
        },
        () => Task.FromResult<IActionResult>(View("Term", new TermFormPage(form, null, 0))));

    [HttpGet("taxonomy/{id:long}/change")]
    public async Task<IActionResult> Change(long id)
    {
        var term = await Send(new ShowGiftTerm(new GiftTermId(id)));
        return View("Term", new TermFormPage(new TermForm { Kind = term.Kind, Group = term.Group, Name = term.Name, Synonyms = term.Synonyms }, id, term.Used));
    }

    [HttpPost("taxonomy/{id:long}/change")]
    public Task<IActionResult> Change(long id, TermForm form) => Submit(
        () => Send(form.ToRequest(id)),
        _ =>
        {
            Saved("Saved. What people said under it stays under it.");
            return Redirect("/taxonomy");
        },
        async () => View("Term", new TermFormPage(form, id, (await Send(new ShowGiftTerm(new GiftTermId(id)))).Used)));
}
