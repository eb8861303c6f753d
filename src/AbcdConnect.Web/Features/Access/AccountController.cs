using System.Security.Claims;
using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;

namespace AbcdConnect.Web.Features.Access;

/// <summary>One's own sign-in: password and passkeys.</summary>
[Route("account")]
public sealed class AccountController(IMediator mediator, UserManager<AbcdUser> users, PasskeyDesk passkeys) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> Account() =>
        View(await Page());

    [HttpPost("devices/{device:long}/revoke")]
    public async Task<IActionResult> RevokeDevice(long device)
    {
        await Send(new RevokeDevice(new UserId(User.Number() ?? 0), new DeviceId(device)));
        Saved("It is signed out, and what was kept there can no longer be opened.");
        return RedirectToAction(nameof(Account));
    }

    [HttpGet("password")]
    public async Task<IActionResult> Password() => View(new PasswordForm { IsTemporary = await IsTemporary() });

    [HttpPost("password")]
    [EnableRateLimiting(SignInSetup.Limit)]
    public async Task<IActionResult> Password(PasswordForm form, [FromServices] DeviceDesk devices)
    {
        form.IsTemporary = await IsTemporary();
        // All sign-ins have just ended, this browser's too: it is let in again.
        return await Submit(
            async () =>
            {
                await Send(form.ToRequest());
                await devices.LetInAsync(await Me(), "pwd", HttpContext.RequestAborted);
                return true;
            },
            _ =>
            {
                Saved("Your new password is kept. Everywhere else you have been signed out.");
                return LocalRedirect(form.IsTemporary ? "/" : "/account");
            },
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpPost("passkeys/options")]
    public async Task<IActionResult> PasskeyOptions() =>
        Content(await passkeys.AskToMakeAsync(User.Number() ?? 0, User.FindFirstValue("name") ?? ""), "application/json");

    [HttpPost("passkeys")]
    public async Task<IActionResult> AddPasskey(string? credential, string? name)
    {
        if (string.IsNullOrEmpty(credential) || !await passkeys.KeepAsync(User.Number() ?? 0, credential, name))
        {
            ModelState.AddModelError("", "The passkey could not be made. Try again, or use another phone or computer");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Account", await Page());
        }

        Saved("Your passkey is ready: next time, choose “Sign in with a passkey”.");
        return RedirectToAction(nameof(Account));
    }

    [HttpPost("passkeys/remove")]
    public async Task<IActionResult> RemovePasskey(string? id)
    {
        if (!string.IsNullOrEmpty(id) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            await passkeys.RemoveAsync(User.Number() ?? 0, WebEncoders.Base64UrlDecode(id));
            Saved("The passkey is removed.");
        }

        return RedirectToAction(nameof(Account));
    }

    private async Task<AccountPage> Page() =>
        new((await Me()).Email ?? "", await passkeys.ListAsync(User.Number() ?? 0), await Send(new ListMyDevices()), User.Device());

    private async Task<AbcdUser> Me() => await users.GetUserAsync(User) ?? throw new InvalidOperationException("Signed in without an account.");

    private async Task<bool> IsTemporary() => (await Me()).TemporaryPasswordUntil is not null;
}
