using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.People;
using AbcdConnect.Web.Features.Shared.Forms;

namespace AbcdConnect.Web.Features.People;

public sealed class ConsentForm
{
    [Display(Name = "What did they say yes to?")]
    public ConsentUse Use { get; set; }

    [Display(Name = "Which agency?")]
    public long? AgencyId { get; set; }

    [Display(Name = "When?")]
    [Leaning(DateLeaning.Past)]
    public DateOnly GivenOn { get; set; }

    [Display(Name = "How?")]
    public ConsentHow How { get; set; }

    [Display(Name = "Until when?")]
    [Leaning(DateLeaning.Future)]
    public DateOnly? ExpiresOn { get; set; }

    public GiveConsent ToRequest(PersonId person) => new(person, Use, AgencyId is { } agency ? new AgencyId(agency) : null, GivenOn, How, ExpiresOn);
}
