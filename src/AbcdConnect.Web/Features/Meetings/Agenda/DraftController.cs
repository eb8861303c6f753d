using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AbcdConnect.Application.Access;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Agenda;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Agenda;

/// <summary>Where a coordinator makes an agenda of what the live data suggests.</summary>
[Needs(Permission.RunMeetings)]
[Route("meetings/{id:long}/draft")]
public sealed class DraftController(IMediator mediator) : AbcdController(mediator)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(long id)
    {
        var draft = await See(id);
        return FormView("Draft", new DraftPage(draft, TimesForm.Of(draft)));
    }

    [HttpPost("keep")]
    public async Task<IActionResult> Keep(long id, List<string> keys)
    {
        var kept = await Send(new KeepSuggestions(new MeetingId(id), keys));
        Saved(kept switch
        {
            0 => "That is no longer suggested: things have moved.",
            1 => "It is on the agenda.",
            _ => $"{kept} are on the agenda.",
        });
        return Back(id, "agenda");
    }

    [HttpPost("drop")]
    public async Task<IActionResult> Drop(long id, string key, bool bringBack = false)
    {
        await Send(new DropSuggestion(new MeetingId(id), key, bringBack));
        Saved(bringBack ? "It is suggested again." : "It is not suggested again for this meeting.");
        return Back(id, "suggested");
    }

    /// <summary>Minutes and presenters; whichever button was pressed, what was typed is kept first.</summary>
    /// <param name="then">up-12, down-12, remove-12; before-12-15 puts 12 before 15, and before-12-0 at the end.</param>
    [HttpPost("")]
    public Task<IActionResult> Times(long id, TimesForm form, string? then) => Submit(
        async () =>
        {
            await Send(form.ToRequest(new MeetingId(id)));
            if (Then(new MeetingId(id), then) is { } move)
            {
                await Send(move);
            }
        },
        () =>
        {
            if (then is null)
            {
                Saved("The agenda is kept.");
            }

            return Back(id, then?.Split('-') is ["up" or "down" or "before", var moved, ..] ? $"item-{moved}" : "agenda");
        },
        async () =>
        {
            var draft = await See(id);
            var stored = TimesForm.Of(draft);
            if (ViewData[Overtaken] is WhoWasFirst first)
            {
                var differences = stored.Items.Join(form.Items, s => s.Item, t => t.Item, (s, t) => (s, t)).Where(p => p.s.Words != p.t.Words)
                    .Select(p => new FieldDifference(draft.Items.First(i => i.Id.Value == p.s.Item).Title, p.s.Words, p.t.Words));
                ModelState.Clear();
                foreach (var typed in form.Items)
                {
                    typed.Edition = stored.Items.Find(s => s.Item == typed.Item)?.Edition ?? typed.Edition;
                }

                return FormView("Draft", new DraftPage(draft, form.InOrderOf(stored)) { Conflict = new EditConflict(first.Name, first.At, [.. differences]) });
            }

            return FormView("Draft", new DraftPage(draft, form.InOrderOf(stored)));
        });

    private static IRequest? Then(MeetingId meeting, string? then)
    {
        var parts = then?.Split('-') ?? [];
        var numbers = parts.Skip(1).Select(p => long.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return (parts, numbers) switch
        {
            (["up", _], [>= 0]) => new MoveAgendaItem(meeting, new AgendaItemId(numbers[0]), -1),
            (["down", _], [>= 0]) => new MoveAgendaItem(meeting, new AgendaItemId(numbers[0]), 1),
            (["remove", _], [>= 0]) => new RemoveAgendaItem(meeting, new AgendaItemId(numbers[0])),
            (["before", _, _], [>= 0, >= 0]) => new PlaceAgendaItem(meeting, new AgendaItemId(numbers[0]), numbers[1] == 0 ? null : new AgendaItemId(numbers[1])),
            _ => null,
        };
    }

    private Task<AgendaDraft> See(long id) => Send(new DraftAgenda(new MeetingId(id)));

    private RedirectResult Back(long id, string place) => Redirect($"/meetings/{id}/draft#{place}");
}

public sealed class TimesForm
{
    public List<ItemTimeForm> Items { get; set; } = [];

    public static TimesForm Of(AgendaDraft draft) => new()
    {
        Items = [.. draft.Items.Select(i => new ItemTimeForm { Item = i.Id.Value, Minutes = i.Minutes, Presenter = i.Presenter, Edition = i.Edition })],
    };

    public TimeAgenda ToRequest(MeetingId meeting) => new(meeting, [.. Items.Select(i => new ItemTime(new AgendaItemId(i.Item), i.Minutes, i.Presenter, i.Edition))]);

    /// <summary>What was typed, item by item as they stand now: one may have come or gone meanwhile.</summary>
    public TimesForm InOrderOf(TimesForm stored) => new() { Items = stored.Items.ConvertAll(s => Items.Find(i => i.Item == s.Item) ?? s) };
}

public sealed class ItemTimeForm
{
    public long Item { get; set; }

    [Display(Name = "Minutes")]
    public int? Minutes { get; set; }

    [Display(Name = "Who presents")]
    public string? Presenter { get; set; }

    public long Edition { get; set; }

    public string Words => $"{Minutes} minutes{(string.IsNullOrWhiteSpace(Presenter) ? "" : $", {Presenter.Trim()}")}";
}

internal sealed record DraftPage(AgendaDraft Draft, TimesForm Form) : FormPage<TimesForm>(Form)
{
    /// <summary>Of what is stored, not of what was typed: the total is one with the agenda.</summary>
    public int? Left => Draft.LastsMinutes - Draft.Minutes;
}
