using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Meetings.Agenda;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Conversations;
using AbcdConnect.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Said;

/// <summary>What raised an action, as far as its agenda item says: the item stands there because people spoke of a theme, or something is missing on the map.</summary>
/// <param name="Theme">What they spoke of; null where the item did not come of a theme.</param>
/// <param name="Conversations">Those in which it was heard, the newest first.</param>
/// <param name="Gap">The kind of place that is missing.</param>
internal sealed record ThemeBehind(string? Theme, IReadOnlyList<ConversationId> Conversations, AssetKind? Gap)
{
    private const int Most = 100;

    private static readonly ThemeBehind Nothing = new(null, [], null);

    public static async Task<ThemeBehind> Of(IAbcdDbContext db, Viewer viewer, ActionId action, DateOnly today, CancellationToken token)
    {
        var item = await db.MeetingActions.Where(a => a.Id == action)
            .Join(db.Meetings, a => a.MeetingId, m => m.Id, (a, m) => new { m.HeldOn, m.NeighbourhoodId, Origin = m.Agenda.Where(i => i.Id == a.AgendaItemId).Select(i => i.Origin).FirstOrDefault() })
            .SingleAsync(token);
        if (item.Origin?.Split('-') is ["gap", _, var kind] && Enum.TryParse<AssetKind>(kind, out var missing))
        {
            return Nothing with { Gap = missing };
        }

        if (DraftedThemes.TermOf(item.Origin) is not { } term)
        {
            return Nothing;
        }

        // As the draft of that meeting looked at it: since the table met before.
        var scope = await DraftScope.Of(db, viewer, item.NeighbourhoodId, item.HeldOn, today, token);
        var heard = await DraftedThemes.HeardIn(db, scope, term, Most, token);
        var seen = (await db.Conversations.VisibleTo(viewer, db, today).Where(c => EF.Parameter(heard).Contains(c.Id)).Select(c => c.Id).ToListAsync(token)).ToHashSet();
        return new ThemeBehind(await db.GiftTerms.Where(t => t.Id == term).Select(t => t.Name).SingleOrDefaultAsync(token), heard.FindAll(seen.Contains), null);
    }
}
