namespace AbcdConnect.Web.Features.Shared;

/// <summary>Tells the use cases, at each request, who is asking.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, SignedIn signedIn)
    {
        await signedIn.ReadAsync(http);
        await next(http);
    }
}
