using AbcdConnect.Domain.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>The one place where a use case's exceptions become answers of the web.</summary>
internal sealed class ProblemFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        var status = context.Exception switch
        {
            NotFoundException => StatusCodes.Status404NotFound,
            NotAllowedException => StatusCodes.Status403Forbidden,
            OvertakenException => StatusCodes.Status409Conflict,
            DomainRuleException => StatusCodes.Status422UnprocessableEntity,
            FluentValidation.ValidationException => StatusCodes.Status400BadRequest,
            _ => 0,
        };
        if (status == 0)
        {
            return;
        }

        context.HttpContext.Features.Set(context.Exception);
        context.Result = new StatusCodeResult(status);
        context.ExceptionHandled = true;
    }
}
