using System.Security.Claims;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Home;
using AbcdConnect.Application.Reports;
using AbcdConnect.Domain.Access;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Home;

/// <summary>Where everybody starts: with what they came to do.</summary>
[Route("")]
public sealed class HomeController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> Home() => User.FindFirstValue(ClaimTypes.Role) switch
    {
        nameof(Role.Worker) => View("Worker", await Send(new ShowMyDay())),
        nameof(Role.Coordinator) => View("Coordinator", await Send(new ShowCoordinatorsDesk())),
        nameof(Role.Partner) => View("Partner", await Send(new ShowPartnersTable())),
        nameof(Role.Commissioner) => View("Commissioner", await Send(new SeeDashboard())),
        nameof(Role.Researcher) => View("Researcher", await Send(new ListConversations(new ListRequest()))),
        nameof(Role.Administrator) => View("Administrator", await Send(new ShowHousekeeping())),
        _ => StatusCode(StatusCodes.Status403Forbidden),
    };
}
