using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Activities;

/// <summary>Which activities somebody may know of. The one rule; every query on activities goes through it.</summary>
internal static class ActivityVisibility
{
    /// <summary>Everybody who may read activities: all of the programme. Who leads one and who came is each person's own rule.</summary>
    public static IQueryable<Activity> VisibleTo(this IQueryable<Activity> activities, Viewer viewer) =>
        activities.Where(a => a.ProgrammeId == viewer.ProgrammeId);
}

/// <summary>What a typed activity points to, checked before it is stored.</summary>
internal static class ActivityLinks
{
    public static async Task<ActivityDetails> Checked(IAbcdDbContext db, Viewer viewer, ActivityDetails details, DateOnly today, PersonId? leaderBefore, CancellationToken token)
    {
        if (details.PlaceId is { } place)
        {
            var found = await db.Assets.Where(a => a.ProgrammeId == viewer.ProgrammeId && a.Id == place && a.MergedInto == null && a.RejectedOn == null)
                .Select(a => new { a.NeighbourhoodId }).SingleOrDefaultAsync(token) ?? throw new NotFoundException("asset");
            // It is where its place is, unless somebody says otherwise.
            details = details with { NeighbourhoodId = details.NeighbourhoodId ?? found.NeighbourhoodId };
        }

        if (details.NeighbourhoodId is { } neighbourhood && !await db.Neighbourhoods.AnyAsync(n => n.ProgrammeId == viewer.ProgrammeId && n.Id == neighbourhood, token))
        {
            throw new NotFoundException("neighbourhood");
        }

        if (details.LeaderId is { } leader && leader != leaderBefore)
        {
            await MustSee(db, viewer, [leader], today, token);
        }

        return details;
    }

    public static async Task MustSee(IAbcdDbContext db, Viewer viewer, IReadOnlyCollection<PersonId> people, DateOnly today, CancellationToken token)
    {
        var ids = people.Distinct().ToList();
        if (ids.Count > 0 && await db.People.VisibleTo(viewer, db, today).CountAsync(p => ids.Contains(p.Id), token) != ids.Count)
        {
            throw new NotFoundException("person");
        }
    }
}
