using System.Security.Claims;
using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AbcdConnect.Web.Features.Access;

/// <summary>Whether a session that was good when it began still is, for what lives longer than a request.</summary>
public sealed class SignInStanding(AbcdDbContext db, IOptions<IdentityOptions> identity)
{
    /// <returns>False once the password was reset, changed or taken away, or the device revoked.</returns>
    public async Task<bool> Holds(ClaimsPrincipal user, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.Number() is not { } id)
        {
            return false;
        }

        // Without a stamp it was not our cookie that let them in, and its password says nothing.
        var stamp = user.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        var device = user.Device() ?? default(DeviceId);
        return !await db.Devices.AnyAsync(d => d.Id == device && d.RevokedAt != null, token)
            && (stamp is null || await db.Users.AnyAsync(u => u.Id == id && u.SecurityStamp == stamp && u.TemporaryPasswordUntil == null, token));
    }
}
