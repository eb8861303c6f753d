using System.Threading.RateLimiting;
using AbcdConnect.Web.Features.Access;
using Microsoft.AspNetCore.RateLimiting;


namespace AbcdConnect.Web.Features.OpenReferral;

/// <summary>How what is shared is given out.</summary>
/// <param name="Programme">Which programme's, where a database holds several that share: by its name. The first one otherwise.</param>
/// <param name="RequestsAMinute">From one address.</param>
/// <param name="KeepSeconds">How long an answer is kept and given again.</param>
internal sealed record OpenDataSettings(string? Programme, int RequestsAMinute, int KeepSeconds);

internal static class OpenDataSetup
{
    /// <summary>The name of the rate limit, and of the rule that lets any page's script read.</summary>
    public const string Name = "open-data";

    public static IServiceCollection AddOpenData(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = new OpenDataSettings(configuration["OpenData:Programme"], configuration.GetValue("OpenData:RequestsAMinute", 600), configuration.GetValue("OpenData:KeepSeconds", 30));
        services.AddSingleton(settings);
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<Feeds.Booklets>();
        services.AddCors(cors => cors.AddPolicy(Name, policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get).AllowAnyHeader().WithExposedHeaders("ETag", "Retry-After").SetPreflightMaxAge(TimeSpan.FromDays(1))));
        services.Configure<RateLimiterOptions>(limiter => limiter.AddPolicy(Name, http => RateLimitPartition.GetFixedWindowLimiter(
            SignInSetup.Neighbour(http.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.RequestsAMinute, Window = TimeSpan.FromMinutes(1) })));
        return services;
    }
}
