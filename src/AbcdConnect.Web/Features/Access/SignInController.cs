using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace AbcdConnect.Web.Features.Access;

/// <summary>In and out.</summary>
[AllowAnonymous]
public sealed class SignInController(IMediator mediator, KeptWordsKeeper keeper, SignedIn signedIn) : AbcdController(mediator)
{
    // The same for everybody: it tells nothing about which accounts there are.
    private const string Refused = "The e-mail address and password do not match, or there have been too many tries. Try again; after five tries, wait fifteen minutes or ask your administrator for a new password";
    private const string PasskeyRefused = "That passkey did not open anything here. Try again, or sign in with your password";

    [HttpGet("sign-in")]
    public IActionResult SignIn(string? returnUrl) => View(new SignInForm { ReturnUrl = Local(returnUrl) });

    [HttpPost("sign-in")]
    [EnableRateLimiting(SignInSetup.Limit)]
    public async Task<IActionResult> SignIn(SignInForm form, [FromServices] SignInDesk desk)
    {
        if (string.IsNullOrWhiteSpace(form.Email))
        {
            ModelState.AddModelError(nameof(form.Email), "Enter your e-mail address");
        }

        if (string.IsNullOrEmpty(form.Password))
        {
            ModelState.AddModelError(nameof(form.Password), "Enter your password");
        }

        if (!ModelState.IsValid)
        {
            return Again(form, null);
        }

        return await desk.TryAsync(form.Email!.Trim(), form.Password!, HttpContext.RequestAborted) ? await GoOn(form) : Again(form, Refused);
    }

    [HttpPost("sign-in/passkey/options")]
    [EnableRateLimiting(SignInSetup.Limit)]
    public async Task<IActionResult> PasskeyOptions([FromServices] PasskeyDesk passkeys) => Content(await passkeys.AskWhoAsync(), "application/json");

    [HttpPost("sign-in/passkey")]
    [EnableRateLimiting(SignInSetup.Limit)]
    public async Task<IActionResult> SignInWithPasskey(SignInForm form, string? credential, [FromServices] PasskeyDesk passkeys) =>
        !string.IsNullOrEmpty(credential) && await passkeys.TryAsync(credential, HttpContext.RequestAborted) ? await GoOn(form) : Again(form, PasskeyRefused);

    [HttpGet("sign-out")]
    public IActionResult SignOutPage() => User.Identity?.IsAuthenticated == true ? View("SignOut") : RedirectToAction(nameof(SignIn));

    [HttpPost("sign-out")]
    public async Task<IActionResult> SignOutNow([FromServices] SignInManager<AbcdUser> signIn)
    {
        await signIn.SignOutAsync();
        return RedirectToAction(nameof(SignIn));
    }

    private async Task<IActionResult> GoOn(SignInForm form)
    {
        await signedIn.ReadAsync(HttpContext);
        if (User.Number() is { } reader && keeper.Open(form.Kept, reader) is { } words)
        {
            ModelState.Clear();
            return View("StillHere", words);
        }

        return LocalRedirect(Local(form.ReturnUrl) ?? "/");
    }

    private ViewResult Again(SignInForm form, string? why)
    {
        if (why is not null)
        {
            ModelState.AddModelError("", why);
        }

        form.Password = null;
        form.ReturnUrl = Local(form.ReturnUrl);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(SignIn), form);
    }

    private string? Local(string? url) => Url.IsLocalUrl(url) ? url : null;
}
