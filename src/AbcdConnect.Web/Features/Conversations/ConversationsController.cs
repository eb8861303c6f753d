using System.Globalization;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Outbox;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Conversations;

[Route("conversations")]
public sealed class ConversationsController(IMediator mediator, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> List(ConversationFilter filter)
    {
        ViewData["Rows"] = await Send(RequestOf(filter, all: false));
        ViewData["Choices"] = await Send(new ListPlacesAndWorkers());
        return View(filter);
    }

    [HttpGet("/conversations.csv")]
    public async Task<IActionResult> Csv(ConversationFilter filter) => CsvFile.Of(
        "conversations",
        (await Send(RequestOf(filter, all: true))).Items,
        ("Date", c => c.HeldOn),
        ("Kind", c => c.Kind),
        ("With", c => c.Who),
        ("Neighbourhood", c => c.Neighbourhood),
        ("Place", c => c.Place),
        ("Worker", c => c.Worker),
        ("What was heard", c => c.Heard),
        ("Next step", c => c.NextStep),
        ("Due", c => c.NextStepDue),
        ("Done", c => c.NextStepDoneOn),
        ("Given to research", c => c.GivenToResearch));

    [HttpGet("new")]
    [Needs(Permission.LogConversation)]
    [Compressed]
    public Task<IActionResult> New([FromQuery] List<long> person, [FromQuery] long? place, [FromQuery] string? group)
    {
        ConversationForm form = new() { SubmissionId = Guid.NewGuid(), HeldOn = clock.Today(), PersonIds = person, PlaceId = place, GroupName = group };
        ModelState.Clear();
        return Form(form, null);
    }

    [HttpPost("new")]
    [Needs(Permission.LogConversation)]
    public async Task<IActionResult> Log(ConversationForm form, [FromForm] string? @do)
    {
        if (!await Settled(form, @do))
        {
            return await Form(form, null);
        }

        return await Submit(
            () => Send(form.ToLog(Envelope.WrittenOn(Request, clock))),
            id =>
            {
                Saved("Kept. Thank you for listening.");
                return Redirect($"/conversations/{id.Value}/next");
            },
            () => Form(form, null));
    }

    /// <summary>What is around the phone. The point comes in the body, so that it is in no address, no log and no history.</summary>
    [HttpPost("here")]
    [Needs(Permission.LogConversation)]
    public async Task<IActionResult> Here([FromForm] double latitude, [FromForm] double longitude)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var around = await Send(new LookAround(latitude, longitude));
        return Json(new
        {
            neighbourhood = around.Neighbourhood is { } inside ? new { id = inside.Id.Value, label = inside.Name, yours = around.IsYours } : null,
            places = around.Places.Select(p => new { id = p.Id.Value, label = p.Name, detail = $"{p.Metres} m" }),
        });
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Open(long id) => View(await Send(new OpenConversation(ConversationId.From(id))));

    [HttpGet("{id:long}/change")]
    [Needs(Permission.LogConversation)]
    public async Task<IActionResult> Change(long id)
    {
        var opened = await Send(new OpenConversation(ConversationId.From(id)));
        return opened.Pseudonymised ? StatusCode(StatusCodes.Status403Forbidden) : await Form(ConversationForm.Of(opened), id);
    }

    [HttpPost("{id:long}/change")]
    [Needs(Permission.LogConversation)]
    public async Task<IActionResult> Change(long id, ConversationForm form, [FromForm] string? @do)
    {
        if (!await Settled(form, @do))
        {
            return await Form(form, id);
        }

        return await Submit(
            () => Send(form.ToChange(ConversationId.From(id), clock.Today())),
            () =>
            {
                Saved("Your changes are kept.");
                return RedirectToAction(nameof(Open), new { id });
            },
            () => Form(form, id));
    }

    [HttpPost("{id:long}/next-step/done")]
    [Needs(Permission.LogConversation)]
    public async Task<IActionResult> Finish(long id, [FromForm] string? backTo)
    {
        await Send(new FinishNextStep(ConversationId.From(id)));
        Saved("Done. One promise kept.");
        return Back(id, backTo);
    }

    [HttpPost("{id:long}/next-step/drop")]
    [Needs(Permission.LogConversation)]
    public async Task<IActionResult> Drop(long id, [FromForm] string? backTo)
    {
        await Send(new DropNextStep(ConversationId.From(id)));
        Saved("Let go. The words stay with the conversation.");
        return Back(id, backTo);
    }

    [HttpGet("{id:long}/next-step/move")]
    [Needs(Permission.LogConversation)]
    public async Task<IActionResult> Move(long id)
    {
        ViewData["Conversation"] = await Send(new OpenConversation(ConversationId.From(id)));
        return View(new MoveForm { To = clock.Today().AddDays(7) });
    }

    [HttpPost("{id:long}/next-step/move")]
    [Needs(Permission.LogConversation)]
    public Task<IActionResult> Move(long id, MoveForm form) => Submit(
        () => Send(new MoveNextStep(ConversationId.From(id), form.To ?? clock.Today())),
        () =>
        {
            Saved($"Moved to {UkText.Date(form.To ?? clock.Today())}.");
            return RedirectToAction(nameof(Open), new { id });
        },
        async () =>
        {
            ViewData["Conversation"] = await Send(new OpenConversation(ConversationId.From(id)));
            return View(form);
        });

    private IActionResult Back(long id, string? backTo) => Url.IsLocalUrl(backTo) ? LocalRedirect(backTo) : RedirectToAction(nameof(Open), new { id });

    private static ListConversations RequestOf(ConversationFilter filter, bool all) => new(
        new ListRequest(filter.Q, filter.Sort, filter.Page) { All = all },
        filter.Neighbourhood is { } neighbourhood ? NeighbourhoodId.From(neighbourhood) : null,
        filter.Worker is { } worker ? UserId.From(worker) : null,
        filter.Kind,
        filter.From,
        filter.To,
        filter.Person is { } person ? PersonId.From(person) : null);

    /// <summary>True where the form may be sent on; false where it is shown again: a button inside it was pressed, or a typed
    /// name could be more than one.</summary>
    private async Task<bool> Settled(ConversationForm form, string? pressed)
    {
        var names = (form.PersonNames ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length == 0 && string.IsNullOrWhiteSpace(form.PlaceName) && pressed is null)
        {
            return true;
        }

        if (pressed == "recognise")
        {
            ViewData[AcceptedGift.Suggested] = await Send(new RecogniseGifts(form.Heard));
        }

        var prepared = await Send(new PrepareConversation([], null, names, form.PlaceName));
        var whoSettled = ConversationNames.SettlePeople(form, prepared.Names, asNew: pressed == "new");
        var whereSettled = ConversationNames.SettlePlace(form, prepared.Places, asNew: pressed == "place");
        foreach (var key in ModelState.Keys.Where(ConversationNames.Settles).ToList())
        {
            ModelState.Remove(key);
        }

        if (pressed is not null)
        {
            if (pressed == "gift")
            {
                form.Gifts.Add(new HeardGiftForm());
            }

            // Looking something up is no time to be told what is missing; what was typed stays.
            foreach (var entry in ModelState.Values)
            {
                entry.Errors.Clear();
            }

            return false;
        }

        if (!whoSettled)
        {
            ModelState.AddModelError(nameof(form.PersonIds), $"Who is “{form.PersonNames}”? Tick the right one below, or press “Add as someone new”");
        }

        if (!whereSettled)
        {
            ModelState.AddModelError(nameof(form.PlaceId), $"Which place is “{form.PlaceName}”? Choose it below, add it to the map, or empty the box");
        }

        if (whoSettled && whereSettled)
        {
            return true;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return false;
    }

    private async Task<IActionResult> Form(ConversationForm form, long? id)
    {
        var names = (form.PersonNames ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var prepared = await Send(new PrepareConversation([.. form.PersonIds.Select(PersonId.From)], form.PlaceId is { } place ? AssetId.From(place) : null, names, form.PlaceName));
        EditConflict? conflict = null;
        ConversationOpened? theirs = null;
        if (id is { } changed && ViewData.ContainsKey(Overtaken))
        {
            theirs = await Send(new OpenConversation(ConversationId.From(changed)));
            conflict = ConflictOf(ConversationForm.Of(theirs), form)?.And(ConversationConflict.InParts(theirs, form, prepared));
            ConversationConflict.TakeTheirGiftsIn(theirs, form);
            form.Version = theirs.Version;
        }

        var lately = id is null ? await Send(new RecallLately()) : new Lately([], [], []);
        ViewData[ConversationPage.Key] = id is null
            ? new ConversationPage(prepared, lately, "Log a conversation", "Save", "/conversations")
            : new ConversationPage(prepared, lately, "Change this conversation", "Save changes", string.Create(CultureInfo.InvariantCulture, $"/conversations/{id}"), conflict, theirs);
        if (form.Gifts.Count == 0)
        {
            form.Gifts.Add(new HeardGiftForm());
        }

        return View("Form", form);
    }
}
