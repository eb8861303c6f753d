using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.Meetings.Room;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AbcdConnect.Web.Features.Meetings.Room;

/// <summary>What is typed on the one screen; each form of it sends its own part.</summary>
public sealed class RoomForm
{
    [Display(Name = "What is being said")]
    public string? Said { get; set; }

    /// <summary>Under which item that was typed; of the address, not of the form.</summary>
    internal long? SaidUnder { get; set; }

    [Display(Name = "What did the table decide?")]
    public string? Decision { get; set; }

    [Display(Name = "Under which item was it decided?")]
    public long? DecisionItem { get; set; }

    [Display(Name = "What is to be done?")]
    public string? Action { get; set; }

    [Display(Name = "Under which item was it agreed?")]
    public long? ActionItem { get; set; }

    [Display(Name = "Who will do it?")]
    public long? Owner { get; set; }

    [Display(Name = "Or which agency?")]
    public long? ActionAgency { get; set; }

    [Display(Name = "By when?")]
    [Leaning(DateLeaning.Future)]
    public DateOnly? Due { get; set; }

    [Display(Name = "Their name")]
    public string? GuestName { get; set; }

    [Display(Name = "Where are they from?")]
    public string? GuestFrom { get; set; }

    [Display(Name = "Do they come for an agency?")]
    public long? GuestAgency { get; set; }

    public ActionDetails ToAction() => new(
        Action ?? "",
        ActionAgency is { } agency ? new AgencyId(agency) : null,
        Owner is { } owner ? new PractitionerId(owner) : null,
        Due,
        null,
        ActionItem is { } item ? new AgendaItemId(item) : null);

    public Decide ToDecision(MeetingId meeting) => new(meeting, Decision ?? "", DecisionItem is { } item ? new AgendaItemId(item) : null);
}

/// <summary>One item's notes as a whole.</summary>
public sealed class NotesForm
{
    [Display(Name = "Notes")]
    public string? Text { get; set; }

    public long Version { get; set; }

    public static NotesForm Of(RoomItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new() { Text = item.Notes, Version = item.NotesClock };
    }
}

/// <summary>Who is to be talked about.</summary>
public sealed class PersonDiscussedForm
{
    [HiddenInput]
    public long? PersonId { get; set; }

    [Display(Name = "Who?")]
    public string? PersonName { get; set; }

    [Display(Name = "What for?")]
    public string? Why { get; set; }
}

/// <summary>What was shared about a person.</summary>
public sealed class DiscussionForm
{
    [Display(Name = "What was shared")]
    public string? Shared { get; set; }

    public bool Close { get; set; }

    public long Version { get; set; }

    public static DiscussionForm Of(DiscussionView discussion)
    {
        ArgumentNullException.ThrowIfNull(discussion);
        return new() { Shared = discussion.Shared, Version = discussion.Version };
    }
}
