using AbcdConnect.Application.Access;
using AbcdConnect.Application.Activities;
using AbcdConnect.Application.Assets;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Access;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Assets;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Outbox;

/// <summary>Whom and what a worker used lately, to be at hand where there is no signal: names, and no stories.</summary>
[Requires(Permission.LogConversation)]
public sealed record TakeToHand : IRequest<AtHand>;

public sealed record AtHand(IReadOnlyList<PersonAtHand> People, IReadOnlyList<PlaceAtHand> Places, IReadOnlyList<ActivityAtHand> Activities, IReadOnlyList<NeighbourhoodAtHand> Neighbourhoods);

public sealed record PersonAtHand(PersonId Id, string Name, string? Neighbourhood);

public sealed record PlaceAtHand(AssetId Id, string Name, string? Neighbourhood);

public sealed record ActivityAtHand(ActivityId Id, string Name, string? Place);

public sealed record NeighbourhoodAtHand(NeighbourhoodId Id, string Name);

internal sealed class TakeToHandHandler(IAbcdDbContext db, ICurrentViewer current, OfflineSettings settings, TimeProvider clock) : IRequestHandler<TakeToHand, AtHand>
{
    // Enough to find that many different people in, however often somebody talks with the same few.
    private const int Lately = 200;

    public async Task<AtHand> Handle(TakeToHand request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        if (settings.Days <= 0 || viewer.UserId is not { } me || await db.Programmes.AnyAsync(p => p.Id == viewer.ProgrammeId && p.PhonesKeepNothing, cancellationToken))
        {
            return new AtHand([], [], [], []);
        }

        var talks = await db.Conversations.Where(c => c.WorkerId == me).OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id).Take(Lately)
            .Select(c => new { c.Id, c.PlaceId }).ToListAsync(cancellationToken);
        var signposts = await db.Signposts.Where(s => s.WorkerId == me).OrderByDescending(s => s.GivenOn).ThenByDescending(s => s.Id).Take(Lately)
            .Select(s => new { s.PersonId, s.AssetId, s.ActivityId }).ToListAsync(cancellationToken);
        var talkIds = talks.ConvertAll(t => t.Id);
        var talked = await db.ConversationPeople.Where(p => EF.Parameter(talkIds).Contains(p.ConversationId)).Select(p => new { p.ConversationId, p.PersonId }).ToListAsync(cancellationToken);
        var order = talkIds.Select((id, at) => (id, at)).ToDictionary(t => t.id, t => t.at);
        var personIds = talked.OrderBy(t => order[t.ConversationId]).Select(t => t.PersonId)
            .Concat(signposts.Select(s => s.PersonId).OfType<PersonId>()).Distinct().Take(settings.People).ToList();
        var placeIds = talks.Select(t => t.PlaceId).Concat(signposts.Select(s => s.AssetId)).OfType<AssetId>().Distinct().Take(settings.Assets).ToList();
        var activityIds = signposts.Select(s => s.ActivityId).OfType<ActivityId>().Distinct().Take(settings.Assets).ToList();

        var people = await db.People.VisibleTo(viewer, db, today).Where(p => EF.Parameter(personIds).Contains(p.Id))
            .Select(p => new { p.Id, p.FirstName, p.KnownAs, p.LastName, In = db.Neighbourhoods.Where(n => n.Id == p.NeighbourhoodId).Select(n => n.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var places = await db.Assets.VisibleTo(viewer).Where(a => EF.Parameter(placeIds).Contains(a.Id) && a.ClosedOn == null)
            .Select(a => new PlaceAtHand(a.Id, a.Name, db.Neighbourhoods.Where(n => n.Id == a.NeighbourhoodId).Select(n => n.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var neighbourhoods = viewer.Neighbourhoods.ToList();
        var areas = await db.Neighbourhoods.Where(n => n.ProgrammeId == viewer.ProgrammeId && (viewer.Role != Role.Worker || neighbourhoods.Contains(n.Id)))
            .OrderBy(n => n.Name).Take(100).Select(n => new NeighbourhoodAtHand(n.Id, n.Name)).ToListAsync(cancellationToken);
        return new AtHand(
            [.. people.OrderBy(p => personIds.IndexOf(p.Id)).Select(p => new PersonAtHand(p.Id, Person.NameOf(p.FirstName, p.KnownAs, p.LastName), p.In))],
            [.. places.OrderBy(p => placeIds.IndexOf(p.Id))],
            await Activities(viewer, activityIds, neighbourhoods, cancellationToken),
            areas);
    }

    // Those told about lately, then those that run where the worker works: to say there who came.
    private async Task<IReadOnlyList<ActivityAtHand>> Activities(Viewer viewer, List<ActivityId> told, List<NeighbourhoodId> here, CancellationToken token)
    {
        var running = db.Activities.VisibleTo(viewer).Where(a => a.Status == ActivityStatus.Running || a.Status == ActivityStatus.SelfSustaining || a.Status == ActivityStatus.Starting);
        var known = await Named(running.Where(a => EF.Parameter(told).Contains(a.Id))).ToListAsync(token);
        var near = viewer.Role == Role.Worker
            ? await Named(running.Where(a => a.NeighbourhoodId != null && EF.Parameter(here).Contains(a.NeighbourhoodId.Value)).OrderBy(a => a.Name).ThenBy(a => a.Id).Take(settings.Assets)).ToListAsync(token)
            : [];
        return [.. known.OrderBy(a => told.IndexOf(a.Id)).Concat(near).DistinctBy(a => a.Id).Take(settings.Assets)];
    }

    private IQueryable<ActivityAtHand> Named(IQueryable<Activity> activities) =>
        activities.Select(a => new ActivityAtHand(a.Id, a.Name, db.Assets.Where(p => p.Id == a.PlaceId).Select(p => p.Name).FirstOrDefault()));
}
