using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.People;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Meetings.Room;
using AbcdConnect.Domain.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Room;

/// <summary>A person named for a meeting: whether they may be talked about before those who are there now, and what was shared with whom.</summary>
[Requires(Permission.RunMeetings)]
public sealed record SeeDiscussion(DiscussionId Id) : IRequest<DiscussionView>;

/// <param name="Missing">Who has to be asked about, or to step out, before it goes on. Empty once it is closed.</param>
public sealed record DiscussionView(
    DiscussionId Id,
    MeetingId MeetingId,
    string Meeting,
    DateOnly HeldOn,
    PersonId PersonId,
    string FirstName,
    string FullName,
    string? Why,
    string? Shared,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ClosedAt,
    IReadOnlyList<MissingAgency> Missing,
    IReadOnlyList<string> Guests,
    IReadOnlyList<HearerRow> Hearers,
    long Version)
{
    public bool MayGoOn => Missing.Count == 0 && Guests.Count == 0;
}

/// <summary>One who heard it, and the yes that allowed it.</summary>
public sealed record HearerRow(string Name, string Agency, DateOnly ConsentOn, ConsentHow How);

internal sealed class SeeDiscussionHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<SeeDiscussion, DiscussionView>
{
    public async Task<DiscussionView> Handle(SeeDiscussion request, CancellationToken cancellationToken)
    {
        var (viewer, today) = (current.Required(), clock.Today());
        var discussion = await db.Discussions.VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException("discussion");
        var person = await db.People.VisibleTo(viewer, db, today).Where(p => p.Id == discussion.PersonId).Select(p => new { p.FirstName, p.KnownAs, p.LastName }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("person");
        var meeting = await db.Meetings.VisibleTo(viewer, db).Where(m => m.Id == discussion.MeetingId).Select(m => new { m.Title, m.HeldOn }).SingleAsync(cancellationToken);
        var allowed = discussion.ClosedAt is null ? await db.MayHear(discussion.MeetingId, discussion.PersonId, expected: discussion.OpenedAt is null && meeting.HeldOn > today, meeting.HeldOn > today ? meeting.HeldOn : today, clock.GetUtcNow(), cancellationToken) : null;
        return new DiscussionView(
            discussion.Id,
            discussion.MeetingId,
            meeting.Title,
            meeting.HeldOn,
            discussion.PersonId,
            person.FirstName,
            Person.NameOf(person.FirstName, person.KnownAs, person.LastName),
            discussion.Why,
            discussion.Shared,
            discussion.OpenedAt,
            discussion.ClosedAt,
            allowed?.Missing ?? [],
            allowed?.Guests ?? [],
            await db.HearersOf([discussion.Id]).Select(h => new HearerRow(h.Name, h.Agency, h.ConsentOn, h.How)).ToListAsync(cancellationToken),
            discussion.Version);
    }
}

internal static class DiscussionRows
{
    /// <summary>Who heard of these, in the order in which they came.</summary>
    public static IQueryable<HeardRow> HearersOf(this IAbcdDbContext db, IReadOnlyList<DiscussionId> discussions)
    {
        var ids = discussions.ToList();
        return from h in db.Discussions.Where(d => EF.Parameter(ids).Contains(d.Id)).SelectMany(d => d.Hearers)
               join p in db.Practitioners on h.PractitionerId equals p.Id
               join a in db.Agencies on h.AgencyId equals a.Id
               join c in db.Consents on h.ConsentId equals c.Id
               orderby h.Id
               select new HeardRow { Discussion = h.DiscussionId, Name = p.Name, Agency = a.Name, ConsentOn = c.GivenOn, How = c.How };
    }
}

internal sealed class HeardRow
{
    public DiscussionId Discussion { get; init; }

    public string Name { get; init; } = "";

    public string Agency { get; init; } = "";

    public DateOnly ConsentOn { get; init; }

    public ConsentHow How { get; init; }
}
