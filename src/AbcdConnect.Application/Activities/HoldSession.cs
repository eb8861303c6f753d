using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
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
        await ActivityLinks.MustSee(db, viewer, request.Came, today, cancellationToken);
        var session = activity.Hold(request.On, request.HeadCount, request.Came, today);
        if (activity.Status is ActivityStatus.Idea or ActivityStatus.Starting)
        {
            // It has taken place, so it runs.
            activity.MoveTo(ActivityStatus.Running, activity.History.Any(h => h.From > request.On) ? today : request.On);
        }

        await GotThere.Say(db, activity.Id, request.Came, request.On, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return session.Id;
    }
}

/// <summary>Moves the open signposts of those who came to attended.</summary>
internal static class GotThere
{
    public static async Task Say(IAbcdDbContext db, ActivityId activity, IReadOnlyCollection<PersonId> came, DateOnly on, CancellationToken token)
    {
        var ids = came.Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var open = await db.Signposts
            .Where(s => s.ActivityId == activity && s.PersonId != null && ids.Contains(s.PersonId.Value) && s.GivenOn <= on
                && (s.State == SignpostState.Given || s.State == SignpostState.Contacted))
            .ToListAsync(token);
        foreach (var signpost in open)
        {
            signpost.Attended(on);
        }
    }
}
