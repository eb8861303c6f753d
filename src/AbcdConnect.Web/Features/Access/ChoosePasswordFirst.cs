namespace AbcdConnect.Web.Features.Access;

/// <summary>Whoever came in with a temporary password chooses their own before anything else.</summary>
internal sealed class ChoosePasswordFirst(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path;
        if (http.Features.Get<SignInCookie.Account>() is not { MustChoosePassword: true }
            || path.StartsWithSegments("/account/password", StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments("/sign-out", StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
        {
            return next(http);
        }

        http.Response.Redirect("/account/password");
        return Task.CompletedTask;
    }
}
