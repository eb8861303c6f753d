using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings;

[Needs(Permission.RunMeetings)]
public sealed class AgendaController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("meetings/{id:long}/agenda/new")]
    public async Task<IActionResult> Add(long id) => FormView("AgendaItem", new AgendaItemPage(await See(id), null, new AgendaItemForm()));

    [HttpPost("meetings/{id:long}/agenda/new")]
    public Task<IActionResult> Add(long id, AgendaItemForm form) => Submit(
        () => Send(new AddAgendaItem(new MeetingId(id), form.ToDetails())),
        _ => Back(id),
        async () => FormView("AgendaItem", new AgendaItemPage(await See(id), null, form)));

    [HttpGet("meetings/{id:long}/agenda/{item:long}")]
    public async Task<IActionResult> Change(long id, long item)
    {
        var meeting = await See(id);
        var row = Find(meeting, item);
        return FormView("AgendaItem", new AgendaItemPage(meeting, row, AgendaItemForm.Of(row)));
    }

    [HttpPost("meetings/{id:long}/agenda/{item:long}")]
    public Task<IActionResult> Change(long id, long item, AgendaItemForm form) => Submit(
        () => Send(new ChangeAgendaItem(new MeetingId(id), new AgendaItemId(item), form.ToDetails(), form.Version)),
        () => Back(id),
        async () =>
        {
            var meeting = await See(id);
            var row = Find(meeting, item);
            var stored = AgendaItemForm.Of(row);
            form.Version = stored.Version;
            var conflict = ConflictOf(stored, form);
            return FormView("AgendaItem", new AgendaItemPage(meeting, row, form) { Conflict = conflict });
        });

    [HttpPost("meetings/{id:long}/agenda/{item:long}/move")]
    public async Task<IActionResult> Move(long id, long item, int by)
    {
        await Send(new MoveAgendaItem(new MeetingId(id), new AgendaItemId(item), by));
        return Back(id);
    }

    [HttpPost("meetings/{id:long}/agenda/{item:long}/remove")]
    public async Task<IActionResult> Remove(long id, long item)
    {
        await Send(new RemoveAgendaItem(new MeetingId(id), new AgendaItemId(item)));
        Saved("It is off the agenda.");
        return Back(id);
    }

    private static AgendaRow Find(MeetingView meeting, long item) =>
        meeting.Agenda.FirstOrDefault(a => a.Id.Value == item) ?? throw new NotFoundException("agenda item");

    private Task<MeetingView> See(long id) => Send(new SeeMeeting(new MeetingId(id)));

    private RedirectResult Back(long id) => Redirect($"/meetings/{id}#agenda");
}

internal sealed record AgendaItemPage(MeetingView Meeting, AgendaRow? Item, AgendaItemForm Form) : FormPage<AgendaItemForm>(Form);
