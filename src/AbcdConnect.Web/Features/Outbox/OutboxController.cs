using AbcdConnect.Application.Access;
using AbcdConnect.Application.Outbox;
using AbcdConnect.Web.Features.Access;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Outbox;

/// <summary>What a phone asks to work where there is no signal (docs/decisions/0010-no-signal.md). What it keeps is sent to the
/// forms' own addresses.</summary>
public sealed class OutboxController(IMediator mediator, IAntiforgery antiforgery, TimeProvider clock) : AbcdController(mediator)
{
    /// <summary>The page that a phone keeps. It is the same for everybody, and shows nobody's name even to somebody signed in.</summary>
    [HttpGet("offline")]
    [AllowAnonymous]
    public IActionResult Offline()
    {
        HttpContext.User = new();
        return View();
    }

    [HttpGet("outbox")]
    [Needs(Permission.LogConversation)]
    public IActionResult Outbox() => View();

    /// <summary>Who is signed in, what time it is, and the seal without which no form is taken.</summary>
    [HttpGet("outbox/ticket")]
    [Needs(Permission.LogConversation)]
    public IActionResult Ticket() => Json(TicketOf(null));

    /// <summary>The same, with what the key is made of.</summary>
    [HttpGet("outbox/key")]
    [Needs(Permission.LogConversation)]
    public async Task<IActionResult> Key() => Json(TicketOf(User.Device() is { } device ? await Send(new OpenDevice(device)) : null));

    [HttpGet("outbox/hand")]
    [Needs(Permission.LogConversation)]
    public async Task<IActionResult> Hand()
    {
        var hand = await Send(new TakeToHand());
        return Json(new
        {
            people = hand.People.Select(p => new { id = $"{p.Id}", label = p.Name, detail = p.Neighbourhood }),
            places = hand.Places.Select(p => new { id = $"{p.Id}", label = p.Name, detail = p.Neighbourhood }),
            activities = hand.Activities.Select(a => new { id = $"{a.Id}", label = a.Name, detail = a.Place }),
            neighbourhoods = hand.Neighbourhoods.Select(n => new { id = $"{n.Id}", label = n.Name }),
        });
    }

    /// <summary>Whether a device still stands. Whoever knows its name, which cannot be guessed, may ask: somebody revoked is not signed in.</summary>
    [HttpGet("outbox/devices/{device:guid}")]
    [AllowAnonymous]
    public async Task<IActionResult> Standing(Guid device, [FromServices] DeviceDesk desk)
    {
        Response.Headers.CacheControl = "no-store";
        return Json(new { standing = (await desk.StandingAsync(device, HttpContext.RequestAborted)).ToString().ToLowerInvariant() });
    }

    /// <summary>At the root, since a service worker minds what is below its own address.</summary>
    [HttpGet("service-worker.js")]
    [AllowAnonymous]
    public IActionResult ServiceWorker()
    {
        Response.Headers.CacheControl = "no-cache";
        return File("~/built/service-worker.js", "text/javascript");
    }

    private object TicketOf(DeviceOpened? opened) => new
    {
        who = $"{User.Number()}",
        token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken,
        now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        device = opened?.PublicId,
        secret = opened is null ? null : Convert.ToBase64String(opened.Secret),
        days = opened?.Days ?? 0,
        keeps = SignInCookie.PhoneMayKeep(HttpContext),
    };
}
