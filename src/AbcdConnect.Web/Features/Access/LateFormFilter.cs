using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AbcdConnect.Web.Features.Access;

/// <summary>A form whose seal no longer holds, because somebody signed in again in between: shows what was typed, to be sent
/// again by whoever is signed in now. A form from another site comes without our cookie and never gets here.</summary>
internal sealed class LateFormFilter(KeptWordsKeeper keeper, IModelMetadataProvider metadata) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult
            && context.HttpContext.User.Number() is { } reader
            && await keeper.ReadAsync(context.HttpContext.Request, reader) is { } words)
        {
            context.Result = new ViewResult
            {
                ViewName = "/Features/Access/StillHere.cshtml",
                StatusCode = StatusCodes.Status400BadRequest,
                ViewData = new ViewDataDictionary<KeptWords>(metadata, new ModelStateDictionary()) { Model = words },
            };
        }

        await next();
    }
}
