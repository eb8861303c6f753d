using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Web.Features.Home;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Signposting;

[Route("signposts")]
public sealed class SignpostsController(IMediator mediator, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> List(SignpostFilter filter)
    {
        ViewData["Rows"] = await Send(RequestOf(filter, all: false));
        ViewData["Choices"] = await Send(new ListPlacesAndWorkers());
        return View(filter);
    }

    [HttpGet("/signposts.csv")]
    public async Task<IActionResult> Csv(SignpostFilter filter) => CsvFile.Of(
        "signposts",
        (await Send(RequestOf(filter, all: true))).Items,
        ("Date", s => s.GivenOn),
        ("Who", s => s.Person?.Name ?? "Nobody named"),
        ("Told about", s => s.Target),
        ("State", s => SignpostText.Of(s.State)),
        ("What stood in the way", s => s.Reason is { } reason ? SignpostText.Of(reason) : null),
        ("Ask again on", s => s.FollowUpDue),
        ("Neighbourhood", s => s.Neighbourhood),
        ("Worker", s => s.Worker));

    /// <summary>Places and activities as they are typed.</summary>
    [HttpGet("targets")]
    public async Task<IActionResult> Targets(string? q) =>
        Json((await Send(new SuggestTargets(q))).Select(t => new { id = SignpostForm.TargetOf(t), label = t.Name, detail = t.Activity is null ? "place" : "activity" }));

    [HttpGet("new")]
    [Needs(Permission.Signpost)]
    public Task<IActionResult> New([FromQuery] long? person, [FromQuery] long? asset, [FromQuery] long? activity, [FromQuery] long? conversation, [FromQuery] long? passedOnBy, [FromQuery] long? passedOnFrom)
    {
        ModelState.Clear();
        return Form(new SignpostForm
        {
            SubmissionId = Guid.NewGuid(),
            On = clock.Today(),
            PersonId = person,
            Target = asset is { } place ? $"asset-{place}" : activity is { } going ? $"activity-{going}" : null,
            Conversation = conversation,
            PassedOnBy = passedOnBy,
            PassedOnFrom = passedOnFrom,
        });
    }

    [HttpPost("new")]
    [Needs(Permission.Signpost)]
    public async Task<IActionResult> Give(SignpostForm form)
    {
        await Settle(form);
        return await Submit(
            () => Send(form.ToRequest(clock.Today())),
            id =>
            {
                Saved(form.PersonId is null ? "Noted. It counts as one person told." : "Noted. You will be reminded to ask in two weeks.");
                return RedirectToAction(nameof(Open), new { id = id.Value });
            },
            () => Form(form));
    }

    /// <summary>Undoes a slip of the thumb.</summary>
    [HttpPost("{id:long}/take-back")]
    [Needs(Permission.Signpost)]
    public Task<IActionResult> TakeBack(long id) => Submit(
        () => Send(new TakeBackSignpost(SignpostId.From(id))),
        () =>
        {
            Saved("Taken back, as if it had not been tapped.");
            return RedirectToAction(nameof(List));
        },
        () => Show(id, new AnswerForm()));

    /// <summary>What to give the person: one page in large print, in their language where there is one.</summary>
    [HttpGet("{id:long}/sheet")]
    [Needs(Permission.Signpost)]
    public async Task<IActionResult> Sheet(long id, [FromQuery] string? @in) => View("Sheet", new SheetPage(await Send(new MakeSheet(SignpostId.From(id), @in))));

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Open(long id) => await Show(id, new AnswerForm());

    [HttpPost("{id:long}/answer")]
    [Needs(Permission.Signpost)]
    public Task<IActionResult> Answer(long id, AnswerForm form)
    {
        if (form.Answer is null)
        {
            ModelState.AddModelError(nameof(form.Answer), "Choose what you know now");
        }

        return Submit(
            () => Send(form.ToRequest(SignpostId.From(id), clock.Today())),
            ticket =>
            {
                this.OfferToTakeBack(TodayText.Said(form.Answer!.Value), ticket);
                return Url.IsLocalUrl(form.BackTo) ? LocalRedirect(form.BackTo) : RedirectToAction(nameof(Open), new { id });
            },
            () => Show(id, form));
    }

    private static ListSignposts RequestOf(SignpostFilter filter, bool all) => new(
        new ListRequest(filter.Q, filter.Sort, filter.Page) { All = all },
        filter.State,
        filter.Neighbourhood is { } neighbourhood ? NeighbourhoodId.From(neighbourhood) : null,
        filter.Worker is { } worker ? UserId.From(worker) : null,
        filter.Due,
        filter.From,
        filter.To,
        filter.Reason);

    // Puts names typed without choosing (no script, or haste) where they belong.
    private async Task Settle(SignpostForm form)
    {
        if (!string.IsNullOrWhiteSpace(form.PersonName))
        {
            var prepared = await Send(form.ToPrepare() with { Asset = null, Activity = null });
            if (prepared.Typed is { Exactly: true, Fits: [var only] } || (prepared.Typed is { } typed && typed.Fits.FirstOrDefault(f => f.Id.Value == form.PersonId) is { } ticked && (only = ticked) is not null))
            {
                (form.PersonId, form.PersonName) = (only.Id.Value, null);
                ModelState.Remove(nameof(form.PersonName));
                ModelState.Remove(nameof(form.PersonId));
            }
            else
            {
                ModelState.AddModelError(nameof(form.PersonId), prepared.Typed is { Fits.Count: > 0 }
                    ? $"Who is “{form.PersonName}”? Tick the right one below"
                    : $"Nobody called “{form.PersonName}” is here yet. Log a conversation with them first, or empty the box to name nobody");
            }
        }

        if (!string.IsNullOrWhiteSpace(form.TargetName))
        {
            var found = await Send(new SuggestTargets(form.TargetName));
            if (found.FirstOrDefault(t => SignpostForm.TargetOf(t) == form.Target) is { } ticked || (found is [var sole] && string.Equals(sole.Name, form.TargetName.Trim(), StringComparison.CurrentCultureIgnoreCase) && (ticked = sole) is not null))
            {
                (form.Target, form.TargetName) = (SignpostForm.TargetOf(ticked), null);
                ModelState.Remove(nameof(form.TargetName));
                ModelState.Remove(nameof(form.Target));
            }
            else
            {
                ViewData["Targets"] = found;
                ModelState.AddModelError(nameof(form.Target), found.Count > 0
                    ? $"Which is “{form.TargetName}”? Tick the right one below"
                    : $"“{form.TargetName}” is not on the map, or has closed. Try another word, or add it to the map first");
            }
        }
        else if (form.Asset is null && form.Activity is null)
        {
            ModelState.AddModelError(nameof(form.Target), "Choose a place or an activity to tell them about");
        }
    }

    private async Task<IActionResult> Form(SignpostForm form)
    {
        ViewData["Prepared"] = await Send(form.ToPrepare());
        // Who passed them on, and whom, is read where it is already known.
        if (form.PassedOnFrom is { } from)
        {
            var origin = await Send(new OpenSignpost(SignpostId.From(from)));
            ViewData["PassedOnBy"] = origin.Target;
            if (form.PersonId is null && string.IsNullOrWhiteSpace(form.PersonName) && origin.Person is { } person)
            {
                form.PersonId = person.Id.Value;
                ViewData["Prepared"] = await Send(form.ToPrepare());
            }
        }
        else if (form.PassedOnBy is { } by)
        {
            ViewData["PassedOnBy"] = (await Send(new PrepareSignpost(null, AssetId.From(by), null))).Target?.Name;
        }

        // Whoever is passed on is passed on to somewhere they name; else what fits is offered as buttons.
        var somewhere = form.Asset is not null || form.Activity is not null;
        if (form.PassedOnFrom is null && form.PassedOnBy is null && somewhere != form.PersonId is not null)
        {
            ViewData["Suggested"] = await Send(new SuggestSignposts(form.PersonId is { } told ? Domain.People.PersonId.From(told) : null));
        }

        return View("Form", form);
    }

    private async Task<IActionResult> Show(long id, AnswerForm form)
    {
        var opened = await Send(new OpenSignpost(SignpostId.From(id)));
        ViewData["Signpost"] = opened;
        ViewData["Conflict"] = ConflictOf(KnownNow.Of(opened), KnownNow.Of(form, clock.Today()));
        form.Version = opened.Version;
        return View("Open", form);
    }
}
