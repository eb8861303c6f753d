using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.OpenReferral;
using AbcdConnect.Domain.Activities;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Programmes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AbcdConnect.Application.Feeds;

/// <summary>The calendar of activities: all of them, a neighbourhood's, or one's own file. What ended longer than a quarter ago is no longer in the first two.</summary>
[Requires(Permission.ReadOpenData)]
public sealed record ReadCalendar(NeighbourhoodId? Neighbourhood = null, ActivityId? Activity = null) : IRequest<string>;

internal sealed class ReadCalendarHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ReadCalendar, string>
{
    /// <summary>More than this no calendar program takes gladly.</summary>
    private const int Most = 5_000;

    public async Task<string> Handle(ReadCalendar request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var programme = await db.Programmes.Where(p => p.Id == viewer.ProgrammeId).Select(p => new { p.Name, p.OpenKey, p.Id }).SingleAsync(cancellationToken);
        var home = SharedProgramme.Home(programme.Id, programme.OpenKey);
        var activities = db.Activities.Shared(viewer.ProgrammeId);
        if (request.Activity is { } one)
        {
            var activity = await activities.Where(a => a.Id == one).AsOpen(db).SingleOrDefaultAsync(cancellationToken);
            return activity is not null && CalendarFile.IsKnown(activity)
                ? CalendarFile.Of(activity.Name, [activity], home)
                : throw new NotFoundException("activity with a day in the calendar");
        }

        var name = programme.Name;
        if (request.Neighbourhood is { } place)
        {
            name = $"What's on in {await db.Neighbourhoods.Where(n => n.ProgrammeId == viewer.ProgrammeId && n.Id == place).Select(n => n.Name).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("neighbourhood")}";
            activities = activities.Where(a => a.NeighbourhoodId == place);
        }

        var lately = clock.Today().AddDays(-90);
        var rows = await activities.Where(a => a.EndedOn == null || a.EndedOn >= lately).OrderBy(a => a.Name).ThenBy(a => a.Id).Take(Most).AsOpen(db).ToListAsync(cancellationToken);
        return CalendarFile.Of(name, rows, home);
    }
}
