using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Domain.People;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>Names a person to be talked about at a meeting: only where they have agreed to share with each agency that is expected
/// or there. Otherwise the answer is <see cref="SharingNeeded"/> and nothing is stored.</summary>
/// <param name="Why">What for.</param>
[Requires(Permission.RunMeetings)]
public sealed record NamePersonToDiscuss(MeetingId Meeting, PersonId? Person, string? Why) : ISentOnce<DiscussionAnswer>
{
    public Guid? SubmissionId { get; set; }

    long? ISentOnce<DiscussionAnswer>.NumberOf(DiscussionAnswer answer) => (answer as MayDiscuss)?.Id.Value;

    DiscussionAnswer ISentOnce<DiscussionAnswer>.AnswerFor(long number) => new MayDiscuss(new DiscussionId(number));
}

/// <summary><see cref="MayDiscuss"/> or <see cref="SharingNeeded"/>.</summary>
public abstract record DiscussionAnswer
{
    private protected DiscussionAnswer()
    {
    }
}

public sealed record MayDiscuss(DiscussionId Id) : DiscussionAnswer;

/// <summary>Not before these agencies, and not before these guests.</summary>
public sealed record SharingNeeded(PersonId Person, string FirstName, IReadOnlyList<MissingAgency> Missing, IReadOnlyList<string> Guests) : DiscussionAnswer;

internal sealed class NamePersonToDiscussValidator : AbstractValidator<NamePersonToDiscuss>
{
    public NamePersonToDiscussValidator()
    {
        RuleFor(r => r.Person).NotNull().WithMessage("Choose who it is about");
        RuleFor(r => r.Why).MaximumLength(2000).WithMessage("Say what for in at most 2,000 letters");
    }
}

internal sealed class NamePersonToDiscussHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<NamePersonToDiscuss, DiscussionAnswer>
{
    public async Task<DiscussionAnswer> Handle(NamePersonToDiscuss request, CancellationToken cancellationToken)
    {
        var (viewer, today, now) = (current.Required(), clock.Today(), clock.GetUtcNow());
        var meeting = await db.Meetings.VisibleTo(viewer, db).Where(m => m.Id == request.Meeting && m.Status != MeetingStatus.Cancelled).Select(m => new { m.Id, m.HeldOn }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("meeting");
        var id = request.Person!.Value;
        var person = await db.People.VisibleTo(viewer, db, today).Where(p => p.Id == id).Select(p => new { p.Id, p.FirstName }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("person");
        var allowed = await db.MayHear(meeting.Id, id, expected: true, meeting.HeldOn > today ? meeting.HeldOn : today, now, cancellationToken);
        if (!allowed.Everybody)
        {
            return new SharingNeeded(person.Id, person.FirstName, allowed.Missing, allowed.Guests);
        }

        // Named already, and not talked about yet.
        var named = await db.Discussions.Where(d => d.MeetingId == meeting.Id && d.PersonId == id && d.ClosedAt == null).OrderBy(d => d.Id).Select(d => (DiscussionId?)d.Id).FirstOrDefaultAsync(cancellationToken);
        if (named is { } known)
        {
            return new MayDiscuss(known);
        }

        var discussion = Discussion.Name(viewer.ProgrammeId, meeting.Id, id, request.Why, viewer.UserId, now);
        db.Discussions.Add(discussion);
        await db.SaveChangesAsync(cancellationToken);
        return new MayDiscuss(discussion.Id);
    }
}
