using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Programmes;

public sealed class StaffingController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("programme/staffing")]
    public async Task<IActionResult> Index(string? sort, bool ended = false, int page = 1) =>
        View("Staffing", new StaffingPage(await Send(new ListStaffing(new ListRequest(null, sort, page), ended)), ended));

    [HttpGet("programme/staffing.csv")]
    public async Task<IActionResult> Csv(string? sort, bool ended = false) => CsvFile.Of(
        "staffing",
        (await Send(new ListStaffing(new ListRequest(null, sort) { All = true }, ended))).Posts.Items,
        ("Who", p => p.Worker),
        ("FTE", p => p.Fte),
        ("From", p => p.From.ToString()),
        ("To", p => p.To?.ToString()));

    [HttpGet("programme/staffing/new")]
    [Needs(Permission.ChangeProgramme)]
    public async Task<IActionResult> Employ() => await PostView(null, new PostForm());

    [HttpPost("programme/staffing/new")]
    [Needs(Permission.ChangeProgramme)]
    public Task<IActionResult> Employ(PostForm form) => Submit(
        () => Send(form.ToRequest()),
        _ => Back(),
        () => PostView(null, form));

    [HttpGet("programme/staffing/{id:long}/change")]
    [Needs(Permission.ChangeProgramme)]
    public async Task<IActionResult> Change(long id)
    {
        var found = await Send(new SeePost(new StaffingId(id)));
        return FormView("Post", new PostPage(found.Post, PostForm.Of(found.Post!), found.Workers));
    }

    [HttpPost("programme/staffing/{id:long}/change")]
    [Needs(Permission.ChangeProgramme)]
    public Task<IActionResult> Change(long id, PostForm form) => Submit(
        () => Send(form.ToRequest(new StaffingId(id))),
        Back,
        () => PostView(id, form));

    private RedirectResult Back()
    {
        Saved("The post is kept. Targets by FTE follow it.");
        return Redirect("/programme/staffing");
    }

    private async Task<IActionResult> PostView(long? id, PostForm form)
    {
        var found = await Send(new SeePost(id is { } known ? new StaffingId(known) : null));
        if (found.Post is null)
        {
            return FormView("Post", new PostPage(null, form, found.Workers));
        }

        var stored = PostForm.Of(found.Post);
        (form.Version, form.Worker) = (stored.Version, stored.Worker);
        return FormView("Post", new PostPage(found.Post, form, found.Workers) { Conflict = ConflictOf(stored, form) });
    }
}

internal sealed record StaffingPage(StaffingView Staffing, bool Ended);

internal sealed record PostPage(PostRow? Post, PostForm Form, IReadOnlyList<WorkerChoice> Workers) : FormPage<PostForm>(Form)
{
    public IEnumerable<Choice> Choices => Workers.Select(w => new Choice(w.Name, w.Id.Value));
}
