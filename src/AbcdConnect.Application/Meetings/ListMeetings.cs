using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Common;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Programmes;
using AbcdConnect.Domain.Search;
using MediatR;

namespace AbcdConnect.Application.Meetings;

public enum MeetingsWhen
{
    Upcoming,
    Past,
}

/// <summary>The multi-agency meetings, those to come first.</summary>
[Requires(Permission.SeeMeetings)]
public sealed record ListMeetings(ListRequest List, MeetingsWhen? When = null, NeighbourhoodId? Neighbourhood = null) : IRequest<Page<MeetingRow>>;

/// <param name="OpenActions">Agreed there and not done yet.</param>
public sealed record MeetingRow(
    MeetingId Id,
    string Title,
    DateOnly HeldOn,
    TimeOnly? StartsAt,
    string? Neighbourhood,
    string? Place,
    MeetingStatus Status,
    int Present,
    int Agencies,
    int OpenActions);

internal sealed class ListMeetingsHandler(IAbcdDbContext db, ICurrentViewer current, TimeProvider clock) : IRequestHandler<ListMeetings, Page<MeetingRow>>
{
    public Task<Page<MeetingRow>> Handle(ListMeetings request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var today = clock.Today();
        var meetings = db.Meetings.VisibleTo(viewer, db);
        meetings = request.When switch
        {
            MeetingsWhen.Upcoming => meetings.Where(m => m.HeldOn >= today && m.Status == MeetingStatus.Planned),
            MeetingsWhen.Past => meetings.Where(m => m.HeldOn < today || m.Status != MeetingStatus.Planned),
            _ => meetings,
        };
        if (request.Neighbourhood is { } neighbourhood)
        {
            meetings = meetings.Where(m => m.NeighbourhoodId == neighbourhood);
        }

        foreach (var found in db.RecordsWith(viewer.ProgrammeId, SearchKind.Meeting, request.List.Q))
        {
            meetings = meetings.Where(m => found.Contains((long)(object)m.Id));
        }

        // Those to come are few and all after today: newest first puts them on top.
        meetings = request.List.Sort switch
        {
            "date" => meetings.OrderBy(m => m.HeldOn).ThenBy(m => m.Id),
            _ => meetings.OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id),
        };
        return meetings
            .Select(m => new MeetingRow(
                m.Id,
                m.Title,
                m.HeldOn,
                m.StartsAt,
                db.Neighbourhoods.Where(n => n.Id == m.NeighbourhoodId).Select(n => n.Name).FirstOrDefault(),
                db.Assets.Where(a => a.Id == m.PlaceId).Select(a => a.Name).FirstOrDefault(),
                m.Status,
                m.Attendance.Count(a => a.Status == AttendanceStatus.Present),
                m.Attendance.Where(a => a.Status == AttendanceStatus.Present).Select(a => a.AgencyId).Distinct().Count(),
                db.MeetingActions.Count(a => a.MeetingId == m.Id && a.DoneOn == null && a.DroppedOn == null)))
            .PageAsync(request.List, cancellationToken);
    }
}
