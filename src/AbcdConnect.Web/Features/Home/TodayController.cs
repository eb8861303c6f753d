using AbcdConnect.Application.Access;
using AbcdConnect.Application.Home;
using AbcdConnect.Domain.Home;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Home;

/// <summary>Answers to what stands on a worker's list of the day.</summary>
[Route("today")]
[Needs(Permission.LogConversation)]
public sealed class TodayController(IMediator mediator, TimeProvider clock) : AbcdController(mediator)
{
    /// <summary>The address is also where a refused answer is shown, so that a refresh leads back.</summary>
    [HttpGet("")]
    public IActionResult List() => Redirect("/");

    [HttpPost("answer")]
    public async Task<IActionResult> Answer(TodayForm form)
    {
        var today = Domain.Common.UkTime.Today(clock);
        if (form.ToRequest(today) is not { } request)
        {
            ModelState.AddModelError("", form.Chosen == DayChoice.Moved || form.Choice is null ? "Enter a later day, such as next Friday" : "Choose what to do with it");
            return await Refused();
        }

        return await Submit(
            () => Send(request),
            ticket =>
            {
                this.OfferToTakeBack(TodayText.Said(form, today), ticket);
                return LocalRedirect(Url.IsLocalUrl(form.BackTo) ? form.BackTo : "/");
            },
            Refused);
    }

    /// <summary>Undoes one tap, or one look through many.</summary>
    [HttpPost("take-back")]
    public Task<IActionResult> TakeBack(Guid ticket, string? backTo) => Submit(
        () => Send(new TakeBackAnswer(ticket)),
        () =>
        {
            this.OfferToTakeBack("Undone. It stands as it did.", null);
            return LocalRedirect(Url.IsLocalUrl(backTo) ? backTo : "/");
        },
        Refused);

    [HttpGet("older")]
    public async Task<IActionResult> Older(int promises = 1, int questions = 1)
    {
        ViewData["Old"] = await Send(new LookThroughOld(promises, questions));
        return View("Older", new OldForm());
    }

    [HttpPost("older")]
    public Task<IActionResult> Older(OldForm form) => Submit(
        () => Send(form.ToRequest(Domain.Common.UkTime.Today(clock))),
        settled =>
        {
            this.OfferToTakeBack(settled.Count switch
            {
                0 => "They had been answered already.",
                1 => "One is off your mind.",
                _ => $"{settled.Count} are off your mind.",
            }, settled.Ticket);
            return Redirect("/today/older");
        },
        async () =>
        {
            ViewData["Old"] = await Send(new LookThroughOld());
            return View("Older", form);
        });

    private async Task<IActionResult> Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Worker", await Send(new ShowMyDay()));
    }
}
