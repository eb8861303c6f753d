using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AbcdConnect.Web.Features.Access;

/// <summary>Whoever came in with a temporary password chooses their own before anything else. What they were about to save waits in that page.</summary>
internal sealed class ChoosePasswordFirst(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, KeptWordsKeeper keeper, IModelMetadataProvider metadata, IActionResultExecutor<ViewResult> views)
    {
        var path = http.Request.Path;
        if (http.Features.Get<SignInCookie.Account>() is not { MustChoosePassword: true }
            || path.StartsWithSegments("/account/password", StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments("/sign-out", StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
            return;
        }

        if (await keeper.ReadAsync(http.Request, http.User.Number()) is not { } words)
        {
            http.Response.Redirect("/account/password");
            return;
        }

        var form = new PasswordForm { IsTemporary = true, Kept = keeper.Seal(words) };
        form.Lost = form.Kept is null;
        var page = new ViewResult
        {
            ViewName = "/Features/Access/Password.cshtml",
            StatusCode = StatusCodes.Status403Forbidden,
            ViewData = new ViewDataDictionary<PasswordForm>(metadata, new ModelStateDictionary()) { Model = form },
        };
        await views.ExecuteAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()), page);
    }
}
