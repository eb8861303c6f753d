using System.Globalization;
using System.Security.Claims;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Actions;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Web.Features.Meetings.Actions;
using AbcdConnect.Web.Features.Shared.Forms;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>Form in, request out; result in, view out. Nothing else happens in a controller.</summary>
public abstract class AbcdController(IMediator mediator) : Controller
{
    /// <summary>ViewData key: <see cref="Shared.WhoWasFirst"/>, where somebody else saved first; the view then shows both versions.</summary>
    public const string Overtaken = "Overtaken";

    /// <summary>ViewData key: what stands around a form.</summary>
    internal const string Around = "Around";

    protected Task<T> Send<T>(IRequest<T> request)
    {
        // The page's hidden number (<abcd-once>): the same form sent twice makes what it makes once.
        if (request is ISentOnce once && HttpMethods.IsPost(Request.Method) && Request.HasFormContentType && Guid.TryParse(Request.Form[OnceTagHelper.Field], out var submission))
        {
            once.SubmissionId = submission;
        }

        // The page's hidden number (<abcd-for-action>): what is made closes the action that it was opened from.
        if (request is IClosesAction closes && HttpMethods.IsPost(Request.Method) && ForActionTagHelper.In(Request) is { } action)
        {
            closes.ForAction = action;
        }

        return mediator.Send(request, HttpContext.RequestAborted);
    }

    protected Task Send(IRequest request) => mediator.Send(request, HttpContext.RequestAborted);

    /// <summary>Sends what was typed. Where it is refused, shows the same page again with what was typed and what to put right.</summary>
    /// <param name="send">Makes the request from the form and sends it. Only called when the form could be read.</param>
    /// <param name="valid">What to show when it was saved.</param>
    /// <param name="invalid">Shows the form again. When <see cref="Overtaken"/> is in ViewData, with both versions.</param>
    protected async Task<IActionResult> Submit<T>(Func<Task<T>> send, Func<T, IActionResult> valid, Func<Task<IActionResult>> invalid)
    {
        if (ModelState.IsValid)
        {
            try
            {
                return valid(await send());
            }
            catch (ValidationException refused)
            {
                foreach (var error in refused.Errors)
                {
                    ModelState.AddModelError(FieldOf(error.PropertyName), error.ErrorMessage);
                }
            }
            catch (DomainRuleException broken)
            {
                ModelState.AddModelError("", broken.Message);
            }
            catch (OvertakenException first)
            {
                ViewData[Overtaken] = await WhoWasFirst(first);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return await invalid();
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await invalid();
    }

    /// <inheritdoc cref="Submit{T}(Func{Task{T}}, Func{T, IActionResult}, Func{Task{IActionResult}})"/>
    protected Task<IActionResult> Submit(Func<Task> send, Func<IActionResult> valid, Func<Task<IActionResult>> invalid) =>
        Submit(
            async () =>
            {
                await send();
                return true;
            },
            _ => valid(),
            invalid);

    /// <summary>Shows a form with the page around it.</summary>
    private protected ViewResult FormView<TForm>(string view, FormPage<TForm> page)
        where TForm : class
    {
        ViewData[Around] = page;
        return View(view, page.Form);
    }

    /// <summary>Both versions, with who was first and when, where somebody else saved first; otherwise nothing.</summary>
    private protected EditConflict? ConflictOf<TForm>(TForm stored, TForm typed)
        where TForm : class => ViewData[Overtaken] is WhoWasFirst first ? EditConflict.Between(stored, typed, first) : null;

    /// <summary>Says at the top of the next page that something was saved.</summary>
    protected void Saved(string words) => TempData["Saved"] = words;

    private async Task<WhoWasFirst> WhoWasFirst(OvertakenException first) => first.By switch
    {
        { } by when by == SignedInAs => new("You", first.At),
        { } by => new(await Send(new NameMember(by)) ?? "Somebody else", first.At),
        // Nobody, yet known when: an import, or a job.
        null => new(first.At is null ? "Somebody else" : "AbcdConnect", first.At),
    };

    private UserId? SignedInAs => long.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? UserId.From(id) : null;

    // A request's Details.FirstName is the form's FirstName.
    private static string FieldOf(string property) => property.StartsWith("Details.", StringComparison.Ordinal) ? property["Details.".Length..] : property;
}
