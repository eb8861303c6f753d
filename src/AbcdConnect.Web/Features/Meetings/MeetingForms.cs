using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings;

/// <summary>When and where a table meets.</summary>
public sealed class MeetingForm
{
    [Display(Name = "What is it called?")]
    public string? Title { get; set; }

    [Display(Name = "Which day?")]
    [Leaning(DateLeaning.Future)]
    public DateOnly? HeldOn { get; set; }

    [Display(Name = "What time does it start?")]
    public TimeOnly? StartsAt { get; set; }

    [Display(Name = "How many minutes are there?")]
    public int? LastsMinutes { get; set; }

    [Display(Name = "Whose table is it?")]
    public long? Neighbourhood { get; set; }

    [HiddenInput]
    public long? PlaceId { get; set; }

    [Display(Name = "Where?")]
    public string? Place { get; set; }

    [Display(Name = "Does it happen again?")]
    [HiddenInput]
    public SeriesRhythm? Again { get; set; }

    [Display(Name = "How many to plan now?")]
    [HiddenInput]
    public int? Times { get; set; } = 6;

    [Display(Name = "Invite the people who were invited last time")]
    [HiddenInput]
    public bool InviteSamePeople { get; set; }

    public long Version { get; set; }

    public static MeetingForm Of(MeetingView meeting) => new()
    {
        Title = meeting.Title,
        HeldOn = meeting.HeldOn,
        StartsAt = meeting.StartsAt,
        LastsMinutes = meeting.LastsMinutes,
        Neighbourhood = meeting.NeighbourhoodId?.Value,
        PlaceId = meeting.PlaceId?.Value,
        Place = meeting.Place,
        Version = meeting.Version,
    };

    public MeetingDetails ToDetails() => new(
        Title ?? "",
        HeldOn,
        StartsAt,
        LastsMinutes,
        PlaceId is { } place ? new AssetId(place) : null,
        Neighbourhood is { } neighbourhood ? new NeighbourhoodId(neighbourhood) : null);
}

/// <summary>One thing to talk about.</summary>
public sealed class AgendaItemForm
{
    [Display(Name = "What is it about?")]
    public string? Title { get; set; }

    [Display(Name = "How many minutes may it take?")]
    public int? Minutes { get; set; }

    [Display(Name = "What should people know before?")]
    public string? Note { get; set; }

    public long Version { get; set; }

    public static AgendaItemForm Of(AgendaRow item) => new() { Title = item.Title, Minutes = item.Minutes, Note = item.Note, Version = item.Edition };

    public AgendaItemDetails ToDetails() => new(Title ?? "", Minutes, Note);
}

/// <summary>Who came, for everybody at once.</summary>
public sealed class AttendanceForm
{
    public List<TickForm> Ticks { get; set; } = [];

    public TickAttendance ToRequest(MeetingId meeting) =>
        new(meeting, [.. Ticks.Select(t => new AttendanceTick(new PractitionerId(t.Practitioner), t.Status, t.Was))]);
}

public sealed class TickForm
{
    public long Practitioner { get; set; }

    public AttendanceStatus Status { get; set; }

    public AttendanceStatus Was { get; set; }
}

public sealed class InviteForm
{
    public List<long> Practitioners { get; set; } = [];

    public InvitePractitioners ToRequest(MeetingId meeting) => new(meeting, [.. Practitioners.Select(p => new PractitionerId(p))]);
}

public sealed class MinutesForm
{
    [Display(Name = "What was said")]
    public string? Minutes { get; set; }

    public long Version { get; set; }

    public static MinutesForm Of(MeetingView meeting) => new() { Minutes = meeting.Minutes, Version = meeting.MinutesVersion };

    public WriteMinutes ToRequest(MeetingId meeting) => new(meeting, Minutes, Version);
}

public sealed class DecisionForm
{
    [Display(Name = "What did the table decide?")]
    public string? Text { get; set; }

    [Display(Name = "Under which item?")]
    public long? Item { get; set; }

    public Decide ToRequest(MeetingId meeting) => new(meeting, Text ?? "", Item is { } item ? new AgendaItemId(item) : null);
}

/// <summary>What somebody takes on.</summary>
public sealed class ActionForm
{
    [Display(Name = "What is to be done?")]
    public string? Text { get; set; }

    [Display(Name = "Who will do it?")]
    public long? OwnerId { get; set; }

    [Display(Name = "Or which agency?")]
    public long? AgencyId { get; set; }

    [Display(Name = "By when?")]
    [Leaning(DateLeaning.Future)]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "Which decision does it carry out?")]
    public long? DecisionId { get; set; }

    [Display(Name = "Under which item was it agreed?")]
    public long? Item { get; set; }

    public long Version { get; set; }

    public static ActionForm Of(ActionRow action) => new()
    {
        Text = action.Text,
        OwnerId = action.OwnerId?.Value,
        AgencyId = action.OwnerId is null ? action.AgencyId?.Value : null,
        DueOn = action.DueOn,
        DecisionId = action.DecisionId?.Value,
        Item = action.ItemId?.Value,
        Version = action.Version,
    };

    public ActionDetails ToDetails() => new(
        Text ?? "",
        AgencyId is { } agency ? new AgencyId(agency) : null,
        OwnerId is { } owner ? new PractitionerId(owner) : null,
        DueOn,
        DecisionId is { } decision ? new DecisionId(decision) : null,
        Item is { } item ? new AgendaItemId(item) : null);
}
