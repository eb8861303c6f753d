using AbcdConnect.Application.Access;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Assets.Duplicates;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
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
        filter.Rows = await Send(filter.ToRequest());
        filter.Choices = await Send(new ListAssetChoices());
        filter.MayChange = May(Permission.ChangeAssets);
        filter.Today = clock.Today();
        return View("List", filter);
    }

    [HttpGet("/assets.csv")]
    public async Task<IActionResult> Csv(AssetFilter filter) => CsvFile.Of(
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
        ("Closed", a => a.ClosedOn));

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
    public async Task<IActionResult> New(string? name)
    {
        MustMayChange();
        return await Form(new AssetForm { Name = name }, "Add an asset", "/assets", []);
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

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Open(long id)
    {
        // An old address of an entry that was made one with another leads to that one.
        if (await Send(new FindKeptAsset(new AssetId(id))) is var kept && kept.Value != id)
        {
            return Redirect($"/assets/{kept}");
        }

        var asset = await Send(new ViewAsset(new AssetId(id)));
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
