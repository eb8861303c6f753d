using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Activities;

/// <summary>Changes an activity. Another status holds from today, and the one before stays in its history.</summary>
[Requires(Permission.ChangeActivities)]
public sealed record ChangeActivity(ActivityId Id, long Version, ActivityDetails Details) : IRequest;

internal sealed class ChangeActivityValidator : AbstractValidator<ChangeActivity>
{
    public ChangeActivityValidator() => RuleFor(r => r.Details).SetValidator(new ActivityDetailsValidator());
}

internal sealed class ChangeActivityHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ChangeActivity>
{
    public async Task Handle(ChangeActivity request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var activity = await db.Activities.Include(a => a.History).VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("activity");
        activity.MustStillBe(request.Version);
        var details = request.Details;
        if (details.LeaderId is null && activity.LeaderId is { } leader && !await db.People.VisibleTo(viewer, db, today).AnyAsync(p => p.Id == leader, cancellationToken))
        {
            // A leader that somebody may not know of is not theirs to take away either.
            details = details with { LeaderId = leader };
        }

        activity.Change(await ActivityLinks.Checked(db, viewer, details, today, activity.LeaderId, cancellationToken), today);
        await db.SaveChangesAsync(cancellationToken);
    }
}
