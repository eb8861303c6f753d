using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using AbcdConnect.Domain.Signposting;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Activities;

/// <summary>Says that a session took place and who came: a head count, names, or both. Somebody who came because of a signpost has got there: that is said in the same save.</summary>
[Requires(Permission.ChangeActivities)]
public sealed record HoldSession(ActivityId Id, DateOnly On, int? HeadCount, IReadOnlyList<PersonId> Came) : IMakes<ActivitySessionId>
{
    public Guid? SubmissionId { get; set; }
}

internal sealed class HoldSessionValidator : AbstractValidator<HoldSession>
{
    public HoldSessionValidator()
    {
        RuleFor(r => r.On).Must(on => on.Year >= 1990).WithMessage("Enter the day it was held");
        RuleFor(r => r.HeadCount).InclusiveBetween(0, 100_000).WithMessage("The head count lies between 0 and 100,000");
        RuleFor(r => r.Came).Must(c => c.Count <= 500).WithMessage("Name at most 500 people; give the others as a head count");
    }
}

internal sealed class HoldSessionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<HoldSession, ActivitySessionId>
{
    public async Task<ActivitySessionId> Handle(HoldSession request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var activity = await db.Activities.Include(a => a.Sessions).Include(a => a.History).VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("activity");
        var came = await db.FollowMerges(viewer, request.Came, cancellationToken);
        await ActivityLinks.MustSee(db, viewer, came, today, cancellationToken);
        var session = activity.Hold(request.On, request.HeadCount, came, today);
        if (activity.Status is ActivityStatus.Idea or ActivityStatus.Starting)
        {
            // It has taken place, so it runs.
            activity.MoveTo(ActivityStatus.Running, activity.History.Any(h => h.From > request.On) ? today : request.On);
        }

        await GotThere.Say(db, activity.Id, came, request.On, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return session.Id;
    }
}

/// <summary>What attendance says of signposts to the activity: whoever was there got there. Whoever takes attendance, wherever it
/// was taken, it is said here, in the same save.</summary>
internal static class GotThere
{
    /// <summary>Moves the signposts of those who came to attended.</summary>
    public static async Task Say(IAbcdDbContext db, ActivityId activity, IReadOnlyCollection<PersonId> came, DateOnly on, CancellationToken token)
    {
        foreach (var signpost in await Of(db, activity, came, token))
        {
            signpost.SeenAtSession(on);
        }
    }

    /// <summary>They were not there after all: what that session had moved stands as before, unless somebody has said more since,
    /// or they were at another session.</summary>
    public static async Task TakeBack(IAbcdDbContext db, ActivityId activity, ActivitySessionId session, DateOnly heldOn, IReadOnlyCollection<PersonId> absent, CancellationToken token)
    {
        foreach (var signpost in (await Of(db, activity, absent, token)).Where(s => s.ByAttendance && s.AttendedOn == heldOn))
        {
            signpost.NotSeenAtSession();
            var (person, given) = (signpost.PersonId, signpost.GivenOn);
            var next = await db.ActivitySessions
                .Where(s => s.ActivityId == activity && s.Id != session && s.HeldOn >= given && s.Attendees.Any(a => a.PersonId == person))
                .OrderBy(s => s.HeldOn)
                .Select(s => (DateOnly?)s.HeldOn)
                .FirstOrDefaultAsync(token);
            if (next is { } other)
            {
                signpost.SeenAtSession(other);
            }
        }
    }

    private static async Task<List<Signpost>> Of(IAbcdDbContext db, ActivityId activity, IReadOnlyCollection<PersonId> people, CancellationToken token)
    {
        var ids = people.Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Signposts.Where(s => s.ActivityId == activity && s.PersonId != null && ids.Contains(s.PersonId.Value)).ToListAsync(token);
    }
}
