using AbcdConnect.Application.Outcomes.Stories;
using AbcdConnect.Application.Outcomes.Stories.Pictures;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Web.Features.OpenReferral;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace AbcdConnect.Web.Features.Outcomes.Stories;

/// <summary>The stories that anybody may read. In no cache: whoever withdraws is gone from here at once.</summary>
[Route("open-data/stories")]
[AllowAnonymous]
[OpenData]
[EnableRateLimiting(OpenDataSetup.Name)]
public sealed class OpenStoriesController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        Response.Headers.CacheControl = "no-store";
        return View("OnTheWeb", await Send(new ReadStoriesOnTheWeb()));
    }

    [HttpGet("{id:long}/picture")]
    public async Task<IActionResult> Picture(long id)
    {
        var file = await Send(new ReadPictureOnTheWeb(new StoryId(id)));
        Response.Headers.CacheControl = "no-store";
        return this.ShowPicture(file.Content, file.MediaType, file.Hash);
    }
}
