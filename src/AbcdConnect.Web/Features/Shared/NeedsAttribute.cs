using AbcdConnect.Application.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>Keeps a form's door shut for those whose request would be refused anyway: nobody types a page in vain. The request
/// itself declares the same permission and is what protects the data.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : Attribute, IAuthorizationFilter
{
    public Permission Permission { get; } = permission;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        // Nobody at all is sent to sign in by the policy that stands before this.
        if (context.HttpContext.RequestServices.GetRequiredService<ICurrentViewer>().Viewer is { } viewer && !viewer.May(Permission))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }
}
