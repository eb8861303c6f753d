using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.People;

/// <summary>Two pages about one person, made one; and two people again.</summary>
public sealed class MergesController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("people/{id:long}/merge")]
    public Task<IActionResult> Merge(long id, long? with, string? q) => MergeView(id, with, q, new MergeForm());

    [HttpPost("people/{id:long}/merge")]
    public Task<IActionResult> Merge(long id, MergeForm form) => Submit(
        async () => await Send(form.ToRequest(id, await Send(new ComparePeople(new PersonId(id), new PersonId(form.With))))),
        _ =>
        {
            Saved("One page now tells the whole story. You can undo this from here.");
            return Redirect($"/people/{id}");
        },
        () => MergeView(id, form.With, null, form));

    [HttpPost("merges/{id:long}/undo")]
    public async Task<IActionResult> Undo(long id)
    {
        var person = await Send(new UndoMerge(new PersonMergeId(id)));
        Saved("They are two people again, each with their own story.");
        return Redirect($"/people/{person}");
    }

    private async Task<IActionResult> MergeView(long id, long? with, string? q, MergeForm form)
    {
        await Send(new OpenPersonForm());
        if (await Send(new TellPersonsStory(new PersonId(id))) is not PersonsStory person)
        {
            return NotFound();
        }

        if (with is not { } other)
        {
            var found = string.IsNullOrWhiteSpace(q) ? person.FullName : q;
            var candidates = (await Send(new ListPeople(new ListRequest(found)))).Items.Where(p => p.Id.Value != id).ToList();
            return View("Merge", new MergePage(form, id, person.FullName, null, candidates, q));
        }

        var both = await Send(new ComparePeople(new PersonId(id), new PersonId(other)));
        form.With = other;
        form.Version = both.Kept.Version;
        form.OtherVersion = both.Merged.Version;
        return View("Merge", new MergePage(form, id, person.FullName, both, [], q));
    }
}
