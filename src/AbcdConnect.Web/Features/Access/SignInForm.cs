using System.ComponentModel.DataAnnotations;

namespace AbcdConnect.Web.Features.Access;

/// <summary>E-mail address and password, as they are typed.</summary>
public sealed class SignInForm
{
    [Display(Name = "E-mail address")]
    public string? Email { get; set; }

    [Display(Name = "Password")]
    public string? Password { get; set; }

    /// <summary>Where they were going.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>What they had typed into a form when the sign-in ran out, sealed.</summary>
    public string? Kept { get; set; }

    /// <summary>They had typed more than can be kept.</summary>
    public bool Lost { get; set; }
}
