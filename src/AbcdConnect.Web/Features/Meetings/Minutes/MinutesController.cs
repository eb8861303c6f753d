using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings.Minutes;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Minutes;

/// <summary>The minutes to read, print, send round, agree, and put right once they are agreed.</summary>
[Route("meetings/{id:long}")]
public sealed class MinutesController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("minutes/read")]
    public Task<IActionResult> Read(long id) => Page(id, new CorrectionForm());

    [HttpGet("minutes.pdf")]
    public async Task<IActionResult> Pdf(long id)
    {
        var printed = await Send(new PrintMinutes(new MeetingId(id)));
        if (printed.Pdf is { } pdf)
        {
            return File(pdf, "application/pdf", $"minutes-{printed.Sheet.HeldOn:yyyy-MM-dd}{(printed.IsAgreed ? "" : "-draft")}.pdf");
        }

        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return View("Problem", new ProblemPage("The PDF could not be printed", printed.WhyNot ?? "", "Nothing is lost: the minutes are on their page.", $"/meetings/{id}/minutes/read"));
    }

    [HttpPost("minutes/agree")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Agree(long id, long? at) => Submit(
        () => Send(new AgreeMinutes(new MeetingId(id), at is { } meeting ? new MeetingId(meeting) : null)),
        () =>
        {
            Saved("The minutes are agreed. From now on they do not change.");
            return Redirect($"/meetings/{id}/minutes/read");
        },
        () => Page(id, new CorrectionForm()));

    [HttpPost("minutes/correct")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Correct(long id, CorrectionForm form) => Submit(
        () => Send(new CorrectMinutes(new MeetingId(id), form.About, form.Words)),
        _ =>
        {
            Saved("The correction stands beside the minutes.");
            return Redirect($"/meetings/{id}/minutes/read");
        },
        () => Page(id, form));

    [HttpPost("minutes/send")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> SendRound(long id) => Submit(
        () => Send(new SendMinutesRound(new MeetingId(id))),
        letters =>
        {
            Saved(letters == 0 ? "Everybody who has an e-mail address has been told already." : $"{letters} {(letters == 1 ? "letter is" : "letters are")} on the way, with a link to this page.");
            return Redirect($"/meetings/{id}/minutes/read");
        },
        () => Page(id, new CorrectionForm()));

    private async Task<IActionResult> Page(long id, CorrectionForm form) => FormView("Read", new MinutesReadPage(await Send(new ReadMinutes(new MeetingId(id))), form));
}

/// <summary>What is put right, beside the words.</summary>
public sealed class CorrectionForm
{
    [Display(Name = "Which part is it about?")]
    public string? About { get; set; }

    [Display(Name = "What is put right?")]
    public string? Words { get; set; }
}

internal sealed record MinutesReadPage(MinutesView Minutes, CorrectionForm Form) : FormPage<CorrectionForm>(Form);
