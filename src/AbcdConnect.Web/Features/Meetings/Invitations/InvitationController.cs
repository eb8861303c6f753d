using AbcdConnect.Application.Meetings.Invitations;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Assets.Upkeep;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace AbcdConnect.Web.Features.Meetings.Invitations;

/// <summary>Where somebody invited says whether they will come, by a private link. The link is in the address: it goes along to no other
/// page, into no cache and into no log.</summary>
[AllowAnonymous]
[PrivateAddress]
[Route("invitation/{token}")]
public sealed class InvitationController(IMediator mediator) : AbcdController(mediator)
{
    /// <summary>Looks, and changes nothing: whatever follows the links in a message may come by as often as it likes.</summary>
    [HttpGet]
    public async Task<IActionResult> Open(string token) => await Send(new OpenInvitation(token)) is { } seen ? View("Invitation", seen) : Gone();

    [HttpPost]
    [EnableRateLimiting(PublicPostLimit.Name)]
    public async Task<IActionResult> Answer(string token, InvitationAnswer? answer) =>
        // What says neither yes nor no is no answer.
        answer is { } said && Enum.IsDefined(said) && await Send(new AnswerInvitation(token, said)) ? RedirectToAction(nameof(Open), new { token }) : await Open(token);

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Gone");
    }
}
