using AbcdConnect.Infrastructure.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Access;

internal static class SignInSetup
{
    /// <summary>A working day: after this long without a page, somebody signs in again.</summary>
    private static readonly TimeSpan Stays = TimeSpan.FromHours(8);

    /// <summary>Sign-in by cookie. Everything not marked otherwise asks who is there.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IWebHostEnvironment environment)
    {
        // In Development the address is http://127.0.0.1; anywhere else a cookie never travels in the clear.
        var secure = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        new IdentityBuilder(typeof(AbcdUser), services).AddSignInManager();
        services.AddScoped<SignInCookie>();
        services.AddScoped<SignInDesk>();
        services.AddSingleton<SignInTurns>();
        services.ConfigureApplicationCookie(options =>
        {
            Tighten(options.Cookie, "abcd-who", secure);
            options.LoginPath = "/sign-in";
            options.LogoutPath = "/sign-out";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = Stays;
            options.SlidingExpiration = true;
            options.EventsType = typeof(SignInCookie);
        });
        // Holds a passkey's challenge between question and answer.
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options => Tighten(options.Cookie, "abcd-passkey", secure));
        services.Configure<AntiforgeryOptions>(options => Tighten(options.Cookie, "abcd-form", secure));
        services.Configure<CookieTempDataProviderOptions>(options => Tighten(options.Cookie, "abcd-saved", secure));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    private static void Tighten(CookieBuilder cookie, string name, CookieSecurePolicy secure)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = secure;
        cookie.IsEssential = true;
    }
}
