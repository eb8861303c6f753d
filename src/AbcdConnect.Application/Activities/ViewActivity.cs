using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Application.Signposting;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Activities;

/// <summary>One activity: what it is, how it has stood, and a page of its sessions, the latest first.</summary>
[Requires(Permission.SeeActivities)]
public sealed record ViewActivity(ActivityId Id, ListRequest Sessions) : IRequest<ActivityView>;

/// <param name="Leader">Null where nobody is named, or where the viewer may not know of that person (<paramref name="LeaderHidden"/>).</param>
public sealed record ActivityView(
    ActivityId Id,
    long Version,
    ActivityDetails Details,
    string? Place,
    string? Neighbourhood,
    PersonHere? Leader,
    bool LeaderHidden,
    DateOnly AddedOn,
    DateOnly? FirstSessionOn,
    DateOnly? EndedOn,
    IReadOnlyList<StatusRow> History,
    Page<SessionRow> Sessions,
    Landing? Landing);

public sealed record PersonHere(PersonId Id, string Name);

public sealed record StatusRow(ActivityStatus Status, LedBy LedBy, DateOnly From);

/// <param name="Named">Those who came by name, of whom the viewer may know.</param>
public sealed record SessionRow(ActivitySessionId Id, DateOnly HeldOn, int? HeadCount, IReadOnlyList<PersonHere> Named);

internal sealed class ViewActivityHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock, Landings landings) : IRequestHandler<ViewActivity, ActivityView>
{
    public async Task<ActivityView> Handle(ViewActivity request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var id = request.Id;
        var activity = await db.Activities.AsNoTracking().Include(a => a.History).VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == id, cancellationToken)
            ?? throw new NotFoundException("activity");
        var place = await db.Assets.Where(a => a.Id == activity.PlaceId).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken);
        var neighbourhood = await db.Neighbourhoods.Where(n => n.Id == activity.NeighbourhoodId).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken);

        var known = viewer.May(Permission.SeePeople) ? db.People.VisibleTo(viewer, db, clock.Today()) : db.People.Where(p => false);
        var leader = activity.LeaderId is { } leading ? await Names(known.Where(p => p.Id == leading), cancellationToken) : [];
        var sessions = await db.ActivitySessions.Where(s => s.ActivityId == id).OrderByDescending(s => s.HeldOn)
            .Select(s => new SessionRow(s.Id, s.HeldOn, s.HeadCount, Array.Empty<PersonHere>())).PageAsync(request.Sessions, cancellationToken);
        sessions = sessions with { Items = await WithNames(sessions.Items, known, cancellationToken) };
        return new ActivityView(
            activity.Id,
            activity.Version,
            leader.Count > 0 ? activity.Details : activity.Details with { LeaderId = null },
            place,
            neighbourhood,
            leader.FirstOrDefault(),
            activity.LeaderId is not null && leader.Count == 0,
            activity.AddedOn,
            activity.FirstSessionOn,
            activity.EndedOn,
            [.. activity.History.OrderBy(h => h.From).Select(h => new StatusRow(h.Status, h.LedBy, h.From))],
            sessions,
            await landings.OfActivity(db, viewer, id, cancellationToken));
    }

    private async Task<IReadOnlyList<SessionRow>> WithNames(IReadOnlyList<SessionRow> sessions, IQueryable<Person> known, CancellationToken token)
    {
        var ids = sessions.Select(s => s.Id).ToList();
        var came = await db.Attendances.Where(a => ids.Contains(a.SessionId))
            .Join(known, a => a.PersonId, p => p.Id, (a, p) => new { a.SessionId, p.Id, p.FirstName, p.LastName })
            .ToListAsync(token);
        var bySession = came.ToLookup(c => c.SessionId, c => new PersonHere(c.Id, $"{c.FirstName} {c.LastName}".TrimEnd()));
        return [.. sessions.Select(s => s with { Named = [.. bySession[s.Id].OrderBy(p => p.Name, StringComparer.CurrentCulture)] })];
    }

    private static async Task<List<PersonHere>> Names(IQueryable<Person> people, CancellationToken token)
    {
        var found = await people.Select(p => new { p.Id, p.FirstName, p.LastName }).ToListAsync(token);
        return found.ConvertAll(p => new PersonHere(p.Id, $"{p.FirstName} {p.LastName}".TrimEnd()));
    }
}
