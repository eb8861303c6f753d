using AbcdConnect.Application.Access;
using AbcdConnect.Application.Connections;
using AbcdConnect.Application.Home;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Home;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Signposting;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Signposting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Connections;

/// <summary>"And now?": what could come of a conversation, a tap each.</summary>
[Route("conversations/{id:long}/next")]
[Needs(Permission.Signpost)]
public sealed class NextController(IMediator mediator, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> Next(long id) => View("Next", await Send(new SuggestNext(ConversationId.From(id))));

    /// <summary>One tap: told.</summary>
    [HttpPost("tell")]
    public Task<IActionResult> Tell(long id, SignpostForm form)
    {
        form.Conversation = id;
        return Submit(
            () => Send(form.ToRequest(Domain.Common.UkTime.Today(clock))),
            _ =>
            {
                Saved(form.PersonId is null ? "Told. It counts as one person told." : "Told. You will be reminded to ask in two weeks.");
                return RedirectToAction(nameof(Next), null, new { id }, "told");
            },
            () => Next(id));
    }

    /// <summary>Two who do not fit after all: not suggested again, here or on anybody's day's list.</summary>
    [HttpPost("let-go")]
    [Needs(Permission.LogConversation)]
    public Task<IActionResult> LetGo(long id, [FromForm] long person, [FromForm] long other) => Submit(
        () => Send(new AnswerSuggestion(PersonId.From(person), PersonId.From(other), DayChoice.Dropped, Reason: DropReason.NotAMatch, Aside: true)),
        ticket =>
        {
            this.OfferToTakeBack("Those two are not suggested again.", ticket);
            return RedirectToAction(nameof(Next), new { id });
        },
        () => Next(id));

    /// <summary>And back again.</summary>
    [HttpPost("take-back")]
    public Task<IActionResult> TakeBack(long id, [FromForm] long signpost) => Submit(
        () => Send(new TakeBackSignpost(SignpostId.From(signpost))),
        () =>
        {
            Saved("Taken back, as if it had not been tapped.");
            return RedirectToAction(nameof(Next), new { id });
        },
        () => Next(id));
}
