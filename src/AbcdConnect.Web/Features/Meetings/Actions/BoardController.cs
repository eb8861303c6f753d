using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings.Actions;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Actions;

/// <summary>The board, and one action: what became of it, moved and told by whoever has it.</summary>
[Route("actions")]
public sealed class BoardController(IMediator mediator, TimeProvider clock, ICurrentViewer current) : AbcdController(mediator)
{
    [HttpGet("board")]
    public async Task<IActionResult> Board(long? agency, long? owner, bool? ours)
    {
        var only = OursOnly.Of(current, ours);
        var board = await Send(new ShowBoard(agency is { } a ? new AgencyId(a) : null, owner is { } o ? new PractitionerId(o) : null, only));
        return View("Board", new BoardPage(board, clock.Today(), agency, owner, only));
    }

    /// <summary>The other addresses are those its forms post to: whoever comes back to one finds the page.</summary>
    [HttpGet("{id:long}")]
    [HttpGet("{id:long}/tell")]
    [HttpGet("{id:long}/time")]
    public Task<IActionResult> Open(long id) => Page(id, new ActionNewsForm());

    [HttpPost("{id:long}/move")]
    [Needs(Permission.DoActions)]
    public async Task<IActionResult> Move(long id, ActionStatus? to, string? words, string? back)
    {
        // Nothing chosen moves nothing: the first of them is "to do".
        if (to is null)
        {
            return Return(id, back);
        }

        await Send(new MoveAction(new ActionId(id), to.Value, words));
        Saved(to switch
        {
            ActionStatus.Done => "Done. Thank you.",
            ActionStatus.UnderWay => "It is under way.",
            ActionStatus.Dropped => "It is dropped. What was agreed, and why it was let go of, stay.",
            _ => "It is to do.",
        });
        return Return(id, back);
    }

    [HttpPost("{id:long}/tell")]
    [Needs(Permission.DoActions)]
    public Task<IActionResult> Tell(long id, ActionNewsForm form) => Submit(
        () => Send(new TellProgress(new ActionId(id), form.Words)),
        _ =>
        {
            Saved("Thank you. Everybody at the table can read how it goes.");
            return Redirect($"/actions/{id}");
        },
        () => Page(id, form));

    [HttpPost("{id:long}/time")]
    [Needs(Permission.DoActions)]
    public Task<IActionResult> AskForTime(long id, ActionNewsForm form) => Submit(
        () => Send(new AskForTime(new ActionId(id), form.Until, form.Why)),
        () =>
        {
            Saved("The coordinator is asked. Until they answer the day stays as it is.");
            return Redirect($"/actions/{id}");
        },
        () => Page(id, form));

    [HttpPost("{id:long}/time/answer")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> AnswerAboutTime(long id, bool yes, DateOnly? asked) => Submit(
        () => Send(new AnswerAboutTime(new ActionId(id), yes, AskedUntil: asked)),
        () =>
        {
            Saved(yes ? "They have more time." : "The day stays as it is.");
            return Redirect($"/actions/{id}");
        },
        () => Page(id, new ActionNewsForm()));

    [HttpPost("{id:long}/take")]
    [Needs(Permission.DoActions)]
    public Task<IActionResult> Take(long id) => Submit(
        () => Send(new TakeOnAction(new ActionId(id))),
        () =>
        {
            Saved("It is yours. Thank you.");
            return Redirect($"/actions/{id}");
        },
        () => Page(id, new ActionNewsForm()));

    private async Task<IActionResult> Page(long id, ActionNewsForm form) => FormView("Action", new OpenActionPage(await Send(new OpenAction(new ActionId(id))), form, clock.Today()));

    private RedirectResult Return(long id, string? back) => Redirect(Url.IsLocalUrl(back) ? back! : $"/actions/{id}");
}

/// <summary>What there is to say of an action.</summary>
public sealed class ActionNewsForm
{
    [Display(Name = "How does it go?")]
    public string? Words { get; set; }

    [Display(Name = "By when can it be done?")]
    [Leaning(DateLeaning.Future)]
    public DateOnly? Until { get; set; }

    [Display(Name = "Why?")]
    public string? Why { get; set; }
}

internal static class OursOnly
{
    /// <summary>A partner begins with what is theirs, and may look at the whole table; the others see everything.</summary>
    public static bool Of(ICurrentViewer current, bool? asked) => asked ?? current.Viewer?.Role == Role.Partner;
}

internal sealed record BoardPage(Board Board, DateOnly Today, long? Agency, long? Owner, bool Ours);

internal sealed record OpenActionPage(ActionView Action, ActionNewsForm Form, DateOnly Today) : FormPage<ActionNewsForm>(Form);
