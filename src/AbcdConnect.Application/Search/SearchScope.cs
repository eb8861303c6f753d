using AbcdConnect.Application.Access;
using AbcdConnect.Application.Activities;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Conversations;
using AbcdConnect.Application.Meetings;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;

namespace AbcdConnect.Application.Search;

/// <summary>What of the index somebody may read: whole areas, or everything of which the records are asked one by one whether
/// they may be seen. What lies outside is never read, so it takes no place of what lies inside.</summary>
/// <param name="Areas">Null: every area.</param>
/// <param name="Visible">The numbers of the records that may be seen, where no area says so.</param>
internal sealed record SearchScope(ProgrammeId Programme, SearchKind Kind, IReadOnlyList<long>? Areas, IQueryable<long>? Visible)
{
    private static readonly long[] OfProgramme = [SearchArea.Programme];
    private static readonly long[] Nothing = [];

    /// <summary>The mirror of each kind's VisibleTo.</summary>
    public static SearchScope Of(IAbcdDbContext db, Viewer viewer, SearchKind kind, DateOnly today) => new(
        viewer.ProgrammeId,
        kind,
        (kind, viewer) switch
        {
            (SearchKind.Asset or SearchKind.Activity, _) => OfProgramme,
            (_, { IsSystem: true } or { Role: Role.Coordinator }) => null,
            (SearchKind.Person or SearchKind.Conversation, { Role: Role.Worker }) => [.. viewer.Neighbourhoods.Select(SearchArea.Of), .. viewer.UserId is { } me ? [SearchArea.Of(me)] : Nothing],
            (SearchKind.Meeting or SearchKind.Agency, { Role: Role.Worker }) => OfProgramme,
            (SearchKind.Person or SearchKind.Conversation or SearchKind.Meeting, { Role: Role.Partner }) => null,
            _ => Nothing,
        },
        viewer is { IsSystem: false, Role: Role.Partner }
            ? kind switch
            {
                // Whoever was merged away or forgotten is not in the index: the consents say the rest, by their own index.
                SearchKind.Person => ConversationVisibility.Sharing(db, viewer, today).Select(p => (long)(object)p),
                SearchKind.Conversation => db.Conversations.VisibleTo(viewer, db, today).Select(c => (long)(object)c.Id),
                SearchKind.Meeting => db.Meetings.VisibleTo(viewer, db).Select(m => (long)(object)m.Id),
                _ => null,
            }
            : null);

    /// <summary>The words of the kind that stand in what may be seen.</summary>
    public IQueryable<SearchWord> Words(IAbcdDbContext db)
    {
        var (programme, kind) = (Programme, Kind);
        var words = db.SearchWords.Where(w => w.ProgrammeId == programme && w.Kind == kind);
        if (Areas is not { } areas)
        {
            return words;
        }

        if (areas is [var only])
        {
            return words.Where(w => w.Area == only);
        }

        return words.Where(w => Microsoft.EntityFrameworkCore.EF.Parameter(areas).Contains(w.Area));
    }
}
