using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Web.Features.Assets.Upkeep;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace AbcdConnect.Web.Features.Outcomes.Measures;

/// <summary>Where somebody answers for themselves by a private link. It goes along to no other page, into no cache and into no log, and
/// the page says nothing about who they are.</summary>
[AllowAnonymous]
[PrivateAddress]
[Route("answer/{token}")]
public sealed class AnswerController(IMediator mediator) : AbcdController(mediator)
{
    /// <summary>Looks, and changes nothing: whatever follows the links in a message may come by as often as it likes.</summary>
    [HttpGet]
    public async Task<IActionResult> Open(string token) =>
        await Send(new OpenAskingLink(token)) is { } seen ? FormView("Answer", new AnswerPage(seen, new AskingForm())) : Gone();

    [HttpPost]
    [EnableRateLimiting(PublicPostLimit.Name)]
    public async Task<IActionResult> Answer(string token, AskingForm form, bool ratherNot)
    {
        if (await Send(new OpenAskingLink(token, form.Wordings)) is not { } seen)
        {
            return Gone();
        }

        if (ratherNot)
        {
            ModelState.Clear();
        }

        var answers = ratherNot ? null : form.Read(seen.Asked, ModelState);
        return await Submit(
            () => Send(new AnswerAskingLink(token, answers, form.Wordings)),
            kept => kept ? View("Answered", ratherNot) : Gone(),
            () => Task.FromResult<IActionResult>(FormView("Answer", new AnswerPage(seen, form))));
    }

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("LinkGone");
    }
}

internal sealed record AnswerPage(LinkedQuestions Seen, AskingForm Form) : FormPage<AskingForm>(Form);
