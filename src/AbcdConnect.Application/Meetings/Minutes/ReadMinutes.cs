using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Minutes;

/// <summary>The minutes of a meeting: as they stand while they are a draft, as they were agreed ever after.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record ReadMinutes(MeetingId Meeting) : IRequest<MinutesView>;

/// <param name="Agreed">Null while they are a draft.</param>
/// <param name="AgreeAt">Where a draft can be agreed now: this table's meetings that came after, the next first.</param>
public sealed record MinutesView(MinutesSheet Sheet, MeetingStatus Status, MinutesAgreed? Agreed, IReadOnlyList<MinutesBeside> Corrections, IReadOnlyList<MeetingChoice> AgreeAt, bool MayRun, long Version);

/// <param name="AtIsVisible">Whether the viewer may open the meeting that agreed them.</param>
/// <param name="WrittenBy">Who wrote down that they were agreed.</param>
public sealed record MinutesAgreed(MeetingId At, string Meeting, DateOnly On, int Agencies, string? WrittenBy, DateTimeOffset WrittenAt, string Sha256, bool AtIsVisible);

/// <summary>A correction: it stands beside the original, which does not change.</summary>
public sealed record MinutesBeside(string About, string Words, string? By, DateTimeOffset At);

public sealed record MeetingChoice(MeetingId Id, string Title, DateOnly HeldOn);

internal sealed class ReadMinutesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ReadMinutes, MinutesView>
{
    public async Task<MinutesView> Handle(ReadMinutes request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var visible = db.Meetings.VisibleTo(viewer, db);
        var meeting = await visible.Where(m => m.Id == request.Meeting).Select(m => new { m.Status, m.HeldOn, m.NeighbourhoodId }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("meeting");
        var read = await MinutesReader.Read(db, viewer, request.Meeting, meeting.Status, cancellationToken);
        if (read.Agreed is not null || !read.MayRun)
        {
            return read;
        }

        var (table, on, today) = (meeting.NeighbourhoodId, meeting.HeldOn, clock.Today());
        return read with
        {
            AgreeAt = await visible.Where(m => m.NeighbourhoodId == table && m.HeldOn > on && m.HeldOn <= today && m.Status != MeetingStatus.Cancelled)
                .OrderBy(m => m.HeldOn).ThenBy(m => m.Id).Take(6)
                .Select(m => new MeetingChoice(m.Id, m.Title, m.HeldOn))
                .ToListAsync(cancellationToken),
        };
    }
}

internal static class MinutesReader
{
    public static async Task<MinutesView> Read(IAbcdDbContext db, Viewer viewer, MeetingId meeting, MeetingStatus status, CancellationToken token)
    {
        var visible = db.Meetings.VisibleTo(viewer, db);
        var agreed = await db.AgreedMinutes.Where(m => m.MeetingId == meeting)
            .Select(m => new
            {
                m.Id,
                m.Text,
                m.Version,
                Agreed = new MinutesAgreed(
                    m.AgreedAtId,
                    db.Meetings.Where(a => a.Id == m.AgreedAtId).Select(a => a.Title).First(),
                    m.AgreedOn,
                    m.Agencies,
                    db.Members.Where(w => w.Id == m.WrittenBy).Select(w => w.Name).FirstOrDefault(),
                    m.WrittenAt,
                    m.Sha256,
                    visible.Any(a => a.Id == m.AgreedAtId)),
            })
            .SingleOrDefaultAsync(token);
        if (agreed is not null)
        {
            var corrections = await db.AgreedMinutes.Where(m => m.Id == agreed.Id).SelectMany(m => m.Corrections).OrderBy(c => c.Id)
                .Select(c => new MinutesBeside(c.About, c.Words, db.Members.Where(m => m.Id == c.By).Select(m => m.Name).FirstOrDefault(), c.At))
                .ToListAsync(token);
            return new MinutesView(MinutesSheet.Of(agreed.Text), status, agreed.Agreed, corrections, [], viewer.May(Permission.RunMeetings), agreed.Version);
        }

        return new MinutesView(await MinutesWriter.Write(db, meeting, token), status, null, [], [], viewer.May(Permission.RunMeetings), 0);
    }
}
