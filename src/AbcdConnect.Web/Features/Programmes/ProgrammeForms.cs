using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Programmes;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Metrics;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Reports.Disclosure;
using AbcdConnect.Web.Features.Shared.Forms;

namespace AbcdConnect.Web.Features.Programmes;

public sealed class ProgrammeForm
{
    [Display(Name = "What is it called?")]
    public string? Name { get; set; }

    [Display(Name = "Who funds it?")]
    public string? Commissioner { get; set; }

    [Display(Name = "When did it begin?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly? StartsOn { get; set; }

    [Display(Name = "How many things may stand on a worker's list of a day?")]
    public int? DaysListLength { get; set; }

    [Display(Name = "Keep in touch after how many weeks?")]
    public int? KeepInTouchWeeks { get; set; }

    [Display(Name = "May workers' phones keep what they need without signal?")]
    public bool PhonesMayKeep { get; set; } = true;

    [Display(Name = "Share the asset map with everybody")]
    public bool SharesOpenly { get; set; }

    [Display(Name = "Which small numbers are hidden in what is published?")]
    public DisclosureRule Disclosure { get; set; }

    public long Version { get; set; }

    public static ProgrammeForm Of(ProgrammeView programme) =>
        new() { Name = programme.Name, Commissioner = programme.Commissioner, StartsOn = programme.StartsOn, DaysListLength = programme.DaysListLength, KeepInTouchWeeks = programme.KeepInTouchWeeks, PhonesMayKeep = programme.PhonesMayKeep, SharesOpenly = programme.SharesOpenly, Disclosure = programme.Disclosure, Version = programme.Version };

    public ChangeProgramme ToRequest() => new(Name ?? "", Commissioner, StartsOn, Version, DaysListLength, KeepInTouchWeeks, PhonesMayKeep, SharesOpenly, Disclosure);
}

public sealed class BoundaryForm
{
    [Display(Name = "Its corners")]
    public string? Corners { get; set; }

    public long Version { get; set; }

    public static BoundaryForm Of(NeighbourhoodView neighbourhood) => new() { Corners = BoundaryText.Write(neighbourhood.Boundary), Version = neighbourhood.Version };
}

public sealed class NeighbourhoodForm
{
    [Display(Name = "What do people call it?")]
    public string? Name { get; set; }

    [Display(Name = "Its official code")]
    public string? Code { get; set; }

    [Display(Name = "How many people live there?")]
    public int? Population { get; set; }

    [Display(Name = "LSOA codes")]
    public string? LsoaCodes { get; set; }

    public long Version { get; set; }

    public static NeighbourhoodForm Of(NeighbourhoodView neighbourhood) => new()
    {
        Name = neighbourhood.Name,
        Code = neighbourhood.Code,
        Population = neighbourhood.Population,
        LsoaCodes = neighbourhood.LsoaCodes,
        Version = neighbourhood.Version,
    };

    public DefineNeighbourhood ToRequest() => new(Code ?? "", ToDetails());

    public ChangeNeighbourhood ToRequest(NeighbourhoodId id) => new(id, ToDetails(), Version);

    private NeighbourhoodDetails ToDetails() => new(Name ?? "", Population, LsoaCodes);
}

public sealed class TargetForm : IValidatableObject
{
    [Display(Name = "What is promised?")]
    public Metric? Metric { get; set; }

    [Display(Name = "For which neighbourhood?")]
    public long? Neighbourhood { get; set; }

    [Display(Name = "How many?")]
    public decimal? Amount { get; set; }

    [Display(Name = "In a month or a year?")]
    public TargetPeriod Per { get; set; }

    [Display(Name = "For how much of a full-time worker?")]
    public decimal? PerFte { get; set; }

    [Display(Name = "From which month?")]
    public string? From { get; set; }

    [Display(Name = "Up to which month?")]
    public string? To { get; set; }

    public long Version { get; set; }

    public static TargetForm Of(TargetRow target) => new()
    {
        Metric = target.Metric,
        Neighbourhood = target.NeighbourhoodId?.Value,
        Amount = target.Amount,
        Per = target.Per,
        PerFte = target.PerFte,
        From = MonthText.Write(target.From),
        To = MonthText.Write(target.To),
        Version = target.Version,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Months.Unreadable((nameof(From), From), (nameof(To), To));

    public PromiseTarget ToRequest() => new(Metric, Neighbourhood is { } place ? new NeighbourhoodId(place) : null, ToDetails());

    public ChangeTarget ToRequest(TargetId id) => new(id, ToDetails(), Version);

    private TargetDetails ToDetails() => new(Amount, Per, PerFte, MonthText.Read(From), MonthText.Read(To));
}

public sealed class EndTargetForm : IValidatableObject
{
    [Display(Name = "What is the last month it holds for?")]
    public string? Last { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Months.Unreadable((nameof(Last), Last));

    public EndTarget ToRequest(TargetId id) => new(id, MonthText.Read(Last));
}

public sealed class PostForm : IValidatableObject
{
    [Display(Name = "Who?")]
    public long? Worker { get; set; }

    [Display(Name = "How much of full time?")]
    public decimal? Fte { get; set; }

    [Display(Name = "From which month?")]
    public string? From { get; set; }

    [Display(Name = "Up to which month?")]
    public string? To { get; set; }

    public long Version { get; set; }

    public static PostForm Of(PostRow post) => new()
    {
        Worker = post.WorkerId.Value,
        Fte = post.Fte,
        From = MonthText.Write(post.From),
        To = MonthText.Write(post.To),
        Version = post.Version,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Months.Unreadable((nameof(From), From), (nameof(To), To));

    public EmployWorker ToRequest() => new(Worker is { } worker ? new UserId(worker) : null, ToDetails());

    public ChangePost ToRequest(StaffingId id) => new(id, ToDetails(), Version);

    private PostDetails ToDetails() => new(Fte, MonthText.Read(From), MonthText.Read(To));
}

internal static class Months
{
    /// <summary>What was typed where a month should stand and is none: it must not be taken for nothing.</summary>
    public static IEnumerable<ValidationResult> Unreadable(params (string Field, string? Text)[] typed) =>
        typed.Where(t => MonthText.IsUnreadable(t.Text)).Select(t => new ValidationResult("Enter a month such as April 2026", [t.Field]));
}
