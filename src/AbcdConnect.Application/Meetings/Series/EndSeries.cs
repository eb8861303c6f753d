using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Meetings.Invitations;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Series;

/// <summary>Ends a series: its meetings still to come are cancelled, and those invited are told. Says how many there were.</summary>
[Requires(Permission.RunMeetings)]
public sealed record EndSeries(MeetingSeriesId Series) : IRequest<int>;

internal sealed class EndSeriesHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<EndSeries, int>
{
    public async Task<int> Handle(EndSeries request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var series = await db.MeetingSeries.SingleOrDefaultAsync(s => s.Id == request.Series && s.ProgrammeId == viewer.ProgrammeId, cancellationToken)
            ?? throw new NotFoundException("series");
        var today = clock.Today();
        series.End(today);
        var coming = await db.Meetings.Include(m => m.Attendance).Where(m => m.SeriesId == series.Id && m.HeldOn > today && m.Status == MeetingStatus.Planned).ToListAsync(cancellationToken);
        foreach (var meeting in coming)
        {
            meeting.Cancel();
            await InvitationLetters.Bring(db, meeting, invite: false, clock.GetUtcNow(), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return coming.Count;
    }
}
