using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Series;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings;

public sealed class MeetingsController(IMediator mediator, TimeProvider clock) : AbcdController(mediator)
{
    [HttpGet("meetings")]
    public async Task<IActionResult> Index(string? q, string? sort, MeetingsWhen? when, long? neighbourhood, int page = 1)
    {
        var list = await Send(new ListMeetings(new ListRequest(q, sort, page), when, Place(neighbourhood)));
        return View("Meetings", new MeetingsPage(list, clock.Today(), when));
    }

    [HttpGet("meetings.csv")]
    public async Task<IActionResult> Csv(string? q, string? sort, MeetingsWhen? when, long? neighbourhood)
    {
        var list = await Send(new ListMeetings(new ListRequest(q, sort) { All = true }, when, Place(neighbourhood)));
        return CsvFile.Of(
            "meetings",
            list.Items,
            ("Date", m => m.HeldOn),
            ("Starts at", m => m.StartsAt),
            ("Title", m => m.Title),
            ("Neighbourhood", m => m.Neighbourhood),
            ("Place", m => m.Place),
            ("Status", m => m.Status),
            ("People who came", m => m.Present),
            ("Agencies that came", m => m.Agencies),
            ("Actions still open", m => m.OpenActions));
    }

    [HttpGet("meetings/new")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Plan(long? neighbourhood) => PlanForm(new MeetingForm { Neighbourhood = neighbourhood, LastsMinutes = 90, InviteSamePeople = true });

    [HttpPost("meetings/new")]
    [Needs(Permission.RunMeetings)]
    public async Task<IActionResult> Plan(MeetingForm form)
    {
        var places = await LookUpPlace(form);
        return await Submit(
            () => form.Again is { } rhythm ? Send(new PlanSeries(form.ToDetails(), rhythm, form.Times ?? 6, form.InviteSamePeople)) : Send(new PlanMeeting(form.ToDetails(), form.InviteSamePeople)),
            id =>
            {
                Saved("The meeting is planned. Now its agenda.");
                return Redirect($"/meetings/{id}/draft");
            },
            () => PlanForm(form, places));
    }

    /// <summary>For the place box: where a meeting could be.</summary>
    [HttpGet("meetings/places")]
    public async Task<IActionResult> Places(string? q) =>
        Json((await Send(new FindPlaces(q))).Select(p => new { id = p.Id.Value, label = p.Name, detail = p.Address }));

    [HttpGet("meetings/{id:long}")]
    public async Task<IActionResult> Show(long id) => View("Meeting", new MeetingPage(await Send(new SeeMeeting(new MeetingId(id))), clock.Today()) { SeesBehind = !User.IsInRole("Partner") });

    [HttpGet("meetings/{id:long}/print")]
    public async Task<IActionResult> Print(long id) => View("Print", new MeetingPage(await Send(new SeeMeeting(new MeetingId(id))), clock.Today()));

    [HttpGet("meetings/{id:long}/change")]
    [Needs(Permission.RunMeetings)]
    public async Task<IActionResult> Change(long id)
    {
        var meeting = await Send(new SeeMeeting(new MeetingId(id)));
        return await ChangeForm(meeting, MeetingForm.Of(meeting));
    }

    [HttpPost("meetings/{id:long}/change")]
    [Needs(Permission.RunMeetings)]
    public async Task<IActionResult> Change(long id, MeetingForm form)
    {
        var places = await LookUpPlace(form);
        return await Submit(
            () => Send(new ChangeMeeting(new MeetingId(id), form.ToDetails(), form.Version)),
            () =>
            {
                Saved("The meeting is changed.");
                return Redirect($"/meetings/{id}");
            },
            async () => await ChangeForm(await Send(new SeeMeeting(new MeetingId(id))), form, places));
    }

    [HttpPost("meetings/{id:long}/settle")]
    [Needs(Permission.RunMeetings)]
    public async Task<IActionResult> Settle(long id, MeetingSettlement? settle)
    {
        // Nothing chosen settles nothing: the first of them is "held".
        if (settle is null)
        {
            return Redirect($"/meetings/{id}");
        }

        await Send(new SettleMeeting(new MeetingId(id), settle.Value));
        Saved(settle switch
        {
            MeetingSettlement.Held => "The meeting was held. It counts towards this month's figures once two agencies are ticked as present.",
            MeetingSettlement.Cancelled => "The meeting is cancelled. What was agreed before is carried to the next one.",
            _ => "The meeting is planned again.",
        });
        return Redirect($"/meetings/{id}");
    }

    [HttpGet("meetings/{id:long}/minutes")]
    [Needs(Permission.RunMeetings)]
    public async Task<IActionResult> Minutes(long id)
    {
        var meeting = await Send(new SeeMeeting(new MeetingId(id)));
        return FormView("Minutes", new MinutesPage(meeting, MinutesForm.Of(meeting)));
    }

    [HttpPost("meetings/{id:long}/minutes")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Minutes(long id, MinutesForm form) => Submit(
        () => Send(form.ToRequest(new MeetingId(id))),
        () =>
        {
            Saved("The minutes are kept.");
            return Redirect($"/meetings/{id}#minutes");
        },
        async () =>
        {
            var meeting = await Send(new SeeMeeting(new MeetingId(id)));
            var stored = MinutesForm.Of(meeting);
            form.Version = stored.Version;
            return FormView("Minutes", new MinutesPage(meeting, form) { Conflict = ConflictOf(stored, form) });
        });

    [HttpGet("meetings/{id:long}/decisions/new")]
    [Needs(Permission.RunMeetings)]
    public async Task<IActionResult> Decide(long id) => FormView("Decision", new DecisionPage(await Send(new SeeMeeting(new MeetingId(id))), new DecisionForm()));

    [HttpPost("meetings/{id:long}/decisions/new")]
    [Needs(Permission.RunMeetings)]
    public Task<IActionResult> Decide(long id, DecisionForm form) => Submit(
        () => Send(form.ToRequest(new MeetingId(id))),
        () =>
        {
            Saved("The decision is written down.");
            return Redirect($"/meetings/{id}#decisions");
        },
        async () => FormView("Decision", new DecisionPage(await Send(new SeeMeeting(new MeetingId(id))), form)));

    private async Task<IActionResult> PlanForm(MeetingForm form, IReadOnlyList<PlaceChoice>? places = null) =>
        FormView("MeetingForm", new MeetingFormPage(null, form, await Send(new MeetingChoices()), places ?? []));

    private async Task<IActionResult> ChangeForm(MeetingView meeting, MeetingForm form, IReadOnlyList<PlaceChoice>? places = null)
    {
        var stored = MeetingForm.Of(meeting);
        form.Version = stored.Version;
        return FormView("MeetingForm", new MeetingFormPage(meeting, form, await Send(new MeetingChoices()), places ?? []) { Conflict = ConflictOf(stored, form) });
    }

    /// <summary>Without script a place arrives as its name: one place of that name is the place, several are asked about.</summary>
    private async Task<IReadOnlyList<PlaceChoice>> LookUpPlace(MeetingForm form)
    {
        if (form.PlaceId is not null || string.IsNullOrWhiteSpace(form.Place))
        {
            return [];
        }

        var found = await Send(new FindPlaces(form.Place));
        var exact = found.Where(p => p.Name.Equals(form.Place.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (exact.Count == 1 || found.Count == 1)
        {
            form.PlaceId = (exact.Count == 1 ? exact : found)[0].Id.Value;
            return [];
        }

        ModelState.AddModelError(nameof(form.PlaceId), found.Count == 0 ? "No place on the map is called that. Try another word, or leave it empty for now" : "Choose which of these it is");
        return found;
    }

    private static NeighbourhoodId? Place(long? id) => id is { } known ? new NeighbourhoodId(known) : null;
}

internal sealed record MeetingsPage(Page<MeetingRow> List, DateOnly Today, MeetingsWhen? When);

internal sealed record MeetingPage(MeetingView Meeting, DateOnly Today)
{
    /// <summary>Minutes used up to and with each item.</summary>
    public IReadOnlyList<int> Running => [.. Meeting.Agenda.Select((_, at) => Meeting.Agenda.Take(at + 1).Sum(a => a.Minutes))];

    public int TooLong => Meeting.LastsMinutes is { } lasts ? Math.Max(0, Meeting.AgendaMinutes - lasts) : 0;

    public bool HasBegun => Meeting.HeldOn <= Today;

    /// <summary>Whether the pages behind what was suggested open for the reader. A partner reads the reasons.</summary>
    public bool SeesBehind { get; init; }

    public ActionsPart Agreed => new(Meeting.Actions, Today, $"/meetings/{Meeting.Id}", ShowFrom: false, Meeting.MayRun);

    public ActionsPart CarriedOver => new(Meeting.CarriedOver, Today, $"/meetings/{Meeting.Id}", ShowFrom: true, Meeting.MayRun);
}

/// <summary>Actions one under the other.</summary>
/// <param name="Back">The page to come back to after one is marked done.</param>
/// <param name="ShowFrom">Whether to say which meeting agreed it.</param>
internal sealed record ActionsPart(IReadOnlyList<ActionRow> Actions, DateOnly Today, string Back, bool ShowFrom, bool MayChange);

internal sealed record MeetingFormPage(MeetingView? Meeting, MeetingForm Form, MeetingChoicesView Choices, IReadOnlyList<PlaceChoice> Places) : FormPage<MeetingForm>(Form)
{
    public IEnumerable<Choice> Neighbourhoods => Choices.Neighbourhoods.Select(n => new Choice(n.Name, n.Id.Value));
}

internal sealed record MinutesPage(MeetingView Meeting, MinutesForm Form) : FormPage<MinutesForm>(Form);

internal sealed record DecisionPage(MeetingView Meeting, DecisionForm Form) : FormPage<DecisionForm>(Form);
