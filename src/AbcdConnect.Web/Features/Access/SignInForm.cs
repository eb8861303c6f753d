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
}
