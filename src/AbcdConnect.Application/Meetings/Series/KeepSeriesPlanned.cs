using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Meetings.Series;

/// <summary>Plans the meetings of every series that goes on, so that those of the next three months are there without anybody opening a page.
/// Said twice it plans nothing twice. Answers how many it planned.</summary>
/// <remarks>A meeting that was moved, or cancelled, stands for its day of the series all the same: nothing is planned in its place.</remarks>
[Requires(Permission.RunMeetings)]
public sealed record KeepSeriesPlanned : IRequest<int>;

internal sealed class KeepSeriesPlannedHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<KeepSeriesPlanned, int>
{
    private const int DaysAhead = 92;

    // A series every three months has its next meeting within these days, wherever the month ends.
    private const int LeastAhead = 1;

    public async Task<int> Handle(KeepSeriesPlanned request, CancellationToken cancellationToken)
    {
        var (programme, today) = (current.Required().ProgrammeId, clock.Today());
        // By (programme, ended on): as many as tables meet.
        var series = await db.MeetingSeries.Where(s => s.ProgrammeId == programme && s.EndedOn == null).OrderBy(s => s.Id).ToListAsync(cancellationToken);
        var planned = 0;
        foreach (var one in series)
        {
            planned += await Plan(one, today, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return planned;
    }

    private async Task<int> Plan(MeetingSeries series, DateOnly today, CancellationToken token)
    {
        var after = await SeriesMeetings.PlannedUpTo(db, series, today, token);
        var until = today.AddDays(DaysAhead);
        var times = series.After(after).TakeWhile(day => day <= until).Take(MeetingSeries.Most).Count();
        times = times == 0 && after == today ? LeastAhead : times;
        if (times == 0)
        {
            return 0;
        }

        var planned = await SeriesMeetings.Plan(db, series, after, times, await SeriesMeetings.PeopleOfLast(db, series, token), token);
        if (planned.Count > 0)
        {
            // Two that plan at the same moment: the series itself is changed by both, so that one of them gives way.
            db.Touch(series);
        }

        return planned.Count;
    }
}
