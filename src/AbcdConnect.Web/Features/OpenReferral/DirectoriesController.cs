using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace AbcdConnect.Web.Features.OpenReferral;

/// <summary>The directories that are read every night or week.</summary>
[Route("imports/directories")]
public sealed class DirectoriesController(IMediator mediator, ICurrentViewer current) : AbcdController(mediator)
{
    [HttpGet]
    public async Task<IActionResult> List() => View("Directories", await Filled(new FollowForm()));

    [HttpPost]
    public Task<IActionResult> Follow(FollowForm form) => Submit(
        () => Send(new FollowDirectory(form.Address ?? "", form.HowOften ?? FollowedHowOften.EveryNight)),
        _ =>
        {
            Saved("It is followed, and first read in the coming night.");
            return Redirect("/imports/directories");
        },
        async () => View("Directories", await Filled(form)));

    [HttpPost("{id:long}/stop")]
    public async Task<IActionResult> Stop(long id)
    {
        await Send(new StopFollowing(new DirectoryId(id)));
        Saved("It is read no more. What it brought stays.");
        return Redirect("/imports/directories");
    }

    private async Task<FollowForm> Filled(FollowForm form)
    {
        form.Directories = await Send(new ListDirectories());
        form.MayChange = current.Viewer?.May(Permission.ImportData) == true;
        return form;
    }
}

public sealed class FollowForm
{
    [Display(Name = "Its address")]
    public string? Address { get; set; }

    [Display(Name = "How often?")]
    public FollowedHowOften? HowOften { get; set; }

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<DirectoryRow> Directories { get; set; } = [];

    [BindNever]
    public bool MayChange { get; set; }
}
