using System.Globalization;
using System.Security.Claims;

namespace AbcdConnect.Web.Features.Access;

internal static class UserNumber
{
    /// <summary>The signed-in member's number; null for nobody.</summary>
    public static long? Number(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
