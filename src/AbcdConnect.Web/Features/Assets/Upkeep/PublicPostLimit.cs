using System.Threading.RateLimiting;
using AbcdConnect.Web.Features.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace AbcdConnect.Web.Features.Assets.Upkeep;

/// <summary>How often somebody who is not signed in may send something.</summary>
internal static class PublicPostLimit
{
    /// <summary>The rate limit's name.</summary>
    public const string Name = "public-post";

    /// <summary>From one address in five minutes: enough for a library's public computers, too few to fill anybody's list.</summary>
    internal const int Tries = 20;

    private static readonly TimeSpan Per = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddPublicPostLimit(this IServiceCollection services) => services.Configure<RateLimiterOptions>(limiter =>
        limiter.AddPolicy(Name, http => RateLimitPartition.GetFixedWindowLimiter(
            SignInSetup.Neighbour(http.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = Tries, Window = Per })));
}

/// <summary>The address of this page is a secret: it goes along to no other page and into no cache, and no search engine keeps it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PrivateAddressAttribute : Attribute;
