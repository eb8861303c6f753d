using System.Security.Claims;
using AbcdConnect.Application.Access;
using AbcdConnect.Domain.Access;
using AbcdConnect.Infrastructure.Access;
using AbcdConnect.Infrastructure.Database;
using AbcdConnect.Web.Features.Access;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Web.Features.Shared;

/// <summary>Reads who is asking from the database: a role or a neighbourhood taken away is gone with the next page.</summary>
public sealed class SignedIn(AbcdDbContext db, AmbientViewer ambient)
{
    public async Task ReadAsync(HttpContext http)
    {
        if (http.User.Number() is not { } number)
        {
            return;
        }

        if (await Read(number, http.RequestAborted) is not { } member)
        {
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
            return;
        }

        http.User.AddIdentity(new ClaimsIdentity([new Claim("name", member.Name), new Claim(ClaimTypes.Role, member.Role.ToString())]));
    }

    /// <summary>The same for what lives longer than a request, at each of its calls.</summary>
    /// <returns>False where they are a member no more.</returns>
    public async Task<bool> ReadAsync(ClaimsPrincipal user, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Number() is { } number && await Read(number, token) is not null;
    }

    private async Task<Viewer?> Read(long number, CancellationToken token)
    {
        var id = new UserId(number);
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.LeftOn == null && m.LockedOn == null, token);
        return member is null ? null : ambient.Viewer = new Viewer(id, member.Name, member.Role, member.ProgrammeId, [.. member.Neighbourhoods.Select(n => n.NeighbourhoodId)], member.AgencyId);
    }
}
