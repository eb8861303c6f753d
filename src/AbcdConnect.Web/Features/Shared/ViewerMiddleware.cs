using System.Globalization;
using System.Security.Claims;
using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>Reads who is asking from the database at each request: a role or a neighbourhood taken away is gone at once.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, AmbientViewer ambient, AbcdDbContext db)
    {
        if (long.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var id = new UserId(number);
            var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.LeftOn == null, http.RequestAborted);
            if (member is null)
            {
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
            else
            {
                ambient.Viewer = new Viewer(id, member.Name, member.Role, member.ProgrammeId, [.. member.Neighbourhoods.Select(n => n.NeighbourhoodId)], member.AgencyId);
                http.User.AddIdentity(new ClaimsIdentity([new Claim("name", member.Name), new Claim(ClaimTypes.Role, member.Role.ToString())]));
            }
        }

        await next(http);
    }
}
