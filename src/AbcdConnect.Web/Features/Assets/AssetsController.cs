using System.Text.Json;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Buses;
using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.Assets.Map;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Feeds;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Common;
using AbcdConnect.Web.Features.Feeds;
using AbcdConnect.Web.Features.Meetings.Actions;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Assets;

[Route("assets")]
public sealed class AssetsController(IMediator mediator, ICurrentViewer current, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet]
    public async Task<IActionResult> List(AssetFilter filter)
    {
        await Located(filter);
        filter.Timetable = await Send(new SeeTimetable());
        filter.Rows = await Send(filter.ToRequest());
        filter.Choices = await Send(new ListAssetChoices());
        filter.MayChange = May(Permission.ChangeAssets);
        filter.Today = clock.Today();
        return View("List", filter);
    }

    [HttpGet("/assets.csv")]
    public async Task<IActionResult> Csv(AssetFilter filter)
    {
        if (await Unclear(filter) is { } list)
        {
            return list;
        }

        return CsvFile.Of(
        "assets",
        (await Send(filter.ToRequest(all: true))).Items,
        ("Name", a => a.Name),
        ("Kind", a => AssetWords.Of(a.Kind)),
        ("Category", a => a.Category),
        ("Neighbourhood", a => a.Neighbourhood),
        ("Address", a => a.Address),
        ("Postcode", a => a.Postcode),
        ("Open", a => a.OpeningTimes),
        ("Cost", a => a.Cost),
        ("Website", a => a.Website),
        ("Added", a => a.AddedOn),
        ("Confirmed", a => a.ConfirmedOn),
        ("How fresh", a => FreshnessWords.Of(a.AddedOn, a.ConfirmedOn, a.Doubted, a.AskFirst, clock.Today())),
        ("Closed", a => a.ClosedOn),
        ("Metres away", a => a.Metres is { } metres ? (int)metres : null));
    }

    /// <summary>The list as points, by the same filters.</summary>
    [HttpGet("/assets.geojson")]
    public async Task<IActionResult> GeoJson(AssetFilter filter) =>
        await Unclear(filter) ?? new GeoJsonResult(await Send(new ReadPointsOfList(filter.Q, filter.ToFilters())));

    /// <summary>A piece of the map as counts, for the same filters as the list.</summary>
    /// <param name="bbox">West, south, east, north.</param>
    [HttpGet("map/cells")]
    public async Task<IActionResult> Cells(AssetFilter filter, string? bbox, int zoom)
    {
        if (AssetFilter.BoundsOf(bbox) is not { } bounds || zoom is < 0 or > 19)
        {
            return BadRequest(new { problem = "bbox is west,south,east,north in degrees; zoom lies between 0 and 19." });
        }

        await Located(filter);
        var seen = await Send(new SeeCells(bounds, zoom, filter.ToFilters(), filter.Q));
        return Json(new
        {
            total = seen.Total,
            cells = seen.Cells.Select(c => new { lat = Math.Round(c.Latitude, 6), lon = Math.Round(c.Longitude, 6), n = c.Count, id = c.Id?.Value, name = c.Name, what = c.Category ?? (c.Kind is { } kind ? AssetWords.Of(kind) : null) }),
        });
    }

    /// <summary>What the map is drawn of without a server of tiles.</summary>
    [HttpGet("map/outlines")]
    public async Task<IActionResult> Outlines()
    {
        var drawn = await Send(new SeeOutlines());
        return Json(new
        {
            neighbourhoods = drawn.Neighbourhoods.Select(n => new { id = n.Id.Value, name = n.Name, lat = n.Latitude, lon = n.Longitude, shape = JsonDocument.Parse(n.GeoJson).RootElement }),
            points = drawn.Points.Select(p => new { id = p.Id.Value, name = p.Name, lat = p.Latitude, lon = p.Longitude }),
        });
    }

    /// <summary>The nearest twenty to a place, for the same filters as the list.</summary>
    [HttpGet("map/nearest")]
    public async Task<IActionResult> Nearest(AssetFilter filter)
    {
        await Located(filter);
        if (filter.Point is not { } point)
        {
            return BadRequest(new { problem = "Say near what: a postcode, or latitude and longitude." });
        }

        return Json((await Send(new FindNearest(point.Latitude, point.Longitude, filter.ToFilters() with { Near = null })))
            .Select(a => new { id = a.Id.Value, name = a.Name, what = a.Category ?? AssetWords.Of(a.Kind), metres = Math.Round(a.Metres), lat = Math.Round(a.Latitude, 6), lon = Math.Round(a.Longitude, 6) }));
    }

    /// <summary>The six kinds by neighbourhood.</summary>
    [HttpGet("kinds")]
    public async Task<IActionResult> Kinds() => View("Kinds", await Send(new CountKinds()));

    [HttpGet("kinds.csv")]
    public async Task<IActionResult> KindsCsv() => CsvFile.Of(
        "kinds-of-asset",
        (await Send(new CountKinds())).Neighbourhoods,
        [
            ("Neighbourhood", n => n.Name),
            ("Residents", n => n.Population),
            .. Enum.GetValues<AssetKind>().Select(k => (AssetWords.Several(k), (Func<NeighbourhoodKinds, object?>)(n => n.Kinds[k]))),
            .. Enum.GetValues<AssetKind>().Select(k => ($"{AssetWords.Several(k)} per 1,000", (Func<NeighbourhoodKinds, object?>)(n => n.Per1000(k) is { } rate ? (object)Math.Round(rate, 2) : null))),
            ("Nothing tied to", n => n.Unconnected),
            ("Residents who bring something", n => n.Gifts.Value is { } shown ? (object)shown : n.Gifts.ToString()),
        ]);

    [HttpGet("suggest")]
    public async Task<IActionResult> Suggest(string? q) =>
        Json((await Send(new FindAssets(q))).Select(a => new { id = a.Id.Value, label = a.Name, detail = string.Join(", ", new[] { a.Category, a.Neighbourhood }.OfType<string>()) }));

    [HttpGet("suggestions")]
    public async Task<IActionResult> Suggestions(int page = 1) => View("Suggestions", await Send(new ListSuggestions(new ListRequest(Page: page))));

    [HttpPost("suggestions/{id:long}/settle")]
    public async Task<IActionResult> Settle(long id)
    {
        var asset = await Send(new SettleSuggestion(new AssetSuggestionId(id)));
        Saved("Settled. Thank you for looking into it.");
        return Redirect($"/assets/{asset}");
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string? name, double? latitude, double? longitude, [FromQuery] long? foraction)
    {
        MustMayChange();
        name ??= foraction is { } id ? WhatWasAgreed.AsName(await Send(new SeeAction(new ActionId(id)))) : null;
        return await Form(new AssetForm { Name = name, Latitude = latitude, Longitude = longitude }, "Add an asset", "/assets", []);
    }

    [HttpPost("new")]
    public async Task<IActionResult> New(AssetForm form)
    {
        MustMayChange();
        if (form.Kind is null)
        {
            ModelState.AddModelError(nameof(form.Kind), "Choose what kind of asset it is");
        }

        AddAssetAnswer? answer = null;
        var page = await Submit(
            async () => answer = await Send(form.ToAdd()),
            given =>
            {
                if (given is AssetAdded)
                {
                    Saved($"{form.Name?.Trim()} is on the map.");
                }

                return Redirect($"/assets/{(given as AssetAdded)?.Id}");
            },
            () => Form(form, "Add an asset", "/assets", []));
        return answer is LikelyThere there ? await Form(form, "Add an asset", "/assets", there.Like) : page;
    }

    [HttpGet("walk")]
    public IActionResult Walk()
    {
        MustMayChange();
        return View("Walk", new WalkForm());
    }

    [HttpPost("walk")]
    public Task<IActionResult> Walk(WalkForm form)
    {
        MustMayChange();
        if (form.Kind is null)
        {
            ModelState.AddModelError(nameof(form.Kind), "Choose what it is");
        }

        return Submit(
            async () => await Send(await form.ToRequest(HttpContext.RequestAborted)),
            id =>
            {
                Saved("It is on the map. Walk on, or say more about it now.");
                return Redirect($"/assets/{id}");
            },
            () => Task.FromResult<IActionResult>(View("Walk", form)));
    }

    [HttpGet("{id:long}/photos/{photo:long}")]
    [KeptByTheBrowser]
    public async Task<IActionResult> Photo(long id, long photo)
    {
        var file = await Send(new SeePhoto(new AssetId(id), new AssetPhotoId(photo)));
        return this.ShowPicture(file.Content, file.MediaType, file.Hash);
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Open(long id)
    {
        // An old address of an entry that was made one with another leads to that one.
        if (await Send(new FindKeptAsset(new AssetId(id))) is var kept && kept.Value != id)
        {
            return Redirect($"/assets/{kept}");
        }

        var asset = await Send(new ViewAsset(new AssetId(id)));
        ViewData["Photos"] = await Send(new ListPhotos(new AssetId(id)));
        return View("Asset", new AssetPage(asset, AssetMap.Draw(asset.Boundary, asset.Latitude, asset.Longitude), May(Permission.ChangeAssets), May(Permission.SuggestAssetChange), clock.Today()));
    }

    [HttpGet("{id:long}/change")]
    public async Task<IActionResult> Change(long id)
    {
        MustMayChange();
        return await Form(AssetForm.Of(await Send(new ViewAsset(new AssetId(id)))), "Change this entry", $"/assets/{id}", []);
    }

    [HttpPost("{id:long}/change")]
    public Task<IActionResult> Change(long id, AssetForm form)
    {
        MustMayChange();
        return Submit(
            () => Send(form.ToChange(new AssetId(id))),
            () =>
            {
                Saved("The entry is changed.");
                return Redirect($"/assets/{id}");
            },
            async () =>
            {
                if (ViewData[Overtaken] is null)
                {
                    return await Form(form, "Change this entry", $"/assets/{id}", []);
                }

                var theirs = AssetForm.Of(await Send(new ViewAsset(new AssetId(id))));
                var choices = await Send(new ListAssetChoices());
                var conflict = ConflictOf(theirs, form)?
                    .Named("Category", choices.Categories.Select(c => new Choice(c.Name, c.Id.Value)))
                    .Named("Neighbourhood", AssetWords.Neighbourhoods(choices));
                form.Version = theirs.Version;
                return await Form(form, "Change this entry", $"/assets/{id}", [], conflict);
            });
    }

    [HttpPost("{id:long}/confirm")]
    public async Task<IActionResult> Confirm(long id)
    {
        await Send(new ConfirmAsset(new AssetId(id)));
        Saved("Thank you. The entry says that it was checked today.");
        return Redirect($"/assets/{id}");
    }

    [HttpGet("{id:long}/close")]
    public async Task<IActionResult> Close(long id)
    {
        MustMayChange();
        return View("Close", new CloseForm { About = await Send(new ViewAsset(new AssetId(id))) });
    }

    [HttpPost("{id:long}/close")]
    public async Task<IActionResult> Close(long id, CloseForm form)
    {
        MustMayChange();
        if (form.On is null && ModelState[nameof(form.On)] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(nameof(form.On), "Enter the last day it was there, such as yesterday");
        }

        return await Submit(
            () => Send(new CloseAsset(new AssetId(id), form.On!.Value)),
            () =>
            {
                Saved("It is marked as closed. Nobody will be signposted there.");
                return Redirect($"/assets/{id}");
            },
            async () =>
            {
                form.About = await Send(new ViewAsset(new AssetId(id)));
                return View("Close", form);
            });
    }

    [HttpPost("{id:long}/reopen")]
    public async Task<IActionResult> Reopen(long id)
    {
        await Send(new ReopenAsset(new AssetId(id)));
        Saved("It is open again.");
        return Redirect($"/assets/{id}");
    }

    [HttpPost("{id:long}/reject")]
    public async Task<IActionResult> Reject(long id)
    {
        await Send(new RejectAsset(new AssetId(id)));
        Saved("It is off the map and no longer counted.");
        return Redirect("/assets");
    }

    [HttpGet("{id:long}/suggest-change")]
    public async Task<IActionResult> SuggestChange(long id)
    {
        MustMay(Permission.SuggestAssetChange);
        return View("SuggestChange", new SuggestionForm { About = await Send(new ViewAsset(new AssetId(id))) });
    }

    [HttpPost("{id:long}/suggest-change")]
    public Task<IActionResult> SuggestChange(long id, SuggestionForm form)
    {
        MustMay(Permission.SuggestAssetChange);
        return Submit(
            () => Send(new SuggestAssetChange(new AssetId(id), form.Suggestion ?? "")),
            _ =>
            {
                Saved("Thank you. A worker will look into it.");
                return Redirect($"/assets/{id}");
            },
            async () =>
            {
                form.About = await Send(new ViewAsset(new AssetId(id)));
                return View("SuggestChange", form);
            });
    }

    private async Task<IActionResult> Form(AssetForm form, string title, string back, IReadOnlyList<LikeAsset> like, EditConflict? conflict = null)
    {
        // Confirmed by the button of the notice only; never kept from an earlier answer.
        ModelState.Remove(nameof(AssetForm.EvenIfLike));
        ViewData["Page"] = new AssetFormPage(await Send(new ListAssetChoices()), title, back, like, conflict);
        return View("Form", form);
    }

    /// <summary>Finds the place that was typed, and where a bus goes from there; what is not to be found is said beside its box.</summary>
    private async Task Located(AssetFilter filter)
    {
        if (string.IsNullOrWhiteSpace(filter.Place))
        {
            if (filter.ByBus is not null)
            {
                ModelState.AddModelError(nameof(filter.Place), "Say from where the bus goes: a postcode, or a neighbourhood");
            }

            return;
        }

        var answer = await Send(new FindPoint(filter.Place));
        filter.Point = answer as PointFound;
        if (answer is PointNotFound nowhere)
        {
            ModelState.AddModelError(nameof(filter.Place), nowhere.Why);
        }
        else if (filter is { Point: { } point, ByBus: { } minutes })
        {
            filter.Bus = await Send(new SeeBusReach(point.Latitude, point.Longitude, minutes));
            if (filter.Bus is null)
            {
                ModelState.AddModelError(nameof(filter.ByBus), "No bus timetable has been brought in yet. A coordinator can do so at Imports");
            }
        }
    }

    /// <summary>A file of everything would not be what was asked for: where a filter is not understood, the list says so.</summary>
    private async Task<IActionResult?> Unclear(AssetFilter filter)
    {
        await Located(filter);
        return ModelState.IsValid ? null : Redirect($"/assets{Request.QueryString}");
    }

    private bool May(Permission permission) => current.Viewer?.May(permission) == true;

    private void MustMayChange() => MustMay(Permission.ChangeAssets);

    private void MustMay(Permission permission)
    {
        if (!May(permission))
        {
            throw new Domain.Common.NotAllowedException("Your role does not include this. A coordinator can tell you who may do it.");
        }
    }
}
