using AbcdConnect.Domain.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>A use case's refusals become answers of the web here; what to say is in <see cref="ProblemPages"/>.</summary>
internal sealed class ProblemFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not (NotFoundException or NotAllowedException or OvertakenException or DomainRuleException or FluentValidation.ValidationException))
        {
            return;
        }

        context.HttpContext.Features.Set(context.Exception);
        context.Result = new EmptyStatus(ProblemPages.StatusOf(context.Exception));
        context.ExceptionHandled = true;
    }

    private sealed class EmptyStatus(int status) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            context.HttpContext.Response.StatusCode = status;
            return Task.CompletedTask;
        }
    }
}
