using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using AbcdConnect.Infrastructure.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Access;

internal static class SignInSetup
{
    /// <summary>The rate limit's name, for the posts that let somebody in.</summary>
    public const string Limit = "sign-in";

    /// <summary>From one address, in <see cref="Per"/>: enough for an office that starts at nine, too few to go through a list.</summary>
    internal const int Tries = 60;

    private static readonly TimeSpan Per = TimeSpan.FromMinutes(5);

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
        services.AddScoped<SignInStanding>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<DeviceDesk>();
        services.AddScoped<PasskeyDesk>();
        services.AddSingleton<SignInTurns>();
        services.AddSingleton<KeptWordsKeeper>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // A passkey stands for address and password both: it is found without either, and its holder is asked for finger, face or PIN.
            passkeys.ResidentKeyRequirement = "required";
            passkeys.UserVerificationRequirement = "required";
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                if (rejected.HttpContext.GetEndpoint()?.Metadata.GetMetadata<OpenReferral.OpenDataAttribute>() is not null)
                {
                    return new ValueTask(OpenReferral.OpenProblem.TooMany(rejected.HttpContext));
                }

                rejected.HttpContext.Response.Headers.RetryAfter = ((int)Per.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Limit, http => RateLimitPartition.GetFixedWindowLimiter(
                Neighbour(http.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = http.RequestServices.GetRequiredService<IConfiguration>().GetValue("SignIn:Tries", Tries), Window = Per }));
        });
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

    // One household or office has a /64 of its own to choose addresses from.
    internal static string Neighbour(IPAddress? address) =>
        address is null ? ""
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : address.ToString();

    private static void Tighten(CookieBuilder cookie, string name, CookieSecurePolicy secure)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = secure;
        cookie.IsEssential = true;
    }
}
