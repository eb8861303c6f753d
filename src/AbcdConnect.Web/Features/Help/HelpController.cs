using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Help;

/// <summary>What anyone may read before signing in.</summary>
[AllowAnonymous]
public sealed class HelpController : Controller
{
    [HttpGet("/accessibility")]
    public IActionResult Accessibility() => View();

    [HttpGet("/privacy")]
    public IActionResult Privacy() => View();
}
