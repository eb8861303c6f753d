using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Room;

/// <summary>One screen to run a meeting with. Every form works by itself; <c>assets/room.ts</c> sends them without leaving the page.</summary>
[Route("meetings/{id:long}/room")]
public sealed class RoomController(IMediator mediator, RoomNews news) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> Open(long id) => await Page(id, new RoomForm());

    /// <summary>For the wall: nothing about anybody.</summary>
    [HttpGet("screen")]
    public async Task<IActionResult> Screen(long id) => View("Screen", await Send(new ShowScreen(new MeetingId(id))));

    [HttpPost("move")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Move(long id, long? from, long? to) => Submit(
        () => Send(new MoveOn(new MeetingId(id), Item(from), Item(to))),
        () => Back(id, "now"),
        () => Page(id, new RoomForm()),
        id,
        RoomPart.Clock);

    [HttpPost("here")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Here(long id, long practitioner, Presence @as) => Submit(
        () => Send(new SayWhoIsHere(new MeetingId(id), new PractitionerId(practitioner), @as)),
        () => Back(id, "people"),
        () => Page(id, new RoomForm()),
        id,
        RoomPart.People);

    [HttpPost("guests")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Guest(long id, RoomForm form) => Submit(
        () => Send(new WelcomeGuest(new MeetingId(id), form.GuestName ?? "", form.GuestFrom, form.GuestAgency is { } agency ? new AgencyId(agency) : null)),
        () => Back(id, "people"),
        () => Page(id, form, (nameof(WelcomeGuest.Name), nameof(form.GuestName)), (nameof(WelcomeGuest.From), nameof(form.GuestFrom))),
        id,
        RoomPart.People);

    [HttpPost("guests/{guest:long}")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> GuestLeft(long id, long guest, bool left) => Submit(
        () => Send(new SayGuestLeft(new MeetingId(id), new GuestId(guest), left)),
        () => Back(id, "people"),
        () => Page(id, new RoomForm()),
        id,
        RoomPart.People);

    [HttpPost("decisions")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Decide(long id, RoomForm form) => Submit(
        () => Send(form.ToDecision(new MeetingId(id))),
        () => Back(id, "decisions"),
        () => Page(id, form, (nameof(Application.Meetings.Decide.Text), nameof(form.Decision))),
        id,
        RoomPart.Decisions);

    [HttpPost("actions")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Agree(long id, RoomForm form) => Submit(
        async () => { await Send(new AgreeAction(new MeetingId(id), form.ToAction())); },
        () => Back(id, "actions"),
        () => Page(id, form, (nameof(ActionDetails.Text), nameof(form.Action)), (nameof(ActionDetails.OwnerId), nameof(form.Owner)), (nameof(ActionDetails.DueOn), nameof(form.Due))),
        id,
        RoomPart.Decisions);

    [HttpPost("notes/{item:long}/add")]
    [Needs(Permission.TakeNotes)]
    public Task<IActionResult> AddToNotes(long id, long item, RoomForm form) => Submit(
        async () => { await Send(new AddToNotes(new MeetingId(id), new AgendaItemId(item), form.Said)); },
        () => Back(id, $"item-{item}"),
        () =>
        {
            form.SaidUnder = item;
            return Page(id, form, (nameof(Application.Meetings.Room.AddToNotes.Text), nameof(form.Said)));
        },
        id,
        RoomPart.Notes);

    [HttpGet("notes/{item:long}")]
    [Needs(Permission.TakeNotes)]
    public async Task<IActionResult> CorrectNotes(long id, long item)
    {
        var (room, row) = await Notes(id, item);
        return FormView("Notes", new NotesPage(room, row, NotesForm.Of(row)));
    }

    [HttpPost("notes/{item:long}")]
    [Needs(Permission.TakeNotes)]
    public Task<IActionResult> CorrectNotes(long id, long item, NotesForm form) => Submit(
        () => Send(new CorrectNotes(new MeetingId(id), new AgendaItemId(item), form.Text, form.Version)),
        () => Back(id, $"item-{item}"),
        async () =>
        {
            var (room, row) = await Notes(id, item);
            var stored = NotesForm.Of(row);
            form.Version = stored.Version;
            return FormView("Notes", new NotesPage(room, row, form) { Conflict = ConflictOf(stored, form) });
        },
        id,
        RoomPart.Notes);

    /// <summary>Sends, tells the others in the room where it was taken, and answers.</summary>
    private async Task<IActionResult> Submit(Func<Task> send, Func<IActionResult> valid, Func<Task<IActionResult>> invalid, long id, RoomPart part)
    {
        var done = false;
        var answer = await Submit(
            send,
            () =>
            {
                done = true;
                return valid();
            },
            invalid);
        if (done)
        {
            await news.Changed(new MeetingId(id), part, HttpContext.RequestAborted);
        }

        return answer;
    }

    private async Task<(RoomView Room, RoomItem Item)> Notes(long id, long item)
    {
        var room = await Send(new OpenRoom(new MeetingId(id)));
        return (room, room.Items.FirstOrDefault(i => i.Id == new AgendaItemId(item)) ?? throw new Domain.Common.NotFoundException("agenda item"));
    }

    /// <summary>The room, with what was typed into one of its forms and what is wrong with it.</summary>
    /// <param name="names">What the request calls a field, and what this page calls it.</param>
    private async Task<IActionResult> Page(long id, RoomForm form, params (string Request, string Field)[] names)
    {
        foreach (var (request, field) in names)
        {
            foreach (var error in ModelState.TryGetValue(request, out var entry) ? entry.Errors.ToList() : [])
            {
                ModelState.AddModelError(field, error.ErrorMessage);
            }

            if (request != field)
            {
                ModelState.Remove(request);
            }
        }

        var room = await Send(new OpenRoom(new MeetingId(id)));
        // What is written down belongs to what is being talked about, unless somebody says otherwise.
        form.DecisionItem ??= room.Now?.Value;
        form.ActionItem ??= room.Now?.Value;
        return FormView("Room", new RoomPage(room, form, ViewData[Overtaken] as WhoWasFirst));
    }

    private RedirectResult Back(long id, string part) => Redirect($"/meetings/{id}/room#{part}");

    private static AgendaItemId? Item(long? id) => id is { } known ? new AgendaItemId(known) : null;
}

internal sealed record RoomPage(RoomView Room, RoomForm Form, WhoWasFirst? First) : FormPage<RoomForm>(Form)
{
    public IEnumerable<Choice> Owners =>
        Room.People.OrderByDescending(p => p.IsHere).Select(p => new Choice($"{p.Name}, {p.Agency}", p.Id.Value))
            .Concat(Room.Others.Select(p => new Choice($"{p.Name}, {p.Agency}", p.Id.Value)));

    public IEnumerable<Choice> Items => Room.Items.Select(i => new Choice($"{i.Position}. {i.Title}", i.Id.Value));

    public int? PlaceOf(AgendaItemId? item) => Room.Items.FirstOrDefault(i => i.Id == item)?.Position;

    public IEnumerable<Choice> Agencies => Room.Agencies.Select(a => new Choice(a.Name, a.Id.Value));
}

internal sealed record NotesPage(RoomView Room, RoomItem Item, NotesForm Form) : FormPage<NotesForm>(Form);
