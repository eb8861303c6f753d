using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>Refuses what is too big with a page that says so. The server's own way is to hang up while the browser is still
/// sending, which shows as a broken connection.</summary>
internal sealed class SizeLimit(RequestDelegate next)
{
    /// <summary>What one form may weigh: several texts of 100,000 letters in any script, and what is around them.</summary>
    public const long Form = 8 * 1024 * 1024;

    /// <summary>Beyond this the server does hang up.</summary>
    public const long Connection = 128 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        // An action that takes files says how big they may be: [RequestSizeLimit(…)].
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Form;
        if (http.Request.ContentLength > limit)
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (http.Request.ContentLength is null && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        await next(http);
    }
}
