using System.Globalization;
using System.Security.Claims;
using AbcdConnect.Infrastructure.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AbcdConnect.Web.Features.Access;

/// <summary>Looks at each request whether the cookie is still good: a password that was reset, changed or taken away ends every
/// sign-in made before it, at once.</summary>
internal sealed class SignInCookie(AbcdDbContext db, IOptions<IdentityOptions> identity) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal;
        var stamp = principal?.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        if (long.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            var account = await db.Users.AsNoTracking().Where(u => u.Id == id)
                .Select(u => new { u.SecurityStamp, u.TemporaryPasswordUntil })
                .SingleOrDefaultAsync(context.HttpContext.RequestAborted);
            if (account is not null && account.SecurityStamp == stamp)
            {
                context.HttpContext.Features.Set(new Account(account.TemporaryPasswordUntil is not null));
                return;
            }
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>What the request's account still owes.</summary>
    internal sealed record Account(bool MustChoosePassword);
}
