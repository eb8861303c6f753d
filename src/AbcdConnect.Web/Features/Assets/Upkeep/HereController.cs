using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Domain.Common;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.RateLimiting;

namespace AbcdConnect.Web.Features.Assets.Upkeep;

/// <summary>The public page of an entry, for those entries that were given one: what it is, and "this is wrong".</summary>
[AllowAnonymous]
[Route("here/{code}")]
public sealed class HereController(IMediator mediator, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet]
    public Task<IActionResult> Open(string code) => Page(code, new HereForm());

    [HttpPost]
    [EnableRateLimiting(PublicPostLimit.Name)]
    public Task<IActionResult> SayItIsWrong(string code, HereForm form) => Submit(
        () => Send(new SayItIsWrong(code, form.What, form.Words)),
        there =>
        {
            if (there)
            {
                Saved("Thank you. Somebody will look into it.");
            }

            return Redirect($"/here/{Uri.EscapeDataString(code)}");
        },
        () => Page(code, form));

    private async Task<IActionResult> Page(string code, HereForm form)
    {
        form.About = await Send(new OpenPublicPage(code)) ?? throw new NotFoundException("page");
        form.Today = clock.Today();
        return View("Here", form);
    }
}

public sealed class HereForm
{
    [Display(Name = "What is wrong?")]
    public WhatIsWrong? What { get; set; }

    [Display(Name = "What would be right?")]
    public string? Words { get; set; }

    [BindNever]
    [ValidateNever]
    public PublicAsset? About { get; set; }

    [BindNever]
    public DateOnly Today { get; set; }
}
