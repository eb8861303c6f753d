using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Connections;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Connections;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Connections;

[Route("introductions")]
public sealed class IntroductionsController(IMediator mediator, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> List(IntroductionFilter filter)
    {
        ViewData["Rows"] = await Send(RequestOf(filter, all: false));
        ViewData["Choices"] = await Send(new ListPlacesAndWorkers());
        return View("Introductions", filter);
    }

    [HttpGet("/introductions.csv")]
    public async Task<IActionResult> Csv(IntroductionFilter filter) => CsvFile.Of(
        "introductions",
        (await Send(RequestOf(filter, all: true))).Items,
        ("Date", i => i.On),
        ("Who", i => i.Person.Name),
        ("To", i => i.To.Name),
        ("What came of it", i => ConnectionText.Of(i.Outcome)),
        ("Why", i => i.Why),
        ("Neighbourhood", i => i.Neighbourhood),
        ("Worker", i => i.Worker));

    [HttpGet("new")]
    [Needs(Permission.ChangeConnections)]
    public Task<IActionResult> New([FromQuery] long? person, [FromQuery] long? to, [FromQuery] long? asset)
    {
        ModelState.Clear();
        return Form(new IntroductionForm
        {
            On = clock.Today(),
            From = person is { } somebody ? $"person-{somebody}" : null,
            To = to is { } other ? $"person-{other}" : asset is { } place ? $"asset-{place}" : null,
        });
    }

    [HttpPost("new")]
    [Needs(Permission.ChangeConnections)]
    public async Task<IActionResult> Introduce(IntroductionForm form)
    {
        if (!string.IsNullOrWhiteSpace(form.FromName))
        {
            var found = (await Send(new SuggestEnds(form.FromName))).Where(f => f.End.Person is not null).ToList();
            ViewData["Froms"] = found;
            if (EndsTyped.Settle(ModelState, nameof(form.From), form.From, form.FromName, found) is { } from)
            {
                (form.From, form.FromName) = (from, null);
            }
        }

        if (!string.IsNullOrWhiteSpace(form.ToName))
        {
            var found = await Send(new SuggestEnds(form.ToName));
            ViewData["Tos"] = found;
            if (EndsTyped.Settle(ModelState, nameof(form.To), form.To, form.ToName, found) is { } to)
            {
                (form.To, form.ToName) = (to, null);
            }
        }

        ConsentNeeded? needed = null;
        var shown = await Submit(
            () => Send(form.ToRequest(clock.Today())),
            answer =>
            {
                needed = answer as ConsentNeeded;
                return answer is Introduced introduced ? Done(introduced, form.BackTo) : NoContent();
            },
            () => Form(form));
        return needed is null ? shown : await Asked(form, needed);
    }

    [HttpGet("{id:long}")]
    public Task<IActionResult> Open(long id) => Show(id, new OutcomeForm { On = clock.Today() });

    [HttpPost("{id:long}/outcome")]
    [Needs(Permission.ChangeConnections)]
    public Task<IActionResult> Settle(long id, OutcomeForm form)
    {
        if (form.Connected is null)
        {
            ModelState.AddModelError(nameof(form.Connected), "Choose what came of it");
        }

        return Submit(
            () => Send(form.ToRequest(IntroductionId.From(id), clock.Today())),
            connection =>
            {
                Saved(connection is null ? "Noted. Not every match is one, and that is fine." : "They are connected now. Well introduced.");
                return RedirectToAction(nameof(Open), new { id });
            },
            () => Show(id, form));
    }

    private static ListIntroductions RequestOf(IntroductionFilter filter, bool all) => new(
        new ListRequest(null, filter.Sort, filter.Page) { All = all },
        filter.Outcome,
        filter.Neighbourhood is { } neighbourhood ? NeighbourhoodId.From(neighbourhood) : null,
        filter.From,
        filter.To);

    private IActionResult Done(Introduced introduced, string? backTo)
    {
        Saved("Introduced. Come back when you know what came of it.");
        return Url.IsLocalUrl(backTo) ? LocalRedirect(backTo) : RedirectToAction(nameof(Open), new { id = introduced.Id.Value });
    }

    // A yes is missing: the same page, with room to record it.
    private Task<IActionResult> Asked(IntroductionForm form, ConsentNeeded needed)
    {
        form.Consents = [.. needed.From.Select(p => form.Consents.Find(c => c.Person == p.Person!.Value.Value) ?? new ConsentForm { Person = p.Person!.Value.Value, On = clock.Today() })];
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith(nameof(form.Consents), StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        ViewData["Needed"] = needed;
        return Form(form);
    }

    private async Task<IActionResult> Form(IntroductionForm form)
    {
        ViewData["Named"] = await Send(new NameEnds(Ends.Read(form.From), Ends.Read(form.To)));
        return View("Introduce", form);
    }

    private async Task<IActionResult> Show(long id, OutcomeForm form)
    {
        ViewData["Introduction"] = await Send(new OpenIntroduction(IntroductionId.From(id)));
        return View("Introduction", form);
    }
}
