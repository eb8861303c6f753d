using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.People;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Activities;

/// <summary>Corrects who came to a session, and what that said of their signposts. People whom the viewer may not know of stay counted as they were.</summary>
[Requires(Permission.ChangeActivities)]
public sealed record ChangeSession(ActivityId Activity, ActivitySessionId Id, int? HeadCount, IReadOnlyList<PersonId> Came) : IRequest;

internal sealed class ChangeSessionValidator : AbstractValidator<ChangeSession>
{
    public ChangeSessionValidator()
    {
        RuleFor(r => r.HeadCount).InclusiveBetween(0, 100_000).WithMessage("The head count lies between 0 and 100,000");
        RuleFor(r => r.Came).Must(c => c.Count <= 500).WithMessage("Name at most 500 people; give the others as a head count");
    }
}

internal sealed class ChangeSessionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ChangeSession>
{
    public async Task Handle(ChangeSession request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var activity = await db.Activities.Include(a => a.Sessions.Where(s => s.Id == request.Id)).ThenInclude(s => s.Attendees)
            .VisibleTo(viewer).SingleOrDefaultAsync(a => a.Id == request.Activity, cancellationToken) ?? throw new NotFoundException("activity");
        var session = activity.Sessions.SingleOrDefault(s => s.Id == request.Id) ?? throw new NotFoundException("session");
        var before = session.Attendees.Select(a => a.PersonId).ToList();
        var known = await db.People.VisibleTo(viewer, db, today).Where(p => before.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
        await ActivityLinks.MustSee(db, viewer, request.Came, today, cancellationToken);

        session.Count(request.HeadCount, request.Came.Concat(before.Except(known)));
        await GotThere.Say(db, activity.Id, request.Came, session.HeldOn, cancellationToken);
        await GotThere.TakeBack(db, activity.Id, session.Id, session.HeldOn, [.. known.Except(request.Came)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
