using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Web.Features.Shared.Forms;

namespace AbcdConnect.Web.Features.Meetings;

public sealed class AgencyForm
{
    [Display(Name = "What is it called?")]
    public string? Name { get; set; }

    [Display(Name = "What kind of agency is it?")]
    public Sector? Sector { get; set; }

    public long Version { get; set; }

    public static AgencyForm Of(AgencyView agency) => new() { Name = agency.Name, Sector = agency.Sector, Version = agency.Version };

    // A sector that is none is refused by the request itself, with its own words.
    public JoinAgency ToRequest() => new(Name ?? "", Sector ?? (Sector)(-1));

    public ChangeAgency ToRequest(AgencyId id) => new(id, Name ?? "", Sector ?? (Sector)(-1), Version);
}

public sealed class LeaveForm
{
    [Display(Name = "What was its last day at the table?")]
    [Leaning(DateLeaning.Past)]
    [Required(ErrorMessage = "Enter the last day, such as yesterday")]
    public DateOnly? On { get; set; }
}

public sealed class PractitionerForm
{
    [Display(Name = "What is their name?")]
    public string? Name { get; set; }

    [Display(Name = "What do they do?")]
    public string? JobTitle { get; set; }

    [Display(Name = "E-mail address")]
    public string? Email { get; set; }

    [Display(Name = "Which sign-in is theirs?")]
    public long? SignsInAs { get; set; }

    [Display(Name = "They have moved on")]
    public bool HasMovedOn { get; set; }

    public long Version { get; set; }

    public static PractitionerForm Of(PractitionerRow practitioner) => new()
    {
        Name = practitioner.Name,
        JobTitle = practitioner.JobTitle,
        Email = practitioner.Email,
        SignsInAs = practitioner.UserId?.Value,
        HasMovedOn = practitioner.LeftOn is not null,
        Version = practitioner.Version,
    };

    public AddPractitioner ToRequest(AgencyId agency) => new(agency, new PractitionerDetails(Name ?? "", JobTitle, Email));

    public ChangePractitioner ToRequest(PractitionerId id) =>
        new(id, new PractitionerDetails(Name ?? "", JobTitle, Email), SignsInAs is { } user ? new UserId(user) : null, HasMovedOn, Version);
}
