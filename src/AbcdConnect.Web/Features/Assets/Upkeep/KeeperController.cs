using System.ComponentModel.DataAnnotations;
using System.Reflection;
using AbcdConnect.Application.Assets.Upkeep;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.RateLimiting;

namespace AbcdConnect.Web.Features.Assets.Upkeep;

/// <summary>Where whoever looks after an entry answers for it by a private link. The link is in the address: it goes along to no
/// other page, into no cache and into no log (the log names routes, never addresses).</summary>
[AllowAnonymous]
[PrivateAddress]
[Route("keep/{token}")]
public sealed class KeeperController(IMediator mediator) : AbcdController(mediator)
{
    /// <summary>Looks, and changes nothing: whatever follows the links in a message may come by as often as it likes.</summary>
    [HttpGet]
    public async Task<IActionResult> Open(string token) =>
        await Send(new OpenKeeperLink(token)) is { } seen ? View("Keep", KeeperForm.Of(seen)) : Gone();

    [HttpPost]
    [EnableRateLimiting(PublicPostLimit.Name)]
    public async Task<IActionResult> Answer(string token, KeeperForm form, bool allRight)
    {
        if (await Send(new OpenKeeperLink(token)) is not { } seen)
        {
            return Gone();
        }

        form.About = seen;
        KeeperAnswer? answer = null;
        var page = await Submit(
            // Whoever typed something and then pressed the other button loses nothing of it.
            async () => answer = await Send(new AnswerKeeperLink(token, form.Seen, allRight && form.Name is null ? null : form.Onto(seen.Details))),
            given => View("Thanks", given),
            () => Task.FromResult<IActionResult>(View("Keep", form)));
        switch (answer)
        {
            case KeeperAnswer.NoLink:
                return Gone();
            case KeeperAnswer.ChangedSince:
                // The fields show what stands now; what they typed is shown beside, so that none of it is lost.
                ModelState.Clear();
                var again = KeeperForm.Of(seen);
                again.ChangedSince = true;
                again.TypedBefore = form.DifferingFrom(again);
                return View("Keep", again);
            default:
                return page;
        }
    }

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Gone");
    }
}

/// <summary>An entry as its keeper may change it.</summary>
public sealed class KeeperForm
{
    [Display(Name = "What people call it")]
    public string? Name { get; set; }

    [Display(Name = "What it is, and what is good about it")]
    public string? Description { get; set; }

    [Display(Name = "Address")]
    public string? Address { get; set; }

    [Display(Name = "Postcode")]
    public string? Postcode { get; set; }

    [Display(Name = "When it is open")]
    public string? OpeningTimes { get; set; }

    [Display(Name = "What it costs")]
    public string? Cost { get; set; }

    [Display(Name = "Languages spoken")]
    public string? Languages { get; set; }

    [Display(Name = "Getting in and joining")]
    public string? Access { get; set; }

    [Display(Name = "Who to ask for")]
    public string? ContactName { get; set; }

    [Display(Name = "Telephone")]
    public string? Phone { get; set; }

    [Display(Name = "E-mail")]
    public string? Email { get; set; }

    [Display(Name = "Website")]
    public string? Website { get; set; }

    public string? Seen { get; set; }

    [BindNever]
    public bool ChangedSince { get; set; }

    /// <summary>What they had typed where the entry now says something else, by the field's name on the page.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<(string Field, string Typed)> TypedBefore { get; set; } = [];

    [BindNever]
    [ValidateNever]
    public KeeperView? About { get; set; }

    internal static KeeperForm Of(KeeperView seen)
    {
        var details = seen.Details;
        return new KeeperForm
        {
            Name = details.Name,
            Description = details.Description,
            Address = details.Address,
            Postcode = details.Postcode,
            OpeningTimes = details.OpeningTimes,
            Cost = details.Cost,
            Languages = details.Languages,
            Access = details.Access,
            ContactName = details.ContactName,
            Phone = details.Phone,
            Email = details.Email,
            Website = details.Website,
            Seen = seen.Seen,
            About = seen,
        };
    }

    internal IReadOnlyList<(string Field, string Typed)> DifferingFrom(KeeperForm stands) =>
    [
        .. from property in typeof(KeeperForm).GetProperties()
           let field = property.GetCustomAttribute<DisplayAttribute>()?.Name
           where field is not null
           let typed = property.GetValue(this) as string
           where !string.IsNullOrWhiteSpace(typed) && typed.ReplaceLineEndings("\n") != (property.GetValue(stands) as string)?.ReplaceLineEndings("\n")
           select (field, typed),
    ];

    internal AssetDetails Onto(AssetDetails stands) => stands with
    {
        Name = Name ?? "",
        Description = Description,
        Address = Address,
        Postcode = Postcode,
        OpeningTimes = OpeningTimes,
        Cost = Cost,
        Languages = Languages,
        Access = Access,
        ContactName = ContactName,
        Phone = Phone,
        Email = Email,
        Website = Website,
    };
}
