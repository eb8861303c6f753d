using AbcdConnect.Application.Access;
using AbcdConnect.Application.Activities;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Assets;
using AbcdConnect.Web.Features.Meetings.Actions;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Activities;

[Route("activities")]
public sealed class ActivitiesController(IMediator mediator, ICurrentViewer current) : AbcdController(mediator)
{
    [HttpGet]
    public async Task<IActionResult> List(ActivityFilter filter)
    {
        filter.Rows = await Send(filter.ToRequest());
        filter.Choices = await Send(new ListAssetChoices());
        filter.MayChange = May(Permission.ChangeActivities);
        return View("List", filter);
    }

    [HttpGet("/activities.csv")]
    public async Task<IActionResult> Csv(ActivityFilter filter) => CsvFile.Of(
        "activities",
        (await Send(filter.ToRequest(all: true))).Items,
        ("Name", a => a.Name),
        ("Status", a => a.Status),
        ("Led by", a => ActivityWords.Of(a.LedBy)),
        ("When", a => ActivityWords.When(a.Frequency, a.Day, a.StartsAt, null)),
        ("Place", a => a.Place),
        ("Neighbourhood", a => a.Neighbourhood),
        ("First session", a => a.FirstSessionOn),
        ("Last session", a => a.LastSessionOn),
        ("Sessions", a => a.Sessions));

    [HttpGet("suggest")]
    public async Task<IActionResult> Suggest(string? q) =>
        Json((await Send(new FindActivities(q))).Select(a => new { id = a.Id.Value, label = a.Name, detail = string.Join(", ", new[] { a.Place, a.Neighbourhood }.OfType<string>()) }));

    [HttpGet("new")]
    public async Task<IActionResult> New([FromQuery] long? foraction)
    {
        MustMayChange();
        return await Form(new ActivityForm { Name = foraction is { } id ? WhatWasAgreed.AsName(await Send(new SeeAction(new ActionId(id)))) : null }, "Add an activity", "/activities", null);
    }

    [HttpPost("new")]
    public async Task<IActionResult> New(ActivityForm form)
    {
        MustMayChange();
        await FindPlace(form);
        return await Submit(
            () => Send(form.ToStart()),
            id =>
            {
                Saved($"{form.Name?.Trim()} is added.");
                return Redirect($"/activities/{id}");
            },
            () => Form(form, "Add an activity", "/activities", null));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Open(long id, int page = 1) =>
        View("Activity", new ActivityPage(await View(id, page), May(Permission.ChangeActivities), May(Permission.SeePeople)));

    [HttpGet("{id:long}/change")]
    public async Task<IActionResult> Change(long id)
    {
        MustMayChange();
        var activity = await View(id);
        return await Form(ActivityForm.Of(activity), "Change this activity", $"/activities/{id}", activity);
    }

    [HttpPost("{id:long}/change")]
    public async Task<IActionResult> Change(long id, ActivityForm form)
    {
        MustMayChange();
        await FindPlace(form);
        return await Submit(
            () => Send(form.ToChange(new ActivityId(id))),
            () =>
            {
                Saved("The activity is changed.");
                return Redirect($"/activities/{id}");
            },
            async () =>
            {
                var theirs = await View(id);
                if (ViewData[Overtaken] is null)
                {
                    return await Form(form, "Change this activity", $"/activities/{id}", theirs);
                }

                var stored = ActivityForm.Of(theirs);
                var named = await Send(new NamePeople([.. new[] { stored.LeaderId, form.LeaderId }.OfType<long>().Select(PersonId.From)]));
                List<Choice> places = [];
                foreach (var place in new[] { stored.PlaceId, form.PlaceId }.OfType<long>().Distinct())
                {
                    places.Add(new Choice((await Send(new ViewAsset(new AssetId(place)))).Details.Name, place));
                }

                var conflict = ConflictOf(stored, form)?
                    .Named("Neighbourhood", AssetWords.Neighbourhoods(await Send(new ListAssetChoices())))
                    .Named("Which person leads it?", named.Select(p => new Choice(p.Name, p.Id)))
                    .Named("Where is it?", places);
                form.Version = theirs.Version;
                return await Form(form, "Change this activity", $"/activities/{id}", theirs, conflict);
            });
    }

    [HttpGet("{id:long}/sessions/new")]
    public async Task<IActionResult> NewSession(long id)
    {
        MustMayChange();
        return View("Session", new SessionForm { About = await View(id) });
    }

    [HttpPost("{id:long}/sessions/new")]
    public Task<IActionResult> NewSession(long id, SessionForm form)
    {
        MustMayChange();
        if (form.On is null && ModelState[nameof(form.On)] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(nameof(form.On), "Enter the day it was held, such as yesterday");
        }

        NamesNeedChoosing(form);
        return Submit(
            () => Send(form.ToHold(new ActivityId(id))),
            _ =>
            {
                Saved("The session is added.");
                return Redirect($"/activities/{id}");
            },
            async () =>
            {
                form.About = await View(id);
                form.Chosen = await Chosen(form);
                return View("Session", form);
            });
    }

    [HttpGet("{id:long}/sessions/{session:long}/change")]
    public async Task<IActionResult> ChangeSession(long id, long session)
    {
        MustMayChange();
        var (activity, row) = await Session(id, session);
        return View("Session", new SessionForm
        {
            On = row.HeldOn,
            HeadCount = row.HeadCount,
            PersonIds = [.. row.Named.Select(p => p.Id.Value)],
            About = activity,
            Session = row,
            Chosen = [.. row.Named.Select(p => new Choice(p.Name, p.Id))],
        });
    }

    [HttpPost("{id:long}/sessions/{session:long}/change")]
    public Task<IActionResult> ChangeSession(long id, long session, SessionForm form)
    {
        MustMayChange();
        NamesNeedChoosing(form);
        return Submit(
            () => Send(form.ToChange(new ActivityId(id), new ActivitySessionId(session))),
            () =>
            {
                Saved("Who came is changed.");
                return Redirect($"/activities/{id}");
            },
            async () =>
            {
                (form.About, form.Session) = await Session(id, session);
                form.Chosen = await Chosen(form);
                return View("Session", form);
            });
    }

    [HttpPost("{id:long}/sessions/{session:long}/drop")]
    public async Task<IActionResult> DropSession(long id, long session)
    {
        await Send(new DropSession(new ActivityId(id), new ActivitySessionId(session)));
        Saved("The session is taken away.");
        return Redirect($"/activities/{id}");
    }

    private Task<ActivityView> View(long id, int page = 1) => Send(new ViewActivity(new ActivityId(id), new ListRequest(Page: page)));

    private async Task<(ActivityView Activity, SessionRow Session)> Session(long id, long session)
    {
        var activity = await Send(new ViewActivity(new ActivityId(id), new ListRequest { All = true }));
        return (activity, activity.Sessions.Items.FirstOrDefault(s => s.Id.Value == session) ?? throw new Domain.Common.NotFoundException("session"));
    }

    // Without script the place's words arrive, not its number: one fit is it, several are shown to choose from.
    private async Task FindPlace(ActivityForm form)
    {
        if (form.PlaceId is not null || string.IsNullOrWhiteSpace(form.PlaceName))
        {
            return;
        }

        var found = await Send(new FindAssets(form.PlaceName));
        if (found is [var only])
        {
            form.PlaceId = only.Id.Value;
            return;
        }

        ViewData["Places"] = found.Select(a => new Choice(a.Name, a.Id)).ToList();
        ModelState.AddModelError(nameof(form.PlaceId), found.Count == 0
            ? $"Nothing on the map is called \"{form.PlaceName.Trim()}\". Add it to the assets first, or leave this blank"
            : "Several places fit. Tick one of them");
    }

    private void NamesNeedChoosing(SessionForm form)
    {
        if (!string.IsNullOrWhiteSpace(form.PersonNames))
        {
            ModelState.AddModelError(nameof(form.PersonIds), $"Choose \"{form.PersonNames.Trim()}\" from the names that come up while you type, or clear it and count them in how many came");
        }
    }

    private async Task<IReadOnlyList<Choice>> Chosen(SessionForm form) =>
        [.. (await Send(new NamePeople([.. form.PersonIds.Select(PersonId.From)]))).Select(p => new Choice(p.Name, p.Id))];

    private async Task<IActionResult> Form(ActivityForm form, string title, string back, ActivityView? stands, EditConflict? conflict = null)
    {
        List<Choice> leaders = form.LeaderId is { } leader ? [.. (await Send(new NamePeople([PersonId.From(leader)]))).Select(p => new Choice(p.Name, p.Id))] : [];
        var places = ViewData["Places"] as List<Choice> ?? [];
        if (form.PlaceId is { } place && places.Count == 0)
        {
            places = [new Choice(stands?.Details.PlaceId?.Value == place ? stands.Place! : (await Send(new ViewAsset(new AssetId(place)))).Details.Name, place)];
        }

        ViewData["Page"] = new ActivityFormPage(await Send(new ListAssetChoices()), title, back, leaders, places, conflict);
        return View("Form", form);
    }

    private bool May(Permission permission) => current.Viewer?.May(permission) == true;

    private void MustMayChange()
    {
        if (!May(Permission.ChangeActivities))
        {
            throw new Domain.Common.NotAllowedException("Your role does not include this. A coordinator can tell you who may do it.");
        }
    }
}
