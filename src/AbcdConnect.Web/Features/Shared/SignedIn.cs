using System.Globalization;
using System.Security.Claims;
using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>Reads who is asking from the database: a role or a neighbourhood taken away is gone with the next page.</summary>
public sealed class SignedIn(AbcdDbContext db, AmbientViewer ambient)
{
    public async Task ReadAsync(HttpContext http)
    {
        if (!long.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return;
        }

        var id = new UserId(number);
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.LeftOn == null && m.LockedOn == null, http.RequestAborted);
        if (member is null)
        {
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
            return;
        }

        ambient.Viewer = new Viewer(id, member.Name, member.Role, member.ProgrammeId, [.. member.Neighbourhoods.Select(n => n.NeighbourhoodId)], member.AgencyId);
        http.User.AddIdentity(new ClaimsIdentity([new Claim("name", member.Name), new Claim(ClaimTypes.Role, member.Role.ToString())]));
    }
}
