using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings.Room;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>Begins to talk about the person, before those who are in the room now. Their consents are looked at anew: one that was taken back since
/// they were named stops it here.</summary>
[Requires(Permission.RunMeetings)]
public sealed record OpenDiscussion(DiscussionId Id) : IRequest<DiscussionAnswer>;

internal sealed class OpenDiscussionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<OpenDiscussion, DiscussionAnswer>
{
    public async Task<DiscussionAnswer> Handle(OpenDiscussion request, CancellationToken cancellationToken)
    {
        var (viewer, today, now) = (current.Required(), clock.Today(), clock.GetUtcNow());
        var discussion = await db.Discussions.VisibleTo(viewer).Include(d => d.Hearers).SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("discussion");
        var person = await db.People.VisibleTo(viewer, db, today).Where(p => p.Id == discussion.PersonId).Select(p => new { p.Id, p.FirstName }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("person");
        var allowed = await db.MayHear(discussion.MeetingId, discussion.PersonId, expected: false, today, now, cancellationToken);
        if (!allowed.Everybody)
        {
            return new SharingNeeded(person.Id, person.FirstName, allowed.Missing, allowed.Guests);
        }

        if (allowed.Hearers.Count == 0)
        {
            throw new DomainRuleException("Tick who is here first: it is written down who hears this.");
        }

        discussion.Open(allowed.Hearers, now);
        await db.SaveChangesAsync(cancellationToken);
        return new MayDiscuss(discussion.Id);
    }
}
