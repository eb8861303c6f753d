using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings.Invitations;
using AbcdConnect.Domain.Mail;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Mail;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Invitations;

[Needs(Permission.RunMeetings)]
[Route("meetings/{id:long}/invitations")]
public sealed class InvitationsController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(long id) => View("Invitations", await Send(new SeeInvitations(new MeetingId(id))));

    [HttpPost("")]
    public Task<IActionResult> Invite(long id) => Submit(
        () => Send(new SendInvitations(new MeetingId(id))),
        letters =>
        {
            Saved(letters switch { 0 => "Everybody who can be written to knows already.", 1 => "One invitation is on its way.", _ => $"{letters} invitations are on their way." });
            return Redirect($"/meetings/{id}/invitations");
        },
        () => Show(id));
}

internal static class InvitationText
{
    public static string Of(InvitationRow row) => row switch
    {
        { Address: null } => "no e-mail address",
        { SentAt: null } => "not invited yet",
        { Letter: LetterState.Bounced } => "came back",
        { IsToldAll: false } => "knows an older version",
        { Letter: { } letter } => LettersPage.Words(letter),
        _ => "sent",
    };

    public static string Tone(InvitationRow row) => row switch
    {
        { Letter: LetterState.Bounced or LetterState.GivenUp } => "coral",
        { Address: null } or { SentAt: null } => "grey",
        { IsToldAll: true, Letter: LetterState.Sent } => "teal",
        _ => "sun",
    };
}
