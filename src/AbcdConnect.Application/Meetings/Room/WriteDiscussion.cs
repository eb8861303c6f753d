using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings.Room;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>Writes down what was shared about the person: apart from the minutes.</summary>
/// <param name="Close">It is over.</param>
[Requires(Permission.RunMeetings)]
public sealed record WriteDiscussion(DiscussionId Id, string? Shared, bool Close, long Version) : IRequest;

internal sealed class WriteDiscussionValidator : AbstractValidator<WriteDiscussion>
{
    public WriteDiscussionValidator() => RuleFor(r => r.Shared).MaximumLength(Words.LongestText).WithMessage("Use at most 100,000 letters");
}

internal sealed class WriteDiscussionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<WriteDiscussion>
{
    public async Task Handle(WriteDiscussion request, CancellationToken cancellationToken)
    {
        var (viewer, now) = (current.Required(), clock.GetUtcNow());
        var discussion = await db.Discussions.VisibleTo(viewer).Include(d => d.Hearers).SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("discussion");
        discussion.MustStillBe(request.Version);
        discussion.Write(request.Shared);
        // Once it is over nobody hears any more of it, whoever is in the room.
        if (discussion.IsOpen && await db.MayHear(discussion.MeetingId, discussion.PersonId, expected: false, clock.Today(), now, cancellationToken) is { Everybody: true } allowed)
        {
            discussion.Hear(allowed.Hearers);
        }

        if (request.Close)
        {
            discussion.Close(now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
