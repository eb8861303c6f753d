using AbcdConnect.Web.Features.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AbcdConnect.Web.Features.Outbox;

/// <summary>Tells the script that posts an <see cref="Envelope"/> what a page would have told a reader: stored and where, or what to
/// put right. The controllers know nothing of it.</summary>
internal sealed class EnvelopeFilter(IUrlHelperFactory urls, ITempDataDictionaryFactory tempData) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || !Envelope.Is(context.HttpContext.Request))
        {
            return;
        }

        context.Result = context.Result switch
        {
            // The seal was an old one: a new one is fetched.
            IAntiforgeryValidationFailedResult => new StatusCodeResult(StatusCodes.Status400BadRequest),
            _ when context.HttpContext.Features.Get<Exception>() is { } refused => Refused(ProblemPages.StatusOf(refused), Problems(refused)),
            RedirectToActionResult to => Stored(context, urls.GetUrlHelper(context).Action(to.ActionName, to.ControllerName, to.RouteValues)),
            LocalRedirectResult to => Stored(context, to.Url),
            RedirectResult to => Stored(context, to.Url),
            ViewResult => Refused(StatusCodes.Status422UnprocessableEntity, Problems(context)),
            IStatusCodeActionResult { StatusCode: { } status and (403 or 404) } => Refused(status, [new("", ProblemPages.Describe(status, null, "").What)]),
            var other => other,
        };
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private JsonResult Stored(ResultExecutingContext context, string? address)
    {
        // "Kept" is said on the outbox, not on whatever page is opened next.
        tempData.GetTempData(context.HttpContext).Remove("Saved");
        return new JsonResult(new { address });
    }

    private static JsonResult Refused(int status, IEnumerable<Problem> problems) => new(new { problems }) { StatusCode = status };

    private static IEnumerable<Problem> Problems(Exception refused) =>
        refused is ValidationException invalid ? invalid.Errors.Select(e => new Problem(e.PropertyName, e.ErrorMessage)) : [new("", refused.Message)];

    private static List<Problem> Problems(ResultExecutingContext context)
    {
        var found = context.ModelState
            .SelectMany(entry => (entry.Value?.Errors ?? []).Select(e => new Problem(entry.Key, e.ErrorMessage)))
            .ToList();
        return found.Count > 0 ? found : [new("", "This needs another look before it can be kept.")];
    }

    /// <param name="Field">As the form calls it; empty for the whole.</param>
    private sealed record Problem(string Field, string Words);
}
