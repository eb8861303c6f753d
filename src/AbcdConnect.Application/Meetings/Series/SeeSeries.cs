using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Series;

/// <summary>A series with its meetings of late and to come.</summary>
[Requires(Permission.RunMeetings)]
public sealed record SeeSeries(MeetingSeriesId Id) : IRequest<SeriesView>;

/// <param name="When">On the second Thursday of every month.</param>
public sealed record SeriesView(MeetingSeriesId Id, string Title, string When, DateOnly? EndedOn, IReadOnlyList<SeriesMeeting> Meetings);

/// <param name="StandsFor">Its day of the series, wherever it was moved.</param>
public sealed record SeriesMeeting(MeetingId Id, DateOnly HeldOn, MeetingStatus Status, DateOnly? StandsFor);

internal sealed class SeeSeriesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<SeeSeries, SeriesView>
{
    private const int Most = 36;

    public async Task<SeriesView> Handle(SeeSeries request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var series = await db.MeetingSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Id && s.ProgrammeId == viewer.ProgrammeId, cancellationToken)
            ?? throw new NotFoundException("series");
        // By (series, day): the latest.
        var meetings = await db.Meetings.Where(m => m.SeriesId == request.Id).OrderByDescending(m => m.HeldOn).Take(Most).Select(m => new SeriesMeeting(m.Id, m.HeldOn, m.Status, m.SeriesDay)).ToListAsync(cancellationToken);
        meetings.Reverse();
        return new SeriesView(series.Id, series.Title, series.InWords(), series.EndedOn, meetings);
    }
}
