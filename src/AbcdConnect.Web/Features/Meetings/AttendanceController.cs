using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings;

[Needs(Permission.RunMeetings)]
public sealed class AttendanceController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("meetings/{id:long}/attendance")]
    public async Task<IActionResult> Tick(long id) => await Form(id, null, null);

    [HttpPost("meetings/{id:long}/attendance")]
    public Task<IActionResult> Tick(long id, AttendanceForm form) => Submit(
        () => Send(form.ToRequest(new MeetingId(id))),
        () =>
        {
            Saved("Who came is written down.");
            return Redirect($"/meetings/{id}#people");
        },
        () => Form(id, form, null));

    [HttpPost("meetings/{id:long}/invite")]
    public Task<IActionResult> Invite(long id, InviteForm form) => Submit(
        () => Send(form.ToRequest(new MeetingId(id))),
        () =>
        {
            Saved(form.Practitioners.Count == 1 ? "One more is on the list." : $"{form.Practitioners.Count} more are on the list.");
            return Redirect($"/meetings/{id}/attendance");
        },
        () => Form(id, null, form));

    [HttpPost("meetings/{id:long}/uninvite")]
    public async Task<IActionResult> Uninvite(long id, long practitioner)
    {
        await Send(new UninvitePractitioner(new MeetingId(id), new PractitionerId(practitioner)));
        Saved("They are off the list.");
        return Redirect($"/meetings/{id}/attendance");
    }

    private async Task<IActionResult> Form(long id, AttendanceForm? typed, InviteForm? invite)
    {
        var meeting = await Send(new SeeMeeting(new MeetingId(id)));
        var choices = await Send(new MeetingChoices());
        var before = typed?.Ticks.ToDictionary(t => t.Practitioner) ?? [];
        var ticks = meeting.Attendance.Select(a => new TickForm
        {
            Practitioner = a.PractitionerId.Value,
            Status = before.TryGetValue(a.PractitionerId.Value, out var tick) && tick.Status != tick.Was ? tick.Status : a.Status,
            Was = a.Status,
        }).ToList();
        EditConflict? conflict = null;
        if (ViewData[Overtaken] is WhoWasFirst first)
        {
            // What is shown now is what was ticked; the hidden "was" must be what is stored now, not what came with the form.
            ModelState.Clear();
            conflict = new EditConflict(first.Name, first.At, [.. meeting.Attendance.Zip(ticks)
                .Where(pair => pair.First.Status != pair.Second.Status)
                .Select(pair => new FieldDifference(pair.First.Name, AttendanceWords.Of(pair.First.Status), AttendanceWords.Of(pair.Second.Status)))]);
        }

        var invited = meeting.Attendance.Select(a => a.PractitionerId).ToHashSet();
        return View("Attendance", new AttendancePage(meeting, ticks, [.. choices.Practitioners.Where(p => !invited.Contains(p.Id))], invite?.Practitioners ?? []) { Conflict = conflict });
    }
}

internal sealed record AttendancePage(MeetingView Meeting, IReadOnlyList<TickForm> Ticks, IReadOnlyList<PractitionerChoice> Others, IReadOnlyList<long> Chosen)
{
    public EditConflict? Conflict { get; init; }
}

/// <summary>What the ticks say.</summary>
internal static class AttendanceWords
{
    public static string Of(AttendanceStatus status) => status switch
    {
        AttendanceStatus.Present => "Came",
        AttendanceStatus.Apologies => "Apologies",
        _ => "No word",
    };
}
