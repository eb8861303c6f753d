using AbcdConnect.Application.Access;
using AbcdConnect.Application.Common;
using AbcdConnect.Application.Search;
using AbcdConnect.Domain.Meetings;
using AbcdConnect.Domain.Search;
using MediatR;

namespace AbcdConnect.Application.Meetings;

/// <summary>The organisations round the table.</summary>
/// <param name="WithLeft">Also those that have left.</param>
[Requires(Permission.SeeAgencies)]
public sealed record ListAgencies(ListRequest List, Sector? Sector = null, bool WithLeft = false) : IRequest<Page<AgencyRow>>;

/// <param name="LastCame">The day of the last meeting that somebody came to for them.</param>
public sealed record AgencyRow(AgencyId Id, string Name, Sector Sector, int Practitioners, int OpenActions, DateOnly? LastCame, DateOnly? LeftOn);

internal sealed class ListAgenciesHandler(IAbcdDbContext db, ICurrentViewer current) : IRequestHandler<ListAgencies, Page<AgencyRow>>
{
    public Task<Page<AgencyRow>> Handle(ListAgencies request, CancellationToken cancellationToken)
    {
        var viewer = current.Required();
        var agencies = db.Agencies.VisibleTo(viewer);
        if (request.Sector is { } sector)
        {
            agencies = agencies.Where(a => a.Sector == sector);
        }

        if (!request.WithLeft)
        {
            agencies = agencies.Where(a => a.LeftOn == null);
        }

        foreach (var found in db.RecordsWith(viewer.ProgrammeId, SearchKind.Agency, request.List.Q))
        {
            agencies = agencies.Where(a => found.Contains((long)(object)a.Id));
        }

        agencies = request.List.Sort switch
        {
            "-name" => agencies.OrderByDescending(a => a.Name).ThenByDescending(a => a.Id),
            "sector" => agencies.OrderBy(a => a.Sector).ThenBy(a => a.Name).ThenBy(a => a.Id),
            "-sector" => agencies.OrderByDescending(a => a.Sector).ThenBy(a => a.Name).ThenBy(a => a.Id),
            _ => agencies.OrderBy(a => a.Name).ThenBy(a => a.Id),
        };
        return agencies
            .Select(a => new AgencyRow(
                a.Id,
                a.Name,
                a.Sector,
                db.Practitioners.Count(p => p.AgencyId == a.Id && p.LeftOn == null),
                db.MeetingActions.Count(m => m.AgencyId == a.Id && m.DoneOn == null && m.DroppedOn == null),
                db.MeetingAttendances.Where(t => t.AgencyId == a.Id && t.Status == AttendanceStatus.Present)
                    .Join(db.Meetings, t => t.MeetingId, m => m.Id, (_, m) => (DateOnly?)m.HeldOn)
                    .Max(),
                a.LeftOn))
            .PageAsync(request.List, cancellationToken);
    }
}
