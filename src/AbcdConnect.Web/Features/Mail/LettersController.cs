using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Mail;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Mail;

[Needs(Permission.SeeLetters)]
public sealed class LettersController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("letters")]
    public async Task<IActionResult> List(string? sort, LetterState? state, int page = 1) =>
        View("Letters", new LettersPage(await Send(new ListLetters(new ListRequest(null, sort, page), state)), state));

    [HttpPost("letters/{id:long}/again")]
    public async Task<IActionResult> Again(long id)
    {
        await Send(new TryLetterAgain(new LetterId(id)));
        Saved("The letter goes on its way again within a minute or two.");
        return Redirect("/letters");
    }
}

public sealed record LettersPage(LettersSeen Seen, LetterState? State)
{
    public static string Words(LetterState state) => state switch
    {
        LetterState.Waiting => "waiting",
        LetterState.Sent => "sent",
        LetterState.Bounced => "came back",
        _ => "given up",
    };

    public static string Tone(LetterState state) => state switch
    {
        LetterState.Sent => "teal",
        LetterState.Waiting => "sun",
        _ => "coral",
    };
}
