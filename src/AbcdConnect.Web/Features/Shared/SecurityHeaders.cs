namespace AbcdConnect.Web.Features.Shared;

/// <summary>What every answer tells the browser not to do.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, Assets.MapSettings map)
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)";

    // The map's tiles are pictures from the one server that is set, if any.
    private readonly string policy = map.TileOrigin is { } origin ? ContentSecurityPolicy.Replace("img-src 'self' data:", $"img-src 'self' data: {origin}", StringComparison.Ordinal) : ContentSecurityPolicy;

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(
            state =>
            {
                var http = (HttpContext)state;
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                // What somebody looked for goes along to no other page, not even one of ours.
                headers["Referrer-Policy"] = http.Request.Query.ContainsKey("q") ? "no-referrer" : "same-origin";
                headers["Permissions-Policy"] = PermissionsPolicy;
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                // What is shared openly may be read from any page, this one header included.
                headers["Cross-Origin-Resource-Policy"] = http.GetEndpoint()?.Metadata.GetMetadata<OpenReferral.OpenDataAttribute>() is null ? "same-origin" : "cross-origin";
                // A secret in the address goes nowhere: to no other page, into no cache, into no search engine.
                if (http.GetEndpoint()?.Metadata.GetMetadata<Assets.Upkeep.PrivateAddressAttribute>() is not null)
                {
                    headers["Referrer-Policy"] = "no-referrer";
                    headers["X-Robots-Tag"] = "noindex, nofollow";
                    headers.CacheControl = "no-store";
                }

                // What somebody was shown stays in no cache: not the browser's after signing out, not a shared one's.
                if (http.User.Identity?.IsAuthenticated == true && http.GetEndpoint()?.Metadata.GetMetadata<SameForEverybodyAttribute>() is null)
                {
                    headers.CacheControl = http.GetEndpoint()?.Metadata.GetMetadata<KeptByTheBrowserAttribute>() is not null && http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified
                        ? KeptByTheBrowserAttribute.CacheControl
                        : "no-store";
                }

                return Task.CompletedTask;
            },
            http);
        return next(http);
    }
}

/// <summary>An answer with nothing of anybody's in it: it says itself how long it may be kept.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal class SameForEverybodyAttribute : Attribute;

/// <summary>A large answer that somebody signed in may see again and again, as a photo: their own browser keeps it, no shared cache does, and
/// it is shown again only after we have been asked whether they still may see it. It needs an ETag.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KeptByTheBrowserAttribute : Attribute
{
    public const string CacheControl = "private, no-cache";
}
