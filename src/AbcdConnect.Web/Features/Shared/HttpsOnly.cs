namespace AbcdConnect.Web.Features.Shared;

/// <summary>Outside Development nothing personal goes over a line that others can read: such a request is told so, once and
/// plainly, instead of failing at the first cookie.</summary>
internal sealed class HttpsOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.IsHttps || http.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync("Please use the address that begins with https.\n\nFor whoever runs this server: behind a proxy that takes https, let it send X-Forwarded-Proto and set ASPNETCORE_FORWARDEDHEADERS_ENABLED=true.\n");
    }
}
