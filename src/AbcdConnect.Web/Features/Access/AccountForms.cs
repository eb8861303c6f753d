using System.ComponentModel.DataAnnotations;
using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace AbcdConnect.Web.Features.Access;

/// <summary>A member chooses a new password.</summary>
public sealed class PasswordForm
{
    [Display(Name = "Your present password")]
    public string? Present { get; set; }

    [Display(Name = "New password")]
    public string? Chosen { get; set; }

    [Display(Name = "New password again")]
    public string? Again { get; set; }

    /// <summary>The present one is temporary: it has just been typed, and is not asked for again.</summary>
    public bool IsTemporary { get; internal set; }

    public ChangeMyPassword ToRequest() => new(Present, Chosen ?? "", Again ?? "");
}

/// <summary>What a member may change about their own sign-in.</summary>
/// <param name="Here">The device they are looking at it on.</param>
public sealed record AccountPage(string Email, IReadOnlyList<UserPasskeyInfo> Passkeys, IReadOnlyList<DeviceRow> Devices, DeviceId? Here);

/// <summary>One device in a list, and where its button posts to.</summary>
public sealed record DeviceToShow(DeviceRow Row, bool IsHere, string Action);
