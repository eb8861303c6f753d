using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Meetings.Actions;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings;

public sealed class ActionsController(IMediator mediator, TimeProvider clock, ICurrentViewer current) : AbcdController(mediator)
{
    [HttpGet("actions")]
    public async Task<IActionResult> Index(string? sort, ActionState? state, long? agency, long? owner, bool? ours, int page = 1)
    {
        var only = OursOnly.Of(current, ours);
        var list = await Send(Asked(new ListRequest(null, sort, page), state, agency, owner, only));
        return View("Actions", new ActionsPage(list, clock.Today(), state ?? ActionState.Open, agency, owner) { Ours = only });
    }

    [HttpGet("actions.csv")]
    public async Task<IActionResult> Csv(string? sort, ActionState? state, long? agency, long? owner, bool? ours)
    {
        var list = await Send(Asked(new ListRequest(null, sort) { All = true }, state, agency, owner, OursOnly.Of(current, ours)));
        var today = clock.Today();
        return CsvFile.Of(
            "actions",
            list.Page.Items,
            ("Action", a => a.Text),
            ("Agency", a => a.Agency),
            ("Owner", a => a.Owner),
            ("Due", a => a.DueOn),
            ("First promised for", a => a.FirstDueOn),
            ("Days overdue", a => a.DaysLate(today)),
            ("How it stands", a => a.Status),
            ("Begun", a => a.StartedOn),
            ("Done", a => a.DoneOn),
            ("Dropped", a => a.DroppedOn),
            ("Agreed at", a => a.Meeting),
            ("Agreed on", a => a.MeetingOn));
    }

    [HttpGet("meetings/{id:long}/actions/new")]
    [Needs(Permission.RunMeetings)]
    public async Task<IActionResult> Agree(long id) => await AgreeForm(id, new ActionForm());

    [HttpPost("meetings/{id:long}/actions/new")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Agree(long id, ActionForm form) => Submit(
        () => Send(new AgreeAction(new MeetingId(id), form.ToDetails())),
        _ =>
        {
            Saved("It is on the list. It comes back to each next meeting until it is done.");
            return Redirect($"/meetings/{id}#actions");
        },
        () => AgreeForm(id, form));

    [HttpGet("actions/{id:long}/change")]
    [Needs(Permission.RunMeetings)]
    public async Task<IActionResult> Change(long id)
    {
        var action = await Send(new SeeAction(new ActionId(id)));
        return FormView("Action", new ActionPage(action.MeetingId, action.Meeting, id, ActionForm.Of(action), await Send(new MeetingChoices())).At(await Send(new SeeMeeting(action.MeetingId))));
    }

    [HttpPost("actions/{id:long}/change")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Change(long id, ActionForm form) => Submit(
        () => Send(new ChangeAction(new ActionId(id), form.ToDetails(), form.Version)),
        () =>
        {
            Saved("The action is changed.");
            return Redirect("/actions");
        },
        async () =>
        {
            var action = await Send(new SeeAction(new ActionId(id)));
            var stored = ActionForm.Of(action);
            form.Version = stored.Version;
            var choices = await Send(new MeetingChoices());
            var conflict = ConflictOf(stored, form)?
                .Named("Who will do it?", choices.Practitioners.Select(p => new Choice($"{p.Name}, {p.Agency}", p.Id.Value)))
                .Named("Or which agency?", choices.Agencies.Select(a => new Choice(a.Name, a.Id.Value)));
            var page = new ActionPage(action.MeetingId, action.Meeting, id, form, choices).At(await Send(new SeeMeeting(action.MeetingId)));
            return FormView("Action", page with { Conflict = conflict?.Named("Which decision does it carry out?", page.Decisions).Named("Under which item was it agreed?", page.Items) });
        });

    [HttpPost("actions/{id:long}/done")]
    [Needs(Permission.DoActions)]
    public async Task<IActionResult> Done(long id, string? back)
    {
        await Send(new DoAction(new ActionId(id)));
        Saved("Done. Thank you.");
        return Return(back);
    }

    [HttpPost("actions/{id:long}/reopen")]
    [Needs(Permission.DoActions)]
    public async Task<IActionResult> Reopen(long id, string? back)
    {
        await Send(new DoAction(new ActionId(id), Done: false));
        Saved("It is open again.");
        return Return(back);
    }

    private RedirectResult Return(string? back) => Redirect(Url.IsLocalUrl(back) ? back! : "/actions");

    private async Task<IActionResult> AgreeForm(long id, ActionForm form)
    {
        var meeting = await Send(new SeeMeeting(new MeetingId(id)));
        return FormView("Action", new ActionPage(meeting.Id, meeting.Title, null, form, await Send(new MeetingChoices())).At(meeting));
    }

    private static ListActions Asked(ListRequest list, ActionState? state, long? agency, long? owner, bool ours) => new(
        list,
        state ?? ActionState.Open,
        agency is { } a ? new AgencyId(a) : null,
        owner is { } o ? new PractitionerId(o) : null,
        ours);
}

internal sealed record ActionsPage(ActionList List, DateOnly Today, ActionState State, long? Agency, long? Owner)
{
    /// <summary>Only what the reader's own agency took on.</summary>
    public bool Ours { get; init; }

    public IEnumerable<Choice> Agencies => List.Agencies.Select(a => new Choice(a.Name, a.Id.Value));

    public IEnumerable<Choice> Owners => List.Owners.Select(o => new Choice($"{o.Name}, {o.Agency}", o.Id.Value));
}

internal sealed record ActionPage(MeetingId MeetingId, string Meeting, long? Id, ActionForm Form, MeetingChoicesView Choices) : FormPage<ActionForm>(Form)
{
    /// <summary>What the same meeting decided.</summary>
    public IReadOnlyList<Choice> Decisions { get; init; } = [];

    public IReadOnlyList<Choice> Items { get; init; } = [];

    public ActionPage At(MeetingView meeting) => this with
    {
        Decisions = [.. meeting.Decisions.Select(d => new Choice(d.Text.Length > 80 ? $"{d.Text[..80]}…" : d.Text, d.Id.Value))],
        Items = [.. meeting.Agenda.Select(a => new Choice($"{a.Position}. {a.Title}", a.Id.Value))],
    };

    public IEnumerable<Choice> Owners => Choices.Practitioners.Select(p => new Choice($"{p.Name}, {p.Agency}", p.Id.Value));

    public IEnumerable<Choice> Agencies => Choices.Agencies.Select(a => new Choice(a.Name, a.Id.Value));
}
