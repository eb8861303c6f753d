using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Activities;
using AbcdConnect.Application.Assets;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Web.Features.Shared;
using AbcdConnect.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace AbcdConnect.Web.Features.Activities;

/// <summary>An activity, as it is typed.</summary>
public sealed class ActivityForm
{
    [Display(Name = "What do people call it?")]
    public string? Name { get; set; }

    [Display(Name = "What do people do there?")]
    public string? Description { get; set; }

    [Display(Name = "How far is it?")]
    public ActivityStatus Status { get; set; }

    [Display(Name = "Who leads it?")]
    public LedBy LedBy { get; set; }

    [Display(Name = "Which person leads it?")]
    public long? LeaderId { get; set; }

    [Display(Name = "Leader's name")]
    public string? LeaderName { get; set; }

    [Display(Name = "Where is it?")]
    public long? PlaceId { get; set; }

    [Display(Name = "Place's name")]
    public string? PlaceName { get; set; }

    [Display(Name = "Neighbourhood")]
    public long? NeighbourhoodId { get; set; }

    [Display(Name = "How often?")]
    public ActivityFrequency Frequency { get; set; } = ActivityFrequency.Weekly;

    [Display(Name = "On which day?")]
    public DayOfWeek? Day { get; set; }

    [Display(Name = "From")]
    public TimeOnly? StartsAt { get; set; }

    [Display(Name = "To")]
    public TimeOnly? EndsAt { get; set; }

    public long Version { get; set; }

    public static ActivityForm Of(ActivityView activity)
    {
        var details = activity.Details;
        return new ActivityForm
        {
            Name = details.Name,
            Description = details.Description,
            Status = details.Status,
            LedBy = details.LedBy,
            LeaderId = details.LeaderId?.Value,
            PlaceId = details.PlaceId?.Value,
            NeighbourhoodId = details.NeighbourhoodId?.Value,
            Frequency = details.Frequency,
            Day = details.Day,
            StartsAt = details.StartsAt,
            EndsAt = details.EndsAt,
            Version = activity.Version,
        };
    }

    internal StartActivity ToStart() => new(ToDetails());

    internal ChangeActivity ToChange(ActivityId id) => new(id, Version, ToDetails());

    private ActivityDetails ToDetails() => new(
        Name ?? "", Status, LedBy, Frequency, Description, NeighbourhoodId is { } neighbourhood ? new NeighbourhoodId(neighbourhood) : null,
        PlaceId is { } place ? new AssetId(place) : null, Day, StartsAt, EndsAt, LeaderId is { } leader ? new PersonId(leader) : null);
}

/// <summary>What stands around the form.</summary>
/// <param name="Places">The place chosen, or those that the typed words fit.</param>
public sealed record ActivityFormPage(AssetChoices Choices, string Title, string Back, IReadOnlyList<Choice> Leaders, IReadOnlyList<Choice> Places, EditConflict? Conflict);

/// <summary>A session, as it is typed.</summary>
public sealed class SessionForm
{
    [Display(Name = "When was it?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? On { get; set; }

    [Display(Name = "How many came, named or not?")]
    public int? HeadCount { get; set; }

    [Display(Name = "Who came?")]
    public List<long> PersonIds { get; set; } = [];

    [Display(Name = "Names")]
    public string? PersonNames { get; set; }

    [BindNever]
    [ValidateNever]
    public ActivityView? About { get; set; }

    [BindNever]
    [ValidateNever]
    public SessionRow? Session { get; set; }

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<Choice> Chosen { get; set; } = [];

    internal HoldSession ToHold(ActivityId id) => new(id, On ?? default, HeadCount, [.. PersonIds.Select(p => new PersonId(p))]);

    internal ChangeSession ToChange(ActivityId id, ActivitySessionId session) => new(id, session, HeadCount, [.. PersonIds.Select(p => new PersonId(p))]);
}

/// <summary>The list with its filters.</summary>
public sealed class ActivityFilter
{
    public string? Q { get; set; }

    public string? Sort { get; set; }

    public int Page { get; set; } = 1;

    [Display(Name = "Status")]
    public ActivityStatus? Status { get; set; }

    [Display(Name = "Led by")]
    public LedBy? LedBy { get; set; }

    [Display(Name = "Neighbourhood")]
    public long? Neighbourhood { get; set; }

    [Display(Name = "Day")]
    public DayOfWeek? Day { get; set; }

    [BindNever]
    [ValidateNever]
    public Application.Common.Page<ActivityRow>? Rows { get; set; }

    [BindNever]
    [ValidateNever]
    public AssetChoices? Choices { get; set; }

    [BindNever]
    public bool MayChange { get; set; }

    internal ListActivities ToRequest(bool all = false) => new(
        new Application.Common.ListRequest(Q, Sort, Page) { All = all }, Status, LedBy, Neighbourhood is { } neighbourhood ? new NeighbourhoodId(neighbourhood) : null, Day);
}

/// <summary>One activity's page.</summary>
public sealed record ActivityPage(ActivityView Activity, bool MayChange, bool SeesPeople);

/// <summary>How the activity pages say things.</summary>
internal static class ActivityWords
{
    public static IReadOnlyList<Choice> Statuses { get; } = [.. Enum.GetValues<ActivityStatus>().Select(s => new Choice(Of(s), s))];

    public static IReadOnlyList<Choice> Leading { get; } =
    [
        new("Residents", LedBy.Resident, "People who live here run it"),
        new("An association", LedBy.Association, "A local club or group runs it"),
        new("A service", LedBy.Service, "Paid staff run it"),
    ];

    public static IReadOnlyList<Choice> Frequencies { get; } =
        [new("Every week", ActivityFrequency.Weekly), new("Every two weeks", ActivityFrequency.Fortnightly), new("Every month", ActivityFrequency.Monthly), new("Once", ActivityFrequency.Once)];

    public static string Of(ActivityStatus status) => status switch
    {
        ActivityStatus.Idea => "an idea",
        ActivityStatus.Starting => "starting",
        ActivityStatus.Running => "running",
        ActivityStatus.SelfSustaining => "self-sustaining",
        ActivityStatus.Resting => "resting",
        _ => "ended",
    };

    public static string Colour(ActivityStatus status) => status switch
    {
        ActivityStatus.Idea or ActivityStatus.Starting => "sun",
        ActivityStatus.Running or ActivityStatus.SelfSustaining => "teal",
        ActivityStatus.Resting => "plum",
        _ => "grey",
    };

    public static string Of(LedBy led) => led switch
    {
        LedBy.Resident => "residents",
        LedBy.Association => "an association",
        _ => "a service",
    };

    public static string When(ActivityFrequency frequency, DayOfWeek? day, TimeOnly? from, TimeOnly? to)
    {
        var often = (frequency, day) switch
        {
            (ActivityFrequency.Once, null) => "Once",
            (ActivityFrequency.Once, { } on) => $"Once, on a {on}",
            (ActivityFrequency.Weekly, null) => "Every week",
            (ActivityFrequency.Weekly, { } on) => $"Every {on}",
            (ActivityFrequency.Fortnightly, null) => "Every two weeks",
            (ActivityFrequency.Fortnightly, { } on) => $"Every other {on}",
            (_, null) => "Every month",
            (_, { } on) => $"A {on} every month",
        };
        return (from, to) switch
        {
            ({ } starts, { } ends) => $"{often}, {UkText.Time(starts)} to {UkText.Time(ends)}",
            ({ } starts, null) => $"{often} from {UkText.Time(starts)}",
            _ => often,
        };
    }
}
