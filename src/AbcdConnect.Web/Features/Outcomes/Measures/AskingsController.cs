using AbcdConnect.Application.Access;
using AbcdConnect.Application.Outcomes.Measures;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Outcomes.Measures;

/// <summary>Asking one person how things are: in a conversation, on a private link, on paper.</summary>
[Needs(Permission.ChangePeople)]
public sealed class AskingsController(IMediator mediator, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet("people/{person:long}/askings")]
    public async Task<IActionResult> Index(long person) => View("Askings", await Send(new SeeAskings(new PersonId(person))));

    [HttpPost("people/{person:long}/askings")]
    public Task<IActionResult> Begin(long person, List<string> measures) => Submit(
        () => Send(new PlanAsking(new PersonId(person), measures)),
        id => Redirect($"/askings/{id}"),
        () => Index(person));

    [HttpGet("askings/{id:long}")]
    public async Task<IActionResult> Open(long id, Dictionary<string, int> wordings)
    {
        var sheet = await See(id, wordings);
        return FormView("Ask", new AskingPage(sheet, AskingForm.Of(sheet, clock.Today())));
    }

    [HttpPost("askings/{id:long}")]
    public async Task<IActionResult> Answer(long id, AskingForm form)
    {
        var sheet = await See(id, form.Wordings);
        var answers = form.Read(sheet.Asked, ModelState);
        return await Submit(
            () => Send(new AnswerAsking(sheet.Id, answers, form.On, form.How, form.Version, form.Correct, form.Wordings)),
            () =>
            {
                Saved(sheet.Months == 0 && !form.Correct ? $"Kept. They come to mind again after {AskingText.Months(sheet.FollowUps)}." : "Kept. Thank you for asking them.");
                return Redirect($"/people/{sheet.Person}/askings");
            },
            async () =>
            {
                var now = await See(id, form.Wordings);
                form.Version = now.Version;
                var stored = AskingForm.Of(now, clock.Today());
                return FormView("Ask", new AskingPage(now, form) { Conflict = ConflictOf(stored, form)?.And(AskingForm.Beside(now.Asked, stored, form)) });
            });
    }

    /// <summary>Later, not this time, or no more: one tap, and no reason asked.</summary>
    [HttpPost("askings/{id:long}/settle")]
    public async Task<IActionResult> Settle(long id, AskingAnswer answer, int? days, bool today = false)
    {
        var sheet = await See(id);
        await Send(new SettleAsking(sheet.Id, answer, days is > 0 and < 700 ? clock.Today().AddDays(days.Value) : null));
        Saved(answer switch
        {
            AskingAnswer.Later => $"Moved to {UkText.Date(clock.Today().AddDays(days ?? 0))}.",
            AskingAnswer.NotThisTime => "Noted. It stays unanswered; that is fine.",
            _ => "They are not asked again. What they answered before stays.",
        });
        return Redirect(today ? "/" : $"/people/{sheet.Person}/askings");
    }

    /// <summary>The link is on the answer and nowhere else; there is no page to come back to.</summary>
    [HttpPost("askings/{id:long}/link")]
    public async Task<IActionResult> Link(long id)
    {
        var made = await Send(new SendAskingLink(AskingId.From(id)));
        return View("Link", new AskingLinkPage(made, $"{Request.Scheme}://{Request.Host}/answer/{made.Token}"));
    }

    /// <summary>A sheet for the table: the questions, and nothing about anybody but the number to type it in under.</summary>
    [HttpGet("askings/{id:long}/paper")]
    public async Task<IActionResult> Paper(long id) => View("Paper", await See(id));

    private Task<AskingSheet> See(long id, Dictionary<string, int>? wordings = null) => Send(new OpenAsking(AskingId.From(id), wordings));
}

internal sealed record AskingLinkPage(MadeAskingLink Made, string Address)
{
    private string Words => $"Hello, it is {Made.Programme}. A few questions on how things are, for you alone to answer if you like: {Address} It works once, until {UkText.Date(UkTime.DateOf(Made.ExpiresAt))}.";

    public string Sms => "sms:?&body=" + Uri.EscapeDataString(Words);

    public string Mail => $"mailto:?subject={Uri.EscapeDataString($"A few questions from {Made.Programme}")}&body={Uri.EscapeDataString(Words)}";
}
