using Microsoft.AspNetCore.Identity;

namespace AbcdConnect.Infrastructure.Access;

/// <summary>How a member proves who they are. Who they are and what they may do is the <see cref="Domain.Access.Member"/> of the same number.</summary>
public sealed class AbcdUser : IdentityUser<long>
{
    /// <summary>No account is exempt from the pause after wrong tries, however it was made.</summary>
    public AbcdUser() => LockoutEnabled = true;

    /// <summary>Set while the password is a temporary one that an administrator gave: it opens nothing but the page where a new
    /// one is chosen, and after this instant not even that.</summary>
    public DateTimeOffset? TemporaryPasswordUntil { get; set; }
}
