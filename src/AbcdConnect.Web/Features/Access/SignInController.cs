using AbcdConnect.Infrastructure.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Access;

/// <summary>In and out.</summary>
[AllowAnonymous]
public sealed class SignInController : Controller
{
    // The same for everybody: it tells nothing about which accounts there are.
    private const string Refused = "The e-mail address and password do not match, or there have been too many tries. Try again; after five tries, wait fifteen minutes or ask your administrator for a new password";

    [HttpGet("sign-in")]
    public IActionResult SignIn(string? returnUrl) => View(new SignInForm { ReturnUrl = Local(returnUrl) });

    [HttpPost("sign-in")]
    public async Task<IActionResult> SignIn(SignInForm form, [FromServices] SignInDesk desk)
    {
        form.ReturnUrl = Local(form.ReturnUrl);
        if (string.IsNullOrWhiteSpace(form.Email))
        {
            ModelState.AddModelError(nameof(form.Email), "Enter your e-mail address");
        }

        if (string.IsNullOrEmpty(form.Password))
        {
            ModelState.AddModelError(nameof(form.Password), "Enter your password");
        }

        if (ModelState.IsValid)
        {
            if (await desk.TryAsync(form.Email!.Trim(), form.Password!, HttpContext.RequestAborted))
            {
                return LocalRedirect(form.ReturnUrl ?? "/");
            }

            ModelState.AddModelError("", Refused);
        }

        form.Password = null;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(form);
    }

    [HttpGet("sign-out")]
    public IActionResult SignOutPage() => User.Identity?.IsAuthenticated == true ? View("SignOut") : RedirectToAction(nameof(SignIn));

    [HttpPost("sign-out")]
    public async Task<IActionResult> SignOutNow([FromServices] SignInManager<AbcdUser> signIn)
    {
        await signIn.SignOutAsync();
        return RedirectToAction(nameof(SignIn));
    }

    private string? Local(string? url) => Url.IsLocalUrl(url) ? url : null;
}
