using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Search;

/// <summary>People by name, those whom the viewer met lately before others found as well.</summary>
internal static class FoundPeople
{
    /// <summary>So many conversations back is lately.</summary>
    private const int Lately = 60;

    public static async Task<FoundRecords> Find(IAbcdDbContext db, Viewer viewer, DateOnly today, string? typed, int most, CancellationToken token)
    {
        var met = viewer.UserId is { } me
            ? await db.Conversations.Where(c => c.WorkerId == me).OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id).Take(Lately)
                .Join(db.ConversationPeople, c => c.Id, p => p.ConversationId, (c, p) => new { c.HeldOn, c.Id, PersonId = (long)(object)p.PersonId })
                .ToListAsync(token)
            : [];
        var lately = met.OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id.Value).Select(m => m.PersonId).Distinct().Select((id, at) => (id, at)).ToDictionary(m => m.id, m => m.at);
        var found = await db.FindAsync(viewer, today, SearchKind.Person, typed, most, token, lately.Keys);
        return found with { Found = [.. found.Found.OrderBy(f => f.Rank).ThenBy(f => lately.GetValueOrDefault(f.Id, int.MaxValue))] };
    }
}
