using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Outcomes.Measures;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outcomes.Measures;

/// <summary>Finds what a private link opens.</summary>
internal static class AskingLinks
{
    /// <summary>An open link and what it asks, both tracked, or nothing: guessed, used, too old, or answered another way meanwhile.</summary>
    public static async Task<(AskingLink Link, Asking Asking)?> Find(IAbcdDbContext db, string token, DateTimeOffset now, CancellationToken cancel)
    {
        if (token.Length is 0 or > PrivateToken.Longest)
        {
            return null;
        }

        var hash = PrivateToken.HashOf(token);
        var link = await db.AskingLinks.SingleOrDefaultAsync(l => l.TokenHash == hash, cancel);
        if (link?.IsOpen(now) != true)
        {
            return null;
        }

        var id = link.AskingId;
        var asking = await db.Askings.SingleOrDefaultAsync(a => a.Id == id && a.AnsweredOn == null && a.ClosedOn == null && db.People.Any(p => p.Id == a.PersonId && p.AnonymisedOn == null), cancel);
        return asking is null ? null : (link, asking);
    }
}
