using System.Security.Claims;
using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AbcdConnect.Web.Features.Access;

/// <summary>Looks at each request whether the cookie is still good: a password that was reset, changed or taken away ends every
/// sign-in made before it, at once, and so does a device that was revoked. Asks who is there where nobody is, without losing what they typed.</summary>
internal sealed class SignInCookie(AbcdDbContext db, IOptions<IdentityOptions> identity, KeptWordsKeeper keeper, IModelMetadataProvider metadata, IActionResultExecutor<ViewResult> views) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal;
        var stamp = principal?.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        if (principal?.Number() is { } id)
        {
            // No device has the number 0.
            var device = principal.Device() ?? default;
            var member = new UserId(id);
            var account = await db.Users.AsNoTracking().Where(u => u.Id == id)
                .Select(u => new
                {
                    u.SecurityStamp,
                    u.TemporaryPasswordUntil,
                    IsRevoked = db.Devices.Any(d => d.Id == device && d.RevokedAt != null),
                    PhoneKeepsNothing = db.Members.Any(m => m.Id == member && db.Programmes.Any(p => p.Id == m.ProgrammeId && p.PhonesKeepNothing)),
                })
                .SingleOrDefaultAsync(context.HttpContext.RequestAborted);
            if (account is not null && account.SecurityStamp == stamp && !account.IsRevoked)
            {
                context.HttpContext.Features.Set(new Account(account.TemporaryPasswordUntil is not null, !account.PhoneKeepsNothing));
                return;
            }
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Whether the programme lets the phones of those signed in keep anything.</summary>
    public static bool PhoneMayKeep(HttpContext http) => http.Features.Get<Account>()?.PhoneMayKeep ?? true;

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            await base.RedirectToLogin(context);
            return;
        }

        var words = await keeper.ReadAsync(http.Request, Before(context));
        var form = new SignInForm { Kept = words is null ? null : keeper.Seal(words) };
        form.Lost = words is not null && form.Kept is null;
        var result = new ViewResult
        {
            ViewName = "/Features/Access/SignIn.cshtml",
            StatusCode = StatusCodes.Status401Unauthorized,
            ViewData = new ViewDataDictionary<SignInForm>(metadata, new ModelStateDictionary()) { Model = form },
        };
        http.Response.Headers.CacheControl = "no-store";
        await views.ExecuteAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()), result);
    }

    // The ticket in the cookie has run out or was ended, but still says whose it was.
    private static long? Before(RedirectContext<CookieAuthenticationOptions> context)
    {
        var cookie = context.Options.CookieManager.GetRequestCookie(context.HttpContext, context.Options.Cookie.Name!);
        return string.IsNullOrEmpty(cookie) ? null : context.Options.TicketDataFormat.Unprotect(cookie)?.Principal.Number();
    }

    /// <summary>What the request's account still owes, and whether its phone may keep anything.</summary>
    internal sealed record Account(bool MustChoosePassword, bool PhoneMayKeep);
}
