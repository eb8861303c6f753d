using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.People;

/// <summary>What a person has said yes to, use by use.</summary>
public sealed class ConsentsController(IMediator mediator, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet("people/{id:long}/consents/new")]
    public async Task<IActionResult> Give(long id, ConsentUse use = ConsentUse.KeepInTouch, long? agency = null) => await GiveView(id, new ConsentForm { Use = use, AgencyId = agency, GivenOn = clock.Today() });

    [HttpPost("people/{id:long}/consents/new")]
    public Task<IActionResult> Give(long id, ConsentForm form) => Submit(
        () => Send(form.ToRequest(new PersonId(id))),
        _ =>
        {
            Saved($"Noted: {PeopleWords.Of(form.Use).ToLowerInvariant()}.");
            return Redirect($"/people/{id}#agreed");
        },
        () => GiveView(id, form));

    [HttpPost("consents/{id:long}/withdraw")]
    public async Task<IActionResult> Withdraw(long id)
    {
        var person = await Send(new WithdrawConsent(new ConsentId(id)));
        Saved("Withdrawn from today.");
        return Redirect($"/people/{person}#agreed");
    }

    private async Task<IActionResult> GiveView(long id, ConsentForm form)
    {
        var choices = await Send(new OpenPersonForm());
        return await Send(new TellPersonsStory(new PersonId(id))) is PersonsStory person
            ? View("Consent", new ConsentFormPage(form, id, person.FullName, choices.Agencies))
            : NotFound();
    }
}
