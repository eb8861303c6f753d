using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings.Papers;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Papers;

[Route("meetings/{id:long}")]
public sealed class PapersController(IMediator mediator) : AbcdController(mediator)
{
    /// <summary>So much is read before it is refused in words; what is bigger is refused by the server's own page.</summary>
    private const long Readable = 96 * 1024 * 1024;

    [HttpGet("papers")]
    public async Task<IActionResult> List(long id) => View("Papers", await Send(new ListPapers(new MeetingId(id))));

    [HttpPost("papers")]
    [Needs(Permission.RunMeetings)]
    [RequestSizeLimit(Readable)]
    [RequestFormLimits(MultipartBodyLengthLimit = Readable)]
    public Task<IActionResult> Add(long id, IFormFile? paper) => Submit(
        async () => await Send(new AddPaper(new MeetingId(id), paper?.FileName, await Bytes(paper))),
        _ =>
        {
            Saved("The paper is added. Whoever may see the meeting can open it.");
            return Redirect($"/meetings/{id}/papers");
        },
        () => List(id));

    [HttpGet("papers/{paper:long}")]
    public async Task<IActionResult> Read(long id, long paper)
    {
        var found = await Send(new ReadPaper(new MeetingId(id), new MeetingPaperId(paper)));
        // Always as a file: nothing of it runs in our name.
        return File(found.Content, found.MediaType, found.Name);
    }

    [HttpPost("papers/{paper:long}/remove")]
    [Needs(Permission.RunMeetings)]
    public async Task<IActionResult> Remove(long id, long paper)
    {
        await Send(new RemovePaper(new MeetingId(id), new MeetingPaperId(paper)));
        Saved("The paper is taken away.");
        return Redirect($"/meetings/{id}/papers");
    }

    [HttpGet("pack.pdf")]
    public async Task<IActionResult> Pack(long id)
    {
        var printed = await Send(new PrintPack(new MeetingId(id), $"{Request.Scheme}://{Request.Host}"));
        if (printed.Pdf is { } pdf)
        {
            return File(pdf, "application/pdf", $"agenda-{printed.HeldOn:yyyy-MM-dd}.pdf");
        }

        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return View("NotPrinted", printed);
    }

    // What is too big is not even read into memory: its size says it all.
    private static async Task<byte[]?> Bytes(IFormFile? paper)
    {
        if (paper is null)
        {
            return null;
        }

        if (paper.Length > PaperFile.MostBytes)
        {
            throw PaperFile.TooBig(paper.FileName, paper.Length);
        }

        using var bytes = new MemoryStream((int)paper.Length);
        await paper.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
