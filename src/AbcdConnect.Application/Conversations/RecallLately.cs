using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Conversations;

/// <summary>Whom the viewer talked with lately, in which groups and where: to be offered before anything is typed.</summary>
[Requires(Permission.LogConversation)]
public sealed record RecallLately(int MostPeople = 6, int MostPlaces = 3) : IRequest<Lately>;

/// <param name="People">Those talked with last come first.</param>
/// <param name="Places">Where today's last conversation was comes first, then the usual ones.</param>
/// <param name="Groups">Their names, the last one first.</param>
public sealed record Lately(IReadOnlyList<SuggestedPerson> People, IReadOnlyList<PlaceLately> Places, IReadOnlyList<string> Groups);

/// <param name="LastToday">Where the viewer's last conversation of today was held.</param>
public sealed record PlaceLately(AssetId Id, string Name, bool LastToday);

internal sealed class RecallLatelyHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<RecallLately, Lately>
{
    // A worker's week: enough for a habit to show, few enough for each page to look at.
    private const int Conversations = 50;
    private const int MostGroups = 3;

    public async Task<Lately> Handle(RecallLately request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        if (viewer.UserId is not { } me)
        {
            return new Lately([], [], []);
        }

        var today = clock.Today();
        // The newest by the worker's own index, and only then which of them may be seen: the other way round, the database may look
        // for them among the whole programme's.
        var held = await db.Conversations.Where(c => c.WorkerId == me)
            .OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id)
            .Take(Conversations)
            .VisibleTo(viewer, db, today)
            .OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id)
            .Select(c => new { c.Id, c.HeldOn, c.PlaceId, c.GroupName })
            .ToListAsync(cancellationToken);
        var ids = held.ConvertAll(c => c.Id);
        var met = ids.Count == 0
            ? []
            : await db.ConversationPeople.Where(p => EF.Parameter(ids).Contains(p.ConversationId)).Select(p => new { p.ConversationId, p.PersonId }).ToListAsync(cancellationToken);

        // Twice as many as are shown: some may be the viewer's to see no longer.
        var people = met.OrderBy(m => ids.IndexOf(m.ConversationId)).Select(m => m.PersonId).Distinct().Take(request.MostPeople * 2).ToList();
        var shown = people.Count == 0 ? [] : await NamesTyped.Chosen(db, viewer, today, people, cancellationToken);

        var lastToday = held.Find(c => c.HeldOn == today && c.PlaceId is not null)?.PlaceId;
        var places = held.Where(c => c.PlaceId is not null)
            .GroupBy(c => c.PlaceId!.Value)
            .OrderByDescending(p => p.Key == lastToday)
            .ThenByDescending(p => p.Count())
            .Select(p => p.Key)
            .Take(request.MostPlaces)
            .ToList();
        var named = places.Count == 0
            ? []
            : await db.Assets.Where(a => EF.Parameter(places).Contains(a.Id) && a.ProgrammeId == viewer.ProgrammeId && a.RejectedOn == null && a.MergedInto == null && a.ClosedOn == null)
                .Select(a => new PlaceLately(a.Id, a.Name, a.Id == lastToday)).ToListAsync(cancellationToken);
        return new Lately(
            [.. shown.Take(request.MostPeople)],
            [.. named.OrderBy(p => places.IndexOf(p.Id))],
            [.. held.Select(c => c.GroupName).OfType<string>().Distinct(StringComparer.CurrentCultureIgnoreCase).Take(MostGroups)]);
    }
}
